import Hometown
import Ledger
import Postgres
import Testing
import TestSupport

@Suite struct ReciprocityTests {
    private static let ever = ReciprocityQuestion(
        period: Scheme.firstDay...CivilDate(daysSinceEpoch: 25_000))

    /// Cells as text, and the days since which nobody answered.
    private func cells(
        _ test: TestLedger, _ question: ReciprocityQuestion = ever
    ) async throws -> [String] {
        let record = try #require(try await test.ledger.reciprocity(question))
        return record.matrix.cells.map { cell in
            let codes = [cell.pair.from, cell.pair.to].map {
                record.governments[id: $0]?.code ?? "-"
            }
            let tally = cell.tally
            return codes.joined(separator: ">")
                + " \(tally.count) \(tally.amount.amount) \(tally.undisclosed)"
                + (record.unansweredSince[cell.pair].map { " since \($0)" } ?? "")
        }
    }

    private func give(
        _ test: TestLedger, by person: Identifier, to recipient: String, on day: String,
        _ won: Int64?
    ) async throws -> Identifier {
        let draft = try test.reported(by: person, to: recipient, on: day, won)
        return try test.id(
            await test.ledger.record(
                draft, content: draft.canonical.bytes,
                request: test.request("\(person) \(recipient) \(day) \(won ?? 0)")))
    }

    private func sealAndFold(_ test: TestLedger) async throws {
        while try await test.ledger.seal() > 0 {}
        while try await test.ledger.foldFlows() > 0 {}
    }

    /// Seoul answered Sejong and Daejeon; Sejong's gifts to three others wait.
    private static let articles = [
        "11000>30000 1 0 1", "11000>36110 1 0 1", "30000>11000 1 0 1", "36110>11000 1 0 1",
        "36110>30000 1 0 1 since 2023-04-10", "36110>43000 1 0 1 since 2023-04-10",
        "36110>44000 1 0 1 since 2023-04-10",
    ]

    @Test func `the articles' matrix is the same unsealed, sealed, folded and loaded twice`()
        async throws
    {
        try await TestLedger.loaded { test in
            #expect(try await cells(test) == Self.articles)
            while try await test.ledger.seal() > 0 {}
            #expect(try await cells(test) == Self.articles)
            #expect(try await test.ledger.foldFlows() > 0)
            #expect(try await test.ledger.foldFlows() == 0)
            #expect(try await test.count("flow") > 0)
            #expect(try await cells(test) == Self.articles)
            _ = try await test.ledger.loadSample(author: test.author)
            try await sealAndFold(test)
            #expect(try await cells(test) == Self.articles)
            var question = Self.ever
            question.level = .metropolitan
            #expect(try await cells(test, question) == Self.articles)
        }
    }

    @Test func `only exchanges under an agreement, when one is asked for`() async throws {
        try await TestLedger.loaded { test in
            let exchange = try #require(try await test.ledger.exchanges(rowsMax: 1).first)
            var question = Self.ever
            question.agreement = exchange.exchange.agreement
            #expect(try await cells(test, question) == ["11000>36110 1 0 1", "36110>11000 1 0 1"])
            question.agreement = Identifier(high: 1, low: 2)
            #expect(try await test.ledger.reciprocity(question) == nil)
        }
    }

    @Test func `a period takes in the days it says, whether folded or not`() async throws {
        try await TestLedger.with { test in
            let seoul = try await test.mayor("서울", of: "11000")
            let sejong = try await test.mayor("세종", of: "36110")
            _ = try await give(test, by: seoul, to: "36110", on: "2025-12-31", 1)
            _ = try await give(test, by: seoul, to: "36110", on: "2026-01-01", 10)
            try await sealAndFold(test)
            _ = try await give(test, by: seoul, to: "36110", on: "2026-02-15", 100)
            _ = try await give(test, by: sejong, to: "11000", on: "2026-02-16", nil)
            func asked(_ from: String, _ to: String) async throws -> [String] {
                let first = try #require(CivilDate(from))
                let last = try #require(CivilDate(to))
                return try await cells(test, ReciprocityQuestion(period: first...last))
            }
            #expect(
                try await asked("2025-01-01", "2026-12-31")
                    == ["11000>36110 3 111 0", "36110>11000 1 0 1"])
            #expect(
                try await asked("2025-01-01", "2025-12-31")
                    == ["11000>36110 1 1 0 since 2025-12-31"])
            #expect(
                try await asked("2025-12-31", "2026-02-15")
                    == ["11000>36110 3 111 0 since 2025-12-31"])
            #expect(
                try await asked("2026-01-02", "2026-02-15")
                    == ["11000>36110 1 100 0 since 2026-02-15"])
            try await sealAndFold(test)
            #expect(
                try await asked("2026-01-02", "2026-02-16")
                    == ["11000>36110 1 100 0", "36110>11000 1 0 1"])
            #expect(try await asked("2024-01-01", "2024-12-31") == [])
        }
    }

    @Test func `donors without an office and disputed gifts are in no cell`() async throws {
        try await TestLedger.with { test in
            _ = try test.id(await test.give(10_000, key: "a"))
            let seoul = try await test.mayor("서울", of: "11000")
            // R14: the mayor of Seoul cannot give to Seoul; the world says it happened.
            _ = try await give(test, by: seoul, to: "11000", on: "2026-01-01", 10)
            #expect(try await cells(test) == [])
            try await sealAndFold(test)
            #expect(try await cells(test) == [])
            #expect(try await test.count("flow") == 0)
        }
    }

    @Test func `mergers are rolled up on request`() async throws {
        try await TestLedger.with { test in
            let sejong = try await test.mayor("세종", of: "36110")
            let gunwi = try await test.mayor("군위", of: "군위군")
            _ = try await give(test, by: sejong, to: "29000", on: "2026-06-30", 1)
            _ = try await give(test, by: sejong, to: "46000", on: "2026-06-30", 2)
            _ = try await give(test, by: sejong, to: "12000", on: "2026-07-01", 4)
            _ = try await give(test, by: gunwi, to: "36110", on: "2023-06-30", 8)
            _ = try await give(test, by: gunwi, to: "36110", on: "2023-07-01", 16)
            try await sealAndFold(test)
            var question = Self.ever
            question.rolledUpTo = CivilDate("2026-07-01")
            #expect(
                try await cells(test, question).filter { $0.hasPrefix("36110") }
                    == ["36110>12000 3 7 0 since 2026-06-30"])
            question.rolledUpTo = nil
            #expect(
                try await cells(test, question).filter { $0.hasPrefix("36110") } == [
                    "36110>12000 1 4 0 since 2026-07-01", "36110>29000 1 1 0 since 2026-06-30",
                    "36110>46000 1 2 0 since 2026-06-30",
                ])
        }
    }

    @Test func `two daemons that fold and others that record lose and double nothing`()
        async throws
    {
        try await TestLedger.with { test in
            let givers = ["11000", "36110", "30000", "26000"]
            var people: [Identifier] = []
            for code in givers { people.append(try await test.mayor("시장 \(code)", of: code)) }
            let other = try await TestLedger(conninfo: test.conninfo)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, person) in people.enumerated() {
                    group.addTask {
                        for day in 1...9 {
                            _ = try await give(
                                test, by: person, to: "28000", on: "2026-0\(day)-11",
                                Int64(index + 1))
                        }
                    }
                }
                for daemon in [test, other] {
                    group.addTask {
                        for _ in 0..<20 {
                            _ = try await daemon.ledger.seal()
                            _ = try await daemon.ledger.foldFlows()
                        }
                    }
                }
                try await group.waitForAll()
            }
            let expected = zip(givers, 1...).map { "\($0)>28000 9 \($1 * 9) 0 since 2026-01-11" }
            #expect(try await cells(test) == expected.sorted())
            try await sealAndFold(test)
            #expect(try await cells(test) == expected.sorted())
            await other.pool.close()
        }
    }
}
