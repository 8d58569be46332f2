import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi fund`.
struct FundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: .said(
            "결산서 같은 문서의 기금 수치.", "What became of the money, as documents say (기금 수치)."),
        subcommands: [FundRecord.self, FundList.self, FundShow.self])
}

/// `pumasi fund record`.
struct FundRecord: AsyncParsableCommand {
    private static let figures = FundFigure.allCases.map(\.rawValue).joined(separator: ", ")

    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: .said(
            "어느 해의 수치, 또는 바로잡는 수치를 등록합니다.",
            "Record a figure of a year, or one that puts another right."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Option(name: .long, help: .said("연도, 예: 2025.", "The year, as in 2025."))
    var year: Int?

    @Option(
        name: .long,
        help: .said(
            "다음 중 하나: \(FundRecord.figures).", "One of: \(FundRecord.figures)."))
    var figure: String?

    @Option(name: .long, help: .said("사용액일 때 목적: 1부터 4까지.", "Of a use: 1 to 4."))
    var purpose: Int?

    @Option(
        name: .long,
        help: .said(
            "사용액일 때 목적 대신 사업의 id나 번호.",
            "Of a use: the project's id or number, instead of a purpose."),
        completion: .number(of: .project))
    var project: String?

    @Option(
        name: .long,
        help: .said(
            "행정안전부·지자체장 지정 항목일 때: 무엇인지.", "Of an item of the Ministry or the head: what it is."))
    var title: String?

    @Option(
        name: .long,
        help: .said("원, 예: 1억2000만이나 120000000.", "Won, as in 1억2000만 or 120000000."))
    var amount: String?

    @Option(name: .long, help: .said("덧붙일 말.", "Whatever else there is to say."))
    var note: String?

    @Option(name: .long, help: .said("어느 문서의 어디에 있는지.", "Which document says so, and where in it."))
    var document: String?

    @Option(
        name: .long,
        help: .said("바로잡을 수치: id나 번호.", "The figure it puts right: its id or number."),
        completion: .number(of: .fundFigure))
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
        commandName: "list", abstract: .said("기금 수치 목록.", "List fund figures."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Option(name: .long, help: .said("이 해의 것만.", "Of this year only."))
    var year: Int?

    @Flag(name: .long, help: .said("바로잡힌 것은 뺍니다.", "Without those that were put right."))
    var standing = false

    func run() async throws {
        let (rowsMax, filter) = (list.rowsMax, FundFilter(year: year, isStanding: standing))
        let items = try await options.withLedger("fund") {
            try await $0.fundFigures(filter, rowsMax: rowsMax)
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("연도", "YEAR"), ("수치", "FIGURE"), ("무엇", "WHAT"), ("금액", "AMOUNT"),
                ("문서", "DOCUMENT"), ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            table.add(
                [
                    item.no, String(item.year), item.figure.rawValue,
                    item.title ?? item.purpose?.name.text(in: reader.language) ?? "-",
                    item.amount.map { Notation.amount($0, in: reader.language) } ?? "-",
                    item.document, item.id.description,
                ], said: ["FIGURE": item.figure.title], exactly: ["AMOUNT": .amount(item.amount)])
        }
        try output.say(table, items: items, upTo: list) { $0.write(to: &$1, for: reader) }
    }
}

/// `pumasi fund show`.
struct FundShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("기금 수치 하나를 보입니다.", "Show a fund figure."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .fundFigure))
    var name: String

    func run() async throws {
        let text = name
        let found = try await options.withLedger("fund") { ledger in
            let id = try await ledger.identifier(named: text, .fundFigure)
            return try await ledger.fundFigures(FundFilter(id: id), rowsMax: 1).first.found(text)
        }
        try options.say(words: .fund) { found.write(to: &$0, for: options.reader) }
    }
}
