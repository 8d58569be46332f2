import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi exchange`.
struct ExchangeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange", abstract: .said("상호기부: 오고 가는 기부.", "Gifts that cross (상호기부)."),
        subcommands: [
            ExchangeAdd.self, ExchangeLeg.self, ExchangeList.self, ExchangeShow.self,
            ExchangeCandidates.self, ExchangeLink.self, ExchangeUnlink.self, ExchangeMatrix.self,
        ])

    /// - Throws: `CommandFailure` 3 when there is none.
    static func find(_ text: String, in ledger: Ledger) async throws -> ExchangeRecord {
        let id = try await ledger.identifier(named: text, .exchange)
        return try await ledger.exchange(id).found(text)
    }
}

/// `pumasi exchange list`: in the order they were recorded.
struct ExchangeList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("상호기부 목록.", "List exchanges."))

    @OptionGroup var output: OutputOptions
    @OptionGroup var list: ListOptions

    @Option(
        name: .long,
        help: .said(
            "open, one_sided, answered 중 하나만.", "Only those that are open, one_sided or answered."))
    var state: String?

    @Option(
        name: .long,
        help: .said("이 지자체가 주거나 받은 것만.", "Only those in which this government gives or receives."),
        completion: .governments)
    var government: String?

    func validate() throws {
        if let state, Reciprocity.State(rawValue: state) == nil {
            throw ValidationError(
                .said(
                    "--state: open, one_sided, answered 중 하나를 쓰십시오.",
                    "--state takes open, one_sided or answered."))
        }
    }

    func run() async throws {
        let (rowsMax, text) = (list.rowsMax, government)
        let state = state.flatMap { Reciprocity.State(rawValue: $0) }
        let (exchanges, governments) = try await options.withLedger("exchange") { ledger in
            let governments = try await ledger.governments()
            let unit = try text.map { text in
                try governments.meant(by: text, on: HostClock.now.koreanDate).found(text)
            }
            let filter = ExchangeFilter(units: unit.map(governments.line(of:)), state: state)
            return (try await ledger.exchanges(filter, rowsMax: rowsMax), governments)
        }
        let reader = options.reader
        var table = TextTable(
            [
                ("번호", "NO"), ("날짜", "DATE"), ("상태", "STATE"), ("지자체", "BETWEEN"), ("ID", "ID"),
            ], in: options.language)
        for record in list.shown(exchanges) {
            let units = record.governments.values.sorted { $0.code < $1.code }
            let exchange = record.exchange
            table.add(
                [
                    exchange.no, Notation.date(exchange.happenedOn, in: reader.language),
                    record.reciprocity.state.rawValue,
                    units.map { reader.name(of: $0, governments) }.joined(separator: ", "),
                    exchange.id.description,
                ], said: ["STATE": record.reciprocity.state.title],
                exactly: ["DATE": .day(exchange.happenedOn, in: reader.language)])
        }
        try output.say(table, items: exchanges, upTo: list) {
            $0.write(to: &$1, governments, published: nil, for: reader)
        }
    }
}

/// `pumasi exchange show`.
struct ExchangeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: .said("상호기부 하나를 보입니다.", "Show an exchange."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("id나 번호.", "Its id or its number."), completion: .number(of: .exchange))
    var exchange: String

    func run() async throws {
        let text = exchange
        let (found, governments) = try await options.withLedger("exchange") { ledger in
            (try await ExchangeCommand.find(text, in: ledger), try await ledger.governments())
        }
        try options.say(words: .exchange) {
            found.write(to: &$0, governments, published: nil, for: options.reader)
        }
    }
}
