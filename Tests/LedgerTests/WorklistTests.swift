import Hometown
import Ledger
import TestSupport
import Testing

@Suite struct WorklistTests {
    @Test func `what waits is listed by what it is, oldest first, until it is done`() async throws {
        try await TestLedger.with { test in
            #expect(try await test.waiting() == [:])
            let today = try await test.ledger.now().koreanDate
            var draft = test.intake(300_000, to: "11710", on: today.description)
            draft.receivedUnlawful = .resident
            draft.officialReceiptNo = "제1호"
            let due = try test.id(
                await test.ledger.record(
                    draft, content: draft.canonicalBytes, request: test.request("due")))
            for key in ["1", "2"] {
                _ = try test.id(
                    await test.give(100_000, on: today.description, key: key))
            }
            var waiting = try await test.waiting()
            #expect(
                waiting == [
                    .unlawfulReceiptOpen: 1, .officialReceiptMissing: 2, .possibleDuplicate: 1,
                ])
            let item = try #require(
                try await test.ledger.worklist().items.first { $0.code == .unlawfulReceiptOpen })
            #expect(item.first.map(\.id) == [due] && item.days == 0)
            #expect(item.text.korean == "반환 대상 1건, 최장 0일")
            try await test.corrected(due, .return) {
                $0.ground = .resident
                $0.returnedOn = today
            }
            waiting = try await test.waiting()
            #expect(waiting[.unlawfulReceiptOpen] == nil)
            #expect(waiting[.officialReceiptOutstanding] == 1)
            let recall = OfficialReceiptRecallDraft(
                donation: due, recalledOn: today, reason: "반환")
            _ = try test.id(await test.ledger.record(recall, request: test.request("recall")))
            #expect(try await test.waiting()[.officialReceiptOutstanding] == nil)
        }
    }

    @Test func `a correction that waits and a bar that nobody published are work`() async throws {
        try await TestLedger.with { test in
            let id = try test.id(await test.give(100_000, on: "2025-12-01", key: "d"))
            try await test.close("2025-12")
            try await test.corrected(id, .reverse)
            let bar = BarDraft(
                government: "36110", validFrom: try #require(CivilDate("2026-02-01")),
                validTo: try #require(CivilDate("2026-04-01")), reason: "권유")
            _ = try test.id(await test.ledger.record(bar, request: test.request("bar")))
            let waiting = try await test.waiting()
            #expect(waiting[.approvalPending] == 1 && waiting[.barNotPublished] == 1)
        }
    }

    @Test func `a bar may be made public on the thirtieth day and is work on the next`()
        async throws
    {
        try await TestLedger.with { test in
            let today = try await test.ledger.now().koreanDate
            var begins: [Identifier: CivilDate] = [:]
            for age in 29...32 {
                let first = today.adding(days: -age)
                let bar = BarDraft(
                    government: "36110", validFrom: first, validTo: first.adding(days: 60),
                    reason: "권유")
                let id = try test.id(
                    await test.ledger.record(bar, request: test.request("bar \(age)")))
                begins[id] = first
            }
            // It may be midnight meanwhile.
            let worklist = try await test.ledger.worklist()
            let item = try #require(worklist.items.first { $0.code == .barNotPublished })
            let late = begins.filter { $0.value.adding(days: 30) < worklist.asOf }
            #expect(Set(item.first.map(\.id)) == Set(late.keys))
            #expect(item.count == Int64(late.count) && !late.isEmpty)
        }
    }

    @Test func `of a backlog those are told that were recorded first`() async throws {
        try await TestLedger.with { test in
            // They lie the other way round than they were recorded, the oldest days last.
            let script = """
                ALTER TABLE donation DISABLE TRIGGER donation_is_lawful;
                INSERT INTO donation (entry_id, id, donor_id, amount, recorded_at, donated_on,
                    recipient_id, cap_year, natural_person, date_precision, origin, channel,
                    disputed, checks)
                SELECT number, gen_random_uuid(), gen_random_uuid(), 1000, now(),
                    DATE '2025-12-31' - number / 10, 1, 2025, true, 'day', 'reported',
                    'bank_counter', 'over_annual_cap',
                    '{"all":{"result":"passed","basis":"document_submitted"},"pledge":"1"}'
                FROM generate_series(2499, 1000, -1) AS number;
                ANALYZE donation;
                """
            _ = try await TestServer.shared.psql(test.conninfo, ["-qAt"], input: script)
            let item = try #require(
                try await test.ledger.worklist().items.first { $0.code == .disputed })
            #expect(item.count == Worklist.countMax)
            #expect(item.since == CivilDate("2025-06-15"))
            #expect(
                item.first.prefix(10).map { "\($0.no.suffix(6))" }
                    == (1990...1999).map { "00\($0)" })
        }
    }
}

extension TestLedger {
    /// How many of each wait, but for what the calendar alone makes due.
    fileprivate func waiting() async throws -> [Worklist.Code: Int64] {
        let items = try await ledger.worklist().items.filter { $0.code != .publicationDue }
        return Dictionary(uniqueKeysWithValues: items.map { ($0.code, $0.count) })
    }
}
