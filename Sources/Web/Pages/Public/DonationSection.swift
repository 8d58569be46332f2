import Hometown
import Ledger

/// 들어온 기부. Rows of public persons; everybody else is in the sums alone.
struct DonationSection: Part {
    /// `nil` without rows.
    let table: Table?
    let empty: String
    let notes: [String]

    init(_ overview: Overview, _ say: Phrases) {
        // Who has no published name has no row.
        let rows = overview.donations.filter { $0.publishedDonorName != nil }
        table = DonationSection.table(
            rows, overview.governments, say[.donationsCaption], Visitor(language: say.language))
        empty = say[.donationsEmpty]
        notes = DonationSection.notes(overview, shown: Int64(rows.count), say)
    }

    func write(to writer: inout MarkupWriter) {
        let part: any Part = table ?? Empty(empty)
        part.write(to: &writer)
        Remarks(notes).write(to: &writer)
    }

    /// The same table wherever donations are listed for everybody.
    static func table(
        _ donations: [RecordedDonation], _ governments: GovernmentRegistry, _ caption: String,
        _ visitor: Visitor
    ) -> Table? {
        guard !donations.isEmpty else { return nil }
        let say = visitor.say
        return Table(
            caption, unit: say[.unitWon],
            columns: [
                .init(say[.donatedOn]), .init(say[.donor]), .init(say[.recipient]),
                .init(say[.context]), .init(say[.amount], isNumber: true), .init(say[.status]),
            ],
            rows: donations.map { row($0, governments, visitor) }, headColumn: 1)
    }

    private static func row(
        _ donation: RecordedDonation, _ governments: GovernmentRegistry, _ visitor: Visitor
    ) -> [Cell] {
        let say = visitor.say
        let parts = [
            donation.exchange.map { _ in say("상호기부", "exchange") },
            donation.participation.map { _ in say("챌린지", "relay") },
        ].compactMap(\.self)
        return [
            Cell(say.date(donation.donatedOn), sub: donation.no, isSubCode: true),
            Cell(
                donation.publishedDonorName?.text(in: say.language) ?? "",
                sub: donation.office.map { Incumbent.text(of: $0, say) }),
            Cell(say.government(donation.recipient, governments)),
            Cell(parts.isEmpty ? "-" : parts.joined(separator: ", ")),
            Cell(donation: donation.amount, say),
            Cell(Chip(donation, say)),
        ]
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

extension Cell {
    /// 미공개 is a word and no number.
    init(donation amount: Won?, _ say: Phrases) {
        self.init(
            amount.map { say.number($0.amount) } ?? Notation.amount(nil, in: say.language),
            kind: amount == nil ? "hidden" : "")
    }
}

extension Chip {
    /// 정정됨 is not 취소됨: another record stands in its place.
    init(_ donation: RecordedDonation, _ say: Phrases) {
        if donation.status == .reversed, donation.settlement.replacement != nil {
            self.init("reversed", say[DonationQuery.Status.amended])
        } else {
            self.init(donation.status, say)
        }
    }

    init(_ status: RecordedDonation.Status, _ say: Phrases) {
        self.init(status.rawValue, say.text(status.title))
    }
}
