import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi fund`.
struct FundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "What became of the money, as documents say (기금 수치).",
        subcommands: [FundRecord.self, FundList.self, FundShow.self])
}

/// `pumasi fund record`.
struct FundRecord: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a figure of a year, or one that puts another right.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Option(name: .long, help: "The year, as in 2025.")
    var year: Int?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "One of: \(FundFigure.allCases.map(\.rawValue).joined(separator: ", "))."))
    var figure: String?

    @Option(name: .long, help: "Of a use: 1 to 4.")
    var purpose: Int?

    @Option(name: .long, help: "Of a use: the project's id or number, instead of a purpose.")
    var project: String?

    @Option(name: .long, help: "Of an item of the Ministry or the head: what it is.")
    var title: String?

    @Option(name: .long, help: "Won, as in 1억2000만 or 120000000.")
    var amount: String?

    @Option(name: .long, help: "Whatever else there is to say.")
    var note: String?

    @Option(name: .long, help: "Which document says so, and where in it.")
    var document: String?

    @Option(name: .long, help: "The figure it puts right: its id or number.")
    var replaces: String?

    func run() async throws {
        guard draft.file == nil || !isGiven else { throw DraftOptions.both }
        let body = try draft.body() ?? given()
        let kinds = draft.file == nil ? FundRecord.kinds : [:]
        try await options.record("fund", draft) { ledger, request, today in
            let body = try await body.identified(kinds, in: ledger)
            return try await ledger.record(FundForm.draft(body, today: today), request: request)
        }
    }

    /// Of what the options name that take a number as well as an id.
    private static let kinds: [String: Entry.Kind] = [
        "project_id": .project, "replaces": .fundFigure,
    ]

    private var isGiven: Bool {
        [figure, project, title, amount, note, document, replaces].contains { $0 != nil }
            || year != nil || purpose != nil
    }

    private func given() throws -> FormBody {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("year", year)
            writer.field("figure", figure)
            writer.field("purpose", purpose)
            writer.field("project_id", project)
            writer.field("title", title)
            writer.field("amount", amount)
            writer.field("note", note)
            writer.field("document", document)
            writer.field("replaces", replaces)
        }
        return try FormBody(writer.bytes)
    }
}

/// `pumasi fund list`: in the order they were recorded.
struct FundList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List fund figures.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Option(name: .long, help: "Of this year only.")
    var year: Int?

    @Flag(name: .long, help: "Without those that were put right.")
    var standing = false

    func run() async throws {
        let (limit, filter) = (list.limit, FundFilter(year: year, isStanding: standing))
        let items = try await options.withLedger("fund") {
            try await $0.fundFigures(filter, rowsMax: limit)
        }
        let reader = options.reader
        var table = TextTable(["NO", "YEAR", "FIGURE", "WHAT", "AMOUNT", "DOCUMENT", "ID"])
        for item in items {
            table.add(
                [
                    item.no, String(item.year), item.figure.rawValue,
                    item.title ?? item.purpose?.name.text(in: reader.language) ?? "-",
                    item.amount.map { Notation.amount($0, in: reader.language) } ?? "-",
                    item.document, item.id.description,
                ], exactly: ["AMOUNT": .amount(item.amount)])
        }
        try output.say(table, items: items) { $0.write(to: &$1, for: reader) }
    }
}

/// `pumasi fund show`.
struct FundShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a fund figure.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Its id or its number.")
    var name: String

    func run() async throws {
        let text = name
        let found = try await options.withLedger("fund") { ledger in
            let id = try await ledger.identifier(named: text, .fundFigure)
            return try await ledger.fundFigures(FundFilter(id: id), rowsMax: 1).first.found(text)
        }
        try options.say { found.write(to: &$0, for: options.reader) }
    }
}
