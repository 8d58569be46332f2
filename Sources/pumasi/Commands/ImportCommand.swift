import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi import`: lists that were taken in. Taking one in is `pumasi donation import`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: .said("일괄 등록.", "Imports (일괄 등록)."),
        subcommands: [ImportList.self, ImportShow.self, ImportReverse.self])
}

/// `pumasi import list`: newest first.
struct ImportList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("최근 일괄 등록의 목록.", "List the newest imports."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let imports = try await options.withLedger("import") {
            try await $0.imports(rowsMax: rowsMax)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("행", "ROWS"), ("등록", "RECORDED"), ("오류", "REFUSED"),
                ("금액", "AMOUNT"), ("누가", "BY"), ("파일", "FILE"), ("되돌림", "UNDONE"),
            ], in: options.language)
        for found in list.shown(imports) {
            let amount = Won(found.counts.amount)
            table.add(
                [
                    found.no, String(found.counts.rows), String(found.counts.recorded),
                    String(found.counts.refused), Notation.amount(amount, in: options.language),
                    found.author, found.fileName ?? "-", found.reversal?.no ?? "-",
                ], exactly: ["AMOUNT": .amount(amount)])
        }
        try output.say(table, items: imports, upTo: list) {
            $0.write(to: &$1, in: options.language)
        }
    }
}

/// `pumasi import show`.
struct ImportShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("일괄 등록 하나를 보입니다.", "Show an import."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .listImport))
    var listImport: String

    func run() async throws {
        let text = listImport
        let found = try await options.withLedger("import") {
            try await $0.listImport(named: text)
        }
        try options.say { found.write(to: &$0, in: options.language) }
    }
}

/// `pumasi import reverse`: a list that should never have been taken in is taken out as a whole.
struct ImportReverse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: .said(
            "일괄 등록을 되돌립니다: 전부 아니면 아무것도.", "Undo an import (되돌리기): all of it or nothing."),
        discussion: .said(
            """
            목록의 기부를 하나씩 취소합니다. 그 뒤에 정정하거나 반환한 기부가 있으면 되돌릴 수 없습니다. \
            어느 것인지는 --dry-run으로 봅니다.
            """,
            """
            Every donation of the list is reversed by a correction of its own. Donations that were \
            amended or returned since stand in the way; --dry-run names them.
            """))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("일괄 등록: id나 번호.", "The import: its id or its number."),
        completion: .number(of: .listImport))
    var listImport: String

    @Option(name: .long, help: .said("사유. 정정마다 함께 남습니다.", "Why; stands with every correction."))
    var reason: String?

    @Option(
        name: .long,
        help: .said(
            "번호를 한 번 더, 예: I-2026-000123.", "The import's number once more, as in I-2026-000123."))
    var confirm: String?

    @Flag(
        name: .long,
        help: .said(
            "무엇이 되돌려지고 무엇이 막는지 보이고 기록하지 않습니다.",
            "Say what it comes to and what stands in the way; record nothing."))
    var dryRun = false

    @OptionGroup var request: KeyOptions

    func validate() throws {
        guard !dryRun else { return }
        try ReasonText.check(reason, charactersMax: FormReader.sentencesMax)
    }

    func run() async throws {
        let text = listImport
        guard !dryRun else { return try await plan(text) }
        let (reason, confirm) = (reason ?? "", confirm)
        try await options.record("import", key: request.key) { ledger, request, _ in
            let found = try await ledger.listImport(named: text)
            guard confirm == found.no else { throw ImportReverse.unconfirmed(found) }
            switch try await ledger.reverse(
                listImport: found.id, reason: reason, request: request)
            {
            case .answered(let answer): return answer
            case .blocked(let plan): throw ImportReverse.blocked(plan)
            case .tried, .unknown: throw CommandFailure.unknown(text)
            }
        }
    }

    private func plan(_ text: String) async throws {
        let answer = try await options.withLedger("import") { ledger in
            let found = try await ledger.listImport(named: text)
            return try await ledger.tryReversal(ofImport: found.id)
        }
        guard case .tried(let plan) = answer else { throw CommandFailure.unknown(text) }
        if options.json {
            Terminal.say { plan.write(to: &$0, in: options.language) }
        } else {
            Terminal.complain(GlobalOptions.nothingIsRecorded, options.language)
            var table = TextTable([("기부", "DONATION"), ("사유", "REASON")], in: options.language)
            for obstacle in plan.obstacles {
                table.add([obstacle.no, obstacle.reason.text.text(in: options.language)])
            }
            if !plan.obstacles.isEmpty { Terminal.say(try options.text(of: table)) }
            Terminal.say(plan.summary.text(in: options.language))
            Terminal.complain(GlobalOptions.nothingIsRecorded, options.language)
        }
        guard plan.isPossible else { throw ImportReverse.blocked(plan) }
    }

    private static func unconfirmed(_ found: RecordedImport) -> CommandFailure {
        let (rows, amount) = (found.counts.recorded, Won(found.counts.amount))
        let (korean, english) = (
            Notation.amount(amount, in: .korean), Notation.amount(amount, in: .english)
        )
        return CommandFailure(
            .usage,
            Bilingual(
                "\(found.no)의 기부 \(rows)건(\(korean))을 모두 취소하는 일입니다. 취소한 것은 없습니다.",
                "This would reverse \(rows) donations (\(english)). Nothing was reversed."),
            hint: Bilingual("--confirm \(found.no)", "--confirm \(found.no)"))
    }

    private static func blocked(_ plan: ImportReversalPlan) -> CommandFailure {
        let first = plan.obstacles.prefix(10).map(\.no).joined(separator: ", ")
        return CommandFailure(
            .conflict, plan.summary,
            hint: first.isEmpty ? nil : Bilingual("처음 몇 건: \(first)", "The first: \(first)"))
    }
}

extension Ledger {
    /// The import that a command names.
    /// - Throws: `CommandFailure` 3 when there is none, `LedgerFailure`.
    func listImport(named text: String) async throws -> RecordedImport {
        let id = try await identifier(named: text, .listImport)
        return try await imports(id: id, rowsMax: 1).first.found(text)
    }
}
