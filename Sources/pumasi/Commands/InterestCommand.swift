import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi interest`.
struct InterestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interest", abstract: .said("신고된 이해관계.", "Declared interests (이해관계)."),
        subcommands: [InterestAdd.self, InterestList.self, InterestShow.self, InterestEnd.self])
}

/// `pumasi interest add`.
struct InterestAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("신고된 이해관계를 등록합니다.", "Record a declared interest."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("interest", draft) { ledger, request, today in
            try await ledger.record(
                InterestForm.draft(body, today: today, keyed: ledger.secret.donor), request: request
            )
        }
    }
}

/// `pumasi interest list`: in the order they were recorded.
struct InterestList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("신고된 이해관계의 목록.", "List declared interests."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let (items, governments) = try await options.withLedger("interest") { ledger in
            (try await ledger.interests(rowsMax: rowsMax), try await ledger.governments())
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("지자체", "GOVERNMENT"), ("관계", "RELATION"), ("부터", "FROM"),
                ("까지", "TO"), ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            let government = governments[id: item.government]
            table.add(
                [
                    item.no, government.map { reader.name(of: $0, governments) } ?? "-",
                    item.relation.rawValue, item.validFrom?.description ?? "-",
                    (item.endedOn ?? item.validTo)?.adding(days: -1).description ?? "-",
                    item.id.description,
                ], said: ["RELATION": item.relation.title])
        }
        try output.say(table, items: items, upTo: list) {
            $0.write(to: &$1, governments, for: reader)
        }
    }
}

/// `pumasi interest show`.
struct InterestShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("신고된 이해관계 하나를 보입니다.", "Show a declared interest."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .interest))
    var name: String

    func run() async throws {
        let text = name
        let (found, governments) = try await options.withLedger("interest") { ledger in
            let id = try await ledger.identifier(named: text, .interest)
            let found = try await ledger.interests(id: id, rowsMax: 1).first
            return (try found.found(text), try await ledger.governments())
        }
        try options.say(words: .interest) { found.write(to: &$0, governments, for: options.reader) }
    }
}

/// `pumasi interest end`.
struct InterestEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: .said("신고된 이해관계를 끝냅니다.", "End a declared interest."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .interest))
    var name: String

    @Option(
        name: .long,
        help: .said(
            "끝난 뒤의 첫날, 예: 2026-01-01.", "The first day on which it is over, as in 2026-01-01."))
    var on: String?

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String?

    func run() async throws {
        let (text, body) = (name, try draft.body(or: ["ends_on": on, "reason": reason]))
        try await options.record("interest", draft) { ledger, request, today in
            let interest = try await ledger.identifier(named: text, .interest)
            let ending = try EndingForm.draft(body, today: today)
            return try await ledger.end(interest: interest, ending, request: request)
        }
    }
}
