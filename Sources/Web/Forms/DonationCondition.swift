import Hometown
import Ledger

/// 기부 조건 하나. A filter of the list of donations beyond recipient, days, words and status, as the
/// list and its export offer it. Each is one of the API's, by the same name.
struct DonationCondition: Sendable {
    enum Sort: Sendable {
        case text(hint: Bilingual)
        case government
        case amount(hint: Bilingual)
        case choice(@Sendable (Phrases) -> [(value: String, text: String)])
    }

    let name: String
    let title: Bilingual
    let sort: Sort
    /// Whether a form offers it; the others come from links and stay as long as they hold.
    let isOffered: Bool

    private init(
        _ name: String, _ korean: String, _ english: String, _ sort: Sort, isOffered: Bool = true
    ) {
        self.name = name
        title = Bilingual(korean, english)
        self.sort = sort
        self.isOffered = isOffered
    }

    /// Those that `query` may show: what is offered, and what is asked for anyway.
    static func shown(_ typed: (String) -> String?) -> [DonationCondition] {
        all.filter { $0.isOffered || typed($0.name)?.isEmpty == false }
    }

    /// What holds, in words: 최소 금액 100,000원.
    func text(
        of typed: String, _ governments: GovernmentRegistry, on day: CivilDate, _ say: Phrases
    ) -> String {
        let title = say.text(title)
        switch sort {
        case .text: return "\(title) \(typed.tidied)"
        case .government:
            return "\(title) \(say.government(governments.meant(by: typed, on: day), governments))"
        case .amount:
            guard case .success(.disclosed(let won)) = AmountReader.read(typed) else {
                return title
            }
            return "\(title) \(Notation.amount(won, in: say.language))"
        case .choice(let options):
            return options(say).first { $0.value == typed }?.text ?? title
        }
    }

    var parameter: RouteDocument.Parameter { .init(name, ["type": "string"], title) }

    /// A size of the log, or a time.
    static let asOf = "as_of"

    static let all: [DonationCondition] = [
        .init("giver", "기부자의 지자체", "Donor's government", .government),
        .init("agreement", "업무협약", "Agreement", number("A")),
        .init("relay", "챌린지", "Relay", number("R")),
        .init(
            "period", "기간", "Period",
            .text(hint: Bilingual("2026-W46", "2026-W46"))),
        .init(
            "amount_min", "최소 금액", "Amount at least",
            .amount(hint: Bilingual("10만", "100,000"))),
        .init(
            "amount_max", "최대 금액", "Amount at most",
            .amount(hint: Bilingual("500만", "5,000,000"))),
        .init(
            "channel", "접수 경로", "Channel",
            .choice { say in Channel.allCases.map { ($0.rawValue, say.text($0.title)) } }),
        .init(
            "origin", "구분", "Origin",
            .choice { say in Origin.allCases.map { ($0.rawValue, say[$0]) } }),
        .init("person", "기부한 공직자", "Public person", number("H"), isOffered: false),
        .init("exchange", "상호기부", "Exchange", number("E"), isOffered: false),
        .init("participation", "챌린지 참여", "Participation", number("P"), isOffered: false),
        .init("import", "일괄 등록", "Import", number("I"), isOffered: false),
        .init(
            asOf, "기준 시점", "As of",
            .text(hint: Bilingual("원장 크기나 날짜", "size of the log or a day")), isOffered: false),
    ]

    static let names = all.map(\.name)

    private static func number(_ letter: String) -> Sort {
        .text(hint: Bilingual("\(letter)-2026-000123", "\(letter)-2026-000123"))
    }
}

extension DonationFilterForm {
    /// What a form asks for by the further conditions. A form sends its empty fields too; they ask
    /// for nothing.
    /// - Throws: `Problem` 400 naming the parameter.
    static func further(
        _ fields: [(name: String, value: String)], _ governments: GovernmentRegistry,
        today: CivilDate, for reader: Reader
    ) throws(Problem) -> DonationFilter {
        let names = Set(DonationCondition.names)
        let asked = fields.filter { names.contains($0.name) && !$0.value.tidied.isEmpty }
            .map { (name: $0.name, value: $0.value.tidied) }
        return try filter(Query(asked), governments, today: today, for: reader)
    }
}

extension Phrases {
    /// 구분. How a donation is known.
    subscript(origin: Origin) -> String { text(origin.title) }
}
