import ArgumentParser
import Hometown
import Web

/// Which donations a command is about: what the API's parameters say, under the same names.
struct DonationFilterOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("q")],
        help: .said(
            """
            찾을 것: id, 이름, 초성, 금액, 날짜, from: to: by: amount:>=1000000 status: \
            period:2026-W46, 따옴표, 빼려면 앞에 -.
            """,
            """
            What to look for: ids, names, initials, amounts, days, from: to: by: amount:>=1000000 \
            status: period:2026-W46, quotes, - to exclude.
            """))
    var query: String?

    @Option(
        name: .long,
        help: .said(
            "이 지자체에 한 것만: 코드나 이름.",
            "To this government: its code or name."), completion: .governments)
    var recipient: String?

    @Option(
        name: .long,
        help: .said(
            "기부자가 재직하는 지자체.", "The government of the donor's office."), completion: .governments)
    var giver: String?

    @Option(
        name: .long,
        help: .said("기부한 공직자: id나 번호.", "The public person who donated: id or number."),
        completion: .number(of: .person))
    var person: String?

    @Option(
        name: .long,
        help: .said("이날부터의 기부, 예: 2026-01-01.", "Donated on this day or later, as in 2026-01-01."))
    var from: String?

    @Option(name: .long, help: .said("이날까지의 기부.", "Donated on this day or earlier."))
    var to: String?

    @Option(
        name: .long,
        help: .said(
            "이 기간의 기부: 2026-W46, 2026-11, 2026-Q4, 2026.",
            "Donated within 2026-W46, 2026-11, 2026-Q4 or 2026."))
    var period: String?

    @Option(name: .long, help: .said("이 금액 이상.", "This amount or more."))
    var amountMin: String?

    @Option(name: .long, help: .said("이 금액 이하.", "This amount or less."))
    var amountMax: String?

    @Option(name: .long, help: .said("intake(접수)나 reported(공표).", "intake or reported."))
    var origin: String?

    @Option(
        name: .long,
        help: .said(
            "state_system, bank_counter, private_platform, public_place 중 하나.",
            "state_system, bank_counter, private_platform or public_place."))
    var channel: String?

    @Option(
        name: .long,
        help: .said(
            "standing, disputed, return_due, reversed, returned, amended 중 하나.",
            "standing, disputed, return_due, reversed, returned or amended."))
    var status: String?

    @Option(
        name: .long, help: .said("이 상호기부의 것만: id나 번호.", "Of this exchange: id or number."),
        completion: .number(of: .exchange))
    var exchange: String?

    @Option(
        name: .long, help: .said("이 협약의 것만: id나 번호.", "Under this agreement: id or number."),
        completion: .number(of: .agreement))
    var agreement: String?

    @Option(
        name: .long, help: .said("이 참여의 것만: id나 번호.", "Of this participation: id or number."),
        completion: .number(of: .participation))
    var participation: String?

    @Option(
        name: .long, help: .said("이 챌린지의 것만: id나 번호.", "Of this relay: id or number."),
        completion: .number(of: .relay))
    var relay: String?

    @Option(
        name: .customLong("import"),
        help: .said("이 일괄 등록의 것만: id나 번호.", "Of this import: id or number."),
        completion: .number(of: .listImport))
    var listImport: String?

    @Option(
        name: .long,
        help: .said(
            "그때의 원장: 로그 크기, 시각이나 날짜.", "As the ledger was: a size of its log, a time or a day."))
    var asOf: String?

    /// As the API would get it.
    var parameters: Query {
        let all = [
            ("q", query), ("recipient", recipient), ("giver", giver), ("person", person),
            ("from", from), ("to", to), ("period", period), ("amount_min", amountMin),
            ("amount_max", amountMax), ("origin", origin), ("channel", channel),
            ("status", status), ("exchange", exchange), ("agreement", agreement),
            ("participation", participation), ("relay", relay), ("import", listImport),
            ("as_of", asOf),
        ]
        return Query(all.compactMap { name, value in value.map { (name: name, value: $0) } })
    }
}
