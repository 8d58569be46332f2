import ArgumentParser
import Foundation
import Hometown
import Ledger
import Web

/// `pumasi relay show`: who ran, who was named and who holds the baton.
struct RelayShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a relay and its figures.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Its id, its number or its name.")
    var relay: String

    @Flag(name: .long, help: "Show it as a graph of runs and nominations.")
    var graph = false

    @Flag(name: .long, help: "Show its figures alone.")
    var figures = false

    @Flag(name: .long, help: "Write its generations as a picture (SVG).")
    var svg = false

    @Flag(name: .long, help: "Write it along time as a picture (SVG).")
    var timeline = false

    func validate() throws {
        guard [graph, figures, svg, timeline].count(where: { $0 }) < 2 else {
            throw ValidationError("Give one of --graph, --figures, --svg and --timeline.")
        }
    }

    func run() async throws {
        if svg || timeline {
            let bytes = try await options.exportRelay(relay, as: svg ? .svg : .timeline)
            return Terminal.write(bytes: bytes[...], to: STDOUT_FILENO)
        }
        let text = relay
        let (found, sums) = try await options.withLedger("relay") { ledger in
            let id = try await RelayCommand.named(text, in: ledger)
            return (
                try await ledger.relay(id).found(text),
                try await ledger.relayFigures(id).found(text)
            )
        }
        try options.say { writer in
            if graph {
                found.write(graphTo: &writer, for: options.reader)
            } else if figures {
                sums.write(to: &writer)
            } else {
                found.write(sums, to: &writer, for: options.reader)
            }
        }
    }
}
