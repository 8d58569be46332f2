import ArgumentParser
import Foundation
import Hometown
import Ledger
import Timetable
import Web

/// `pumasi relay export`: to standard output, in a form that people or programs take away.
struct RelayExporting: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a relay as CSV, GraphML, DOT, JSON or SVG.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The relay's id or number.")
    var relay: String

    @Option(name: .long, help: "json, csv, graphml, dot, svg, timeline or table.")
    var format: RelayExport.Format = .csv

    func run() async throws {
        let bytes = try await options.exportRelay(relay, as: format)
        Terminal.write(bytes: bytes[...], to: STDOUT_FILENO)
    }
}

extension RelayExport.Format: ExpressibleByArgument {}

extension GlobalOptions {
    func exportRelay(_ text: String, as format: RelayExport.Format) async throws -> [UInt8] {
        let reader = reader
        return try await withLedger("relay") { ledger in
            let relay = try await ledger.relay(RelayCommand.find(text, in: ledger)).found(text)
            return RelayExport(
                relay, on: HostClock.now.koreanDate, try await ledger.governments(), for: reader
            ).bytes(as: format)
        }
    }
}
