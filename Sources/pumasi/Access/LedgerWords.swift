import ArgumentParser
import Hometown
import Ledger
import LocalPostgres
import Logging

/// 원장 완성. What a shell offers where a command takes the name or the number of something in the
/// ledger: what the ledger of these settings has, if it answers at once, and else nothing. A server
/// that does not run is not started.
enum LedgerWords {
    /// Somebody waits for a key to have an effect.
    private static let patienceMs = 200
    /// More would be asked about first.
    private static let offeredMax = 50
    /// What of a line says which ledger is meant.
    private static let options = ["--data", "--config", "--set"]
    /// What may stand in a name that is offered, beside letters and digits.
    private static let plainMarks: Set<Unicode.Scalar> = [
        " ", "-", "_", ".", ",", "/", "·", "(", ")",
    ]

    static func complete(_ kind: Nameable, _ line: ShellLine) async -> [String] {
        let begun = line.word.lowercased()
        var seen: Set<String> = []
        return await names(of: kind, line)
            .filter {
                $0.lowercased().hasPrefix(begun) && isPlain($0) && seen.insert($0).inserted
            }
            .prefix(offeredMax).map(\.self)
    }

    /// Whether a shell takes a name as it stands. Bash expands the words that it is offered, and so
    /// runs a command in one, and zsh ends one at a colon; who named a thing may be anybody.
    static func isPlain(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || plainMarks.contains(scalar)
        }
    }

    /// None where there is no answer in time. Whoever still asks is not waited for: the program
    /// ends.
    private static func names(of kind: Nameable, _ line: ShellLine) async -> [String] {
        let (answers, answer) = AsyncStream.makeStream(of: [String].self)
        let question = Task {
            if let names = try? await ask(for: kind, line) { answer.yield(names) }
            answer.finish()
        }
        let patience = Task {
            try? await Task.sleep(for: .milliseconds(patienceMs))
            answer.finish()
        }
        defer {
            question.cancel()
            patience.cancel()
        }
        for await names in answers { return names }
        return []
    }

    private static func ask(for kind: Nameable, _ line: ShellLine) async throws -> [String] {
        let configuration = try GlobalOptions.parse(line.options(options)).configuration()
        let conninfo: String?
        switch configuration.database {
        case .server(let given): conninfo = given
        case .ownCluster(let directory): conninfo = LocalPostgres.running(in: directory)
        }
        guard let conninfo else { return [] }
        return try await LedgerDatabase(
            conninfo: conninfo, applicationName: "pumasi/completion", connectionsMax: 1,
            logger: Logger(label: "completion") { _ in SwiftLogNoOpLogHandler() }
        ).names(of: kind)
    }
}

extension CompletionKind {
    /// The number of a thing that was recorded.
    static func number(of kind: Entry.Kind) -> CompletionKind { name(of: .thing(kind)) }

    /// A name by which the ledger knows something.
    static func name(of kind: Nameable) -> CompletionKind {
        .custom { words, index, typed in
            await LedgerWords.complete(
                kind, ShellLine(words: words, index: index, typed: typed))
        }
    }
}
