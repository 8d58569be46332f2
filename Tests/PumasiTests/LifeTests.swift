import Foundation
import Subprocess
import TestSupport
import Testing

/// A daemon over its own PostgreSQL, from its start to its end.
@Suite(.timeLimit(.minutes(5))) struct LifeTests {
    private func clusterRuns(_ data: String) -> Bool {
        FileManager.default.fileExists(atPath: data + "/cluster/postmaster.pid")
    }

    /// Who the ledger's sessions are, as the server tells its owner.
    private func accounts(of data: String) async throws -> String {
        let lines = try String(contentsOfFile: data + "/cluster/postmaster.pid", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        return try await TestServer.shared.psql(
            "host='\(lines[4])' user=pumasi dbname=pumasi",
            [
                "-qAtc",
                """
                SELECT DISTINCT usename || ' ' || usesuper
                FROM pg_stat_activity JOIN pg_user USING (usename)
                WHERE application_name LIKE 'pumasi/%'
                """,
            ])
    }

    @Test func `it serves the sample, leaves nothing behind and loads nothing twice`() async throws
    {
        let directory = TestDirectory()
        let data = directory.path + "/data"
        let first = try await Program.serve(["--sample", "--data", data]) { daemon in
            #expect(try await daemon.get("/livez").status == 200)
            let ready = try await daemon.get("/readyz?verbose")
            #expect(ready.status == 200, "\(ready.text)")
            #expect(ready.text.contains(#""name":"encoding","status":"ok""#), "\(ready.text)")
            let asked = ["doctor", "--quick", "--data", data, "--set", "http.port=\(daemon.port)"]
            let told = try await Program.run(asked)
            #expect(told.status == 0, "\(told.output) \(told.error)")
            #expect(told.output.contains("\tready"), "\(told.output)")
            #expect(clusterRuns(data))
            // Ready comes before the first pass over the schedules has ended.
            var metrics = try await daemon.get("/metrics").text
            while !metrics.contains("pumasi_timekeeper_passes_total") {
                metrics = try await daemon.get("/metrics").text
            }
            #expect(metrics.contains("pumasi_db_pool_connections{state=\"idle\"}"))
            // No session of the ledger could become its owner's.
            #expect(try await accounts(of: data) == "pumasi_session false\n")
            try daemon.send(.terminalClosed)
            #expect(await daemon.said.error.contains("SIGHUP changes nothing"))
            #expect(try await daemon.get("/readyz").status == 200)
            let donations = try await daemon.count("/api/v1/donations")
            #expect(donations > 0)
            return donations
        }
        #expect(first.outcome.status == 0, "\(first.outcome.error)")
        #expect(first.outcome.output.contains("first token (manager): pmt_"))
        #expect(!clusterRuns(data))
        let second = try await Program.serve(["--sample", "--data", data]) { daemon in
            try await daemon.count("/api/v1/donations")
        }
        #expect(second.answer == first.answer)
        #expect(!second.outcome.output.contains("pmt_"))
        #expect(second.outcome.status == 0)
        #expect(!clusterRuns(data))
    }

    /// The recipe of the README, with a copy of a stopped cluster for a base backup.
    @Test func `a backup restored elsewhere is the same book`() async throws {
        let directory = TestDirectory()
        let (data, restored) = (directory.path + "/data", directory.path + "/restored")
        _ = try await Program.serve(["--sample", "--data", data]) { _ in }
        let checkpoint = directory.path + "/checkpoint"
        let kept = try await Program.run([
            "ledger", "checkpoint", "-o", checkpoint, "--data", data,
        ])
        #expect(kept.status == 0, "\(kept.error)")
        let copy = try await Subprocess.run(
            .name("sh"),
            arguments: [
                "-c",
                #"install -d -m 711 "$2" && cd "$1" && cp -a cluster secret signing.* "$2""#,
                "sh", data, restored,
            ], output: .discarded, error: .string(limit: 1 << 16))
        #expect(copy.terminationStatus.isSuccess, "\(copy.standardError)")
        // Before anybody serves it, who might sign what is not the book.
        let verified = try await Program.run([
            "ledger", "verify", "--checkpoint", checkpoint, "--data", restored,
        ])
        #expect(verified.status == 0, "\(verified.output) \(verified.error)")
        let served = try await Program.serve(["--data", restored]) { daemon in
            let ready = try await daemon.get("/readyz")
            #expect(ready.status == 200)
        }
        #expect(served.outcome.status == 0, "\(served.outcome.error)")
    }

    @Test func `after kill -9 the next start takes over, and commands work beside it`() async throws
    {
        let directory = TestDirectory()
        let data = directory.path + "/data"
        let killed = try await Program.serve(["--data", data]) { daemon in
            try daemon.send(.kill)
        }
        #expect(killed.outcome.status == -9)
        #expect(clusterRuns(data))
        let next = try await Program.serve(["--data", data]) { daemon in
            #expect(try await daemon.get("/readyz").status == 200)
            let made = try await Program.run([
                "token", "create", "--role", "clerk", "--name", "시험", "--json", "--data", data,
            ])
            #expect(made.status == 0, "\(made.error)")
            #expect(made.output.hasPrefix("{\"token\":\"pmt_"))
            let second = try await Program.run(["serve", "--port", daemon.port, "--data", data])
            #expect(second.status == 1)
            #expect(second.error.contains("--port"))
            #expect(!second.error.contains("Cannot connect"), "\(second.error)")
            #expect(try await daemon.get("/readyz").status == 200)
        }
        #expect(next.outcome.status == 0)
        #expect(!clusterRuns(data))
        let listed = try await Program.run(["token", "list", "--data", data])
        #expect(listed.output.contains("clerk\t시험"))
        let history = try await Program.run(["token", "history", "--data", data])
        #expect(history.output.contains("token_made"))
        #expect(!clusterRuns(data))
        try FileManager.default.removeItem(atPath: data + "/secret")
        let lost = try await Program.run(["serve", "--port", "0", "--data", data])
        #expect(lost.status == 4)
        #expect(lost.error.contains("\(data)/secret"))
        #expect(!FileManager.default.fileExists(atPath: data + "/secret"))
        #expect(!clusterRuns(data))
    }

    @Test func `a start that finds its port taken says so alone, and uses up no first token`()
        async throws
    {
        let directory = TestDirectory()
        let (data, other) = (directory.path + "/data", directory.path + "/other")
        _ = try await Program.serve(["--data", data]) { daemon in
            let arguments = ["serve", "--first-token", "--data", other, "--port", daemon.port]
            let taken = try await Program.run(arguments)
            #expect(taken.status == 1)
            #expect(taken.error.contains("Another program listens on"), "\(taken.error)")
            #expect(!taken.error.contains("level=warning"), "\(taken.error)")
        }
        let away = ["serve", "--data", other, "--port", "0"]
        let foreign = ["--set", "http.behindTls=true", "--host", "192.0.2.1"]
        let nowhere = try await Program.run(away + foreign)
        #expect(nowhere.status == 1)
        #expect(nowhere.error.contains("It cannot listen on 192.0.2.1:0 ("), "\(nowhere.error)")
        let first = try await Program.serve(["--first-token", "--data", other]) { _ in }
        #expect(first.outcome.output.contains("first token (manager): pmt_"))
    }

    /// What a process says of its limits (proc(5)).
    private func openFiles(of process: pid_t) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("Max open") })
        let words = line.split(separator: " ")
        return Int(words[3]) ?? .max
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/limits")))
    func `it asks for as many files as its connections need, and takes no more of them`()
        async throws
    {
        let directory = TestDirectory()
        let data = directory.path + "/data"
        func serve(_ limits: String) async throws -> (answer: Int, outcome: Program.Outcome) {
            let program = directory.path + "/pumasi"
            let script = "#!/bin/sh\n\(limits)\nexec '\(Program.path)' \"$@\"\n"
            try Data(script.utf8).write(to: URL(fileURLWithPath: program))
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: program)
            return try await Program.serve(["--data", data], by: program) { daemon in
                #expect(try await daemon.get("/readyz").status == 200)
                return try openFiles(of: daemon.processID)
            }
        }
        let few = try await serve("ulimit -Sn 200; ulimit -Hn 1000")
        #expect(few.answer == 1_000)
        #expect(few.outcome.error.contains("connections=800 "), "\(few.outcome.error)")
        let more = try await serve(
            "ulimit -Sn 200; ulimit -Hn 1000; export PUMASI_HTTP_CONNECTIONS_MAX=700")
        #expect(more.answer == 900)
        #expect(!more.outcome.error.contains("http.connectionsMax"), "\(more.outcome.error)")
    }
}
