import Subprocess

#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// 바깥 프로그램. Runs a program of the machine with nothing of our own environment; one that hangs is
/// asked to end, and killed when it does not.
struct OuterProgram: Sendable {
    private static let outputBytesMax = 64 * 1024

    let path: String
    let arguments: [String]
    var environment: [String: String] = [:]
    var directory = "/"
    let secondsMax: Int

    enum Outcome: Sendable {
        /// - `text`: what it said on either output.
        case ended(succeeded: Bool, text: String)
        case tooLong
    }

    /// - Throws: when it cannot be started.
    func run(input: [UInt8]) async throws -> Outcome {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            group.addTask {
                var options = PlatformOptions()
                // What it began itself ends with it: a mail program that hangs in a child of its
                // own would leave one behind with each attempt.
                options.createSession = true
                options.teardownSequence = [
                    .gracefulShutDown(
                        toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
                ]
                let usual = ["PATH": "/usr/sbin:/usr/bin:/bin", "LC_ALL": "C"]
                let variables = usual.merging(environment) { $1 }
                let result = try await Subprocess.run(
                    .path(FilePath(path)), arguments: Arguments(arguments),
                    environment: .custom(
                        Dictionary(
                            uniqueKeysWithValues: variables.map {
                                (Environment.Key(stringLiteral: $0.key), $0.value)
                            })),
                    workingDirectory: FilePath(directory), platformOptions: options,
                    input: .array(input),
                    output: .string(limit: OuterProgram.outputBytesMax),
                    error: .combinedWithOutput)
                return .ended(
                    succeeded: result.terminationStatus.isSuccess, text: result.standardOutput)
            }
            group.addTask {
                try await Task.sleep(for: .seconds(secondsMax))
                return .tooLong
            }
            defer { group.cancelAll() }
            return try await group.next() ?? .tooLong
        }
    }

    /// The last thing it said, cut short.
    static func lastLine(of text: String) -> String? {
        text.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) }
    }
}
