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
