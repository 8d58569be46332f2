import Hometown
import Ledger
import Testing
import TestSupport

@Suite struct CandidateTests {
    private func gift(
        _ test: TestLedger, by person: Identifier, to recipient: String, on day: String
    ) async throws -> Identifier {
        let draft = try test.reported(by: person, to: recipient, on: day)
        return try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes,
                request: test.request("\(person) \(recipient) \(day)")))
    }

    private func days(
        _ test: TestLedger, within daysMax: Int = 365, exchange: Identifier? = nil
    ) async throws -> [Int] {
        try await test.ledger.candidates(
            CandidateFilter(daysMax: daysMax, exchange: exchange), rowsMax: 100
        ).map(\.days)
    }

    @Test func `an unanswered leg is offered what came the other way within the window`()
        async throws
    {
        try await TestLedger.with { test in
            let sejong = try await test.mayor("세종", of: "36110")
            let seoul = try await test.mayor("서울", of: "11000")
            let on = try #require(EventDate("2026-03-01"))
            let exchange = try test.id(
                await test.ledger.record(
                    ExchangeDraft(
                        occasion: .other, happenedOn: on,
                        legs: [
                            LegDraft(from: "11000", to: "36110", happenedOn: on, people: 5),
                            LegDraft(from: "36110", to: "11000"),
                        ]), request: test.request("e")))
            let answer = try await gift(test, by: sejong, to: "11000", on: "2026-07-01")
            // Another way, another pair, or nobody's office: no candidate.
            _ = try await gift(test, by: seoul, to: "36110", on: "2026-07-02")
            _ = try await gift(test, by: sejong, to: "26000", on: "2026-03-02")
            _ = try test.id(await test.give(10_000, to: "36110", key: "p"))
            #expect(try await days(test, exchange: exchange) == [122])
            #expect(try await days(test, within: 121, exchange: exchange) == [])
            // The two donations cross as well, the later of them answering.
            #expect(try await days(test).sorted() == [1, 122])
            let note = AccessNote()
            _ = try await AccessNote.$current.withValue(note) { try await days(test) }
            #expect(!note.isEmpty)
            _ = try test.id(
                await test.ledger.record(
                    LinkDraft(exchange: exchange, donation: answer), request: test.request("l")))
            #expect(try await days(test) == [])
        }
    }

    @Test func `two loose donations that cross are told once`() async throws {
        try await TestLedger.with { test in
            let sejong = try await test.mayor("세종", of: "36110")
            let gwangju = try await test.mayor("광주", of: "29000")
            let merged = try await test.person(
                "통합",
                OfficeDraft(
                    title: Bilingual("시장", "Mayor"), government: "12000",
                    heldFrom: CivilDate("2026-07-01")))
            let first = try await gift(test, by: sejong, to: "29000", on: "2026-06-30")
            _ = gwangju
            let second = try await gift(test, by: merged, to: "36110", on: "2026-07-10")
            let candidates = try await test.ledger.candidates(CandidateFilter(), rowsMax: 10)
            #expect(candidates.count == 1)
            #expect(candidates.first?.answer == second)
            guard case .donation(first, no: _)? = candidates.first?.gift else {
                Issue.record("the gift is the earlier donation")
                return
            }
            #expect(candidates.first?.days == 10)
        }
    }

    @Test func `the articles leave no gift that a loose donation could answer`() async throws {
        try await TestLedger.loaded { test in
            let candidates = try await test.ledger.candidates(CandidateFilter(), rowsMax: 10)
            #expect(candidates.isEmpty)
        }
    }
}
