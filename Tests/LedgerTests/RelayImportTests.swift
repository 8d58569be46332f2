import Hometown
import Ledger
import Postgres
import Testing
import TestSupport

/// An edge list on its way into a relay, and what the ledger holds after it.
@Suite struct RelayImportTests {
    private static let rows = [
        ["갑", "세종특별자치시장", "을", "대전광역시장", "2023-03", "https://example.org/1"],
        ["병", "제주특별자치도지사", "을", "대전시장", "2023-04", "https://example.org/1"],
        ["을", "대전광역시장", "정", "국회의원(충남 아산시갑)", "2023-05-02", ""],
        ["을", "대전광역시장", "갑", "세종시장", "2024", "https://example.org/2"],
        ["갑", "세종특별자치시장", "무", "고흥군수", "2024-02", ""],
    ]

    private static func list(_ rows: [[String]] = rows) throws -> EdgeList {
        let header = EdgeList.Column.allCases.map(\.rawValue)
        let today = try #require(CivilDate("2026-09-01"))
        return try EdgeListReader(today: today).read([header] + rows)
    }

    @Test func `a list is recorded whole, and a second time changes nothing`() async throws {
        try await TestLedger.with { test in
            let relay = try await test.relay()
            let planned = try await test.ledger.planImport(try Self.list(), into: relay)
            guard case .planned(let plan) = planned else {
                Issue.record("\(planned)")
                return
            }
            #expect(plan.people.count == 5)
            #expect(try await test.count("person") == 0)
            let first = try await test.ledger.importRelay(
                try Self.list(), into: relay, request: test.request("1"))
            guard case .recorded(let done, _) = first else {
                Issue.record("\(first)")
                return
            }
            #expect(done == plan)
            let entries = try await test.count("entry")
            let figures = try #require(try await test.ledger.relayFigures(relay))
            #expect(figures.participations == 5)
            #expect(figures.people == 5)
            #expect(figures.nominations == 5)
            #expect(figures.count(.answered) == 3)
            #expect(figures.multiNominator == 1)
            #expect(figures.repeatPeople == 2)
            #expect(figures.depth == 1)
            #expect(figures.governments == 3)
            let again = try await test.ledger.importRelay(
                try Self.list(), into: relay, request: test.request("2"))
            guard case .unchanged(let none) = again else {
                Issue.record("\(again)")
                return
            }
            #expect(none.knownRowCount == 5)
            #expect(try await test.count("entry") == entries)
            let replay = try await test.ledger.importRelay(
                try Self.list(), into: relay, request: test.request("1"))
            guard case .answered(.replayed) = replay else {
                Issue.record("\(replay)")
                return
            }
        }
    }

    @Test func `two lists come to the same in either order`() async throws {
        var found: [RelayFigures] = []
        for order in [[0, 1], [1, 0]] {
            try await TestLedger.with { test in
                let relay = try await test.relay()
                let parts = [Array(Self.rows[..<2]), Array(Self.rows[2...])]
                for part in order {
                    let answer = try await test.ledger.importRelay(
                        try Self.list(parts[part]), into: relay, request: test.request("\(part)"))
                    guard case .recorded = answer else {
                        Issue.record("\(answer)")
                        return
                    }
                }
                found.append(try #require(try await test.ledger.relayFigures(relay)))
            }
        }
        #expect(found[0] == found[1])
        #expect(found[0].count(.answered) == 3)
    }

    @Test func `a list with one bad row leaves nothing behind`() async throws {
        try await TestLedger.with { test in
            let relay = try await test.relay()
            let entries = try await test.count("entry")
            let keys = try await test.count("idempotency")
            let rows = Self.rows + [["무", "고흥군수", "무", "고흥군수", "2024-03", ""]]
            let answer = try await test.ledger.importRelay(
                try Self.list(rows), into: relay, request: test.request("1"))
            guard case .faulty(let faults) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(faults.found.map(\.field) == ["rows[7].to_person"])
            #expect(try await test.count("entry") == entries)
            #expect(try await test.count("idempotency") == keys)
        }
    }

    @Test func `a relay that is not there is refused by name`() async throws {
        try await TestLedger.with { test in
            let answer = try await test.ledger.importRelay(
                try Self.list(), into: Identifier(high: 1, low: 2), request: test.request("1"))
            guard case .answered(let refused) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(refused.reasons == ["relay reference_unknown"])
        }
    }

    @Test func `two daemons that import the same at once record it once`() async throws {
        try await TestLedger.with { test in
            let relay = try await test.relay()
            let other = try await TestLedger(conninfo: test.conninfo)
            let list = try Self.list()
            async let left = test.ledger.importRelay(
                list, into: relay, request: test.request("left"))
            async let right = other.ledger.importRelay(
                list, into: relay, request: other.request("right"))
            let answers = try await [left, right]
            await other.pool.close()
            #expect(
                answers.count {
                    if case .recorded = $0 { true } else { false }
                } == 1)
            #expect(try await test.count("nomination") == 5)
            #expect(try await test.count("participation") == 5)
        }
    }
}
