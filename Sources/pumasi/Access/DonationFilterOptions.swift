import ArgumentParser
import Web

/// Which donations a command is about: what the API's parameters say, under the same names.
struct DonationFilterOptions: ParsableArguments {
    @Option(
        name: [.long, .customLong("q")],
        help: """
            What to look for: ids, names, initials, amounts, days, from: to: by: amount:>=1000000 \
            status: period:2026-W46, quotes, - to exclude.
            """)
    var query: String?

    @Option(
        name: .long, help: "To this government: its code or name.", completion: .governments)
    var recipient: String?

    @Option(
        name: .long, help: "The government of the donor's office.", completion: .governments)
    var giver: String?

    @Option(name: .long, help: "The public person who donated: id or number.")
    var person: String?

    @Option(name: .long, help: "Donated on this day or later, as in 2026-01-01.")
    var from: String?

    @Option(name: .long, help: "Donated on this day or earlier.")
    var to: String?

    @Option(name: .long, help: "Donated within 2026-W46, 2026-11, 2026-Q4 or 2026.")
    var period: String?

    @Option(name: .long, help: "This amount or more.")
    var amountMin: String?

    @Option(name: .long, help: "This amount or less.")
    var amountMax: String?

    @Option(name: .long, help: "intake or reported.")
    var origin: String?

    @Option(name: .long, help: "state_system, bank_counter, private_platform or public_place.")
    var channel: String?

    @Option(
        name: .long, help: "standing, disputed, return_due, reversed, returned or amended.")
    var status: String?

    @Option(name: .long, help: "Of this exchange: id or number.")
    var exchange: String?

    @Option(name: .long, help: "Under this agreement: id or number.")
    var agreement: String?

    @Option(name: .long, help: "Of this participation: id or number.")
    var participation: String?

    @Option(name: .long, help: "Of this relay: id or number.")
    var relay: String?

    @Option(name: .customLong("import"), help: "Of this import: id or number.")
    var listImport: String?

    @Option(name: .long, help: "As the ledger was: a size of its log, a time or a day.")
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
