import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi delivery`: the outbox of filed summaries.
struct DeliveryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delivery", abstract: "Reports on their way to receivers.",
        subcommands: [DeliveryList.self, DeliverySend.self, DeliveryRetry.self])
}

extension DeliveryState: ExpressibleByArgument {}

/// `pumasi delivery list`.
struct DeliveryList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the newest deliveries and what became of them.")

    @OptionGroup var output: OutputOptions

    @Option(name: .long, help: "waiting, sent or given_up.")
    var state: DeliveryState?

    @OptionGroup var list: ListOptions

    func run() async throws {
        let (state, limit) = (state, list.limit)
        // One more says that there are more.
        let found = try await options.withLedger("delivery") {
            try await $0.deliveries(state, rowsMax: limit + 1)
        }
        let rows = found.prefix(limit)
        let reader = Reader(language: options.language, role: .operator)
        var table = TextTable(["ID", "RECEIVER", "REPORT", "STATE", "ATTEMPTS", "RESULT"])
        for row in rows {
            table.add([
                row.id.description, row.receiver, "\(row.schedule) \(row.period)",
                row.state.rawValue, "\(row.attempts)",
                row.lastText?.text(in: options.language) ?? "-",
            ])
        }
        try output.say(table, items: rows) { $0.write(to: &$1, for: reader) }
        if found.count > limit { Terminal.complain(list.remark, options.language) }
    }
}

/// `pumasi delivery send`: the daemon sends it.
struct DeliverySend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Send a report to a receiver, also one that had it.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The report's id or its number.")
    var report: String

    @Option(name: .customLong("to"), help: "The receiver's name.")
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
        commandName: "retry", abstract: "Send a delivery once more, under the same id.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The delivery's id, as delivery list shows it.")
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
        try say { delivery.write(to: &$0, for: reader) }
    }
}
