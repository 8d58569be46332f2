import Hometown
import Ledger

/// 업무협약. The agreements, newest first.
struct AgreementSection {
    let items: [AgreementItem]

    /// `nil` without any.
    init?(_ overview: Overview, _ say: Phrases) {
        guard !overview.agreements.isEmpty else { return nil }
        let titles = Dictionary(
            overview.agreements.map {
                ($0.agreement.id, AgreementItem.named($0.agreement, say))
            },
            uniquingKeysWith: { first, _ in first })
        items = overview.agreements
            .sorted {
                ($0.agreement.signedOn.latest, $0.agreement.number)
                    > ($1.agreement.signedOn.latest, $1.agreement.number)
            }
            .map { AgreementItem($0, overview, titles, say) }
    }
}

/// One agreement, folded.
struct AgreementItem {
    struct Fields {
        let names: [String]
    }

    let anchor: String
    let date: String
    let title: String
    let parties: String
    let count: String
    /// `nil` without fields on record.
    let fields: Fields?
    let facts: [Label]

    fileprivate init(
        _ record: AgreementRecord, _ overview: Overview, _ titles: [Identifier: String],
        _ say: Phrases
    ) {
        let agreement = record.agreement
        anchor = agreement.no
        date = say.date(agreement.signedOn)
        title = AgreementItem.title(agreement, say)
        parties = record.parties.map { say.government($0, overview.governments) }
            .joined(separator: say.say("·", ", "))
        let fields = record.fields.sorted { $0.no < $1.no }
        let count = Int64(fields.count)
        self.count =
            switch count {
            case 0: ""
            case 1: say.say("1개 분야", "1 field")
            default: say.say("\(say.number(count))개 분야", "\(say.number(count)) fields")
            }
        self.fields =
            fields.isEmpty ? nil : Fields(names: fields.map { $0.name.text(in: say.language) })
        facts = [
            agreement.place.map { Label(say[.place], $0.text(in: say.language)) },
            agreement.predecessor.flatMap { titles[$0] }.map { Label(say[.predecessor], $0) },
            Label(sources: record.claims, say),
            Label(say[.exchangeNo], agreement.no),
        ].compactMap(\.self)
    }

    /// What the agreement is called, or else what kind it is of.
    static func title(_ agreement: RecordedAgreement, _ say: Phrases) -> String {
        if let title = agreement.title { return title.text(in: say.language) }
        return switch AgreementDraft.Kind(rawValue: agreement.kind) {
        case .exchange: say[.kindExchange]
        case .friendship: say[.kindFriendship]
        case .sports: say[.kindSports]
        case .other, nil: say[.kindOther]
        }
    }

    fileprivate static func named(_ agreement: RecordedAgreement, _ say: Phrases) -> String {
        let date = say.date(agreement.signedOn)
        return say.say("\(title(agreement, say))(\(date))", "\(title(agreement, say)) (\(date))")
    }
}
