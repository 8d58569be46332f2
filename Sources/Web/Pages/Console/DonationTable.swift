import Hometown
import Ledger

/// 기부 대장의 표. Donations as the console lists them, with donors as far as the role may see them.
struct DonationTable {
    private let donations: [RecordedDonation]
    private let governments: GovernmentRegistry
    private let visit: Visit

    init(
        _ donations: [RecordedDonation], _ governments: GovernmentRegistry, _ visit: Visit
    ) {
        self.donations = donations
        self.governments = governments
        self.visit = visit
    }

    private var say: Phrases { visit.say }

    var part: any Part {
        guard !donations.isEmpty else { return Empty(say[.donationsEmpty]) }
        return Table(
            say(
                "번호, 기부한 날, 기부자와 그때의 직위, 받는 지자체, 금액, 상태",
                "Number, day, donor with the office of the day, recipient, amount and status"),
            unit: say[.unitWon],
            columns: [
                .init(say("번호", "No.")), .init(say[.donatedOn]), .init(say[.donor]),
                .init(say[.recipient]), .init(say[.amount], isNumber: true), .init(say[.status]),
            ], rows: donations.map(row))
    }

    private func row(_ donation: RecordedDonation) -> [Cell] {
        let context = [
            donation.exchange.map { _ in say("상호기부", "exchange") },
            donation.participation.map { _ in say("챌린지", "relay") },
        ].compactMap(\.self).joined(separator: ", ")
        return [
            .code(donation.no, href: visit.visitor.path("/donations/\(donation.id)")),
            Cell(say.date(donation.donatedOn)),
            Cell(
                donation.donorName(for: visit.reader) ?? say("이름 없음", "unnamed"),
                href: donation.person.map { visit.visitor.path("/people/\($0)") },
                sub: donation.office.map { Incumbent.text(of: $0, say) }),
            Cell(
                say.government(donation.recipient, governments),
                sub: context.isEmpty ? nil : context),
            Cell(donation: donation.amount, say), Cell(Chip(donation.status, say)),
        ]
    }
}
