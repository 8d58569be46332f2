/// 출처. An article or notice from which something is known.
package struct SourceDraft: Hashable, Sendable {
    package var outlet: String
    package var headline: String?
    package var language: Language
    package var publishedAt: Instant?
    package var link: String?
    /// SHA-256 of the text that was read, 32 bytes.
    package var sha256: [UInt8]?

    package init(
        outlet: String, headline: String? = nil, language: Language, publishedAt: Instant? = nil,
        link: String? = nil, sha256: [UInt8]? = nil
    ) {
        self.outlet = outlet
        self.headline = headline
        self.language = language
        self.publishedAt = publishedAt
        self.link = link
        self.sha256 = sha256
    }
}

/// 출처별 주장. What a source says about the thing it stands with, or about one attribute of it.
package struct ClaimDraft: Hashable, Sendable {
    package var source: Identifier
    /// A few words of the source. Personal: they name people.
    package var quote: String?
    /// `nil`: the claim supports the thing as a whole.
    package var attribute: String?
    package var value: String?

    package static let claimsMax = 100

    package init(
        source: Identifier, quote: String? = nil, attribute: String? = nil, value: String? = nil
    ) {
        self.source = source
        self.quote = quote
        self.attribute = attribute
        self.value = value
    }
}
