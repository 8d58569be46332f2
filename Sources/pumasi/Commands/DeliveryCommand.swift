import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi delivery`: the outbox of filed summaries.
struct DeliveryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery",
        abstract: .said("수신처로 가는 요약 보고.", "Reports on their way to receivers."),
        subcommands: [DeliveryList.self, DeliverySend.self, DeliveryRetry.self])
}

extension DeliveryState: ExpressibleByArgument {}

/// `pumasi delivery list`.
struct DeliveryList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("최근 발송과 그 결과의 목록.", "List the newest deliveries and what became of them."))

    @OptionGroup var output: OutputOptions

    @Option(name: .long, help: .said("waiting, sent, given_up 중 하나.", "waiting, sent or given_up."))
    var state: DeliveryState?

    @OptionGroup var list: ListOptions

    func run() async throws {
        let (state, rowsMax) = (state, list.rowsMax)
        let rows = try await options.withLedger("delivery") {
            try await $0.deliveries(state, rowsMax: rowsMax)
        }
        let reader = Reader(language: options.language, role: .operator)
        var table = TextTable(
            [
                ("ID", "ID"), ("수신처", "RECEIVER"), ("요약 보고", "REPORT"), ("상태", "STATE"),
                ("시도", "ATTEMPTS"), ("결과", "RESULT"),
            ], in: options.language)
        for row in list.shown(rows) {
            table.add(
                [
                    row.id.description, row.receiver, "\(row.schedule) \(row.period)",
                    row.state.rawValue, "\(row.attempts)",
                    row.lastText?.text(in: options.language) ?? "-",
                ], said: ["STATE": row.state.title])
        }
        try output.say(table, items: rows, upTo: list) { $0.write(to: &$1, for: reader) }
    }
}

/// `pumasi delivery send`: the daemon sends it.
struct DeliverySend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: .said(
            "요약 보고를 수신처에 보냅니다. 이미 받은 곳에도 보냅니다.",
            "Send a report to a receiver, also one that had it."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("요약 보고의 id나 번호.", "The report's id or its number."),
        completion: .number(of: .summary))
    var report: String

    @Option(
        name: .customLong("to"), help: .said("수신처의 이름.", "The receiver's name."),
        completion: .name(of: .receiver))
    var receiver: String

    func run() async throws {
        let (report, receiver) = (report, receiver)
        try await options.show { ledger in
            guard let id = try await ReportCommand.id(of: report, in: ledger) else {
                throw ReceiverProblem.unknownSummary
            }
            return try await ledger.send(id, to: receiver)
        }
    }
}

/// `pumasi delivery retry`.
struct DeliveryRetry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: .said("같은 id로 한 번 더 보냅니다.", "Send a delivery once more, under the same id."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said(
            "발송의 id. delivery list가 보입니다.", "The delivery's id, as delivery list shows it."),
        completion: .name(of: .delivery))
    var id: String

    func run() async throws {
        guard let id = Identifier(id) else { throw ReceiverProblem.unknownDelivery }
        try await options.show { try await $0.sendAgain(id) }
    }
}

extension GlobalOptions {
    fileprivate func show(
        _ body: @escaping @Sendable (Ledger) async throws -> RecordedDelivery
    ) async throws {
        let delivery = try await withLedger("delivery", body)
        let reader = Reader(language: language, role: .operator)
        try say(words: .delivery) { delivery.write(to: &$0, for: reader) }
    }
}
