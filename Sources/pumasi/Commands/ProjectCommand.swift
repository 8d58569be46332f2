import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi project`.
struct ProjectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "project",
        abstract: .said("지정기부 사업.", "Projects that donors may name (지정기부 사업)."),
        subcommands: [ProjectAdd.self, ProjectList.self, ProjectShow.self, ProjectEnd.self])
}

/// `pumasi project add`.
struct ProjectAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("지정기부 사업을 등록합니다.", "Record a project."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("project", draft) { ledger, request, today in
            try await ledger.record(
                ProjectForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi project list`: in the order they were recorded.
struct ProjectList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("지정기부 사업 목록.", "List projects that donors may name."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let (items, governments) = try await options.withLedger("project") { ledger in
            (try await ledger.projects(rowsMax: rowsMax), try await ledger.governments())
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("지자체", "GOVERNMENT"), ("이름", "NAME"), ("부터", "OPEN"),
                ("까지", "CLOSES"), ("금액", "AMOUNT"), ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            let government = governments[id: item.government]
            table.add(
                [
                    item.no, government.map { reader.name(of: $0, governments) } ?? "-",
                    item.name.text(in: reader.language), item.openFrom.description,
                    item.closesOn?.adding(days: -1).description ?? "-",
                    Notation.amount(item.amount, in: reader.language), item.id.description,
                ], exactly: ["AMOUNT": .amount(item.amount)])
        }
        try output.say(table, items: items, upTo: list) {
            $0.write(to: &$1, governments, for: reader)
        }
    }
}

/// `pumasi project show`.
struct ProjectShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("사업 하나를 보입니다.", "Show a project."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .project))
    var name: String

    func run() async throws {
        let text = name
        let (found, governments) = try await options.withLedger("project") { ledger in
            let id = try await ledger.identifier(named: text, .project)
            let found = try await ledger.projects(ProjectFilter(id: id), rowsMax: 1).first
            return (try found.found(text), try await ledger.governments())
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}

/// `pumasi project end`.
struct ProjectEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: .said("사업을 앞당겨 끝냅니다.", "End a project before its time."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .project))
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
        try await options.record("project", draft) { ledger, request, today in
            let project = try await ledger.identifier(named: text, .project)
            let ending = try EndingForm.draft(body, today: today)
            return try await ledger.end(project: project, ending, request: request)
        }
    }
}
