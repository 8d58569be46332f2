import Hometown
import Ledger

/// 최근 기록. What was recorded last, each row with the way to mend it.
struct RecentDonations {
    let rows: [RecordedDonation]
    let registry: GovernmentRegistry
    let visitor: Visitor

    var parts: [any Part] {
        guard !rows.isEmpty else { return [] }
        return [Block("recent", say("최근 기록", "Recorded last"), [table])]
    }

    private var say: Phrases { visitor.say }

    private var table: Table {
        Table(
            say("새 것부터 \(rows.count)건", "The last \(rows.count), newest first"),
            unit: say("단위: 원", "KRW"),
            columns: [
                Table.Column(say("번호", "No.")), Table.Column(say("기부일", "Day")),
                Table.Column(say("기부자", "Donor")), Table.Column(say("받는 지자체", "Recipient")),
                Table.Column(say("금액", "Amount"), isNumber: true),
                Table.Column(say("고치기", "Mend")),
            ], rows: rows.map(row))
    }

    private func row(_ donation: RecordedDonation) -> [Cell] {
        let language = visitor.language
        let page = visitor.path("/donations/\(donation.id)")
        let donor =
            donation.donorName?.text(in: language)
            ?? donation.privateName.map {
                visitor.reader.seesPrivateNames ? $0 : Notation.masked($0)
            } ?? say("이름 없음", "no name")
        let isOpen = donation.settlement.step.isMultiple(of: 2)
        return [
            Cell(donation.no, href: page), Cell(Notation.date(donation.donatedOn, in: language)),
            Cell(donor, sub: donation.office?.title.text(in: language)),
            Cell(donation.recipient.map { registry.fullName(of: $0).text(in: language) } ?? "-"),
            Cell(
                donation.amount.map { Notation.grouped($0.amount) } ?? say("미공개", "undisclosed")),
            isOpen
                ? Cell(say("정정", "Correct"), href: page + "/correct")
                : Cell(Chip(donation, say)),
        ]
    }
}
