import Hometown
import Ledger
import TestSupport
import Testing
import Timetable
import Transparency

@Suite struct DonationSearchTests {
    private static let today = CivilDate("2026-11-20")

    /// The amounts that a search finds, newest first.
    private func search(
        _ text: String, in test: TestLedger, _ change: (inout DonationFilter) -> Void = { _ in }
    ) async throws -> [Int64] {
        try await found(text, in: test, change).donations.map { $0.amount?.amount ?? 0 }
    }

    private func found(
        _ text: String, in test: TestLedger, _ change: (inout DonationFilter) -> Void = { _ in }
    ) async throws -> FoundDonations {
        let reader = DonationQueryReader(
            try await test.ledger.governments(), today: try #require(Self.today)
        ) { PeriodKey($0).map { $0.first...$0.last } }
        var filter = DonationFilter(seesPrivateNames: true)
        filter.query = try reader.read(text)
        change(&filter)
        return try await test.ledger.findDonations(filter, rowsMax: 50, wantsTotals: true)
    }

    private func give(
        _ won: Int64, by name: String?, to recipient: String = "36110",
        on date: String = "2026-03-02", _ test: TestLedger
    ) async throws -> Identifier {
        var draft = test.intake(won, donor: "\(won)", to: recipient, on: date)
        draft.displayName = name
        return try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request("gift \(won)")))
    }

    private func filled(_ body: (TestLedger) async throws -> Void) async throws {
        try await TestLedger.with { test in
            _ = try await give(1000, by: "홍길동", test)
            _ = try await give(2000, by: "홍길순", to: "26000", on: "2026-11-10", test)
            _ = try await give(3000, by: "남궁민", test)
            _ = try await give(4000, by: nil, to: "26000", test)
            let mayor = try await test.mayor("최민호", of: "세종특별자치시")
            let draft = try test.reported(by: mayor, to: "26000", 5000)
            _ = try await test.ledger.record(
                draft, content: draft.canonical.bytes, request: test.request("mayor"))
            try await body(test)
        }
    }

    private static let searches: [(String, [Int64])] = [
        ("", [5000, 4000, 3000, 2000, 1000]), ("길동", [1000]), ("홍", [2000, 1000]),
        ("ㅎㄱㄷ", [1000]), ("홍ㄱ", [2000, 1000]), ("ghdrlfehd", [1000]), ("남궁미", [3000]),
        ("최민호", [5000]), ("ㅊㅁㅎ", [5000]), ("chlalsgh", [5000]), ("by:민", [5000, 3000]),
        ("-홍 -최민호", [4000, 3000]), ("세종", [5000, 3000, 1000]), ("tpwhd", [5000, 3000, 1000]),
        ("to:부산", [5000, 4000, 2000]), ("from:세종", [5000]), ("-to:부산", [3000, 1000]),
        ("부산 홍", [2000]), ("2000", [2000]), ("amount:>=3천", [5000, 4000, 3000]),
        ("amount:2000..4000 부산", [4000, 2000]), ("period:2026-W46", [2000]),
        ("2026-03", [5000, 4000, 3000, 1000]), ("origin:reported", [5000]),
        ("channel:은행", [4000, 3000, 2000, 1000]), ("-channel:은행", [5000]),
        ("channel:은행 amount:<2000", [1000]), ("status:standing", [5000, 4000, 3000, 2000, 1000]),
        ("status:정정", []), ("-status:standing", []), ("길순 -부산", []),
    ]

    @Test func `a search finds the same before and after its index was made`() async throws {
        try await filled { test in
            for isLookedUp in [false, true] {
                if isLookedUp {
                    while try await test.ledger.seal() > 0 {}
                    #expect(try await test.ledger.lookUpDonations(atLeast: 1_000) == 0)
                    #expect(try await test.count("lookup") == 0)
                    #expect(try await test.ledger.lookUpDonations() > 0)
                    #expect(try await test.ledger.lookUpDonations() == 0)
                    #expect(try await test.count("lookup") == 5)
                }
                for (text, amounts) in Self.searches {
                    #expect(try await search(text, in: test) == amounts, "\(text) \(isLookedUp)")
                }
            }
        }
    }

    @Test func `what names nobody is said, and finds nothing`() async throws {
        try await filled { test in
            let found = try await found("홍 아무개", in: test)
            #expect(found.donations.isEmpty)
            #expect(found.unknown == ["아무개"])
            #expect(found.totals?.isExact == true)
        }
    }

    @Test func `who may not see private names cannot search them`() async throws {
        try await filled { test in
            #expect(try await search("길동", in: test) { $0.seesPrivateNames = false }.isEmpty)
            let published = try await test.ledger.findDonations(
                DonationFilter(isPublished: true), rowsMax: 50)
            #expect(published.donations.map { $0.amount?.amount } == [5000])
        }
    }

    @Test func `an erased name is found no more, nor its pieces`() async throws {
        try await filled { test in
            while try await test.ledger.seal() > 0 {}
            _ = try await test.ledger.lookUpDonations()
            _ = try await TestServer.shared.psql(
                test.conninfo,
                ["-qAt", "--command=DELETE FROM personal WHERE fields ->> 'name' = '홍길동'"])
            #expect(try await search("길동", in: test).isEmpty)
            #expect(try await test.count("lookup WHERE grams @> ARRAY['길동']") == 0)
            #expect(try await test.count("lookup WHERE grams @> ARRAY['길순']") == 1)
        }
    }

    @Test func `corrections move what a status finds, and not what stood before them`()
        async throws
    {
        try await filled { test in
            let checkpoint = try await test.publish()
            let id = try await give(6000, by: "김갑동", test)
            var draft = CorrectionDraft(donation: id, action: .amend, reason: "잘못 씀")
            draft.changes[.amount] = "6001"
            _ = try test.id(
                await #require(
                    test.ledger.correct(draft, version: nil, request: test.request("amend"))
                        .recorded))
            #expect(try await search("status:amended", in: test) == [6000])
            #expect(try await search("status:reversed", in: test) == [6000])
            #expect(try await search("status:standing 갑동", in: test) == [6001])
            let totals = try #require(try await found("갑동", in: test).totals)
            #expect(totals.rows == 2 && totals.standing == 1 && totals.amount == 6001)
            let before = try await test.publish()
            let then = try await search("", in: test) {
                $0.asOf = .logSize(Int64(checkpoint.size))
            }
            #expect(then == [5000, 4000, 3000, 2000, 1000])
            let size = Int64(before.size) - 2
            let between = try await found("status:standing 갑동", in: test) {
                $0.asOf = .logSize(size)
            }
            #expect(between.donations.map(\.amount?.amount) == [6000])
            #expect(between.donations.map(\.status) == [.standing])
            #expect(between.logSize == size)
            // A log that is yet to grow is not answered for: what is said is of this one.
            let ahead = try await found("갑동", in: test) { $0.asOf = .logSize(.max) }
            #expect(ahead.logSize == Int64(before.size))
            let now = try await test.ledger.now()
            let latest = try await found("갑동", in: test) { $0.asOf = .time(now) }
            #expect(latest.logSize == Int64(before.size))
            let never = try await found("", in: test) { $0.asOf = .time(Instant(microseconds: 0)) }
            #expect(never.donations.isEmpty && never.logSize == 0)
        }
    }

    @Test func `pages stay what they are while others record`() async throws {
        try await filled { test in
            let first = try await test.ledger.findDonations(DonationFilter(), rowsMax: 2)
            #expect(first.donations.map(\.amount?.amount) == [5000, 4000])
            _ = try await give(7000, by: nil, test)
            let second = try await test.ledger.findDonations(
                DonationFilter(), before: first.next, rowsMax: 2)
            #expect(second.donations.map(\.amount?.amount) == [3000, 2000])
            let third = try await test.ledger.findDonations(
                DonationFilter(), before: second.next, rowsMax: 2)
            #expect(third.donations.map(\.amount?.amount) == [1000])
            #expect(third.next == nil)
        }
    }

    @Test func `things that donations belong to are named by id or number`() async throws {
        try await TestLedger.loaded { test in
            let exchange = try #require(
                try await test.ledger.exchanges(after: 0, rowsMax: 1).first?.exchange)
            let all = try await test.ledger.donations(rowsMax: 100)
            let wanted = all.filter { $0.exchange == exchange.id }.map(\.id)
            for name in [exchange.id.description, exchange.no] {
                let found = try await found("exchange:\(name)", in: test).donations.map(\.id)
                #expect(found == wanted && !found.isEmpty)
            }
            let other = exchange.no.replacing("E-", with: "A-")
            #expect(try await search("exchange:\(other)", in: test).isEmpty)
            let one = try #require(all.first)
            #expect(try await found(one.no, in: test).donations.map(\.id) == [one.id])
            #expect(try await found("-\(one.no)", in: test).donations.count == all.count - 1)
        }
    }
}

extension CorrectionAnswer {
    fileprivate var recorded: Answer? {
        guard case .answered(let answer) = self else { return nil }
        return answer
    }
}
