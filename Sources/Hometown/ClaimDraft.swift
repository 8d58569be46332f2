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
