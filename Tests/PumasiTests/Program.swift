import Foundation
import Hometown
import Subprocess
import TestSupport

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// `pumasi` as people run it: a process of its own, made by the same build as these tests.
enum Program {
    /// What a process said and how it ended.
    struct Outcome: Sendable {
        /// The exit code; that of a signal is negative.
        let status: Int32
        let output: String
        let error: String
    }

    static var path: String {
        let tests = Bundle.main.executablePath ?? CommandLine.arguments[0]
        return (tests as NSString).deletingLastPathComponent + "/pumasi"
    }

    private static let outputBytesMax = 4 << 20

    /// Runs a command to its end.
    /// - Parameters:
    ///   - input: what it reads as standard input.
    ///   - language: what it is told to speak.
    static func run(
        _ arguments: [String], _ environment: [String: String] = [:], input: String = "",
        in language: Language = .english
    ) async throws -> Outcome {
        let result = try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments + ["--lang", language.rawValue]),
            environment: .custom(surroundings(environment)), input: .string(input),
            output: .string(limit: outputBytesMax), error: .string(limit: outputBytesMax))
        return Outcome(
            status: result.terminationStatus.code, output: result.standardOutput,
            error: result.standardError)
    }

    /// Runs `pumasi serve` on a free port, `body` once it listens, and ends it with SIGTERM unless
    /// it has ended already.
    /// - Parameter program: another one that becomes it, with the same arguments.
    /// - Throws: what `body` throws; ``NotServing`` when it ends before it listens.
    static func serve<Answer: Sendable>(
        _ arguments: [String], _ environment: [String: String] = [:],
        by program: String = path, _ body: @Sendable (ServingDaemon) async throws -> Answer
    ) async throws -> (answer: Answer, outcome: Outcome) {
        var options = PlatformOptions()
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(30))]
        let port = arguments.contains("--port") ? [] : ["--port", "0"]
        let said = Said()
        let result = try await Subprocess.run(
            .path(FilePath(program)),
            arguments: Arguments(["serve"] + arguments + port + ["--lang", "en"]),
            environment: .custom(surroundings(environment)), platformOptions: options,
            input: .none, output: .sequence, error: .sequence
        ) { execution -> Answer? in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await said.error.read(execution.standardError) }
                group.addTask { try await said.output.read(execution.standardOutput) }
                let daemon = try? await ServingDaemon(
                    said, execution.processIdentifier.value
                ) { try execution.send(signal: $0) }
                guard let daemon else {
                    try await group.waitForAll()
                    return nil
                }
                do {
                    let answer = try await body(daemon)
                    // It may have ended; then there is nobody to tell.
                    try? execution.send(signal: .terminate)
                    try await group.waitForAll()
                    return answer
                } catch {
                    try? execution.send(signal: .terminate)
                    try? await group.waitForAll()
                    throw error
                }
            }
        }
        let outcome = Outcome(
            status: result.terminationStatus.code, output: await said.output.text,
            error: await said.error.text)
        guard let answer = result.closureResult else { throw NotServing(outcome: outcome) }
        return (answer, outcome)
    }

    struct NotServing: Error, CustomStringConvertible {
        let outcome: Outcome
        var description: String { "status \(outcome.status): \(outcome.error)" }
    }

    /// The environment of the tests without what points to a database.
    private static func surroundings(_ more: [String: String]) -> [Environment.Key: String] {
        let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
            !name.hasPrefix("PG") && !name.hasPrefix("PUMASI_") && name != "DATABASE_URL"
        }
        var surroundings: [Environment.Key: String] = [:]
        for (name, value) in inherited.merging(more, uniquingKeysWith: { $1 }) {
            surroundings[Environment.Key(stringLiteral: name)] = value
        }
        return surroundings
    }
}

extension TerminationStatus {
    fileprivate var code: Int32 {
        switch self {
        case .exited(let code): code
        case .signaled(let signal): -signal
        }
    }
}
