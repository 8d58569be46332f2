package import Hometown

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
