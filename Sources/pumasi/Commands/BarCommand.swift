import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi bar`.
struct BarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bar",
        abstract: .said("모금·접수 제한.", "Periods in which governments are barred (모금·접수 제한)."),
        subcommands: [
            BarAdd.self, BarList.self, BarShow.self, BarPublish.self, BarEnd.self,
        ])
}

/// `pumasi bar add`.
struct BarAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: .said("모금·접수 제한을 등록합니다.", "Record a bar."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("bar", draft) { ledger, request, today in
            try await ledger.record(
                BarForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi bar list`: in the order they were recorded.
struct BarList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("모금·접수 제한 목록.", "List periods in which governments are barred."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let (items, governments) = try await options.withLedger("bar") { ledger in
            (try await ledger.bars(rowsMax: rowsMax), try await ledger.governments())
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("지자체", "GOVERNMENT"), ("부터", "FROM"), ("까지", "TO"),
                ("공표일", "PUBLISHED"), ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            table.add([
                item.no,
                governments[id: item.bar.government].map { reader.name(of: $0, governments) }
                    ?? "-", item.bar.validFrom.description, item.lastDay?.description ?? "-",
                item.publishedOn?.description ?? "-", item.id.description,
            ])
        }
        try output.say(table, items: items, upTo: list) {
            $0.write(to: &$1, governments, for: reader)
        }
    }
}

/// `pumasi bar show`.
struct BarShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("제한 하나를 보입니다.", "Show a bar."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .bar))
    var name: String

    func run() async throws {
        let text = name
        let (found, governments) = try await options.withLedger("bar") { ledger in
            let id = try await ledger.identifier(named: text, .bar)
            let found = try await ledger.bars(id: id, rowsMax: 1).first
            return (try found.found(text), try await ledger.governments())
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}

/// `pumasi bar publish`.
struct BarPublish: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: .said("제한 사실을 공표했음을 등록합니다.", "Record that a bar was made public."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .bar))
    var name: String

    @Option(name: .long, help: .said("날짜, 예: 2026-01-01.", "The day, as in 2026-01-01."))
    var on: String?

    func run() async throws {
        let (text, body) = (name, try draft.body(or: ["published_on": on]))
        try await options.record("bar", draft) { ledger, request, today in
            let bar = try await ledger.identifier(named: text, .bar)
            let day = try BarForm.publication(body, today: today)
            return try await ledger.publish(bar: bar, on: day, request: request)
        }
    }
}

/// `pumasi bar end`.
struct BarEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: .said(
            "제한을 해제하거나 잘못 적은 제한을 없앱니다.", "End a bar before its time, or one recorded by mistake."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .bar))
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
        try await options.record("bar", draft) { ledger, request, today in
            let bar = try await ledger.identifier(named: text, .bar)
            let ending = try EndingForm.draft(body, today: today)
            return try await ledger.end(bar: bar, ending, request: request)
        }
    }
}
