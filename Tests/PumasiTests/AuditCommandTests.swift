import Foundation
import Subprocess
import TestSupport
import Testing

/// `pumasi audit`, and what becomes of the access log when a daemon stops.
@Suite(.timeLimit(.minutes(5))) struct AuditCommandTests {
    @Test func `a command writes down whose data it showed, and what it took away and why`()
        async throws
    {
        try await Program.withSample { run in
            let list = try await run(["donation", "list", "--limit", "1"])
            let number = try #require(list.output.split(separator: "\t").first.map(String.init))
            _ = try await run(["donation", "show", number, "--as", "감사인"])
            let file = run.directory + "/list.csv"
            let export = try await run([
                "donation", "export", "--reason", "연말 점검", "--output", file, "--as", "감사인",
            ])
            #expect(export.status == 0, "\(export.error)")
            let audit = try await run(["audit", "list", "--author", "감사인"])
            #expect(audit.status == 0, "\(audit.error)")
            let lines = audit.output.split(separator: "\n").map { $0.split(separator: "\t") }
            #expect(lines.map { $0[2] } == ["exported", "export_begun", "read"], "\(audit.output)")
            #expect(lines.last?[3].hasPrefix(number) == true)
            #expect(lines.last?[5].hasPrefix("pumasi donation show") == true)
            #expect(lines.first?.last == "연말 점검")
            let subject = try await run(["audit", "list", "--subject", number, "--json"])
            #expect(subject.output.components(separatedBy: #""action":"#).count >= 4)
            let bundle = run.directory + "/evidence.zip"
            let made = try await run([
                "audit", "bundle", "--from", "2020-01-01", "--to", "2199-12-31", "--reason",
                "감사", "-o", bundle,
            ])
            #expect(made.status == 0, "\(made.error)")
            #expect(
                FileManager.default.contents(atPath: bundle)?.starts(with: [0x50, 0x4B]) == true)
            let unwritten = run.directory + "/unwritten.zip"
            for arguments in [
                ["donation", "export", "-o", run.directory + "/unwritten.csv"],
                ["audit", "bundle", "--from", "2020-01-01", "--to", "2199-12-31", "-o", unwritten],
                ["audit", "discard", "2001-01"],
            ] {
                let refused = try await run(arguments + ["--reason", "감사 900101-1234567"])
                #expect(refused.status == 5, "\(arguments)")
                #expect(!refused.error.contains("1234567"), "\(refused.error)")
            }
            #expect(!FileManager.default.fileExists(atPath: unwritten))
            #expect(try await run(["audit", "list", "--action", "nonsense"]).status == 2)
            for (name, said) in [
                (["--author", "감사언"], "used this ledger as 감사언"),
                (["--subject", "D-2026-999999"], "There is no D-2026-999999"),
                (["--subject", "0190a5c0-0000-7000-8000-000000000000"], "There is no 0190a5c0-"),
            ] {
                let mistyped = try await run(["audit", "list"] + name)
                #expect(mistyped.status == 3 && mistyped.output.isEmpty, "\(mistyped.output)")
                #expect(mistyped.error.contains(said), "\(mistyped.error)")
            }
            let before = ["--author", "감사인", "--subject", number, "--to", "2020-01-01"]
            let none = try await run(["audit", "list"] + before)
            #expect(none.status == 0 && none.output.isEmpty, "\(none.error)")
            #expect(try await run(["audit", "discard", "2001-01", "--reason", "x"]).status == 3)
            let month = try await run(["audit", "discard", "2026-13", "--reason", "x"])
            #expect(month.status == 2)
        }
    }

    @Test func `a breach is told by ids and logins, and by nobody's name`() async throws {
        try await Program.withSample { run in
            let list = try await run(["donation", "list", "--limit", "1", "--as", "엿본이"])
            let number = try #require(list.output.split(separator: "\t").first.map(String.init))
            let days = ["--from", "2020-01-01", "--to", "2199-12-31"]
            let breach = ["audit", "breach", "--author", "엿본이"]
            let told = try await run(breach + days)
            #expect(told.status == 0, "\(told.error)")
            let rows = told.output.split(separator: "\n").map { $0.split(separator: "\t") }
            #expect(rows.contains { $0[0] == number && $0[2] == "read" && $0[3] == "엿본이" })
            for name in ["최민호", "오세훈", "이장우"] {
                #expect(!told.output.contains(name), "\(name)")
            }
            let json = try await run(breach + days + ["--json"])
            #expect(json.output.contains(#""action":"read","author":"엿본이""#), "\(json.output)")
            #expect(json.output.contains(#""log_from":"20"#), "\(json.output)")
            let none = try await run(
                breach + ["--from", "2020-01-01T00:00:00+09:00", "--to", "2020-01-01T01:00:00Z"])
            #expect(none.status == 0 && none.output.isEmpty, "\(none.error)")
            #expect(none.error.contains("The access log is whole from "), "\(none.error)")
            let ahead = try await run(
                ["audit", "breach", "--from", "2190-01-01", "--to", "2199-12-31"])
            #expect(ahead.status == 0 && !ahead.error.contains("log is whole"), "\(ahead.error)")
            let mistyped = try await run(["audit", "breach", "--author", "엿보니"] + days)
            #expect(mistyped.status == 3 && mistyped.output.isEmpty, "\(mistyped.output)")
            #expect(mistyped.error.contains("used this ledger as 엿보니"), "\(mistyped.error)")
            for time in [["2026-03-02", "2026-03-01"], ["2026-03-02", "soon"]] {
                let wrong = try await run(["audit", "breach", "--from", time[0], "--to", time[1]])
                #expect(wrong.status == 2, "\(wrong.error)")
            }
        }
    }

    @Test func `a daemon that stops writes down everything it showed`() async throws {
        let directory = TestDirectory()
        let data = directory.path + "/data"
        let reads = 300
        let served = try await Program.serve(["--sample", "--data", data]) { daemon in
            let made = try await Program.run([
                "token", "create", "--role", "auditor", "--name", "감사", "--json", "--data", data,
            ])
            let token = try #require(made.output.split(separator: "\"").dropFirst(3).first)
            for _ in 0..<reads {
                let answer = try await daemon.get("/api/v1/donations?limit=2", token: String(token))
                #expect(answer.status == 200)
            }
        }
        #expect(served.outcome.status == 0, "\(served.outcome.error)")
        let told = try await Program.run([
            "audit", "list", "--action", "read", "--author", "감사", "--limit", "1000", "--data",
            data,
        ])
        #expect(told.output.split(separator: "\n").count == reads)
    }
}
