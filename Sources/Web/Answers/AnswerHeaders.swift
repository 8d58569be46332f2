import HTTPTypes
package import HummingbirdCore

/// The header fields every answer carries (OWASP ASVS 5.0, 3.4).
package struct AnswerHeaders: Sendable {
    /// One year, the least ASVS 3.4.1 asks for.
    private static let transport = HTTPField(
        name: .strictTransportSecurity, value: "max-age=31536000")

    // Made once: every value that is made a field of is looked at letter by letter.
    private static let policy = HTTPField(
        name: .contentSecurityPolicy, value: ContentPolicy.page)
    private static let referrer = HTTPField(name: .referrerPolicy, value: "same-origin")
    private static let unstored = HTTPField(name: .cacheControl, value: "no-store")

    /// Of answers that say nothing of it. Two policies would both hold, so that an answer that
    /// needs one of its own says all of it; a page whose address is a secret says less.
    private static let defaults = [policy, referrer, unstored]

    private let all: [HTTPField]

    /// - Parameter isBehindTLS: whether callers come by HTTPS, through a proxy that says so; on
    ///   plain HTTP the promise would lock them out.
    package init(isBehindTLS: Bool) {
        let always = [HTTPField(name: .xContentTypeOptions, value: "nosniff")]
        let transport = isBehindTLS ? [AnswerHeaders.transport] : []
        all = always + transport + AnswerHeaders.defaults
    }

    /// Adds them, and `Cache-Control: no-store` where the answer says nothing of caching.
    package func complete(_ response: inout Response) {
        let saysSome = AnswerHeaders.defaults.contains { response.headers.contains($0.name) }
        let missing = saysSome ? all.filter { !response.headers.contains($0.name) } : all
        // At once: each append to header fields goes the way of a replacement.
        let end = response.headers.endIndex
        response.headers.replaceSubrange(end..<end, with: missing)
    }
}
