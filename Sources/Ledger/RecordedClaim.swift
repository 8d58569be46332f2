package import Hometown

/// What a source says of something.
package struct RecordedClaim: Hashable, Sendable {
    package let subject: Identifier
    package let source: Identifier
    package let outlet: String
    package let headline: String?
    package let publishedAt: Instant?
    package let link: String?
    /// `nil`: the claim supports the thing as a whole.
    package let attribute: String?
    package let value: String?
    package let quote: String?
    /// By which a choice names it.
    package let place: ChoiceDraft.ClaimPlace
    /// Who follows it, since when and why; `nil` for a claim that is only kept.
    package let followed: Choice?

    /// 채택.
    package struct Choice: Hashable, Sendable {
        package let author: String
        package let on: Instant
        package let reason: String
    }
}
