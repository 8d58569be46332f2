import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi relay export`: in a form that people or programs take away.
struct RelayExporting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: .said(
            "챌린지를 CSV, GraphML, DOT, JSON이나 SVG로 씁니다.",
            "Write a relay as CSV, GraphML, DOT, JSON or SVG."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("챌린지의 id, 번호나 이름.", "The relay's id, number or name."),
        completion: .name(of: .relay))
    var relay: String

    @Option(
        name: .long,
        help: .said(
            "json, csv, graphml, dot, svg, timeline, table 중 하나.",
            "json, csv, graphml, dot, svg, timeline or table."))
    var format: RelayExport.Format = .csv

    @Option(
        name: .shortAndLong,
        help: .said("표준 출력 대신 이 파일에 씁니다.", "Write to this file instead of standard output."),
        completion: .file())
    var output: String?

    func validate() throws {
        try FileEnding.check(
            output, "--output", is: format.endings, takesFormat: true)
    }

    func run() async throws {
        try Terminal.write(try await options.exportRelay(relay, as: format), to: output)
    }
}

extension RelayExport.Format: ExpressibleByArgument {
    /// Of a file, the usual one first.
    fileprivate var endings: [String] {
        switch self {
        case .json, .table: ["json"]
        case .csv: ["csv"]
        case .graphml: ["graphml", "xml"]
        case .dot: ["dot", "gv"]
        case .svg, .timeline: ["svg"]
        }
    }
}

extension GlobalOptions {
    func exportRelay(_ text: String, as format: RelayExport.Format) async throws -> [UInt8] {
        let reader = reader
        return try await withLedger("relay") { ledger in
            let id = try await RelayCommand.named(text, in: ledger)
            let relay = try await ledger.relay(id).found(text)
            return RelayExport(
                relay, on: HostClock.now.koreanDate, try await ledger.governments(), for: reader
            ).bytes(as: format)
        }
    }
}
