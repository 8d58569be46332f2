import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi worklist`.
struct WorklistCommand: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "worklist",
        abstract: .said("할 일: 직원이 살펴야 할 것.", "What staff have to look at (할 일)."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let worklist = try await options.withLedger("worklist") { try await $0.worklist() }
        var table = TextTable(
            [
                ("무엇", "WHAT"), ("내용", "TEXT"), ("언제부터", "SINCE"), ("처음 몇 건", "FIRST"),
            ], in: options.language)
        for item in worklist.items {
            table.add(
                [
                    item.code.rawValue, item.text.text(in: options.language),
                    item.since?.description ?? "-",
                    item.first.prefix(3).map(\.no).joined(separator: " "),
                ], said: ["WHAT": item.code.title])
        }
        let reader = options.reader
        try output.say(table) { worklist.write(to: &$0, for: reader) }
    }
}
