import Hometown
import Ledger
import Postgres
import TestSupport
import Testing
import Transparency

/// One human, one cap, also where somebody finds out late that two donors are one.
@Suite struct DonorJoiningTests {
    private func verify(
        _ test: TestLedger, publishing: Bool = true
    ) async throws -> LedgerFault? {
        if publishing { try await test.publish() }
        return try await test.ledger.verify(
            Verification(keys: [TestLedger.signingKey().verifier], outside: [])
        ).fault
    }

    private func join(
        _ donor: String, to person: Identifier, _ test: TestLedger, key: String = "join"
    ) async throws -> Answer {
        try await test.ledger.record(
            DonorJoiningDraft(person: person, donor: test.ledger.secret.donor(donor)),
            request: test.request(key))
    }

    private func part(
        _ joining: Identifier, from person: Identifier, _ test: TestLedger, key: String = "part"
    ) async throws -> Answer {
        try await test.ledger.record(
            DonorPartingDraft(person: person, joining: joining, reason: "다른 사람"),
            request: test.request(key))
    }

    /// Taken in from the person.
    private func give(
        _ won: Int64, from person: Identifier, _ test: TestLedger, key: String
    ) async throws -> Answer {
        var draft = test.intake(won, to: "30000")
        draft.donor = .person(person)
        return try await test.ledger.record(
            draft, content: draft.canonical.bytes, request: test.request(key))
    }

    private func takings(_ test: TestLedger) async throws -> Int64 {
        let donations = try await test.ledger.donations(rowsMax: 500)
        return donations.compactMap(\.amount?.amount).reduce(0, +)
    }

    @Test func `joined donors have one cap, whichever of them gives`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            _ = try await test.give(15_000_000, donor: "same", key: "before")
            let joined = try await join("same", to: person, test)
            #expect(joined.receipt?.kind == .donorJoining)
            #expect(joined.receipt?.no.hasPrefix("HD-20") == true)
            #expect(joined.receipt?.warnings == [])
            let over = try await give(5_000_001, from: person, test, key: "over")
            #expect(over.reasons == ["amount over_annual_cap"])
            #expect(try await give(3_000_000, from: person, test, key: "1").receipt != nil)
            let more = try await test.give(2_000_001, donor: "same", key: "more")
            #expect(more.reasons == ["amount over_annual_cap"])
            let foresight = try await test.ledger.foresee(test.intake(1_000_000, donor: "same"))
            #expect(foresight.recorded == Won(18_000_000))
            #expect(foresight.left == Won(1_000_000))
            #expect(try await test.give(2_000_000, donor: "same", key: "2").receipt != nil)
            // Another year has a cap of its own.
            let earlier = try await test.give(
                20_000_000, donor: "same", on: "2025-12-31", key: "earlier")
            #expect(earlier.receipt != nil)
            let gifts = try await test.ledger.donations(rowsMax: 9)
            // What was given under the key is not published under the name.
            #expect(gifts.filter { $0.person != nil }.map(\.amount) == [Won(3_000_000)])
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `what was above the cap when they were joined is warned of, listed and kept`()
        async throws
    {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            let first = try test.id(await give(12_000_000, from: person, test, key: "1"))
            let second = try test.id(await test.give(9_000_000, donor: "same", key: "2"))
            let joined = try await join("same", to: person, test)
            #expect(joined.receipt?.warnings == ["over_cap_together"])
            guard case .replayed(let again) = try await join("same", to: person, test) else {
                Issue.record("the same request is answered as the first time")
                return
            }
            #expect(again == joined.receipt)
            let note = AccessNote()
            let found = try #require(
                try await AccessNote.$current.withValue(note) {
                    try await test.ledger.donorJoinings(of: person)
                })
            let origin = AccessOrigin(author: test.author.id, address: nil, scope: "test")
            #expect(
                note.accesses(by: origin).compactMap(\.kind).sorted { $0.rawValue < $1.rawValue }
                    == [.donation, .person])
            #expect(found.joinings.map(\.no) == [joined.receipt?.no])
            #expect(found.overCap.map(\.year) == [2026])
            #expect(found.overCap.first?.recorded == Won(21_000_000))
            #expect(found.overCap.first?.cap == Won(20_000_000))
            #expect(found.overCap.first?.donations.map(\.id) == [first, second])
            let refused = try await test.give(1, donor: "same", key: "3")
            #expect(refused.reasons == ["amount over_annual_cap"])
            #expect(try await verify(test) == nil)
            // What is taken back makes room again.
            let draft = CorrectionDraft(donation: second, action: .reverse, reason: "오입력")
            _ = try await test.ledger.correct(draft, version: 0, request: test.request("reverse"))
            #expect(try await give(8_000_000, from: person, test, key: "4").receipt != nil)
            #expect(try await test.ledger.donorJoinings(of: person)?.overCap == [])
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `a donor is one person only, and a person must be on record`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            let other = try await test.person("라마바")
            let draft = PersonDraft(
                name: Bilingual("사", "Sa"), donor: test.ledger.secret.donor("own"))
            let third = try test.id(
                await test.ledger.record(draft, request: test.request("third")))
            #expect(try await join("same", to: person, test).receipt != nil)
            let taken = ["donor_key already_recorded"]
            #expect(try await join("same", to: person, test, key: "1").reasons == taken)
            #expect(try await join("same", to: other, test, key: "2").reasons == taken)
            #expect(try await join("own", to: third, test, key: "3").reasons == taken)
            #expect(try await join("own", to: other, test, key: "4").reasons == taken)
            let twin = PersonDraft(
                name: Bilingual("아", "A"), donor: test.ledger.secret.donor("same"))
            let answer = try await test.ledger.record(twin, request: test.request("5"))
            #expect(answer.reasons == taken)
            let nobody = Identifier(high: 1, low: 2)
            let unknown = try await join("new", to: nobody, test, key: "6")
            #expect(unknown.reasons == ["person reference_unknown"])
            #expect(try await test.ledger.donorJoinings(of: nobody) == nil)
            #expect(try await test.count("donor_joining") == 1)
        }
    }

    /// Both donors are given for while they are joined: either the joining sees what was given, or
    /// the giving sees that they are one.
    @Test(arguments: [0, 1, 2, 3])
    func `donations that race the joining never pass the cap unseen`(_ round: Int) async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            let person = try await first.person("가나다")
            let joined = try await withThrowingTaskGroup(of: Answer?.self) { group in
                for index in 0..<120 {
                    let daemon = index % 4 < 2 ? first : second
                    group.addTask {
                        _ =
                            index.isMultiple(of: 2)
                            ? try await give(300_000, from: person, daemon, key: "p\(index)")
                            : try await daemon.give(300_000, donor: "same", key: "d\(index)")
                        return nil
                    }
                    if index == round * 30 {
                        group.addTask { try await join("same", to: person, second) }
                    }
                }
                return try await group.reduce(nil) { $0 ?? $1 }
            }
            await second.pool.close()
            let receipt = try #require(joined?.receipt)
            let total = try await takings(first)
            #expect(total <= 20_000_000 || receipt.warnings == ["over_cap_together"])
            #expect(total >= 19_800_000)
            let more = try await give(300_000, from: person, first, key: "more")
            #expect(more.reasons == ["amount over_annual_cap"])
            #expect(try await verify(first) == nil)
        }
    }

    @Test func `joined donors race each other to one cap`() async throws {
        try await TestLedger.with { first in
            let second = try await TestLedger(conninfo: first.conninfo)
            let person = try await first.person("가나다")
            _ = try await join("same", to: person, first)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<120 {
                    group.addTask {
                        _ =
                            index.isMultiple(of: 2)
                            ? try await give(300_000, from: person, first, key: "p\(index)")
                            : try await second.give(300_000, donor: "same", key: "d\(index)")
                    }
                }
                try await group.waitForAll()
            }
            await second.pool.close()
            #expect(try await takings(first) == 19_800_000)
        }
    }

    @Test func `a list in which both give is judged by one cap`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            _ = try await join("1", to: person, test)
            _ = try await join("2", to: person, test, key: "second")
            let rows = ["1", "2", "1"].map { DonationImportTests.row($0, "7,000,000") }
            let answer = try await test.take(DonationImportTests.draft(rows), key: "list")
            guard case .rejected(let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.problems.map(\.row) == [4])
            var valid = DonationImportTests.draft(rows)
            valid.keepsValidRows = true
            guard case .recorded = try await test.take(valid, key: "valid") else {
                Issue.record("two rows are good")
                return
            }
            #expect(try await takings(test) == 14_000_000)
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `erasing one of them erases the human, and the cap stays`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            let gift = try test.id(await test.give(15_000_000, donor: "same", key: "1"))
            _ = try await join("same", to: person, test)
            let erasure = ErasureDraft(.donorOf(donation: gift), reason: "정보주체의 요구")
            _ = try await test.ledger.record(erasure, request: test.request("erase"))
            // The donation, the person and the joining.
            #expect(try await test.count("erased_entry") == 3)
            let record = try await test.ledger.people(ids: [person]).first
            #expect(record?.person.name == nil)
            let over = try await give(6_000_000, from: person, test, key: "2")
            #expect(over.reasons == ["amount over_annual_cap"])
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `what was joined by mistake is parted, and each has a cap of its own again`()
        async throws
    {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            let other = try await test.person("라마바")
            let joining = try test.id(await join("same", to: person, test))
            #expect(try await give(12_000_000, from: person, test, key: "1").receipt != nil)
            let over = try await test.give(9_000_000, donor: "same", key: "2")
            #expect(over.reasons == ["amount over_annual_cap"])
            let strange = try await part(joining, from: other, test, key: "strange")
            #expect(strange.reasons == ["joining reference_unknown"])
            let parted = try await part(joining, from: person, test)
            #expect(parted.receipt?.no.hasPrefix("HP-20") == true)
            let twice = try await part(joining, from: person, test, key: "twice")
            #expect(twice.reasons == ["joining already_recorded"])
            let found = try #require(try await test.ledger.donorJoinings(of: person))
            #expect(found.joinings.map(\.parting?.no) == [parted.receipt?.no])
            #expect(found.joinings.map(\.parting?.reason) == ["다른 사람"])
            // 21,000,000 for two people is within two caps.
            #expect(try await test.give(9_000_000, donor: "same", key: "3").receipt != nil)
            #expect(try await verify(test) == nil)
            let again = try await join("same", to: other, test, key: "again")
            #expect(again.receipt?.warnings == [])
            #expect(
                try await give(11_000_001, from: other, test, key: "4").reasons == [
                    "amount over_annual_cap"
                ])
            #expect(try await give(8_000_000, from: person, test, key: "5").receipt != nil)
            #expect(try await verify(test) == nil)
            // Reports go by the first joining, and by one of them only.
            try await test.publish()
            while try await test.ledger.foldTakings() > 0 {}
            #expect(try await test.ledger.checkTakings().faults == 0)
        }
    }

    @Test func `once parted, erasing one of them leaves the other as it is`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person("가나다")
            let joining = try test.id(await join("same", to: person, test))
            let gift = try test.id(await test.give(10_000, donor: "same", key: "1"))
            _ = try await part(joining, from: person, test)
            let erasure = ErasureDraft(.donorOf(donation: gift), reason: "정보주체의 요구")
            _ = try await test.ledger.record(erasure, request: test.request("erase"))
            // The donation, the joining and why it was undone; not the person.
            #expect(try await test.count("erased_entry") == 3)
            let record = try await test.ledger.people(ids: [person]).first
            #expect(record?.person.name != nil)
            let found = try await test.ledger.donorJoinings(of: person)
            #expect(found?.joinings.first?.parting != nil)
            #expect(found?.joinings.first?.parting?.reason == nil)
            #expect(try await verify(test) == nil)
        }
    }

    @Test func `whoever takes a parting away, or makes one up, is found`() async throws {
        for script in [
            "DELETE FROM donor_parting;",
            "UPDATE donor_parting SET joining_id = gen_random_uuid();",
            "UPDATE donor_joining SET turn = 1;",
        ] {
            try await TestLedger.with { test in
                let person = try await test.person("가나다")
                let joining = try test.id(await join("same", to: person, test))
                _ = try await part(joining, from: person, test)
                try await test.publish()
                try await test.tamper(script)
                let cause = try await verify(test, publishing: false)?.cause
                let table = script.contains("turn") ? "donor_joining" : "donor_parting"
                #expect(cause == .rowDiffers(table: table), "\(script)")
            }
        }
    }

    @Test func `the years that a joining opened are part of it`() async throws {
        for script in [
            "DELETE FROM donor_year WHERE year = 2024 AND total = 0;",
            "UPDATE donor_year SET year = 2030 WHERE year = 2025 AND total = 0;",
            "INSERT INTO donor_year SELECT donor_id, 2030, 0, 0 FROM donor_joining;",
        ] {
            try await TestLedger.with { test in
                let person = try await test.person("가나다")
                _ = try await join("same", to: person, test)
                #expect(try await verify(test) == nil)
                try await test.tamper(script)
                guard case .totalDiffers = try await verify(test, publishing: false)?.cause else {
                    Issue.record("not found: \(script)")
                    return
                }
            }
        }
    }

    @Test func `whoever takes the words of a joining away, or points it elsewhere, is found`()
        async throws
    {
        for script in [
            "UPDATE donor_joining SET donor_id = gen_random_uuid();",
            """
            DELETE FROM personal USING donor_joining
            WHERE personal.entry_id = donor_joining.entry_id;
            """,
            "DELETE FROM donor_joining;",
        ] {
            try await TestLedger.with { test in
                let person = try await test.person("가나다")
                _ = try await join("same", to: person, test)
                try await test.publish()
                try await test.tamper(script)
                let fault = try await verify(test, publishing: false)
                #expect(
                    fault?.cause == .rowDiffers(table: "donor_joining"),
                    "\(script) \(String(describing: fault))")
            }
        }
    }
}
