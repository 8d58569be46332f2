import Hometown
import Ledger
import Postgres
import Testing
import TestSupport

/// The caller's id: the same request has the same answer for ever, another one under it has none.
@Suite struct ReceiptTests {
    private func sources(_ test: TestLedger, _ outlet: String, key: String) async throws -> Answer {
        try await test.ledger.record(
            SourceDraft(outlet: outlet, language: .korean), request: test.request(key))
    }

    @Test func `a replay has the bytes of the first answer`() async throws {
        try await TestLedger.with { test in
            guard case .recorded(let first) = try await sources(test, "신문", key: "k") else {
                Issue.record("not recorded")
                return
            }
            _ = try await test.ledger.seal()
            guard case .replayed(let again) = try await sources(test, "신문", key: "k") else {
                Issue.record("not replayed")
                return
            }
            #expect(first.json == again.json)
            #expect(first == again)
            #expect(try await test.count("source") == 1)
        }
    }

    @Test func `other content under the same id is told so, whatever the kind`() async throws {
        try await TestLedger.with { test in
            _ = try await sources(test, "신문", key: "k")
            #expect(try await sources(test, "다른 신문", key: "k") == .keyReused)
            #expect(try await test.give(1_000, key: "k") == .keyReused)
            let person = PersonDraft(name: Bilingual("가", "A"))
            #expect(
                try await test.ledger.record(person, request: test.request("k")) == .keyReused)
        }
    }

    @Test func `an id belongs to whoever brings it`() async throws {
        try await TestLedger.with { test in
            let other = try await test.ledger.author(.account, name: "다른 사람")
            let draft = SourceDraft(outlet: "신문", language: .korean)
            for author in [test.author, other] {
                let answer = try await test.ledger.record(
                    draft, request: Request(author: author, key: "k"))
                guard case .recorded = answer else {
                    Issue.record("not recorded")
                    return
                }
            }
            #expect(try await test.count("source") == 2)
        }
    }

    @Test func `a refused request gives its id back`() async throws {
        try await TestLedger.with { test in
            let nobody = RelayDraft(
                name: Bilingual("가", "A"), startedBy: Identifier(high: 1, low: 2))
            let refused = try await test.ledger.record(nobody, request: test.request("k"))
            #expect(refused.reasons == ["started_by reference_unknown"])
            let relay = RelayDraft(name: Bilingual("가", "A"))
            let answer = try await test.ledger.record(relay, request: test.request("k"))
            #expect(answer.receipt?.kind == .relay)
        }
    }

    @Test func `one of many that ask at once is recorded, all have its answer`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for index in 0..<30 {
                    let daemon = index.isMultiple(of: 2) ? first : second
                    group.addTask { try await sources(daemon, "신문", key: "k") }
                }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            await second.pool.close()
            #expect(Set(answers.compactMap { $0.receipt?.json }).count == 1)
            #expect(answers.allSatisfy { $0.receipt != nil })
            #expect(answers.count { if case .recorded = $0 { true } else { false } } == 1)
        }
    }
}
