import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// A gift like one that is on record is recorded, and both its receipt and its entry say so.
@Suite struct TwinTests {
    private static let twin = [Warning.Code.possibleDuplicate.rawValue]

    /// The warnings of a donation's receipt; the test fails where it was not recorded.
    private func warnings(_ answer: Answer) throws -> [String] {
        try #require(answer.receipt, "\(answer)").warnings
    }

    @Test func `the same gift under another key is recorded with a warning`() async throws {
        try await TestLedger.with { test in
            let first = try await test.give(30_000, key: "first")
            #expect(try warnings(first) == [])
            let second = try await test.give(30_000, key: "second")
            #expect(try warnings(second) == Self.twin)
            // The warning stands in the entry, so that asking again says the same.
            #expect(try await test.give(30_000, key: "second").receipt == second.receipt)
            for (index, other) in [
                try await test.give(30_001, key: "amount"),
                try await test.give(30_000, to: "26000", key: "recipient"),
                try await test.give(30_000, on: "2026-03-01", key: "day"),
                try await test.give(30_000, donor: "other", key: "donor"),
            ].enumerated() {
                #expect(try warnings(other) == [], "\(index)")
            }
            for answer in [first, second] {
                let id = try test.id(answer)
                try await test.corrected(id, .reverse, key: "\(id)")
            }
            #expect(try await warnings(test.give(30_000, key: "third")) == [])
        }
    }

    @Test func `a gift that counts in no year has a twin as well`() async throws {
        try await TestLedger.with { test in
            var draft = test.intake(300_000, to: "11710")
            draft.origin = .reported
            for key in ["first", "second"] {
                let answer = try await test.ledger.record(
                    draft, content: draft.canonical.bytes,
                    request: Request(author: test.author, key: key))
                #expect(try warnings(answer) == (key == "first" ? [] : Self.twin))
            }
            #expect(try await test.count("donor_year") == 0)
        }
    }

    @Test func `of two at once one is warned of`() async throws {
        try await TestLedger.with { test in
            let other = try await TestLedger(conninfo: test.conninfo)
            let found = try await withThrowingTaskGroup(of: Answer.self) { group in
                for (index, daemon) in [test, other, test, other].enumerated() {
                    group.addTask { try await daemon.give(30_000, key: "k\(index)") }
                }
                return try await group.reduce(into: []) { $0.append(try warnings($1)) }
            }
            #expect(found.count { $0.isEmpty } == 1)
            #expect(found.count { $0 == Self.twin } == 3)
            await other.pool.close()
        }
    }

    @Test func `what takes the place of a gift is no twin of it`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(30_000, key: "first"))
            try await test.corrected(id, .amend) { $0.changes[.channel] = "state_system" }
            let all = try await test.ledger.donations(rowsMax: 9)
            let amended = try #require(all.first { $0.id != id })
            let proof = try await test.ledger.foresee(test.intake(30_000))
            #expect(proof.twin?.id == amended.id)
            #expect(try await warnings(test.give(30_000, key: "again")) == Self.twin)
            #expect(
                try await test.count(
                    """
                    entry WHERE kind = 'donation'
                        AND convert_from(bytes, 'UTF8')::jsonb -> 'warnings' IS NOT NULL
                    """) == 1)
        }
    }

    @Test func `one human gives twice, whatever key he comes under`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            _ = try await test.give(30_000, donor: "same", key: "first")
            let joining = DonorJoiningDraft(
                person: person, donor: test.ledger.secret.donor("same"))
            _ = try test.id(await test.ledger.record(joining, request: test.request("join")))
            var draft = test.intake(30_000)
            draft.donor = .person(person)
            let answer = try await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request("second"))
            #expect(try warnings(answer) == Self.twin)
        }
    }

    @Test func `rows of a list keep the warning, beside the ledger and among themselves`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, donor: "1", key: "before")
            let draft = DonationImportTests.draft(
                ["1", "2", "2", "3"].map { DonationImportTests.row($0) })
            let answer = try await test.ledger.importDonations(
                draft, request: test.request("list"))
            guard case .recorded(_, let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.counts.duplicates == 2)
            #expect(report.problems.map(\.code) == Self.twin + Self.twin)
            #expect(report.problems.first?.text.korean.contains("D-20") == true)
            #expect(
                try await test.count(
                    """
                    entry WHERE kind = 'donation'
                        AND convert_from(bytes, 'UTF8')::jsonb -> 'warnings'
                            = '["possible_duplicate"]'
                    """) == 2)
        }
    }
}
