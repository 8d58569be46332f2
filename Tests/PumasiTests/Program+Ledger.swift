import TestSupport
import Testing

/// Ledgers of tests that need no daemon, each in a database of its own.
extension Program {
    /// `pumasi` on one ledger: `run(["donation", "list"])`.
    struct OnLedger: Sendable {
        /// Where secret and signing key lie, with room for the files of a test.
        let directory: String
        /// How the program finds the ledger.
        let environment: [String: String]

        /// Runs a command to its end.
        /// - Parameter input: what it reads as standard input.
        func callAsFunction(_ arguments: [String], input: String = "") async throws -> Outcome {
            try await Program.run(arguments, environment, input: input)
        }
    }

    /// Runs `body` on a ledger with nothing in it.
    static func withLedger(_ body: (_ run: OnLedger) async throws -> Void) async throws {
        let directory = TestDirectory()
        defer { withExtendedLifetime(directory) {} }
        try await TestServer.shared.withDatabase { conninfo in
            let run = OnLedger(
                directory: directory.path,
                environment: [
                    "DATABASE_URL": conninfo, "XDG_STATE_HOME": directory.path,
                    "PUMASI_SECRET_FILE": directory.path + "/secret",
                ])
            let made = try await run(["db", "migrate"])
            #expect(made.status == 0, "\(made.error)")
            try await body(run)
        }
    }

    /// Runs `body` on a ledger with the sample.
    static func withSample(_ body: (_ run: OnLedger) async throws -> Void) async throws {
        try await withLedger { run in
            let loaded = try await run(["sample", "load"])
            #expect(loaded.status == 0, "\(loaded.error)")
            try await body(run)
        }
    }
}
