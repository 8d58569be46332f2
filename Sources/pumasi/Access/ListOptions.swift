import ArgumentParser
import Hometown

/// How much of a list is asked for.
struct ListOptions: ParsableArguments {
    private static let limitMax = 10_000

    @Option(name: .long, help: .said("몇 건까지. 최대 10000.", "How many, 10000 at most."))
    var limit = 50

    /// How many are read: one more says that there are more.
    var rowsMax: Int { limit + 1 }

    /// Of what was read, as many as were asked for.
    func shown<Item>(_ found: [Item]) -> ArraySlice<Item> {
        found.prefix(limit)
    }

    /// Says that the list goes on, where it does.
    func remark(goesOn: Bool, _ language: Language) {
        guard goesOn else { return }
        Terminal.complain(
            Bilingual(
                "\(limit)건까지입니다. 더 있습니다. --limit으로 더 볼 수 있습니다.",
                "There are more than these \(limit): --limit shows them."), language)
    }

    func validate() throws {
        guard (1...ListOptions.limitMax).contains(limit) else {
            throw ValidationError(
                .said(
                    "--limit: 1부터 \(ListOptions.limitMax)까지 씁니다.",
                    "--limit takes 1 to \(ListOptions.limitMax)."))
        }
    }
}
