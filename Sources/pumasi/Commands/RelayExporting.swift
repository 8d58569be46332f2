import ArgumentParser
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi relay export`: in a form that people or programs take away.
struct RelayExporting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a relay as CSV, GraphML, DOT, JSON or SVG.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The relay's id, number or name.")
    var relay: String

    @Option(name: .long, help: "json, csv, graphml, dot, svg, timeline or table.")
    var format: RelayExport.Format = .csv

    @Option(
        name: .shortAndLong, help: "Write to this file instead of standard output.",
        completion: .file())
    var output: String?

    func validate() throws {
        try FileEnding.check(
            output, "--output", is: format.endings, or: ", or say what is meant with --format")
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
