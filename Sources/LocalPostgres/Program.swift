#if canImport(System)
    import System
#else
    import SystemPackage
#endif
import Subprocess

/// A program of PostgreSQL, run to its end.
///
/// Every run has a session of its own, so that Ctrl-C in a terminal, which goes to the whole
/// foreground process group, reaches neither `initdb` half-way nor the server it leaves behind;
/// and a clean signal mask (the subprocess library resets it), since the threads of Dispatch
/// block nearly all signals and a server that inherits that is deaf to SIGTERM.
package struct Program: Sendable {
    /// What a program may say, in bytes. `initdb` says about 1 KiB.
    private static let outputBytesMax = 1 << 20

    /// How a run ended.
    package struct Outcome: Sendable {
        package let succeeded: Bool
        /// Standard output and standard error in the order they were written.
        package let text: String
    }

    let path: String
    /// Nil runs it as we are.
    let account: Account?
    /// Where it runs. Not where we stand: the account may not be allowed there.
    let workingDirectory: String

    /// A program run as we are.
    package init(_ path: String) {
        self.init(path, as: nil)
    }

    init(_ path: String, as account: Account?, in workingDirectory: String = "/") {
        self.path = path
        self.account = account
        self.workingDirectory = workingDirectory
    }

    /// - Throws: ``LocalPostgresError`` if it cannot be run; its own failure is an outcome.
    package func run(_ arguments: [String], input: String = "") async throws -> Outcome {
        var options = PlatformOptions()
        options.createSession = true
        let (executable, arguments) = command(arguments, options: &options)
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(arguments),
                environment: Program.environment, workingDirectory: FilePath(workingDirectory),
                platformOptions: options, input: .string(input),
                output: .string(limit: Program.outputBytesMax), error: .combinedWithOutput)
            return Outcome(
                succeeded: result.terminationStatus.isSuccess, text: result.standardOutput)
        } catch let error as SubprocessError {
            throw LocalPostgresError(
                .system, "\(path) could not be run: \(error).",
                hint: "Check that the account \((account ?? .current).name) may run it.")
        }
    }

    /// What to run so that the program runs as its account.
    ///
    /// On Linux setpriv(1) changes the account. A child that a process with several threads has
    /// forked must not: setgroups(3) and setuid(3) of glibc wait for every thread the parent had,
    /// and for one that was just being made they wait for ever.
    private func command(
        _ arguments: [String], options: inout PlatformOptions
    ) -> (Executable, [String]) {
        let program = Executable.path(FilePath(path))
        guard let account, !account.isCurrent else { return (program, arguments) }
        #if os(Linux)
            let change = [
                "--reuid=\(account.userID)", "--regid=\(account.groupID)", "--clear-groups", "--",
            ]
            return (.name("setpriv"), change + [path] + arguments)
        #else
            options.userID = account.userID
            options.groupID = account.groupID
            options.supplementaryGroups = [account.groupID]
            return (program, arguments)
        #endif
    }

    /// A short environment: `PGDATA`, `PGPORT` or a locale of ours must not reach the server.
    private static var environment: Environment {
        var values: [Environment.Key: String] = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC",
        ]
        if let libraries = Platform.environment("LD_LIBRARY_PATH") {
            values["LD_LIBRARY_PATH"] = libraries
        }
        return .custom(values)
    }
}

extension Program.Outcome {
    /// The first line of the text, without its end.
    var firstLine: String {
        String(text.prefix { !$0.isNewline })
    }
}
