import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// 남긴 답. Requests that add no entry are done once and told the same each time.
@Suite struct KeptAnswerTests {
    private static let daily = #"{"name":"tax","rule":"daily","at":"07:30"}"#
    private static let hook =
        #"{"name":"hook","kind":"webhook","address":"https://203.0.113.7/in"}"#

    private func ask(
        _ web: LedgerInterface, _ path: String, _ body: String,
        method: HTTPRequest.Method = .post, key: String = "k", as role: Role = .operator
    ) async throws -> TestResponse {
        try await web.interface.ask(
            method, "/api/v1/" + path, as: role,
            headers: [.contentType: "application/json", .idempotencyKey: key], body: body)
    }

    private func isReplay(_ again: TestResponse, of first: TestResponse) -> Bool {
        first.headers[.idempotentReplayed] == nil
            && again.headers[.idempotentReplayed] == "true"
            && again.status == first.status && again.text == first.text
    }

    @Test func `a schedule is made, changed, paused and resumed once for each key`()
        async throws
    {
        try await LedgerInterface.with { web in
            let steps: [(HTTPRequest.Method, String, String)] = [
                (.post, "schedules", Self.daily),
                (.patch, "schedules/tax", #"{"at":"08:00"}"#),
                (.post, "schedules/tax/pause", #"{"note":"점검"}"#),
                (.post, "schedules/tax/resume", "{}"),
            ]
            for (place, step) in steps.enumerated() {
                let first = try await ask(
                    web, step.1, step.2, method: step.0, key: "key \(place)")
                #expect(first.status == (place == 0 ? .created : .ok), "\(first.text)")
                let again = try await ask(
                    web, step.1, step.2, method: step.0, key: "key \(place)")
                #expect(isReplay(again, of: first), "\(step.1)")
            }
            let known = try #require(try await web.test.ledger.schedule("tax"))
            let changes = try await web.test.ledger.changes(of: known, rowsMax: 9)
            #expect(changes.map(\.action) == [.resumed, .paused, .changed, .created])
        }
    }

    @Test func `a key stands for one request, whoever sends another under it`() async throws {
        try await LedgerInterface.with { web in
            let first = try await ask(web, "schedules", Self.daily)
            #expect(first.status == .created)
            // The members in another order, and one that says nothing, are the same request.
            let shuffled = #"{"at":"07:30","note":null,"rule":"daily","name":"tax"}"#
            #expect(isReplay(try await ask(web, "schedules", shuffled), of: first))
            for (path, body) in [
                ("schedules", Self.daily.replacing("tax", with: "two")),
                ("schedules/tax/pause", #"{"note":"점검"}"#),
            ] {
                let other = try await ask(web, path, body)
                #expect(try other.code == "idempotency-key-reused", "\(path)")
            }
            let fund = #"{"year":2025,"figure":"gift_cost","amount":1,"document":"결산서"}"#
            _ = try await ask(web, "funds", fund, key: "fund", as: .manager)
            let note = #"{"note":"점검"}"#
            let taken = try await ask(
                web, "schedules/tax/pause", note, key: "fund", as: .manager)
            #expect(try taken.code == "idempotency-key-reused")
            // Nothing refused leaves a trace: the key is free for what is right.
            let wrong = try await ask(web, "schedules/none/pause", note, key: "free")
            #expect(wrong.status == .notFound)
            let right = try await ask(web, "schedules/tax/pause", note, key: "free")
            #expect(right.status == .ok)
        }
    }

    @Test func `a period is run by hand once, and the answer stays what it was`() async throws {
        try await LedgerInterface.with { web in
            _ = try await ask(web, "schedules", Self.daily, key: "make")
            let body = #"{"period":"2026-03-02","reason":"시험"}"#
            let first = try await ask(web, "schedules/tax/runs", body)
            #expect(first.status == .created, "\(first.text)")
            #expect(try first.json["attempts"] == 1)
            #expect(isReplay(try await ask(web, "schedules/tax/runs", body), of: first))
            let run = try #require(try first.json["id"]?.string)
            let shown = try await web.get("runs/\(run)", as: .manager)
            #expect(shown.text.hasPrefix(String(first.text.dropLast())))
            // Under another key it is a question of its own: made again, and compared.
            let looked = try await ask(web, "schedules/tax/runs", body, key: "look")
            #expect(looked.status == .ok)
            #expect(try looked.json["verdict"] == "identical")
            let again = try await ask(web, "schedules/tax/runs", body, key: "look")
            #expect(isReplay(again, of: looked))
            let check = #"{"reason":"시험"}"#
            let checks = "schedules/roll-up/runs"
            let checked = try await ask(web, checks, check, key: "check")
            #expect(checked.status == .created, "\(checked.text)")
            #expect(isReplay(try await ask(web, checks, check, key: "check"), of: checked))
            #expect(
                try await web.test.ledger.runs(of: "roll-up", rowsMax: 9).count == 1)
        }
    }

    @Test func `a rehearsed backfill uses no key up, and a real one asks once`() async throws {
        try await LedgerInterface.with { web in
            _ = try await ask(web, "schedules", Self.daily, key: "make")
            let days = #"{"from":"2026-03-01","to":"2026-03-03""#
            let body = days + #","reason":"시험""#
            let path = "schedules/tax/backfills"
            for body in [body, days] {
                let foreseen = try await ask(web, path, body + #","dry_run":true}"#)
                #expect(foreseen.status == .accepted, "\(foreseen.text)")
                #expect(foreseen.headers[.idempotentReplayed] == nil)
            }
            let unsaid = try await ask(web, path, days + "}")
            #expect(unsaid.status == .unprocessableContent, "\(unsaid.text)")
            #expect(try unsaid.faults == ["reason value_missing"])
            let first = try await ask(web, path, body + "}")
            #expect(first.status == .accepted)
            #expect(isReplay(try await ask(web, path, body + "}"), of: first))
        }
    }

    @Test func `a rehearsed run tells what it would file, files nothing and uses no key up`()
        async throws
    {
        try await LedgerInterface.with { web in
            _ = try await ask(web, "schedules", Self.daily, key: "make")
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let schema = schemas["RunForesight"]
            else { return #expect(Bool(false), "the document has the schema") }
            let check = SchemaCheck(schemas: schemas)
            let (path, body) = ("schedules/tax/runs", #"{"period":"2026-03-02","reason":"시험"}"#)
            let unsaid = #"{"period":"2026-03-02"}"#
            for (word, body) in [("true", body), ("1", unsaid)] {
                let foreseen = try await ask(web, path + "?dry_run=" + word, body)
                #expect(foreseen.status == .ok, "\(foreseen.text)")
                #expect(foreseen.headers[.idempotentReplayed] == nil)
                let told = try foreseen.value
                #expect(check.faults(told, schema) == [])
                #expect(told["dry_run"] == true && told["run"] == .null)
                #expect(told["report.period"] == "2026-03-02")
                #expect(told["report.text"]?.string?.contains("□ ") == true)
            }
            for query in ["?dry_run=yes", "?dry=1"] {
                #expect(try await ask(web, path + query, body).status == .badRequest)
            }
            let refused = try await ask(web, path, unsaid)
            #expect(refused.status == .unprocessableContent)
            #expect(try refused.faults == ["reason value_missing"])
            #expect(try await web.test.ledger.runs(of: "tax", rowsMax: 9) == [])
            let filed = try await ask(web, path, body)
            #expect(filed.status == .created, "\(filed.text)")
            let stands = try await ask(web, path + "?dry_run=true", body).value
            #expect(check.faults(stands, schema) == [])
            #expect(stands["report"] == .null)
            let run = try filed.json["id"]
            #expect(stands["run.id"] == run)
            let roll = try await ask(
                web, "schedules/roll-up/runs?dry_run=true", #"{"reason":"시험"}"#)
            #expect(roll.status == .conflict, "\(roll.text)")
        }
    }

    @Test func `the secret of a webhook is told again to whoever asked, and kept sealed`()
        async throws
    {
        try await LedgerInterface.with { web in
            let first = try await ask(web, "receivers", Self.hook)
            #expect(first.status == .created && first.text.contains("whsec_"), "\(first.text)")
            #expect(isReplay(try await ask(web, "receivers", Self.hook), of: first))
            let renewed = try await ask(web, "receivers/hook/secret", "", key: "new")
            #expect(renewed.status == .ok && renewed.text != first.text)
            let again = try await ask(web, "receivers/hook/secret", "", key: "new")
            #expect(isReplay(again, of: renewed))
            let share = #"{"name":"share","kind":"directory","address":"/srv/reports"}"#
            #expect(try await ask(web, "receivers", share, key: "share").status == .created)
            let unsigned = try await ask(web, "receivers/share/secret", "", key: "unsigned")
            #expect(unsigned.status == .notFound, "\(unsigned.text)")
            #expect(unsigned.text.contains("share"), "\(unsigned.text)")
            let off = try await ask(
                web, "receivers/hook", #"{"is_on":false}"#, method: .patch, key: "off")
            #expect(off.status == .ok)
            let kept = try await TestServer.shared.psql(
                web.test.conninfo,
                ["-Atc", "SELECT encode(sealed, 'escape') FROM kept_answer"])
            #expect(!kept.contains("whsec_") && !kept.contains("hook"))
            #expect(kept.split(separator: "\n").count >= 3)
        }
    }

    @Test func `of many that ask at once one makes it, and all are told of that one`()
        async throws
    {
        try await LedgerInterface.with { web in
            let answers = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        while true {
                            let answer = try await ask(web, "schedules", Self.daily)
                            guard answer.status == .conflict else { return answer.text }
                            #expect(try answer.code == "idempotency-in-flight")
                        }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(answers.count == 1 && answers.first?.contains(#""name":"tax""#) == true)
        }
    }
}
