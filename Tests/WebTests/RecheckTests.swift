import Hometown
import Ledger
import Schema
import Summaries
import TestSupport
import Testing
import Timetable

/// What a report that is made again tells apart: a name that was erased, a later edition of the
/// registry, another version of the renderer, and a figure that somebody changed.
@Suite struct RecheckTests {
    private static let now = "2026-04-08T00:00:00Z"

    private func desk(
        _ test: TestLedger,
        changing change: @escaping @Sendable (RenderedSummary) -> RenderedSummary = { $0 }
    ) throws -> SummaryDesk {
        let now = try #require(Instant(RecheckTests.now))
        let renderer = try SummaryRenderer()
        var desk = SummaryDesk(
            author: test.author, daemon: Identifier(high: 8, low: 8), time: { _ in now }
        ) { change(try renderer.render($0)) }
        desk.restore = { try SummaryRenderer.restore($0, from: $1) }
        return desk
    }

    private func seal(_ test: TestLedger, folding: Bool = true) async throws {
        while try await test.ledger.seal() > 0 {}
        guard folding else { return }
        while try await test.ledger.foldTakings() > 0 {}
        #expect(try await test.ledger.checkTakings().faults == 0)
    }

    private func filed(
        _ schedule: String, _ period: String, _ test: TestLedger, revising: Int32? = nil
    ) async throws -> RecordedRun {
        let run = try await test.ledger.runNow(
            schedule, period: period, reason: "시험", revising: revising, desk(test))
        guard case .filed(let run) = run else { throw LedgerFailure.bug }
        return run
    }

    private func text(
        _ form: RenderedSummary.Form, _ language: Language, of run: RecordedRun,
        _ test: TestLedger
    ) async throws -> String {
        let id = try #require(run.summary)
        let record = try #require(try await test.ledger.summary(id))
        let file = try #require(record.file(form, in: language, isPublished: false))
        let content = try #require(
            try await test.ledger.summaryFile(file.name, of: record.summary.id))
        return String(decoding: content.bytes, as: UTF8.self)
    }

    /// As the owner, whom no right stops.
    private func tamper(_ test: TestLedger, _ script: String) async throws {
        _ = try await TestServer.shared.psql(test.conninfo, ["-qc", script])
    }

    @Test func `a later edition of the registry is no difference, and later reports heed it`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, on: "2026-03-02", key: "a")
            _ = try await test.give(200_000, donor: "b", on: "2026-03-03", key: "b")
            try await seal(test)
            let march = try await filed("monthly", "2026-03", test)
            // Songpa is no more since February; who lived there lives in Suwon.
            let edition = Schema.governments.split(separator: "\n").map { line in
                var cells = line.split(separator: "\t", omittingEmptySubsequences: false)
                if cells[1] == "11710" { (cells[7], cells[8]) = ("2026-02-01", "41110") }
                if cells[1] == "36110" { cells[3] = "Sejong City" }
                return cells.joined(separator: "\t")
            }.joined(separator: "\n")
            try await test.ledger.loadRegistry(edition, author: test.author)
            for folding in [false, true] {
                try await seal(test, folding: folding)
                let again = try await test.ledger.recheck(march, desk(test))
                #expect(again.verdict == .identical, "\(again.differing)")
            }
            _ = try await test.give(300_000, donor: "c", on: "2026-03-04", key: "c")
            try await seal(test)
            let revised = try await filed("monthly", "2026-03", test, revising: 0)
            let page = try await text(.html, .english, of: revised, test)
            #expect(page.contains("Sejong City"))
            let lines = try await text(.csv, .korean, of: revised, test)
            #expect(lines.contains("주소지별,서울특별시,건수,2,"))
            #expect(lines.contains("주소지별,경기도,건수,1,"))
            #expect(try await test.ledger.recheck(march, desk(test)).verdict == .identical)
            #expect(try await test.ledger.recheck(revised, desk(test)).verdict == .identical)
            try await tamper(
                test,
                "DELETE FROM personal USING donation WHERE donation.entry_id = personal.entry_id")
            #expect(try await test.ledger.checkTakings().faults == 0)
            #expect(try await test.ledger.recheck(march, desk(test)).verdict == .identical)
        }
    }

    @Test func `an office that became known later is no difference`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let test = web.test
            try await seal(test)
            let run = try await filed("relay-state", "2026-W13", test)
            let people = try await test.ledger.people(rowsMax: 100)
            let lee = try #require(people.first { $0.person.name?.korean == "이명수" })
            let answer = try await test.ledger.record(
                OfficeDraft(
                    title: Bilingual("군수", "Governor"), heldFrom: CivilDate("2023-01-01")),
                of: lee.person.id, request: Request(author: test.author, key: "office"))
            #expect(answer.receipt != nil)
            try await seal(test)
            #expect(try await test.ledger.recheck(run, desk(test)).verdict == .identical)
        }
    }

    @Test func `an erased name is told, and every other byte is the same`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let test = web.test
            try await seal(test)
            let run = try await filed("relay-state", "2026-W13", test)
            #expect(try await text(.html, .korean, of: run, test).contains("이명수"))
            let people = try await test.ledger.people(rowsMax: 100)
            let lee = try #require(people.first { $0.person.name?.korean == "이명수" })
            let answer = try await test.ledger.record(
                ErasureDraft(.person(lee.person.id), reason: "정보주체의 요구"),
                request: Request(author: test.author, key: "erase"))
            #expect(answer.receipt != nil)
            try await seal(test)
            let again = try await test.ledger.recheck(run, desk(test))
            #expect(again.verdict == .namesErased, "\(again.differing)")
            #expect(again.outputHash == run.outputHash && again.differing == [])
            #expect(again.text.korean.contains("파기한 이름만 빠지고"))
            let revised = try await filed("relay-state", "2026-W13", test, revising: 0)
            #expect(try await !text(.html, .korean, of: revised, test).contains("이명수"))
            #expect(try await test.ledger.recheck(revised, desk(test)).verdict == .identical)
            // Whoever changes a figure beside it is found all the same.
            try await tamper(
                test,
                "ALTER TABLE nomination DISABLE TRIGGER ALL; "
                    + "UPDATE nomination SET happened_on = '2023-04-02'; "
                    + "ALTER TABLE nomination ENABLE TRIGGER ALL")
            #expect(try await test.ledger.recheck(run, desk(test)).verdict == .different)
        }
    }

    @Test func `a report covers what it covered when it was filed, whatever is set since`()
        async throws
    {
        try await TestLedger.with { test in
            for key in ["a", "b", "c"] {
                _ = try await test.give(100_000, donor: key, on: "2026-03-02", key: key)
            }
            try await seal(test)
            let few = ["5건 미만(금액 비공개)", "10건 미만(금액 비공개)"]
            let set: [(limit: Int, told: [Bool])] = [
                (5, [true, false]), (10, [false, true]), (3, [false, false]),
            ]
            var runs: [RecordedRun] = []
            for (limit, told) in set {
                var desk = try desk(test)
                desk.smallCounts = SmallCounts(below: limit)
                let outcome = try await test.ledger.runNow(
                    "monthly", period: "2026-03", reason: "\(limit) 미만",
                    revising: runs.last?.revision, desk)
                guard case .filed(let run) = outcome else { throw LedgerFailure.bug }
                runs.append(run)
                let id = try #require(run.summary)
                let record = try #require(try await test.ledger.summary(id))
                let file = try #require(record.file(.html, in: .korean, isPublished: true))
                let page = try #require(try await test.ledger.summaryFile(file.name, of: id))
                let text = String(decoding: page.bytes, as: UTF8.self)
                #expect(few.map { text.contains($0) } == told, "\(limit)")
            }
            for run in runs {
                let again = try await test.ledger.recheck(run, desk(test))
                #expect(again.verdict == .identical, "\(run.revision): \(again.differing)")
            }
        }
    }

    @Test func `a figure that somebody changed is found, whatever renderer looks`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, on: "2026-03-02", key: "a")
            try await seal(test)
            let march = try await filed("monthly", "2026-03", test)
            let later = try desk(test) { rendered in
                RenderedSummary(
                    title: rendered.title, rendererVersion: rendered.rendererVersion + 1,
                    files: rendered.files.map { file in
                        // It says more, and what it said before as it did.
                        let isPage = file.name.hasSuffix(".html")
                        let more = Array("\n".utf8)
                        let bytes =
                            isPage
                            ? file.bytes + more
                            : file.name.hasSuffix(".json")
                                ? Array("{\"added\":1,".utf8) + file.bytes.dropFirst()
                                : file.bytes
                        return .init(
                            name: file.name, mediaType: file.mediaType, bytes: bytes)
                    })
            }
            let again = try await test.ledger.recheck(march, later)
            #expect(again.verdict == .rendererChanged && again.hasSameFigures)
            try await tamper(
                test,
                "UPDATE takings SET amounts = ARRAY(SELECT 1 + one FROM unnest(amounts) AS one)")
            for desk in [try desk(test), later] {
                let found = try await test.ledger.recheck(march, desk)
                #expect(found.verdict == .different && !found.hasSameFigures)
                #expect(found.differing.contains("monthly-2026-03.json"))
            }
        }
    }
}
