import Hometown
import Ledger
import Postgres
import TestSupport
import Testing

/// The seven donations of the articles and the relay they belong to.
@Suite struct SampleDonationTests {
    @Test func `seven donations are reported, with their dates as told and no amount`()
        async throws
    {
        try await TestLedger.loaded { test in
            let donations = try await test.ledger.donations(rowsMax: 100)
            let told = donations.map { donation in
                [
                    donation.donorName?.korean ?? "-", donation.office?.title.korean ?? "-",
                    donation.recipient?.name.korean ?? "-", donation.donatedOn.text,
                    donation.donatedOn.precision.rawValue, donation.exchange == nil ? "" : "E",
                    donation.participation == nil ? "" : "P",
                ].joined(separator: " ")
            }
            #expect(
                Set(told) == [
                    "오세훈 서울특별시장 세종특별자치시 2023-04-10 day E ",
                    "최민호 세종특별자치시장 서울특별시 2023-04-10 day E P",
                    "오세훈 서울특별시장 대전광역시 2023-04-10 day E ",
                    "이장우 대전시장 서울특별시 2023-04-10 day E ",
                    "최민호 세종특별자치시장 대전광역시 2023-04-10 on_or_before  P",
                    "최민호 세종특별자치시장 충청남도 2023-04-10 on_or_before  P",
                    "최민호 세종특별자치시장 충청북도 2023-04-10 on_or_before  P",
                ])
            #expect(told.count == 7)
            for donation in donations {
                #expect(donation.origin == .reported)
                #expect(donation.status == .standing)
                #expect(donation.amount == nil)
                #expect(donation.channel == nil)
                #expect(donation.privateName == nil)
                #expect(!donation.claims.isEmpty)
            }
        }
    }

    @Test func `by recipient Seoul has two, Daejeon two and three others one`() async throws {
        try await TestLedger.loaded { test in
            let donations = try await test.ledger.donations(rowsMax: 100)
            let counts = Dictionary(grouping: donations) { $0.recipient?.code ?? "-" }
                .mapValues(\.count)
            #expect(
                counts == ["11000": 2, "36110": 1, "30000": 2, "44000": 1, "43000": 1])
        }
    }

    @Test func `a donation says who says so`() async throws {
        try await TestLedger.loaded { test in
            let donations = try await test.ledger.donations(rowsMax: 100)
            let both = try #require(
                donations.first { $0.exchange != nil && $0.participation != nil })
            let alone = try #require(try await test.ledger.donation(both.id))
            #expect(alone == both)
            #expect(
                alone.claims.map(\.quote) == [
                    "상호 고향사랑기부금을 전달", "최 시장은 서울시를 위한",
                    "10일 서울특별시에도 고향사랑 기부금을",
                ])
            #expect(alone.claims.map(\.outlet) == ["영등포신문", "시사저널", "시사저널"])
            #expect(alone.claims.allSatisfy { $0.attribute == nil && $0.value == nil })
        }
    }

    /// The employer is another government; of residence and amount no source speaks, so what asks
    /// for them is undetermined and never passed.
    @Test func `entries say which rules stay undetermined`() async throws {
        try await TestLedger.loaded { test in
            let entries = try await test.entries(of: "donation")
            #expect(entries.count == 7)
            for entry in entries {
                guard case .array(let rules) = entry["undetermined"] else {
                    Issue.record("nothing is undetermined")
                    continue
                }
                #expect(rules.map(\.number) == [6, 10, 11, 12, 13, 15, 16, 17])
                #expect(entry["amount"] == nil)
                #expect(entry["disputed"] == nil)
                #expect(entry["giver"]?["code"]?.text != nil)
                #expect(entry["giver"] != entry["recipient"])
            }
        }
    }

    @Test func `entries name sources and only commit to quotes and people`() async throws {
        try await TestLedger.loaded { test in
            let entry = try #require(
                try await test.entries(of: "donation").first { $0["participation"] != nil })
            guard case .array(let claims) = entry["claims"],
                case .object(let commitments) = entry["commitments"]
            else {
                Issue.record("claims or commitments are missing")
                return
            }
            #expect(claims.count == 3)
            #expect(claims.allSatisfy { $0["source"] != nil && $0["quote"] == nil })
            #expect(commitments.keys.sorted() == ["donor", "quote_0", "quote_1", "quote_2"])
            for kind in ["donation", "person", "agreement", "exchange", "nomination"] {
                for entry in try await test.entries(of: kind) {
                    let text = String(decoding: entry.bytes, as: UTF8.self)
                    for word in ["최민호", "오세훈", "전달했다", "최 시장은"] {
                        #expect(!text.contains(word), "\(kind)")
                    }
                }
            }
        }
    }

    @Test func `two nominators lead into one run, one nominee stands open`() async throws {
        try await TestLedger.loaded { test in
            let relays = try await test.ledger.relays(rowsMax: 10)
            #expect(relays.map(\.name.korean) == ["고향사랑기부 인증 챌린지"])
            let relay = try #require(try await test.ledger.relay(relays[0].id))
            let name = { (id: Identifier) in relay.people[id]?.person.name?.korean ?? "-" }
            #expect(relay.relay.startedBy.map(name) == "한병도")
            #expect(relay.relay.goal == nil && relay.relay.endsOn == nil)
            #expect(
                relay.participations.map { "\(name($0.person)) \($0.isImplied)" } == [
                    "오영훈 true", "유정복 true", "최민호 false",
                ])
            let run = try #require(relay.participations.last)
            #expect(run.happenedOn == EventDate("2023-04-10", precision: .onOrBefore))
            #expect(run.donations.count == 4)
            let edges = relay.nominations.map { nomination in
                let from = relay.participations.first { $0.id == nomination.participation }
                return [
                    from.map { name($0.person) } ?? "-", name(nomination.nominee),
                    nomination.happenedOn?.text ?? "-",
                    nomination.nomination.state.rawValue,
                    nomination.answeredBy == run.id ? "by Choi" : "by nobody",
                ].joined(separator: " ")
            }
            #expect(
                edges == [
                    "오영훈 최민호 2023-03 answered by Choi", "유정복 최민호 2023-03 answered by Choi",
                    "최민호 이명수 2023-04-10 open by nobody",
                ])
            #expect(relay.claims.contains { $0.attribute == "started_by" })
        }
    }
}
