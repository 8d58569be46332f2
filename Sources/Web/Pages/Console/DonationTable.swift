import Hometown
import Ledger

/// 기부 대장의 표. Donations as the console lists them, with donors as far as the role may see them.
struct DonationTable {
    /// 열. What the table can show; which of it stands in the address of the list.
    enum Column: String, CaseIterable {
        case day, donor, recipient, amount, status, origin, channel, receipt, recorded

        static let usual: [Column] = [.day, .donor, .recipient, .amount, .status]
    }

    private let donations: [RecordedDonation]
    private let governments: GovernmentRegistry
    private let visit: Visit
    private let shown: [Column]
    private let isAsked: Bool

    /// - Parameter isAsked: whether conditions hold, of which none may fit.
    init(
        _ donations: [RecordedDonation], _ governments: GovernmentRegistry, _ visit: Visit,
        columns: [Column] = Column.usual, isAsked: Bool = false
    ) {
        self.isAsked = isAsked
        self.donations = donations
        self.governments = governments
        self.visit = visit
        shown = columns
    }

    private var say: Phrases { visit.say }

    /// 고치기. Whoever may correct finds the way beside every row.
    private var mayCorrect: Bool {
        visit.visitor.role.map(Role.clerks.contains) ?? false
    }

    var part: any Part {
        guard !donations.isEmpty else {
            return Empty(
                isAsked
                    ? say(
                        "조건에 맞는 기부가 없습니다. 조건을 하나씩 빼 보십시오.",
                        "No donation fits. Take the conditions away one by one.")
                    : say[.donationsEmpty])
        }
        let titles = shown.map { $0.title(say) }
        return Table(
            ([say("번호", "No.")] + titles).joined(separator: ", "),
            unit: shown.contains(.amount) ? say[.unitWon] : nil,
            columns: [.init(say("번호", "No."))]
                + zip(shown, titles).map { .init($1, isNumber: $0 == .amount) }
                + (mayCorrect ? [.init(say("고치기", "Mend"))] : []),
            rows: donations.map { donation in
                let page = visit.visitor.path("/donations/\(donation.id)")
                return [.code(donation.no, href: page)] + shown.map { cell($0, of: donation) }
                    + (mayCorrect ? [Cell(say("정정", "Correct"), href: page + "/correct")] : [])
            })
    }

    private func cell(_ column: Column, of donation: RecordedDonation) -> Cell {
        switch column {
        case .day: return Cell(say.date(donation.donatedOn))
        case .donor:
            return Cell(
                donation.donorName(for: visit.reader) ?? say("이름 없음", "unnamed"),
                href: donation.person.map { visit.visitor.path("/people/\($0)") },
                sub: donation.office.map { Incumbent.text(of: $0, say) })
        case .recipient:
            let context = [
                donation.exchange.map { _ in say("상호기부", "exchange") },
                donation.participation.map { _ in say("챌린지", "relay") },
            ].compactMap(\.self).joined(separator: ", ")
            return Cell(
                say.government(donation.recipient, governments),
                sub: context.isEmpty ? nil : context)
        case .amount: return Cell(donation: donation.amount, say)
        case .status: return Cell(Chip(donation, say))
        case .origin:
            return Cell(say[donation.origin])
        case .channel:
            return Cell(
                donation.channel.map { say.text($0.title) } ?? "-", sub: donation.channelName)
        case .receipt: return Cell(donation.receiving.officialReceiptNo ?? "-")
        case .recorded: return Cell(say.moment(donation.recordedAt))
        }
    }
}

extension DonationTable.Column {
    func title(_ say: Phrases) -> String {
        switch self {
        case .day: say[.donatedOn]
        case .donor: say[.donor]
        case .recipient: say[.recipient]
        case .amount: say[.amount]
        case .status: say[.status]
        case .origin: say("구분", "Origin")
        case .channel: say("접수 경로", "Channel")
        case .receipt: say("영수증 번호", "Receipt no.")
        case .recorded: say("등록", "Recorded")
        }
    }
}

extension [DonationTable.Column] {
    /// `day.donor.amount`, in the order of the table; `nil` for what names none.
    init?(_ text: String) {
        let named = Set(text.split(separator: ".").map(String.init))
        self = DonationTable.Column.allCases.filter { named.contains($0.rawValue) }
        guard count == named.count, !isEmpty else { return nil }
    }

    var text: String { map(\.rawValue).joined(separator: ".") }
}

extension Phrases {
    /// 상태. As somebody asks for it.
    subscript(status: DonationQuery.Status) -> String { text(status.title) }
}
