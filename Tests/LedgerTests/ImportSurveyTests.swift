import Hometown
import Interchange
import Ledger
import TestSupport
import Testing

@Suite struct ImportSurveyTests {
    private static let list =
        "2026년 기부\r\n구분,번호,곳,금액,기부일\r\n공표,가-1,세종,10만,2026-03-02\r\n"

    private static func draft(_ text: String = list) -> ImportDraft {
        ImportDraft(source: MemoryBytes(Array(text.utf8)))
    }

    @Test func `a file is looked into before anybody says how to read it`() async throws {
        try await TestLedger.with { test in
            let survey = try await test.ledger.survey(Self.draft())
            #expect(survey.headerRow == 2 && survey.encoding == .utf8 && survey.sheets.isEmpty)
            #expect(survey.delimiter == UInt8(ascii: ","))
            #expect(survey.header == ["구분", "번호", "곳", "금액", "기부일"])
            #expect(
                survey.columns == [
                    .field(.origin), .remark, nil, .field(.amount), .field(.donatedOn),
                ])
            #expect(survey.sample == [["공표", "가-1", "세종", "10만", "2026-03-02"]])
        }
    }

    @Test func `what somebody says of a column counts, in the survey and in the import`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = Self.draft()
            draft.mapping = ["번호": .field(.donorKey), "곳": .field(.recipient)]
            #expect(try await test.ledger.survey(draft).columns[2] == .field(.recipient))
            guard case .tried(let report) = try await test.ledger.tryImport(draft) else {
                Issue.record("the list was not judged")
                return
            }
            #expect(report.counts.recorded == 1 && report.counts.refused == 0)
            draft.mapping["금액"] = .some(nil)
            guard case .unreadable(let problem) = try await test.ledger.tryImport(draft) else {
                Issue.record("a list without amounts was read")
                return
            }
            #expect(problem.code == "column_missing")
        }
    }

    @Test func `what somebody says of a name of JSON objects counts as it does of a column`()
        async throws
    {
        try await TestLedger.with { test in
            let line =
                #"{"origin":"reported","donor_key":"9","recipient":"36110","amount":5000,"#
                + #""donated_on":"2026-03-02","donor_person":"x"}"#
            var draft = Self.draft(line)
            draft.format = .ndjson
            guard case .tried(let read) = try await test.ledger.tryImport(draft) else {
                Issue.record("the list was not judged")
                return
            }
            #expect(read.counts.refused == 1)
            draft.mapping = ["donor_person": nil]
            guard case .tried(let unread) = try await test.ledger.tryImport(draft) else {
                Issue.record("the list was not judged")
                return
            }
            #expect(unread.counts.recorded == 1 && unread.counts.refused == 0)
        }
    }

    @Test func `the row that is said to name the columns does, and another is another request`()
        async throws
    {
        try await TestLedger.with { test in
            let rows = [
                DonationImportTests.row("1", to: "송파구"), "", DonationImportTests.header,
                DonationImportTests.row("2"),
            ]
            var draft = DonationImportTests.draft(rows)
            #expect(try await test.ledger.survey(draft).headerRow == 1)
            draft.headerRow = 4
            let survey = try await test.ledger.survey(draft)
            #expect(survey.headerRow == 4 && survey.sample.count == 1)
            let request = Request(author: test.author, key: "fourth")
            let answer = try await test.ledger.importDonations(draft, request: request)
            guard case .recorded(_, let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.counts.rows == 1 && report.counts.recorded == 1)
            draft.headerRow = 1
            #expect(
                try await test.ledger.importDonations(draft, request: request) == .keyReused)
            for row in [3, 6] {
                draft.headerRow = row
                guard case .unreadable(let problem) = try await test.ledger.tryImport(draft) else {
                    Issue.record("row \(row) named columns")
                    return
                }
                #expect(problem.code == "header_row_empty")
                let read = draft
                await #expect(throws: problem) { try await test.ledger.survey(read) }
            }
        }
    }

    @Test func `resident numbers are struck out, and an empty file is said to be one`()
        async throws
    {
        try await TestLedger.with { test in
            let number = "900101" + "-" + "1234567"
            let text = "구분,금액\r\n\(number),1\r\n"
            let survey = try await test.ledger.survey(Self.draft(text))
            #expect(survey.sample.first?.first == "******-*******")
            await #expect(throws: ImportProblem.self) {
                try await test.ledger.survey(Self.draft(""))
            }
        }
    }

    @Test func `a cell without a value is wrong in its row alone, and only where it is read`()
        async throws
    {
        try await TestLedger.with { test in
            let header = ["접수 구분", "기부자 번호", "받는 지자체", "금액", "기부일", "비고"]
            var book = try WorkbookWriter(
                [UInt8](), sheets: [SheetPlan("기부", columns: header.map { SheetColumn($0) })],
                properties: WorkbookProperties(
                    title: "기부", creator: "시험",
                    created: SheetDate(year: 2026, month: 3, day: 2, secondOfDay: 0)))
            try book.beginSheet()
            let (place, day) = (CellValue.text("세종"), CellValue.text("2026-03-02"))
            for (donor, amount) in [("1", CellValue.number("1000")), ("2", .error("#N/A"))] {
                try book.append([
                    .text("공표"), .text(donor), place, amount, day, .error("#REF!"),
                ])
            }
            try book.endSheet()
            var draft = ImportDraft(source: MemoryBytes(try book.finish()), format: .xlsx)
            #expect(try await test.ledger.survey(draft).encoding == nil)
            draft.keepsValidRows = true
            let answer = try await test.ledger.importDonations(
                draft, request: Request(author: test.author, key: "book"))
            guard case .recorded(_, let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(report.encoding == nil)
            #expect(report.counts.recorded == 1 && report.counts.refused == 1)
            #expect(
                report.problems.map { "\($0.row) \($0.column ?? "-") \($0.code)" } == [
                    "3 금액 formula_failed"
                ])
        }
    }

    @Test func `an exchange and a run are found by their numbers`() async throws {
        try await TestLedger.with { test in
            _ = try await test.ledger.loadSample(author: test.author)
            let exchange = try #require(try await test.ledger.exchanges(rowsMax: 1).first?.exchange)
            for text in [exchange.no, exchange.no.lowercased(), " \(exchange.id) "] {
                let found = try await test.ledger.thing(typed: text)
                #expect(found?.kind == .exchange && found?.id == exchange.id, "\(text)")
                #expect(found?.no == exchange.no, "\(text)")
            }
            let relay = try #require(try await test.ledger.relays(rowsMax: 1).first?.id)
            let run = try #require(try await test.ledger.relay(relay)?.participations.first)
            let named = try await test.ledger.thing(typed: run.no)
            #expect(named?.kind == .participation && named?.id == run.id)
            let found = try await test.ledger.runs(ofPerson: run.person, rowsMax: 5)
            #expect(found.contains { $0.id == run.id && $0.no == run.no })
            let alone = try await test.ledger.relayRun(run.id)
            #expect(alone != nil && found.contains { $0 == alone })
            #expect(try await test.ledger.relayRun(exchange.id) == nil)
            let other = try #require(Reference(run.no))
            #expect(try await test.ledger.identifier(of: other, .participation) == run.id)
            #expect(try await test.ledger.identifier(of: other, .exchange) == nil)
            for text in ["P\(exchange.no.dropFirst())", "E-1999-000001", "없음"] {
                #expect(try await test.ledger.thing(typed: text) == nil, "\(text)")
            }
        }
    }
}
