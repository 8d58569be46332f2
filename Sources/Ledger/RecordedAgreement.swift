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
    /// Further places beside the first.
    package var places: [Bilingual] = []
    package var documents: [RecordedDocument] = []
    /// What was said of it since, the last word last.
    package var statuses: [RecordedAgreementStatus] = []
    /// It and whatever it follows or is followed by, step by step, oldest first.
    package var chain: [ChainedAgreement] = []
    /// Who signed, with the offices they held.
    package var people: [Identifier: PersonRecord] = [:]
    /// The Korean day on which it was read.
    package var readOn = CivilDate(daysSinceEpoch: 0)

    /// 승계 협약. What names it as its predecessor.
    package var successors: [Identifier] {
        chain.filter { $0.predecessor == agreement.id }.map(\.id)
    }

    package var standing: AgreementStanding {
        AgreementStanding(
            said: statuses.last.flatMap { AgreementStatusDraft.State(rawValue: $0.state) },
            endsOn: agreement.endsOn, isFollowed: !successors.isEmpty, on: readOn)
    }
}

/// Which agreements to list. Everything that is `nil` does not matter.
package struct AgreementFilter: Hashable, Sendable {
    package var id: Identifier?
    /// Any of these units is a party: a government under all its names.
    package var units: [Int16]?
    /// In the name of a field of cooperation, in either language.
    package var field: String?
    /// The year of signing.
    package var year: Int?
    package var kind: AgreementDraft.Kind?

    package init(
        id: Identifier? = nil, units: [Int16]? = nil, field: String? = nil, year: Int? = nil,
        kind: AgreementDraft.Kind? = nil
    ) {
        self.id = id
        self.units = units
        self.field = field
        self.year = year
        self.kind = kind
    }
}

/// A document of an agreement.
package struct RecordedDocument: Hashable, Sendable {
    package let agreement: Identifier
    package let kind: String
    package let title: Bilingual
    package let link: String?
    package let sha256: [UInt8]?
    package let credit: String?
    package let recordedAt: Instant
}

/// What somebody said became of an agreement.
package struct RecordedAgreementStatus: Hashable, Sendable {
    package let agreement: Identifier
    package let state: String
    package let text: Bilingual?
    package let happenedOn: EventDate?
    package let recordedAt: Instant
}

/// An agreement as a step of a chain.
package struct ChainedAgreement: Hashable, Sendable {
    /// The agreement whose chain it is.
    package let start: Identifier
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let title: Bilingual?
    package let signedOn: EventDate
    package let predecessor: Identifier?

    package var no: String { Entry.no(.agreement, recordedAt: recordedAt, number: number) }
}
