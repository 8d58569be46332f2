import ArgumentParser
import Testing

@testable import pumasi

/// What is asked before it is done. How a terminal asks stands in `Tests/oracle/test_terminal.py`.
@Suite(.timeLimit(.minutes(5))) struct ConfirmationTests {
    @Test func `only a terminal is asked, and none that forbids it`() throws {
        typealias Step = ConfirmationOptions.Step
        let cases: [(given: [String], attended: Step, other: Step)] = [
            ([], .ask, .act), (["--yes"], .act, .act), (["--no-input"], .refuse, .refuse),
            (["--yes", "--no-input"], .act, .act),
        ]
        for (given, attended, other) in cases {
            let options = try ConfirmationOptions.parse(given)
            #expect(options.step(isAttended: true) == attended, "\(given)")
            #expect(options.step(isAttended: false) == other, "\(given)")
        }
    }

    @Test func `only a word that means yes is one`() {
        for yes in ["y", "Y", " yes ", "ㅛ", "예", "네"] {
            #expect(ConfirmationOptions.isYes(yes), "\(yes)")
        }
        for no in ["", " ", "n", "no", "아니요", "ye", "yy", "ok"] {
            #expect(!ConfirmationOptions.isYes(no), "\(no)")
        }
    }

    @Test func `what may not ask does nothing, and a script goes on as it always did`()
        async throws
    {
        try await Program.withSample { run in
            _ = try await run(["user", "add", "jimin", "--name", "김지민", "--role", "clerk"])
            let hook = ["receiver", "add", "portal", "--webhook", "https://portal.example/x"]
            #expect(try await run(hook).status == 0)
            let token = try await run(["token", "create", "--role", "clerk", "--name", "x"])
            #expect(token.status == 0, "\(token.error)")
            let list = ["token", "list"]
            let listed = try await run(list).output
            let id = try #require(listed.split(separator: "\t").first.map(String.init))
            let acts = [
                ["token", "revoke", id], ["user", "disable", "jimin"],
                ["receiver", "secret", "portal"],
                ["audit", "discard", "2001-01", "--reason", "x"],
            ]
            for act in acts {
                let refused = try await run(act + ["--no-input"])
                #expect(refused.status == 2, "\(act): \(refused.error)")
                #expect(refused.error.contains("nothing was done"), "\(refused.error)")
                #expect(refused.error.contains("With --yes: The "), "\(refused.error)")
                #expect(refused.output.isEmpty, "\(refused.output)")
            }
            #expect(try await run(list).output == listed)
            #expect(try await run(["user", "list"]).output.hasSuffix("\t-\n"))
            for (act, status) in zip(acts, [Int32(0), 0, 0, 3]) {
                let done = try await run(act + (act[0] == "user" ? ["--yes", "--no-input"] : []))
                #expect(done.status == status, "\(act): \(done.error)")
                #expect(!done.error.contains("[y/N]"), "\(done.error)")
            }
            #expect(try await run(list).output != listed)
            let share = ["receiver", "add", "share", "--directory", "/srv/reports"]
            #expect(try await run(share).status == 0)
            let none = try await run(["receiver", "secret", "share", "--yes"])
            #expect(none.status == 3, "\(none.output)")
            #expect(none.error.contains("only webhooks have one"), "\(none.error)")
        }
    }
}
