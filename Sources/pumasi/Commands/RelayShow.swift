import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi relay show`: who ran, who was named and who holds the baton.
struct RelayShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a relay and its figures.")

    @OptionGroup var options: GlobalOptions

    @Argument(help: "Its id or its number.")
    var relay: String

    @Flag(name: .long, help: "Show it as a graph of runs and nominations.")
    var graph = false

    @Flag(name: .long, help: "Show its figures alone.")
    var figures = false

    func validate() throws {
        guard !(graph && figures) else {
            throw ValidationError("Give --graph or --figures, not both.")
        }
    }

    func run() async throws {
        let text = relay
        let (found, sums) = try await options.withLedger("relay") { ledger in
            let id = try await RelayCommand.find(text, in: ledger)
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
