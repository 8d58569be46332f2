import ArgumentParser

/// How much of a list is asked for.
struct ListOptions: ParsableArguments {
    private static let limitMax = 10_000

    @Option(name: .long, help: "How many, 10000 at most.")
    var limit = 50

    func validate() throws {
        guard (1...ListOptions.limitMax).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(ListOptions.limitMax).")
        }
    }
}
