import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi period`.
struct PeriodCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "period", abstract: .said("마감된 기간.", "Closed periods (마감)."),
        subcommands: [
            PeriodList.self, PeriodShow.self, PeriodClose.self, PeriodReopen.self,
            PeriodAllow.self, PeriodLate.self,
        ])
}

/// `pumasi period list`: newest first.
struct PeriodList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("마감 목록.", "List closings."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let rowsMax = list.rowsMax
        let items = try await options.withLedger("period") {
            try await $0.periods(rowsMax: rowsMax)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("기간", "PERIOD"), ("상태", "STATE"), ("늦은 등록", "LATE"), ("누가", "BY"),
                ("사유", "REASON"), ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            table.add(
                [
                    item.no, item.period, item.state.rawValue, String(item.lateEntries),
                    item.author, item.reason, item.id.description,
                ], said: ["STATE": item.state.title])
        }
        try output.say(table, items: items, upTo: list) { $0.write(to: &$1) }
    }
}

/// `pumasi period show`.
struct PeriodShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("마감 하나를 보입니다.", "Show a closing."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said(
            "id나 번호, 또는 2025-12 같은 기간.", "Its id or its number, or the period, as in 2025-12."),
        completion: .name(of: .closing))
    var name: String

    func run() async throws {
        let name = name
        let found = try await options.withLedger("period") { try await $0.period(named: name) }
        try options.say(words: .period) { found.write(to: &$0) }
    }
}

/// `pumasi period close`.
struct PeriodClose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: .said("달, 분기나 해를 마감합니다.", "Close a month, a quarter or a year."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(help: .said("예: 2025-12, 2025-Q4, 2025.", "Such as 2025-12, 2025-Q4 or 2025."))
    var period: String

    @Option(name: .long, help: .said("사유. 마감과 함께 남습니다.", "Why; stands with the closing."))
    var reason: String?

    func run() async throws {
        let body = try draft.body(or: ["reason": reason]).naming("period", period)
        try await options.record("period", draft) { ledger, request, today in
            try await ledger.close(ClosingForm.draft(body, today: today), request: request)
        }
    }
}

/// `pumasi period reopen`.
struct PeriodReopen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: .said(
            "마감 재개를 요청합니다. 다른 사람이 승인합니다.",
            "Ask that a period be opened again; another person approves it."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said(
            "마감의 id나 번호, 또는 2025-12 같은 기간.",
            "The closing's id or number, or the period, as in 2025-12."),
        completion: .name(of: .closing))
    var name: String

    @Option(name: .long, help: .said("사유. 재개와 함께 남습니다.", "Why; stands with the reopening."))
    var reason: String?

    func run() async throws {
        let body = try draft.body(or: ["reason": reason])
        let name = name
        try await options.record("period", draft) { ledger, request, today in
            let closing = try await ledger.period(named: name).id
            let draft = try ReopeningForm.draft(body, of: closing, today: today)
            return try await ledger.reopen(draft, request: request)
        }
    }
}

/// `pumasi period allow`: late entries, by others.
struct PeriodAllow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "allow",
        abstract: .said(
            "마감된 기간에 몇 건을 더 등록하게 합니다(늦은 등록 승인).",
            "Let others record so many donations into a closed period (늦은 등록 승인)."))

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    @Argument(
        help: .said(
            "마감의 id나 번호, 또는 2025-12 같은 기간.",
            "The closing's id or number, or the period, as in 2025-12."),
        completion: .name(of: .closing))
    var name: String

    @Option(name: .long, help: .said("몇 건. 없으면 한 건.", "How many donations; one when left out."))
    var entries: Int?

    @Option(name: .long, help: .said("사유.", "Why."))
    var reason: String?

    func run() async throws {
        guard draft.file == nil || (entries == nil && reason == nil) else {
            throw DraftOptions.both
        }
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("entries_max", entries ?? 1)
            writer.field("reason", reason)
        }
        let body = try draft.body() ?? FormBody(writer.bytes)
        let name = name
        try await options.record("period", draft) { ledger, request, today in
            let closing = try await ledger.period(named: name).id
            let draft = try LateApprovalForm.draft(body, of: closing, today: today)
            return try await ledger.approve(draft, request: request)
        }
    }
}

/// `pumasi period late`: what came in all the same.
struct PeriodLate: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "late",
        abstract: .said(
            "마감 뒤에 그 기간에 등록된 기부의 목록.", "List donations recorded into a period after its closing."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Argument(
        help: .said(
            "마감의 id나 번호, 또는 2025-12 같은 기간.",
            "The closing's id or number, or the period, as in 2025-12."),
        completion: .name(of: .closing))
    var name: String

    func run() async throws {
        let (name, rowsMax) = (name, list.rowsMax)
        let items = try await options.withLedger("period") { ledger in
            let closing = try await ledger.period(named: name).id
            return try await ledger.lateEntries(of: closing, rowsMax: rowsMax).found(name)
        }
        var table = TextTable(
            [
                ("번호", "NO"), ("날짜", "DATE"), ("금액", "AMOUNT"), ("누가", "BY"), ("승인", "APPROVED BY"),
                ("ID", "ID"),
            ], in: options.language)
        for item in list.shown(items) {
            table.add(
                [
                    item.no, Notation.date(item.donatedOn, in: options.language),
                    Notation.amount(item.amount, in: options.language),
                    item.author, item.approver ?? "-", item.donation.description,
                ],
                exactly: [
                    "DATE": .day(item.donatedOn, in: options.language),
                    "AMOUNT": .amount(item.amount),
                ])
        }
        try output.say(table, items: items, upTo: list) { $0.write(to: &$1) }
    }
}

extension Ledger {
    /// The closing that a command names; of a period, the last one.
    /// - Throws: `CommandFailure` 3 when there is none.
    fileprivate func period(named name: String) async throws -> RecordedPeriod {
        if let last = try await periods(period: name, rowsMax: 1).first { return last }
        let id = try await identifier(named: name, .periodClosing)
        return try await periods(id: id, rowsMax: 1).first.found(name)
    }
}
