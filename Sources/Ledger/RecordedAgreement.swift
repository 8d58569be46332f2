package import Hometown

/// An agreement as the ledger knows it.
package struct RecordedAgreement: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let kind: String
    let titleKorean: String?
    let titleEnglish: String?
    package let signedOn: EventDate
    package let signedAt: Instant?
    let placeKorean: String?
    let placeEnglish: String?
    package let predecessor: Identifier?
    package let parties: [Int16]
    package let signatories: [Identifier?]

    package var no: String { Entry.no(.agreement, recordedAt: recordedAt, number: number) }

    package var title: Bilingual? {
        titleKorean.map { Bilingual($0, titleEnglish ?? $0) }
    }

    package var place: Bilingual? {
        placeKorean.map { Bilingual($0, placeEnglish ?? $0) }
    }
}

/// One field of cooperation of an agreement.
package struct RecordedField: Hashable, Sendable {
    package let agreement: Identifier
    package let no: Int16
    package let name: Bilingual
    package let note: String?
}

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

extension [RecordedClaim] {
    /// 출처 불일치. Whether sources say different things of one attribute and nobody has chosen.
    package var isDisputed: Bool {
        let byAttribute = Dictionary(grouping: filter { $0.value != nil }, by: \.attribute)
        return byAttribute.values.contains { claims in
            Set(claims.map(\.value)).count > 1 && !claims.contains { $0.followed != nil }
        }
    }
}

/// An agreement with its fields, its governments and its sources.
package struct AgreementRecord: Hashable, Sendable {
    package let agreement: RecordedAgreement
    /// As of the day of signing.
    package let parties: [Government]
    package let fields: [RecordedField]
    package let claims: [RecordedClaim]
}
