import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi worklist`.
struct WorklistCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist", abstract: "What staff have to look at (할 일).")

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let worklist = try await options.withLedger("worklist") { try await $0.worklist() }
        var table = TextTable(["WHAT", "TEXT", "SINCE", "FIRST"])
        for item in worklist.items {
            table.add([
                item.code.rawValue, item.text.text(in: options.language),
                item.since?.description ?? "-",
                item.first.prefix(3).map(\.no).joined(separator: " "),
            ])
        }
        let reader = options.reader
        try output.say(table) { worklist.write(to: &$0, for: reader) }
    }
}
