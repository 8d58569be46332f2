import Dispatch
import Hometown
@testable import Ledger
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite struct DonationBatchTests {
    @Test func `a donation is recorded with its entry, its year and the sealer's work`()
        async throws
    {
        try await TestLedger.with { test in
            let answer = try await test.give(100_000, key: "one")
            let receipt = try #require(answer.receipt)
            #expect(receipt.status == "standing")
            #expect(receipt.no.hasPrefix("D-20"))
            let donation = try #require(try await test.ledger.donation(receipt.id))
            #expect(donation.amount == Won(100_000))
            #expect(donation.recipient?.code == "36110")
            #expect(donation.logIndex == nil)
            #expect(try await test.ledger.seal() == 2)
            let sealed = try #require(try await test.ledger.donation(receipt.id))
            #expect(sealed.logIndex == 1)
        }
    }

    @Test func `the same request again has the same answer byte for byte`() async throws {
        try await TestLedger.with { test in
            let first = try #require(try await test.give(70_000, key: "again").receipt)
            guard case .replayed(let second) = try await test.give(70_000, key: "again") else {
                Issue.record("not a replay")
                return
            }
            #expect(first.json == second.json)
            #expect(try await test.give(70_001, key: "again") == .keyReused)
            #expect(try await test.ledger.donations(rowsMax: 10).count == 1)
        }
    }

    /// A batch takes its ids to be new, until one is not, and then again.
    @Test func `ids that came before are answered amid new ones, and neither harms the other`()
        async throws
    {
        try await TestLedger.with { test in
            var first: [String: Receipt] = [:]
            // Some rounds send ids of those before them beside their own.
            for (round, known) in [0, 1, 2, 0].enumerated() {
                let fresh = (0..<40).map { "round \(round) gift \($0)" }
                let again = first.keys.filter { known > 0 && $0.hasSuffix("\(known)") }
                let answers = try await withThrowingTaskGroup(of: (String, Answer).self) { group in
                    for key in fresh + again {
                        group.addTask { (key, try await test.give(1_000, donor: key, key: key)) }
                    }
                    return try await group.reduce(into: [String: Answer]()) { $0[$1.0] = $1.1 }
                }
                for key in again {
                    #expect(answers[key] == first[key].map { .replayed($0) })
                }
                for key in fresh {
                    guard case .recorded(let receipt) = answers[key] else {
                        Issue.record("\(key) was not recorded")
                        continue
                    }
                    first[key] = receipt
                }
            }
            #expect(first.count == 160)
            #expect(try await test.ledger.donations(rowsMax: 500).count == 160)
        }
    }

    @Test func `a refused request leaves no trace and may come again`() async throws {
        try await TestLedger.with { test in
            guard case .refused(let refusals) = try await test.give(20_000_001, key: "cap") else {
                Issue.record("not refused")
                return
            }
            #expect(refusals.map(\.code) == [.overAnnualCap])
            #expect(try await test.ledger.donations(rowsMax: 10).isEmpty)
            #expect(try await test.give(20_000_000, key: "cap").receipt != nil)
        }
    }

    @Test func `one bad row never sinks its neighbours`() async throws {
        try await TestLedger.with { test in
            let answers = try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
                for index in 0..<200 {
                    group.addTask {
                        let recipient = index % 10 == 3 ? "11710" : "36110"
                        return (
                            index,
                            try await test.give(
                                1000, donor: "d\(index)", to: recipient, key: "k\(index)")
                        )
                    }
                }
                return try await group.reduce(into: [Int: Answer]()) { $0[$1.0] = $1.1 }
            }
            for (index, answer) in answers {
                #expect((answer.receipt == nil) == (index % 10 == 3), "row \(index)")
            }
            #expect(try await test.ledger.donations(rowsMax: 500).count == 180)
        }
    }

    /// The cap is decided under a lock: whatever the order, the years' total never passes it.
    @Test func `two daemons race one donor to the cap and never pass it`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            let recorded = try await withThrowingTaskGroup(of: Bool.self) { group in
                for index in 0..<120 {
                    let daemon = index.isMultiple(of: 2) ? first : second
                    group.addTask {
                        try await daemon.give(300_000, key: "race \(index)").receipt != nil
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            await second.pool.close()
            #expect(recorded == 66)
            let donations = try await first.ledger.donations(rowsMax: 500)
            let total = donations.compactMap(\.amount?.amount).reduce(0, +)
            #expect(total == 19_800_000)
        }
    }

    /// An import adds to donors' years at its end and without their locks; who meets it waits for
    /// its commit and is judged by it.
    @Test func `a donation that meets the year of an import is refused and not an error`()
        async throws
    {
        try await TestLedger.with { test in
            #expect(try await test.give(1_000_000, key: "first").receipt != nil)
            let met = try await test.pool.transaction { transaction in
                try await transaction.execute("UPDATE donor_year SET total = 19500000")
                let answer = Task { try await test.give(1_000_000, key: "second") }
                try await transaction.execute(
                    """
                    DO $$ BEGIN
                        WHILE NOT EXISTS (
                            SELECT FROM pg_stat_activity
                            WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))
                        ) LOOP
                            PERFORM pg_stat_clear_snapshot();
                        END LOOP;
                    END $$
                    """)
                return answer
            }
            #expect(try await met.value.reasons == ["amount over_annual_cap"])
            #expect(try await test.give(500_000, key: "third").receipt != nil)
        }
    }

    @Test func `fifty identical requests through two daemons count once`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for index in 0..<50 {
                    let daemon = index.isMultiple(of: 2) ? first : second
                    group.addTask { try await daemon.give(5000, key: "same") }
                }
                return try await group.reduce(into: [Answer]()) { $0.append($1) }
            }
            await second.pool.close()
            let receipts = Set(answers.compactMap { $0.receipt?.json })
            #expect(receipts.count == 1)
            for answer in answers where answer.receipt == nil { #expect(answer == .inFlight) }
            #expect(try await first.ledger.donations(rowsMax: 10).count == 1)
        }
    }

    @Test func `a reported donation against a rule is kept as disputed and counts nowhere`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = test.intake(300_000, to: "11710")
            draft.origin = .reported
            let answer = try await test.ledger.record(
                draft, content: draft.canonical.bytes,
                request: Request(author: test.author, key: "disputed"))
            let receipt = try #require(answer.receipt)
            #expect(receipt.disputed == "donor_resides_in_recipient")
            #expect(try await test.give(20_000_000, key: "whole cap").receipt != nil)
        }
    }

    /// A lane that rested for good would hold the queue.
    @Test func `lanes that a crowd opened end with it`() async throws {
        weak var queue: DonationQueue?
        try await TestLedger.with { test in
            queue = test.ledger.donationQueue
            try await withThrowingTaskGroup { group in
                for index in 0..<500 {
                    group.addTask {
                        _ = try await test.give(1000, donor: "d\(index)", key: "k\(index)")
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await test.ledger.donations(rowsMax: 1000).count == 500)
        }
        for _ in 1...1_000_000 where queue != nil { await Task.yield() }
        #expect(queue == nil)
    }

    /// They belong to two parties, and the party of one caller is not passed over.
    @Test(.timeLimit(.minutes(1)))
    func `who comes by another thread is answered amid a crowd`() async throws {
        try await TestLedger.with { test in
            let crowd = Crowd()
            try await withThrowingTaskGroup { group in
                let (busy, quiet) = (QueueExecutor(), QueueExecutor())
                for caller in 0..<40 {
                    group.addTask(executorPreference: busy) {
                        for gift in 0... {
                            if crowd.isOver.load(ordering: .relaxed) { break }
                            let key = "crowd \(caller) \(gift)"
                            let answer = try await test.give(1, donor: key, key: key)
                            #expect(answer.receipt != nil)
                            crowd.gifts.add(1, ordering: .relaxed)
                        }
                    }
                }
                group.addTask(executorPreference: quiet) {
                    defer { crowd.isOver.store(true, ordering: .relaxed) }
                    for gift in 0..<20 {
                        let key = "alone \(gift)"
                        let answer = try await test.give(1, donor: key, key: key)
                        #expect(answer.receipt != nil)
                    }
                }
                try await group.waitForAll()
            }
            // Two batches of the crowd for each of the other's, and some to begin with.
            #expect(crowd.gifts.load(ordering: .relaxed) <= 40 * (2 * 20 + 5))
        }
    }
}

private final class Crowd: Sendable {
    let gifts = Atomic(0)
    let isOver = Atomic(false)
}

/// Runs tasks on a queue of its own, as an event loop does on its thread.
final class QueueExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "callers")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
