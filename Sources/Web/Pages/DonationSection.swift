import Hometown
import Ledger

/// 들어온 기부. Rows of public persons; everybody else is in the sums alone.
struct DonationSection {
    struct Table {
        let rows: [Row]
    }

    struct Row {
        let no: String
        let date: String
        let donor: String
        let office: String
        let recipient: String
        let context: String
        let amount: String
        let amountKind: String
        let status: String
        let statusKind: String
    }

    /// `nil` without rows.
    let table: Table?
    let notes: [String]

    init(_ overview: Overview, _ say: Phrases) {
        let rows = overview.donations.compactMap { donation in
            // Who has no published name has no row.
            donation.donorName.map { Row(donation, named: $0, overview, say) }
        }
        table = rows.isEmpty ? nil : Table(rows: rows)
        notes = DonationSection.notes(overview, shown: Int64(rows.count), say)
    }

    private static func notes(_ overview: Overview, shown: Int64, _ say: Phrases) -> [String] {
        let gifts = overview.gifts
        var notes: [String] = []
        let all = gifts.published.count + gifts.disputed
        if all > shown {
            notes.append(
                say.say(
                    "모두 \(say.count(all)) 가운데 최근 \(say.count(shown))입니다.",
                    "The latest \(say.number(shown)) of \(say.number(all))."))
        }
        if gifts.disputed > 0 {
            notes.append(
                say.say(
                    "이견이 있는 기록 \(say.count(gifts.disputed))은 합계에 넣지 않습니다.",
                    "Disputed records, in no total: \(say.number(gifts.disputed))."))
        }
        return notes
    }
}

extension DonationSection.Row {
    fileprivate init(
        _ donation: RecordedDonation, named name: Bilingual, _ overview: Overview, _ say: Phrases
    ) {
        no = donation.no
        date = say.date(donation.donatedOn)
        donor = name.text(in: say.language)
        office = donation.office.map { Incumbent.text(of: $0, say) } ?? ""
        recipient = say.government(donation.recipient, overview.governments)
        let parts = [
            donation.exchange.map { _ in say.say("상호기부", "exchange") },
            donation.participation.map { _ in say.say("챌린지", "relay") },
        ].compactMap(\.self)
        context = parts.isEmpty ? "-" : parts.joined(separator: ", ")
        amount =
            donation.amount.map { say.number($0.amount) }
            ?? Notation.amount(nil, in: say.language)
        amountKind = donation.amount == nil ? "hidden" : "known"
        status = say[Wording(donation.status)]
        statusKind = donation.status.rawValue
    }
}

extension Wording {
    init(_ status: RecordedDonation.Status) {
        self =
            switch status {
            case .standing: .standing
            case .disputed: .disputed
            case .returnDue: .returnDue
            case .reversed: .reversed
            case .returned: .returned
            }
    }
}
