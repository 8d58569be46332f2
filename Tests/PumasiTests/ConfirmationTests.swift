import ArgumentParser
import TestSupport
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
            let database = try #require(run.environment["DATABASE_URL"])
            _ = try await TestServer.shared.psql(
                database, ["-qc", "SELECT keep_access_month('2001-01-01')"])
            // As an app would leave it; nobody signs in with this one.
            let factor = """
                INSERT INTO second_factor (account_id, sealed, confirmed_at, last_step)
                SELECT author_id, decode(repeat('00', 48), 'hex'), now(), 1 FROM account
                """
            _ = try await TestServer.shared.psql(database, ["-qc", factor])
            let acts = [
                ["token", "revoke", id], ["user", "second-factor-reset", "jimin"],
                ["user", "disable", "jimin"],
                ["receiver", "secret", "portal"],
                ["audit", "discard", "2001-01", "--reason", "x"],
            ]
            let named = [
                "The token \(id) ends for good: x, clerk.",
                "The account jimin of 김지민 signs in with its password alone",
                "The account jimin of 김지민 is kept out",
                "The secret of portal (https://portal.example/x) ",
                "The access log of 2001-01 (rows: 0) ",
            ]
            for (act, name) in zip(acts, named) {
                let refused = try await run(act + ["--no-input"])
                #expect(refused.status == 2, "\(act): \(refused.error)")
                #expect(refused.error.contains("nothing was done"), "\(refused.error)")
                #expect(refused.error.contains("With --yes: \(name)"), "\(refused.error)")
                #expect(refused.output.isEmpty, "\(refused.output)")
            }
            #expect(try await run(list).output == listed)
            let account = try await run(["user", "list"]).output
            #expect(account.hasSuffix("\t-\n") && account.contains("\ton\t"), "\(account)")
            for act in acts {
                let done = try await run(act + (act[0] == "user" ? ["--yes", "--no-input"] : []))
                #expect(done.status == 0, "\(act): \(done.error)")
                #expect(!done.error.contains("[y/N]"), "\(done.error)")
            }
            #expect(try await run(list).output != listed)
            #expect(try await run(["user", "list"]).output.contains("\toff\t"))
            let changes = try await TestServer.shared.psql(
                database, ["-Atqc", "SELECT action FROM account_change ORDER BY id"])
            #expect(changes.contains("second_factor_off\ndisabled"), "\(changes)")
        }
    }

    @Test func `nobody is asked about what is not there`() async throws {
        try await Program.withLedger { run in
            let share = ["receiver", "add", "share", "--directory", "/srv/reports"]
            #expect(try await run(share).status == 0)
            let discard = ["audit", "discard", "--reason", "x"]
            let acts: [(act: [String], status: Int32, said: String)] = [
                (["token", "revoke", "0190a5c0-0000-7000-8000-000000000000"], 3, "no token"),
                (["user", "disable", "jimin"], 3, "no user jimin"),
                (["user", "second-factor-reset", "jimin"], 3, "no user jimin"),
                (["receiver", "secret", "portal"], 3, "no receiver portal"),
                (["receiver", "secret", "share"], 3, "only webhooks have one"),
                (discard + ["2001-01"], 3, "no 2001-01"),
                (discard + ["2199-01"], 5, "not two years old"),
            ]
            for (act, status, said) in acts {
                for answer in ["--no-input", "--yes"] {
                    let none = try await run(act + [answer])
                    #expect(none.status == status, "\(act): \(none.error)")
                    #expect(none.error.contains(said), "\(none.error)")
                    #expect(!none.error.contains("With --yes"), "\(none.error)")
                }
            }
        }
    }
}
