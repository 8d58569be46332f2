import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi exchange`.
struct ExchangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange", abstract: "Gifts that cross (상호기부).",
        subcommands: [
            ExchangeAdd.self, ExchangeList.self, ExchangeShow.self, ExchangeMatrix.self,
        ])
}

/// `pumasi exchange add`.
struct ExchangeAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Record an exchange with its legs and donations.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var draft: DraftOptions

    func run() async throws {
        let body = try draft.requiredBody()
        try await options.record("exchange", draft) { ledger, request, today in
            let draft = try ExchangeForm.draft(body, today: today, keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: request)
        }
    }
}

/// `pumasi exchange list`: in the order they were recorded.
struct ExchangeList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List exchanges.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let limit = list.limit
        let (exchanges, governments) = try await options.withLedger("exchange") { ledger in
            (try await ledger.exchanges(rowsMax: limit), try await ledger.governments())
        }
        let reader = options.reader
        var table = TextTable(["NO", "DATE", "STATE", "BETWEEN", "ID"])
        for record in exchanges {
            let units = record.governments.values.sorted { $0.code < $1.code }
            table.add([
                record.exchange.no, record.exchange.happenedOn.text,
                record.reciprocity.state.rawValue,
                units.map { reader.name(of: $0, governments) }.joined(separator: ", "),
                record.exchange.id.description,
            ])
        }
        options.say(table.text()) { writer in
            writer.array("items", exchanges) { $0.write(to: &$1, governments, for: reader) }
        }
    }
}

/// `pumasi exchange show`.
struct ExchangeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show an exchange.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Its id or its number.")
    var exchange: String

    func run() async throws {
        let (text, name) = (exchange, try ThingName(exchange))
        let (found, governments) = try await options.withLedger("exchange") { ledger in
            let found: ExchangeRecord?
            switch name {
            case .id(let id): found = try await ledger.exchange(id)
            case .number(let number, let no):
                found = try await ledger.exchanges(after: number - 1, rowsMax: 1)
                    .first { $0.exchange.no == no }
            }
            return (try found.found(text), try await ledger.governments())
        }
        try options.say { found.write(to: &$0, governments, for: options.reader) }
    }
}
