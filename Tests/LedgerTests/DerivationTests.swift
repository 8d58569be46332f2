import Hometown
import Ledger
import Postgres
import TestSupport
import Testing
import Transparency

/// What was said of things after they were recorded is derived as well: replies, claims and
/// choices, the steps of corrections, the roll-up of flows, and the ids of requests.
@Suite struct DerivationTests {
    private static func withBook(_ body: (TestLedger) async throws -> Void) async throws {
        let server = TestServer.shared
        try await TestLedger.with { _ in }
        try await server.prepareTemplate(name: "told", from: "ledger") { conninfo in
            let test = try await TestLedger(conninfo: conninfo)
            try await tellRelay(test)
            try await tellDonations(test)
            await test.pool.close()
        }
        try await server.withDatabase(template: "told") { conninfo in
            let test = try await TestLedger(conninfo: conninfo)
            do {
                try await body(test)
            } catch {
                await test.pool.close()
                throw error
            }
            await test.pool.close()
        }
    }

    /// An accepted nomination, one answered later, a day in words and two people who are one.
    private static func tellRelay(_ test: TestLedger) async throws {
        let (relay, source) = (try await test.relay(), try await test.source())
        var people: [Identifier] = []
        for name in ["갑", "을", "병", "정"] { people.append(try await test.person(name)) }
        var runs: [Identifier] = []
        for person in people.prefix(2) {
            let draft = ParticipationDraft(
                relay: relay, person: person, happenedOn: EventDate("2026-03-01"))
            runs.append(
                try test.id(await test.ledger.record(draft, request: test.request("\(person)"))))
        }
        for (nominee, kind, run) in [
            (people[2], ReplyDraft.Kind.accepted, nil), (people[1], .answered, runs[1]),
        ] {
            let nomination = try test.id(
                await test.ledger.record(
                    NominationDraft(relay: relay, participation: runs[0], nominee: nominee),
                    request: test.request("name \(nominee)")))
            let reply = ReplyDraft(
                relay: relay, nomination: nomination, kind: kind, participation: run,
                happenedOn: EventDate("2026-03"), claims: [ClaimDraft(source: source)])
            _ = try test.id(
                await test.ledger.record(reply, request: test.request("reply \(nominee)")))
        }
        for (subject, attribute, value) in [
            (runs[0], "on", "2026년 2월"), (people[3], "same_as", "\(people[2])"),
        ] {
            let claim = ClaimDraft(source: source, attribute: attribute, value: value)
            let told = try await test.ledger.record(
                ClaimsDraft(subject: subject, claims: [claim]),
                request: test.request("claim \(attribute)"))
            let place = ChoiceDraft.ClaimPlace(
                entry: try #require(told.receipt).number, position: 0)
            let choice = ChoiceDraft(
                subject: subject, attribute: attribute, claim: place, reason: "직접 확인")
            _ = try test.id(
                await test.ledger.record(choice, request: test.request("choice \(attribute)")))
        }
    }

    /// Gifts between two mayors' governments, before and after a fold: some amended, one of these
    /// restored, one reversed, one returned; and some that nothing folded yet.
    private static func tellDonations(_ test: TestLedger) async throws {
        let seoul = try await test.mayor("서울", of: "11000")
        let give = { (day: String, won: Int64) in
            let draft = try test.reported(by: seoul, to: "36110", on: day, won)
            return try test.id(
                await test.ledger.record(
                    draft, content: draft.canonical.bytes, request: test.request("\(day) \(won)")))
        }
        var gifts: [Identifier] = []
        for won in 1...5 { gifts.append(try await give("2026-03-0\(won)", Int64(won) * 1_000)) }
        try await test.corrected(gifts[0], .amend, key: "amend 0") { $0.changes[.amount] = "1500" }
        try await test.publish()
        while try await test.ledger.foldFlows() > 0 {}
        try await test.corrected(gifts[1], .reverse, key: "reverse 1")
        let amended = try await test.corrected(gifts[2], .amend, key: "amend 2") {
            $0.changes[.amount] = "3500"
        }
        try await test.corrected(gifts[2], .restore, key: "restore 2") {
            $0.corrects = amended.id
        }
        try await test.publish()
        while try await test.ledger.foldFlows() > 0 {}
        _ = try await give("2026-03-09", 9_000)
        try await test.corrected(gifts[3], .reverse, key: "reverse 3")
        try await test.corrected(gifts[4], .return, key: "return 4") {
            $0.ground = .coercion
            $0.returnedOn = CivilDate("2026-03-10")
        }
    }

    private static func fault(_ test: TestLedger) async throws -> LedgerFault? {
        try await test.ledger.verify(
            Verification(keys: [TestLedger.signingKey().verifier])
        ).fault
    }

    @Test func `a ledger in which much was said later passes`() async throws {
        try await Self.withBook { test in
            let fault = try await Self.fault(test)
            #expect(fault == nil, "\(String(describing: fault))")
            #expect(try await test.count("nomination_reply") == 1)
            #expect(try await test.count("claim_choice") == 2)
            #expect(try await test.count("settlement") == 7)
            #expect(try await test.count("flow_mend") > 0)
            try await test.publish()
            while try await test.ledger.foldFlows() > 0 {}
            #expect(try await Self.fault(test) == nil)
        }
    }

    /// What is done, and of which table something is said.
    private static let deeds: [(script: String, table: String)] = [
        ("UPDATE nomination_reply SET reply = 'declined'", "nomination_reply"),
        ("UPDATE nomination_reply SET happened_on = '2026-03-02'", "nomination_reply"),
        ("DELETE FROM nomination_reply", "nomination_reply"),
        ("UPDATE claim_choice SET reason = 'x'", "claim_choice"),
        ("UPDATE claim_choice SET author_id = gen_random_uuid()", "claim_choice"),
        (
            """
            UPDATE claim_choice SET person_id = (SELECT id FROM person ORDER BY entry_id LIMIT 1)
            WHERE attribute = 'same_as'
            """, "claim_choice"
        ),
        (
            "UPDATE claim_choice SET happened_on = '2026-01-01' WHERE attribute = 'on'",
            "claim_choice"
        ),
        (
            """
            UPDATE claim_choice SET happened_on = '2026-01-01', date_precision = 'day'
            WHERE attribute = 'same_as'
            """, "claim_choice"
        ),
        (
            "UPDATE claim_choice SET date_precision = 'day' WHERE attribute = 'on'", "claim_choice"
        ),
        (
            "UPDATE claim_choice SET happened_on = happened_on + 1 WHERE attribute = 'on'",
            "claim_choice"
        ),
        (
            """
            ALTER TABLE correction DROP CONSTRAINT return_amount_mismatch;
            UPDATE correction SET donated = donated + 1 WHERE action = 'return'
            """, "correction"
        ),
        ("DELETE FROM claim_choice WHERE attribute = 'on'", "claim_choice"),
        ("UPDATE claim SET subject_id = gen_random_uuid() WHERE attribute = 'on'", "claim"),
        ("DELETE FROM settlement WHERE outcome = 'open'", "settlement"),
        ("UPDATE settlement SET step = step + 2 WHERE outcome = 'open'", "settlement"),
        ("UPDATE settlement SET entry_id = entry_id - 1 WHERE step = 1", "settlement"),
        (
            "UPDATE settlement SET recorded_at = recorded_at + interval '1 us' WHERE step = 1",
            "settlement"
        ),
        (
            """
            UPDATE settlement SET outcome = 'returned' WHERE correction_id IN (
                SELECT id FROM correction WHERE action = 'reverse')
            """, "settlement"
        ),
        (
            """
            UPDATE settlement SET replacement_id = NULL
            WHERE donation_id = (SELECT donation_id FROM settlement ORDER BY entry_id LIMIT 1)
            """, "settlement"
        ),
        (
            """
            INSERT INTO settlement (
                donation_id, step, outcome, correction_id, entry_id, recorded_at)
            SELECT donation_id, step + 2, outcome, correction_id, entry_id, recorded_at
            FROM settlement WHERE step = 1
            """, "settlement"
        ),
        (
            """
            INSERT INTO settlement (
                donation_id, step, outcome, correction_id, entry_id, recorded_at)
            SELECT id, 1, 'reversed', gen_random_uuid(), entry_id, now()
            FROM donation ORDER BY entry_id DESC LIMIT 1
            """, "settlement"
        ),
        (
            """
            UPDATE flow SET recipients = recipients || 5::smallint, gifts = gifts || 1,
                amounts = amounts || 1::bigint, undisclosed = undisclosed || 0
            """, "flow"
        ),
        (
            """
            UPDATE flow SET amounts[1] = amounts[1] + 1
            WHERE span = 'day' AND cardinality(gifts) > 0
            """, "flow"
        ),
        ("UPDATE flow SET gifts[1] = gifts[1] + 1 WHERE span = 'month'", "flow"),
        ("UPDATE flow SET undisclosed[1] = 1 WHERE span = 'year'", "flow"),
        ("DELETE FROM flow WHERE span = 'year'", "flow"),
        ("INSERT INTO flow VALUES ('day', '2026-01-01', 1, '{2}', '{1}', '{5}', '{0}')", "flow"),
        ("UPDATE flow_mend SET amount = 7, giver_id = 1, donated_on = '2026-01-01'", "flow"),
        ("DELETE FROM flow_mend", "flow"),
        ("UPDATE flow_head SET log_size = log_size + 1000", "flow"),
        ("UPDATE flow_head SET log_size = 0", "flow"),
        ("UPDATE idempotency SET entry_id = 999999 WHERE entry_id = 20", "idempotency"),
        (
            """
            UPDATE idempotency SET entry_id = (SELECT max(entry_id) FROM idempotency)
            WHERE entry_id = (SELECT min(entry_id) FROM idempotency)
            """, "idempotency"
        ),
    ]

    @Test(arguments: deeds.indices)
    func `what is changed of it is found, by its table`(index: Int) async throws {
        let deed = Self.deeds[index]
        try await Self.withBook { test in
            try await test.tamper(deed.script)
            switch try await Self.fault(test)?.cause {
            case .rowDiffers(let table)?, .totalDiffers(let table, _)?:
                #expect(table == deed.table, "\(deed.script)")
            case let other: Issue.record("\(deed.script): \(String(describing: other))")
            }
        }
    }
}
