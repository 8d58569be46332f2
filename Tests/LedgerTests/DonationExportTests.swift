import Hometown
import Interchange
import Ledger
import TestSupport
import Testing

@Suite struct DonationExportTests {
    /// Everything the ledger holds, as cells.
    private func cells(_ test: TestLedger) async throws -> [[CellValue]] {
        let rows = Rows()
        try await test.ledger.exportDonations(
            origin: AccessOrigin(author: test.author.id, address: nil, scope: "test"),
            reason: "시험"
        ) {
            await rows.append($0)
        }
        return await rows.all
    }

    private actor Rows {
        private(set) var all: [[CellValue]] = []

        func append(_ rows: [[CellValue]]) { all += rows }
    }

    /// The cells that are read back; the others are remarks of the ledger they come from.
    private func data(_ rows: [[CellValue]]) -> [[CellValue]] {
        let remarks: Set<String> = ["no", "recorded_at", "log_index"]
        return rows.map { row in
            zip(DonationExport.names, row).filter { !remarks.contains($0.0) }.map(\.1)
        }
    }

    private func fill(_ test: TestLedger) async throws {
        for index in 0..<5 {
            _ = try await test.give(
                10_000 + Int64(index), donor: "d\(index)", key: "k\(index)")
        }
        var draft = test.intake(70_000, donor: "named")
        draft.displayName = "=홍길동, \"말\""
        _ = try await test.ledger.record(
            draft, content: draft.canonical.bytes, request: Request(author: test.author, key: "n"))
        var reported = DonationDraft(
            origin: .reported, donor: .keyed(test.ledger.secret.donor("r")), recipient: "세종",
            amount: nil, donatedOn: try #require(EventDate("2023-04")))
        reported.displayName = "김갑동"
        _ = try await test.ledger.record(
            reported, content: reported.canonical.bytes,
            request: Request(author: test.author, key: "r"))
    }

    private func files(_ rows: [[CellValue]]) throws -> [(ImportDraft.Format, [UInt8])] {
        var csv = try CSVWriter()
        csv.append(DonationExport.titles(in: .korean).map(CellValue.text))
        var lines = NDJSONWriter(names: DonationExport.names)
        var workbook = try WorkbookWriter(
            [UInt8](),
            sheets: [
                SheetPlan(
                    "기부",
                    columns: DonationExport.sheetColumns(in: .english))
            ],
            properties: WorkbookProperties(
                title: "기부", creator: "시험", created: SheetDate(year: 2026, month: 1, day: 1)))
        try workbook.beginSheet()
        for row in rows {
            csv.append(row)
            lines.append(row)
            try workbook.append(row)
        }
        try workbook.endSheet()
        return [(.csv, csv.take()), (.ndjson, lines.take()), (.xlsx, try workbook.finish())]
    }

    @Test func `importing an export adds nothing where it came from and the same elsewhere`()
        async throws
    {
        try await TestLedger.with { test in
            try await fill(test)
            let rows = try await cells(test)
            #expect(rows.count == 7)
            for (format, bytes) in try files(rows) {
                let draft = ImportDraft(source: MemoryBytes(bytes), format: format)
                let own = try await test.ledger.importDonations(
                    draft, request: Request(author: test.author, key: "own \(format)"))
                guard case .nothingNew(let report) = own else {
                    Issue.record("\(format): \(own)")
                    continue
                }
                #expect(report.counts.known == 7, "\(format)")
                try await TestLedger.with { other in
                    let answer = try await other.ledger.importDonations(
                        draft, request: Request(author: other.author, key: "other"))
                    guard case .recorded(_, let report) = answer else {
                        Issue.record("\(format): \(answer)")
                        return
                    }
                    #expect(report.counts.recorded == 7)
                    #expect(data(try await cells(other)) == data(rows), "\(format)")
                }
            }
        }
    }

    @Test func `what was reversed is not revived elsewhere, and unlawful money stays so`()
        async throws
    {
        try await TestLedger.with { test in
            let mistyped = try test.id(await test.give(10_000, donor: "a", key: "a"))
            try await test.corrected(mistyped, .reverse)
            var draft = test.intake(300_000, to: "11710")
            draft.receivedUnlawful = .resident
            _ = try await test.ledger.record(
                draft, content: draft.canonicalBytes, request: test.request("unlawful"))
            let rows = try await cells(test)
            for (format, bytes) in try files(rows) {
                var list = ImportDraft(source: MemoryBytes(bytes), format: format)
                list.keepsValidRows = true
                let own = try await test.ledger.importDonations(
                    list, request: test.request("own \(format)"))
                guard case .nothingNew = own else {
                    Issue.record("\(format): \(own)")
                    continue
                }
                let sent = list
                try await TestLedger.with { other in
                    let answer = try await other.ledger.importDonations(
                        sent, request: other.request("other"))
                    guard case .recorded(_, let report) = answer else {
                        Issue.record("\(format): \(answer)")
                        return
                    }
                    #expect(report.counts.recorded == 1)
                    #expect(report.counts.refused == 1)
                    #expect(report.problems.map(\.code) == ["row_settled"])
                    let found = try await other.ledger.donations(rowsMax: 2)
                    #expect(found.map(\.status) == [.returnDue])
                }
            }
        }
    }
}
