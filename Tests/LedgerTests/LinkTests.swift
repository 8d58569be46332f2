import Hometown
import Ledger
import Postgres
import Testing
import TestSupport

/// Legs and links that come after their exchange.
@Suite struct LinkTests {
    private static let day = EventDate(CivilDate(daysSinceEpoch: 20_500))

    /// An exchange in which Seoul gave to Sejong and waits.
    private func exchange(
        _ test: TestLedger, from: String = "11000", to: String = "36110", awaits: Bool = true,
        key: String = "e"
    ) async throws -> Identifier {
        let legs = [
            LegDraft(from: from, to: to, happenedOn: Self.day, people: 1),
            LegDraft(from: to, to: from, happenedOn: awaits ? nil : Self.day),
        ]
        return try test.id(
            await test.ledger.record(
                ExchangeDraft(occasion: .other, happenedOn: Self.day, legs: legs),
                request: test.request(key)))
    }

    private func gift(
        _ test: TestLedger, by person: Identifier, to recipient: String, on day: String,
        _ won: Int64? = nil
    ) async throws -> Identifier {
        let draft = try test.reported(by: person, to: recipient, on: day, won)
        return try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes,
                request: test.request("\(person) \(recipient) \(day)")))
    }

    @Test func `a donation that came months later is linked, unlinked and linked again`()
        async throws
    {
        try await TestLedger.with { test in
            let sejong = try await test.mayor("세종", of: "36110")
            let exchange = try await exchange(test)
            let donation = try await gift(test, by: sejong, to: "11000", on: "2026-07-01", 5)
            #expect(try await test.ledger.exchange(exchange)?.reciprocity.state == .oneSided)
            var link = LinkDraft(exchange: exchange, donation: donation)
            let first = try await test.ledger.record(link, request: test.request("l1"))
            #expect(first.receipt?.kind == .link)
            let again = try await test.ledger.record(link, request: test.request("l1"))
            #expect(again == .replayed(try #require(first.receipt)))
            #expect(
                try await test.ledger.record(link, request: test.request("l2")).reasons
                    == ["donation_id donation_linked"])
            let answered = try #require(try await test.ledger.exchange(exchange))
            #expect(answered.reciprocity.state == .answered)
            #expect(answered.reciprocity.people == .balanced)
            #expect(answered.legs.map(\.donations) == [[], [donation]])
            #expect(try await test.ledger.donation(donation)?.exchange == exchange)
            link.isLinked = false
            #expect(
                try await test.ledger.record(link, request: test.request("l3")).reasons
                    == ["reason field_missing"])
            link.reason = "다른 상호기부의 답례"
            _ = try test.id(await test.ledger.record(link, request: test.request("l4")))
            #expect(
                try await test.ledger.record(link, request: test.request("l5")).reasons
                    == ["donation_id donation_not_linked"])
            #expect(try await test.ledger.exchange(exchange)?.reciprocity.state == .oneSided)
            #expect(try await test.ledger.donation(donation)?.exchange == nil)
            link.isLinked = true
            _ = try test.id(await test.ledger.record(link, request: test.request("l6")))
            #expect(try await test.ledger.exchange(exchange)?.reciprocity.state == .answered)
            let kept = try await test.entries(of: "link")
            #expect(kept.count == 3)
            #expect(kept[1]["linked"] == .bool(false))
            #expect(kept[1]["reason"] == nil)
        }
    }

    @Test func `where no leg goes its way one is added with the donation's date`() async throws {
        try await TestLedger.with { test in
            let sejong = try await test.mayor("세종", of: "36110")
            let there = LegDraft(from: "11000", to: "36110", happenedOn: Self.day)
            let id = try test.id(
                await test.ledger.record(
                    ExchangeDraft(
                        occasion: .other, happenedOn: Self.day, legs: [there, there]),
                    request: test.request("e")))
            let donation = try await gift(test, by: sejong, to: "11000", on: "2026-07-01")
            let answer = try await test.ledger.record(
                LinkDraft(exchange: id, donation: donation), request: test.request("l"))
            #expect(answer.receipt?.kind == .leg)
            let record = try #require(try await test.ledger.exchange(id))
            #expect(record.legs.count == 3)
            #expect(record.legs[2].happenedOn == EventDate("2026-07-01"))
            #expect(record.legs[2].donations == [donation])
            #expect(record.reciprocity.state == .answered)
            let strange = try await gift(test, by: sejong, to: "26000", on: "2026-07-01")
            #expect(
                try await test.ledger.record(
                    LinkDraft(exchange: id, donation: strange), request: test.request("s")
                ).reasons == ["leg_id leg_leads_elsewhere"])
        }
    }

    @Test func `what cannot be linked says which reference is wrong`() async throws {
        try await TestLedger.with { test in
            let nothing = Identifier(high: 1, low: 2)
            let sejong = try await test.mayor("세종", of: "36110")
            let exchange = try await exchange(test)
            let legs = try #require(try await test.ledger.exchange(exchange)).legs
            let donation = try await gift(test, by: sejong, to: "11000", on: "2026-07-01")
            let unknown = try test.id(await test.give(10_000, to: "26000", key: "u"))
            func reasons(_ donation: Identifier, _ leg: Identifier?) async throws -> [String] {
                try await test.ledger.record(
                    LinkDraft(exchange: exchange, donation: donation, leg: leg),
                    request: test.request("l")
                ).reasons
            }
            #expect(try await reasons(nothing, nil) == ["donation_id reference_unknown"])
            #expect(try await reasons(donation, nothing) == ["leg_id reference_unknown"])
            #expect(try await reasons(donation, legs[0].id) == ["leg_id leg_leads_elsewhere"])
            // A donor without an office gives no hint of the leg.
            #expect(try await reasons(unknown, nil) == ["leg_id field_missing"])
            #expect(try await test.count("leg_donation") == 0)
        }
    }

    @Test func `a merged government answers under its new name`() async throws {
        try await TestLedger.with { test in
            let person = try await test.person(
                "통합",
                OfficeDraft(
                    title: Bilingual("시장", "Mayor"), government: "12000",
                    heldFrom: CivilDate("2026-07-01")))
            let sejong = try await test.mayor("세종", of: "36110")
            let exchange = try await exchange(test, from: "36110", to: "29000")
            let other = try await self.exchange(test, from: "11000", to: "29000", key: "o")
            let answer = try await gift(test, by: person, to: "36110", on: "2026-07-02")
            _ = try test.id(
                await test.ledger.record(
                    LinkDraft(exchange: exchange, donation: answer), request: test.request("l")))
            let record = try #require(try await test.ledger.exchange(exchange))
            #expect(record.legs.count == 2)
            #expect(record.reciprocity.state == .answered)
            // Seoul's gift to Gwangju is answered by a leg of the merged government.
            let leg = LegDraft(
                from: "12000", to: "11000", happenedOn: EventDate("2026-07-03"), people: 1)
            _ = try test.id(
                await test.ledger.record(leg, of: other, request: test.request("leg")))
            #expect(try await test.ledger.exchange(other)?.reciprocity.state == .answered)
            _ = sejong
        }
    }

    @Test func `a leg that was counted wrongly is mended once, by another`() async throws {
        try await TestLedger.with { test in
            let exchange = try await exchange(test, awaits: false)
            let legs = try #require(try await test.ledger.exchange(exchange)).legs
            func mend(
                _ leg: Identifier, _ from: String, _ to: String, key: String
            ) async throws -> Answer {
                try await test.ledger.record(
                    LegDraft(
                        from: from, to: to, happenedOn: Self.day, people: 2, replaces: leg),
                    of: exchange, request: test.request(key))
            }
            #expect(
                try await mend(legs[0].id, "36110", "11000", key: "a").reasons
                    == ["replaces reference_unknown"])
            #expect(
                try await mend(Identifier(high: 1, low: 2), "11000", "36110", key: "b").reasons
                    == ["replaces reference_unknown"])
            let mended = try test.id(await mend(legs[0].id, "11000", "36110", key: "c"))
            #expect(
                try await mend(legs[0].id, "11000", "36110", key: "d").reasons
                    == ["replaces leg_replaced"])
            let record = try #require(try await test.ledger.exchange(exchange))
            #expect(record.legs.map(\.id) == [legs[1].id, mended])
            #expect(record.legs.map(\.people) == [nil, 2])
            #expect(record.mended.map(\.id) == [legs[0].id])
        }
    }

    @Test func `donations on record make an exchange, all of them or none`() async throws {
        try await TestLedger.with { test in
            let seoul = try await test.mayor("서울", of: "11000")
            let sejong = try await test.mayor("세종", of: "36110")
            let there = try await gift(test, by: seoul, to: "36110", on: "2026-03-01", 7)
            let back = try await gift(test, by: sejong, to: "11000", on: "2026-03-05", 7)
            func draft(_ links: [[Identifier]]) -> ExchangeDraft {
                ExchangeDraft(
                    occasion: .answer, happenedOn: Self.day,
                    legs: [
                        LegDraft(from: "11000", to: "36110", links: links[0]),
                        LegDraft(from: "36110", to: "11000", links: links[1]),
                    ])
            }
            #expect(
                try await test.ledger.record(
                    draft([[there], [back, there]]), request: test.request("e")
                ).reasons == ["legs[1].donation_ids[1].donation_id donation_linked"])
            #expect(try await test.count("exchange") == 0)
            let id = try test.id(
                await test.ledger.record(draft([[there], [back]]), request: test.request("e")))
            let record = try #require(try await test.ledger.exchange(id))
            #expect(record.reciprocity.state == .answered)
            #expect(record.reciprocity.amount == .balanced)
        }
    }

    @Test func `of many who link one donation at once exactly one does`() async throws {
        try await TestLedger.with { test in
            let sejong = try await test.mayor("세종", of: "36110")
            let donation = try await gift(test, by: sejong, to: "11000", on: "2026-07-01")
            var exchanges: [Identifier] = []
            for index in 0..<4 { exchanges.append(try await exchange(test, key: "e\(index)")) }
            let other = try await TestLedger(conninfo: test.conninfo)
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for (index, exchange) in (exchanges + exchanges).enumerated() {
                    let daemon = index.isMultiple(of: 2) ? test : other
                    group.addTask {
                        try await daemon.ledger.record(
                            LinkDraft(exchange: exchange, donation: donation),
                            request: daemon.request("l\(index)"))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0.receipt != nil } == 1)
            #expect(
                answers.filter { $0.receipt == nil }.allSatisfy {
                    $0.reasons == ["donation_id donation_linked"]
                })
            #expect(try await test.count("leg_donation") == 1)
            await other.pool.close()
        }
    }
}
