import Hometown
import Ledger
import TestSupport
import Testing

/// Terms and bars that end, or were recorded by mistake.
@Suite struct EndingTests {
    private func ending(_ day: String, _ reason: String = "임기 만료") throws -> EndingDraft {
        EndingDraft(endsOn: try #require(CivilDate(day)), reason: reason)
    }

    private func office(of person: Identifier, _ test: TestLedger) async throws -> RecordedOffice {
        let record = try #require(try await test.ledger.people(ids: [person]).first)
        return try #require(record.offices.first)
    }

    private func give(
        _ person: Identifier, on day: String, to recipient: String, _ test: TestLedger, key: String
    ) async throws -> Answer {
        var draft = test.intake(1000, to: recipient, on: day)
        (draft.donor, draft.employer) = (.person(person), nil)
        return try await test.ledger.record(
            draft, content: draft.canonicalBytes, request: test.request(key))
    }

    @Test func `whoever has left an office may give where it was, from that day on`() async throws {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("가나다", of: "36110")
            let barred = ["recipient donor_employed_by_recipient"]
            let running = try await give(mayor, on: "2026-08-01", to: "36110", test, key: "1")
            #expect(running.reasons == barred)
            let held = try await office(of: mayor, test)
            #expect(held.heldTo == nil)
            for (day, key) in [("2026-07-01", "end"), ("2026-09-01", "later")] {
                let ended = try await test.ledger.end(
                    office: held.id, of: mayor, ending(day), request: test.request(key))
                #expect(ended.receipt?.no.hasPrefix("OE-") == true, "\(ended)")
            }
            // The earliest end holds.
            #expect(try await office(of: mayor, test).heldTo == CivilDate("2026-07-01"))
            let last = try await give(mayor, on: "2026-06-30", to: "36110", test, key: "2")
            #expect(last.reasons == barred)
            let first = try await give(mayor, on: "2026-07-01", to: "36110", test, key: "3")
            #expect(first.receipt != nil, "\(first)")
            // Who leaves one office and takes another holds one.
            let next = OfficeDraft(
                title: Bilingual("도지사", "Governor"), government: "44000",
                heldFrom: CivilDate("2026-07-01"))
            _ = try test.id(
                await test.ledger.record(next, of: mayor, request: test.request("next")))
            let record = try #require(try await test.ledger.people(ids: [mayor]).first)
            let day = try #require(CivilDate("2026-08-01"))
            #expect(record.offices.map(\.office).held(on: day) == .one(record.offices[1].office))
            try await test.expectWhole()
        }
    }

    @Test func `an end counts under whichever key its holder gives`() async throws {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("가나다", of: "36110")
            let joining = DonorJoiningDraft(
                person: mayor, donor: test.ledger.secret.donor("donor"))
            _ = try test.id(await test.ledger.record(joining, request: test.request("join")))
            let running = try await test.give(1000, on: "2026-08-01", key: "1")
            #expect(running.reasons == ["recipient donor_employed_by_recipient"])
            _ = try test.id(
                await test.ledger.end(
                    office: office(of: mayor, test).id, of: mayor, ending("2026-07-01"),
                    request: test.request("end")))
            #expect(try await test.give(1000, on: "2026-08-01", key: "2").receipt != nil)
        }
    }

    @Test func `an office that ends on its first day was never held`() async throws {
        try await TestLedger.with { test in
            let mayor = try await test.mayor("가나다", of: "36110")
            let other = try await test.mayor("라마바", of: "44000")
            let held = try await office(of: mayor, test)
            let strange = try await test.ledger.end(
                office: held.id, of: other, ending("2023-01-01"), request: test.request("strange"))
            #expect(strange.reasons == ["office reference_unknown"])
            _ = try test.id(
                await test.ledger.end(
                    office: held.id, of: mayor, ending("2023-01-01", "다른 사람의 직위"),
                    request: test.request("mistake")))
            let record = try #require(try await test.ledger.people(ids: [mayor]).first)
            #expect(record.offices.isEmpty)
            let gift = try await give(mayor, on: "2026-03-02", to: "36110", test, key: "1")
            #expect(gift.receipt != nil, "\(gift)")
            let story = try #require(
                try await test.ledger.timeline(
                    ofPerson: mayor, seesPrivateNames: true, rowsMax: 9))
            #expect(story.contains { $0.kind == .officeEnding })
        }
    }

    private func bar(_ test: TestLedger) async throws -> Identifier {
        let draft = BarDraft(
            government: "36110", validFrom: try #require(CivilDate("2026-01-01")),
            validTo: try #require(CivilDate("2026-07-01")), reason: "권유")
        return try test.id(await test.ledger.record(draft, request: test.request("bar")))
    }

    @Test func `a bar that is lifted bars nothing from that day on`() async throws {
        try await TestLedger.with { test in
            let bar = try await bar(test)
            func barred(_ day: String, _ key: String) async throws -> Bool {
                let answer = try await test.give(1000, on: day, key: "\(day) \(key)")
                return answer.reasons == ["recipient recipient_barred"]
            }
            #expect(try await barred("2026-03-02", "before"))
            _ = try test.id(
                await test.ledger.end(
                    bar: bar, ending("2026-03-02", "제한 해제"), request: test.request("end")))
            #expect(try await barred("2026-03-01", "after"))
            #expect(try await !barred("2026-03-02", "after"))
            let known = try #require(try await test.ledger.bars(id: bar, rowsMax: 1).first)
            #expect(known.lastDay == CivilDate("2026-03-01") && known.endingReason == "제한 해제")
            #expect(known.bar.validTo == CivilDate("2026-07-01"))
            try await test.expectWhole()
        }
    }

    @Test func `a bar recorded by mistake never was, and need not be made public`() async throws {
        try await TestLedger.with { test in
            let bar = try await bar(test)
            func isWork() async throws -> Bool {
                try await test.ledger.worklist().items.contains { $0.code == .barNotPublished }
            }
            #expect(try await isWork())
            _ = try test.id(
                await test.ledger.end(
                    bar: bar, ending("2026-01-01", "다른 지자체의 제한"),
                    request: test.request("mistake")))
            #expect(try await !isWork())
            #expect(try await test.give(1000, on: "2026-03-02", key: "gift").receipt != nil)
            let known = try #require(try await test.ledger.bars(id: bar, rowsMax: 1).first)
            #expect(known.lastDay == nil)
            let nothing = try await test.ledger.end(
                bar: Identifier(high: 7, low: 7), ending("2026-01-01"),
                request: test.request("nothing"))
            #expect(nothing.reasons == ["bar reference_unknown"])
        }
    }
}
