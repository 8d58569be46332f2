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

    private let fields: [HTTPField]

    /// - Parameter isBehindTLS: whether callers come by HTTPS, through a proxy that says so; on
    ///   plain HTTP the promise would lock them out.
    package init(isBehindTLS: Bool) {
        let always = [HTTPField(name: .xContentTypeOptions, value: "nosniff")]
        fields = isBehindTLS ? always + [AnswerHeaders.transport] : always
    }

    /// Adds them, and `Cache-Control: no-store` where the answer says nothing of caching.
    package func complete(_ response: inout Response) {
        for field in fields { response.headers.append(field) }
        // Two policies would both hold: an answer that needs one of its own says all of it.
        if !response.headers.contains(.contentSecurityPolicy) {
            response.headers.append(AnswerHeaders.policy)
        }
        // A page whose address is a secret says less.
        if !response.headers.contains(.referrerPolicy) {
            response.headers.append(AnswerHeaders.referrer)
        }
        if !response.headers.contains(.cacheControl) {
            response.headers.append(AnswerHeaders.unstored)
        }
    }
}
