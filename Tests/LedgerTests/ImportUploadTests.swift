import Hometown
import Interchange
import Ledger
import Postgres
import TestSupport
import Testing

/// Lists that wait between being sent and being recorded.
@Suite struct ImportUploadTests {
    private static let list = Array("금액,기부일\n10만,2026-03-02\n".utf8)

    private func draft(_ name: String = "목록.csv") -> ImportDraft {
        ImportDraft(source: MemoryBytes(ImportUploadTests.list), fileName: name)
    }

    private func keep(_ test: TestLedger, _ name: String = "목록.csv") async throws -> Identifier {
        try await test.ledger.keepUpload(
            draft(name), bytes: ImportUploadTests.list, by: test.author.id)
    }

    private func waiting(_ test: TestLedger, _ id: Identifier) async throws -> ImportDraft? {
        guard let upload = try await test.ledger.upload(id, of: test.author.id),
            case .waiting(let draft) = upload.state
        else { return nil }
        return draft
    }

    @Test func `a list that nobody came back to within a day goes, without another one coming`()
        async throws
    {
        try await TestLedger.with { test in
            _ = try await keep(test, "old")
            try await test.run("UPDATE import_upload SET sent_at = sent_at - interval '25 hours'")
            let fresh = try await keep(test, "new")
            try await test.run(
                "INSERT INTO import_upload (id, author_id, file_name, bytes, reading, sent_at) "
                    + "SELECT gen_random_uuid(), author_id, 'old', bytes, reading, "
                    + "sent_at - interval '25 hours' FROM import_upload")
            #expect(try await test.count("import_upload") == 2)
            try await test.ledger.dropEndedUploads()
            #expect(try await test.count("import_upload") == 1)
            #expect(try await waiting(test, fresh) != nil)
        }
    }

    @Test func `a list comes back from any daemon as it was to be read, to its author alone`()
        async throws
    {
        try await TestLedger.with { test in
            var read = draft()
            read.format = .xlsx
            read.sheet = "3월"
            read.encoding = .cp949
            read.delimiter = 0x09
            read.headerRow = 3
            read.defaults = [.origin: "intake"]
            read.mapping = ["금 액": .field(.amount), "비고": nil]
            read.isMappingRemembered = true
            read.rowsMax = 100
            read.keepsValidRows = true
            read.forcedBecause = "다시"
            let id = try await keep(test)
            try await test.ledger.readUpload(id, of: test.author.id, as: read, isBegun: true)
            let other = try await TestLedger(conninfo: test.conninfo)
            let found = try #require(try await waiting(other, id))
            await other.pool.close()
            #expect(found.format == .xlsx && found.sheet == "3월" && found.encoding == .cp949)
            #expect(found.delimiter == 0x09 && found.rowsMax == 100 && found.keepsValidRows)
            #expect(found.headerRow == 3 && found.isMappingRemembered)
            #expect(found.defaults == [.origin: "intake"] && found.forcedBecause == "다시")
            #expect(found.mapping.count == 2 && found.mapping["금 액"] == .field(.amount))
            #expect(found.mapping["비고"] == .some(nil))
            #expect(found.fileName == "목록.csv")
            var bytes = try found.source.open()
            #expect(try bytes.read(upTo: 1_000) == ImportUploadTests.list)
            let stranger = try await test.ledger.author(.account, name: "stranger")
            #expect(try await test.ledger.upload(id, of: stranger.id) == nil)
            #expect(try await test.ledger.waitingImports(of: stranger.id).isEmpty)
            try await test.ledger.dropUpload(id, of: stranger.id)
            #expect(try await test.ledger.waitingImports(of: test.author.id).count == 1)
            try await test.ledger.dropUpload(id, of: test.author.id)
            #expect(try await waiting(test, id) == nil)
        }
    }

    @Test func `nothing of a list is kept once it was recorded, and nothing at all after a day`()
        async throws
    {
        try await TestLedger.with { test in
            let (first, second) = (try await keep(test, "가.csv"), try await keep(test, "나.csv"))
            let made = Identifier(high: 5, low: 5)
            var read = draft("가.csv")
            read.mapping = ["홍길동": .field(.donorName)]
            try await test.ledger.readUpload(first, of: test.author.id, as: read, isBegun: true)
            try await test.ledger.endUpload(first, as: made)
            let upload = try #require(try await test.ledger.upload(first, of: test.author.id))
            guard case .recorded(made) = upload.state else {
                Issue.record("\(upload.state)")
                return
            }
            let left = try await test.ledger.waitingImports(of: test.author.id)
            #expect(left.map(\.fileName) == ["나.csv"] && left.map(\.isBegun) == [false])
            let kept = try await TestServer.shared.psql(
                test.conninfo,
                [
                    "-Atc",
                    "SELECT bytes IS NULL, file_name IS NULL, convert_from(reading, 'UTF8') "
                        + "FROM import_upload WHERE id = '\(first)'",
                ])
            #expect(kept == "t|t|{}\n")
            _ = try await TestServer.shared.psql(
                test.conninfo,
                ["-qc", "UPDATE import_upload SET sent_at = now() - interval '1 day'"])
            #expect(try await waiting(test, second) == nil)
            _ = try await keep(test)
            let rows = try await TestServer.shared.psql(
                test.conninfo, ["-Atc", "SELECT count(*) FROM import_upload"])
            #expect(rows == "1\n")
        }
    }

    @Test func `a list in which resident numbers stand is not kept, nor are those of its name`()
        async throws
    {
        try await TestLedger.with { test in
            let number = "900101" + "-" + "1234567"
            let list = Array("금액,비고\n1000,가\n2000,\(number)\n3000,나 \(number)\n".utf8)
            do {
                _ = try await test.ledger.keepUpload(
                    ImportDraft(source: MemoryBytes(list)), bytes: list, by: test.author.id)
                Issue.record("the list was kept")
            } catch let problem as ImportProblem {
                #expect(problem.code == "resident_number_present")
                #expect(problem.text.english.contains("rows: 3, 4."))
            }
            #expect(try await test.count("import_upload") == 0)
            _ = try await keep(test, "\(number).csv")
            let kept = try await test.ledger.waitingImports(of: test.author.id)
            #expect(kept.map(\.fileName) == ["******-*******.csv"])
        }
    }

    /// A workbook of two sheets, one cell in each below its header.
    private func workbook(_ first: CellValue, _ second: CellValue) throws -> [UInt8] {
        let plans = ["기부", "참고"].map { SheetPlan($0, columns: [SheetColumn("금액")]) }
        var book = try WorkbookWriter(
            [UInt8](), sheets: plans,
            properties: WorkbookProperties(
                title: "기부", creator: "시험",
                created: SheetDate(year: 2026, month: 3, day: 2, secondOfDay: 0)))
        for cell in [first, second] {
            try book.beginSheet()
            try book.append([cell])
            try book.endSheet()
        }
        return try book.finish()
    }

    @Test func `nor is a workbook, on whichever sheet and however written they stand`()
        async throws
    {
        try await TestLedger.with { test in
            let (front, back) = ("900101", "1234567")
            let (good, text) = (CellValue.number("1000"), CellValue.text("가 \(front)-\(back)"))
            let books = [
                ("기부", text, good), ("참고", good, text),
                ("참고", good, CellValue.number(front + back)),
            ]
            for (sheet, first, second) in books {
                let bytes = try workbook(first, second)
                do {
                    _ = try await test.ledger.keepUpload(
                        ImportDraft(source: MemoryBytes(bytes), format: .xlsx), bytes: bytes,
                        by: test.author.id)
                    Issue.record("the workbook was kept: \(sheet)")
                } catch let problem as ImportProblem {
                    #expect(problem.code == "resident_number_present")
                    #expect(problem.text.english.contains("rows of sheet \(sheet): 2."))
                }
            }
            #expect(try await test.count("import_upload") == 0)
            let bytes = try workbook(good, .text("비고"))
            let id = try await test.ledger.keepUpload(
                ImportDraft(source: MemoryBytes(bytes), format: .xlsx), bytes: bytes,
                by: test.author.id)
            #expect(try await waiting(test, id)?.format == .xlsx)
        }
    }

    @Test func `the oldest list of an author makes room for the next`() async throws {
        try await TestLedger.with { test in
            var ids: [Identifier] = []
            for number in 0...ImportUpload.perAuthorMax {
                ids.append(try await keep(test, "\(number).csv"))
            }
            #expect(try await waiting(test, ids[0]) == nil)
            #expect(try await waiting(test, ids[1]) != nil)
            let left = try await test.ledger.waitingImports(of: test.author.id)
            #expect(left.map(\.fileName) == ["4.csv", "3.csv", "2.csv", "1.csv"])
        }
    }
}
