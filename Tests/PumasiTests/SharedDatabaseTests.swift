import Foundation
import TestSupport
import Testing

/// Daemons on a server that is not theirs, as several may be on one database.
@Suite(.timeLimit(.minutes(5))) struct SharedDatabaseTests {
    /// A new database, and the environment in which `pumasi` uses it.
    private func withDatabase(
        _ body: (_ conninfo: String, _ environment: [String: String]) async throws -> Void
    ) async throws {
        let directory = TestDirectory()
        try await TestServer.shared.withDatabase { conninfo in
            try await body(
                conninfo,
                [
                    "DATABASE_URL": conninfo, "XDG_STATE_HOME": directory.path,
                    "PUMASI_SECRET_FILE": directory.path + "/secret",
                    "PUMASI_LOG_LEVEL": "debug",
                ])
            let made = try FileManager.default.contentsOfDirectory(atPath: directory.path)
            let files = made.filter { !$0.hasPrefix("signing.") }
            #expect(files == ["secret"], "no cluster was made")
        }
    }

    private func query(_ conninfo: String, _ statement: String) async throws -> String {
        try await TestServer.shared.psql(
            conninfo, ["--tuples-only", "--no-align", "--quiet", "--command=\(statement)"]
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Days whose summary came due since the schedule is known.
    private static let due = """
        SELECT count(*) FROM (SELECT * FROM schedule WHERE name = 'daily') AS schedule,
            generate_series(
            date_trunc('day', known_since AT TIME ZONE zone) + interval '9 hours',
            clock_timestamp() AT TIME ZONE zone, interval '1 day') AS day
        """

    /// A schedule known for so long was missed every day since.
    private func miss(days: Int, in conninfo: String) async throws {
        _ = try await query(
            conninfo,
            """
            UPDATE schedule SET known_since =
                date_trunc('day', clock_timestamp() AT TIME ZONE zone) AT TIME ZONE zone
                - interval '\(days) days', settled_through = NULL
            WHERE name = 'daily'
            """)
    }

    @Test func `two daemons run every period once and count every key once`() async throws {
        try await withDatabase { conninfo, environment in
            let made = try await Program.run(["db", "migrate"], environment)
            #expect(made.status == 0, "\(made.error)")
            try await miss(days: 40, in: conninfo)
            let token = try await Program.run(
                ["token", "create", "--role", "clerk", "--name", "둘"], environment
            ).output.trimmingCharacters(in: .newlines)
            let first = try await Program.serve([], environment) { one in
                let second = try await Program.serve([], environment) { two in
                    try await give(one, two, token)
                    try await settled(one, two)
                }
                #expect(second.outcome.status == 0)
            }
            #expect(first.outcome.status == 0)
            let due = try await query(conninfo, SharedDatabaseTests.due)
            #expect(Int(due) ?? 0 >= 40)
            let runs = "SELECT count(*), count(DISTINCT period_key) FROM run"
            #expect(try await query(conninfo, runs) == "\(due)|\(due)")
            #expect(try await query(conninfo, "SELECT count(*) FROM summary") == due)
            let filed = "SELECT count(*) FROM run_attempt WHERE outcome = 'filed'"
            #expect(try await query(conninfo, filed) == due)
            #expect(try await query(conninfo, "SELECT count(*) FROM donation") == "20")
            let unsealed = "SELECT count(*) FROM unsealed"
            #expect(try await query(conninfo, unsealed) == "0")
        }
    }

    /// Sends the same twenty donations to both at once; each is answered alike by both.
    private func give(_ one: ServingDaemon, _ two: ServingDaemon, _ token: String) async throws {
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<20 {
                for daemon in [one, two] {
                    group.addTask {
                        while true {
                            let answer = try await daemon.post(
                                "/api/v1/donations", Self.donation(number), token: token,
                                key: "gift-\(number)")
                            // The other is at it this moment, or this one catches up on days.
                            if [409, 503].contains(answer.status) { continue }
                            #expect(answer.status == 201, "\(answer.text)")
                            return (number, answer.text)
                        }
                    }
                }
            }
            var answers: [Int: Set<String>] = [:]
            for try await (number, text) in group { answers[number, default: []].insert(text) }
            #expect(answers.count == 20)
            #expect(answers.values.allSatisfy { $0.count == 1 })
        }
    }

    private static func donation(_ number: Int) -> String {
        """
        {"origin":"intake","donor":{"key":"d-\(number)","name":"홍길동","kind":"person",
        "own_name":true},"residence":{"code":"11710","basis":"document_submitted",
        "checked_on":"2026-03-02"},"employer":"none","recipient":"36110","amount":100000,
        "donated_on":"2026-03-02","channel":"bank_counter",
        "checks":{"all":"passed document_submitted 2026-03-02","pledge":"\(number)"}}
        """
    }

    /// Waits until both have passed over the schedules once.
    private func settled(_ one: ServingDaemon, _ two: ServingDaemon) async throws {
        for daemon in [one, two] {
            #expect(await daemon.said.error.contains("message=\"the schedules are settled\""))
        }
    }

    @Test func `a second machine with a key of its own signs nothing until it is given the log's`()
        async throws
    {
        try await withDatabase { conninfo, environment in
            let secret = try #require(environment["PUMASI_SECRET_FILE"])
            let home = URL(filePath: secret).deletingLastPathComponent().path
            let other = TestDirectory()
            let elsewhere = environment.merging([
                "XDG_STATE_HOME": other.path, "PUMASI_SECRET_FILE": other.path + "/secret",
            ]) { $1 }
            let origins = "SELECT count(DISTINCT split_part(note, E'\\n', 1)) FROM checkpoint"
            _ = try await Program.serve(["--migrate"], environment) { daemon in
                try await published(conninfo, atLeast: 1)
                try FileManager.default.copyItem(atPath: secret, toPath: other.path + "/secret")
                _ = try await Program.serve([], elsewhere) { second in
                    #expect(await second.said.error.contains("log-key"))
                    let answer = try await second.get("/api/v1/agreements", token: "pmt_x")
                    #expect(answer.status == 401)
                    #expect(await second.said.error.contains("a request was kept out"))
                }
            }
            #expect(try await query(conninfo, origins) == "1")
            for name in ["signing.key", "signing.verifiers"] {
                try FileManager.default.removeItem(atPath: other.path + "/" + name)
                try FileManager.default.copyItem(
                    atPath: home + "/" + name, toPath: other.path + "/" + name)
            }
            let before = try await query(conninfo, "SELECT count(*) FROM checkpoint")
            let token = try await Program.run(
                ["token", "create", "--role", "clerk", "--name", "셋"], elsewhere
            ).output.trimmingCharacters(in: .newlines)
            _ = try await Program.serve([], elsewhere) { daemon in
                let gift = try await daemon.post(
                    "/api/v1/donations", Self.donation(1), token: token, key: "gift")
                #expect(gift.status == 201)
                try await published(conninfo, atLeast: (Int(before) ?? 0) + 1)
            }
            #expect(try await query(conninfo, origins) == "1")
            withExtendedLifetime(other) {}
        }
    }

    /// Waits until so many checkpoints are published.
    private func published(_ conninfo: String, atLeast count: Int) async throws {
        while case let found = try await query(conninfo, "SELECT count(*) FROM checkpoint"),
            Int(found) ?? 0 < count
        {}
    }

    @Test func `what was missed is caught up at the next start`() async throws {
        try await withDatabase { conninfo, environment in
            let first = try await Program.serve(["--migrate"], environment) { _ in }
            #expect(first.outcome.status == 0)
            try await miss(days: 3, in: conninfo)
            _ = try await Program.serve([], environment) { daemon in
                #expect(await daemon.said.error.contains("message=\"the schedules are settled\""))
                let metrics = try await daemon.get("/metrics").text
                #expect(metrics.contains("pumasi_runs_total{result=\"filed\",schedule=\"daily\"} "))
                #expect(metrics.contains("pumasi_run_lateness_seconds{schedule=\"daily\"} "))
            }
            let due = try await query(conninfo, SharedDatabaseTests.due)
            let caughtUp = "SELECT count(*) FROM run WHERE origin = 'catch_up' AND state = 'filed'"
            #expect(try await query(conninfo, caughtUp) == due)
            let listed = try await Program.run(["report", "list"], environment)
            #expect("\(listed.output.split(separator: "\n").count)" == due)
        }
    }

    @Test func `a schema that is not known is refused, with what to do`() async throws {
        try await withDatabase { conninfo, environment in
            let behind = try await Program.run(["serve", "--port", "0"], environment)
            #expect(behind.status == 1)
            #expect(behind.error.contains("pumasi db migrate"))
            let rehearsed = try await Program.run(["db", "migrate", "--dry-run"], environment)
            #expect(rehearsed.status == 0)
            #expect(rehearsed.output.hasPrefix("1 role\n"))
            #expect(rehearsed.error.contains("Dry run: nothing is recorded"))
            #expect(try await Program.run(["db", "status"], environment).status == 1)
            #expect(try await Program.run(["db", "migrate"], environment).status == 0)
            #expect(try await Program.run(["db", "status"], environment).status == 0)
            _ = try await query(
                conninfo, "INSERT INTO schema_migration VALUES (9999, 'later', 'x', now())")
            let ahead = try await Program.run(["serve", "--port", "0"], environment)
            #expect(ahead.status == 1)
            #expect(ahead.error.contains("newer version"))
        }
    }

    @Test func `a server that could lose what it acknowledged is not ready`() async throws {
        try await withDatabase { _, environment in
            _ = try await Program.serve(["--migrate"], environment) { daemon in
                let ready = try await daemon.get("/readyz?verbose")
                #expect(ready.status == 503)
                let unsafe = "unsafe in the database: fsync = off, full_page_writes = off"
                #expect(ready.text.contains(unsafe))
                let told = try await Program.run(
                    ["doctor", "--quick", "--set", "http.port=\(daemon.port)"], environment)
                #expect(told.status == 1)
                #expect(told.output.contains("not ready: durability: \(unsafe)"), "\(told.output)")
                #expect(try await daemon.get("/livez").status == 200)
            }
        }
    }

    @Test func `a book that is to outlive its primary is not ready without a standby`()
        async throws
    {
        try await withDatabase { _, environment in
            let variable = ["PUMASI_DATABASE_DURABILITY": "replicated"]
            let replicated = environment.merging(variable) { $1 }
            let setting = "synchronous_standby_names"
            _ = try await Program.serve(["--migrate"], replicated) { daemon in
                let ready = try await daemon.get("/readyz?verbose")
                #expect(ready.status == 503)
                #expect(ready.text.contains(setting), "\(ready.text)")
                // In the log stands what to do about it.
                #expect(await daemon.said.error.contains("what is acknowledged could be lost"))
                #expect(await daemon.said.error.contains("set database.durability to local"))
                #expect(try await daemon.get("/livez").status == 200)
            }
            let told = try await Program.run(["doctor"], replicated)
            #expect(told.status == 1)
            #expect(told.output.contains("\(setting) = ''"), "\(told.output)")
            #expect(told.output.contains("set database.durability to local"), "\(told.output)")
            let local = try await Program.run(["doctor"], environment)
            #expect(!local.output.contains(setting), "\(local.output)")
        }
    }

    @Test func `another secret is refused and stays as it is`() async throws {
        try await withDatabase { _, environment in
            #expect(try await Program.run(["db", "migrate"], environment).status == 0)
            #expect(try await Program.run(["token", "list"], environment).status == 0)
            let directory = TestDirectory()
            let path = directory.path + "/other"
            #expect(
                FileManager.default.createFile(
                    atPath: path, contents: Data(repeating: 1, count: 32),
                    attributes: [.posixPermissions: 0o600]))
            let refused = try await Program.run(
                ["token", "list", "--set", "secret.file=\(path)"], environment)
            #expect(refused.status == 4)
            #expect(refused.error.contains("is not the one of this ledger"))
            #expect(FileManager.default.fileExists(atPath: path))
        }
    }

    @Test func `a database that is away is told apart from one that says no`() async throws {
        let directory = TestDirectory()
        let away = try await Program.run(
            ["serve", "--port", "0"],
            ["DATABASE_URL": "host=\(directory.path)", "XDG_STATE_HOME": directory.path])
        #expect(away.status == 75)
        #expect(away.error.contains("Check that PostgreSQL runs"))
        let unknown = try await Program.run(
            ["token", "list"],
            [
                "DATABASE_URL": try await TestServer.shared.conninfo(database: "nowhere"),
                "XDG_STATE_HOME": directory.path,
            ])
        #expect(unknown.status == 1)
        #expect(unknown.error.contains("Create the database"))
    }
}
