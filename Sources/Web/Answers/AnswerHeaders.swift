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
    /// Of an answer that brings none of its own: nearly all of them, and added at once.
    private let all: [HTTPField]

    /// - Parameter isBehindTLS: whether callers come by HTTPS, through a proxy that says so; on
    ///   plain HTTP the promise would lock them out.
    package init(isBehindTLS: Bool) {
        let always = [HTTPField(name: .xContentTypeOptions, value: "nosniff")]
        fields = isBehindTLS ? always + [AnswerHeaders.transport] : always
        all = fields + [AnswerHeaders.policy, AnswerHeaders.referrer, AnswerHeaders.unstored]
    }

    /// Adds them, and `Cache-Control: no-store` where the answer says nothing of caching.
    package func complete(_ response: inout Response) {
        let brought = response.headers
        // Two policies would both hold: an answer that needs one of its own says all of it.
        let hasPolicy = brought.contains(.contentSecurityPolicy)
        // A page whose address is a secret says less.
        let hasReferrer = brought.contains(.referrerPolicy)
        let isStored = brought.contains(.cacheControl)
        let end = brought.endIndex
        guard hasPolicy || hasReferrer || isStored else {
            return response.headers.replaceSubrange(end..<end, with: all)
        }
        var missing = fields
        if !hasPolicy { missing.append(AnswerHeaders.policy) }
        if !hasReferrer { missing.append(AnswerHeaders.referrer) }
        if !isStored { missing.append(AnswerHeaders.unstored) }
        response.headers.replaceSubrange(end..<end, with: missing)
    }
}
