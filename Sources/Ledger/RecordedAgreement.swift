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
    package var startsOn: CivilDate?
    package var endsOn: CivilDate?
    package var isRenewal = false

    package var no: String { Entry.no(.agreement, recordedAt: recordedAt, number: number) }

    package var title: Bilingual? {
        titleKorean.map { Bilingual($0, titleEnglish ?? $0) }
    }

    package var place: Bilingual? {
        placeKorean.map { Bilingual($0, placeEnglish ?? $0) }
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
