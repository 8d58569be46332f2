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

    private func index(_ name: String) throws -> Int {
        try #require(DonationExport.names.firstIndex(of: name))
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

    /// Gifts of 10,000 won and a few: amended to 70,000, reversed, returned, restored and left
    /// alone; and one that was taken against the law.
    private func fillWithSteps(_ test: TestLedger) async throws -> [Identifier] {
        var ids: [Identifier] = []
        for index in 0..<5 {
            ids.append(
                try test.id(
                    await test.give(
                        10_000 + Int64(index), donor: "d\(index)", key: "k\(index)")))
        }
        try await test.corrected(ids[0], .amend, key: "a") { $0.changes[.amount] = "70000" }
        try await test.corrected(ids[1], .reverse, key: "b")
        try await test.corrected(ids[2], .return, key: "c") {
            $0.ground = .coercion
            $0.returnedOn = CivilDate("2026-03-05")
        }
        let undone = try await test.corrected(ids[3], .reverse, key: "d").id
        try await test.corrected(ids[3], .restore, key: "e") { $0.corrects = undone }
        var unlawful = test.intake(300_000, to: "11710")
        unlawful.receivedUnlawful = .resident
        _ = try test.id(
            await test.ledger.record(
                unlawful, content: unlawful.canonicalBytes, request: test.request("f")))
        return ids
    }

    @Test func `every step is a row with its sign, and the rows come to what stands`()
        async throws
    {
        try await TestLedger.with { test in
            let ids = try await fillWithSteps(test)
            let rows = Rows()
            let tally = try await test.ledger.exportDonations(
                origin: AccessOrigin(author: test.author.id, address: nil, scope: "test"),
                reason: "시험"
            ) { await rows.append($0) }
            let all = await rows.all
            let (id, kind, won) = (try index("row_id"), try index("kind"), try index("amount"))
            let expected: [[(String, Int64)]] = [
                [("donation", 10_000), ("reversal", -10_000)],
                [("donation", 10_001), ("reversal", -10_001)],
                [("donation", 10_002), ("return", -10_002)],
                [("donation", 10_003), ("reversal", -10_003), ("restoration", 10_003)],
                [("donation", 10_004)],
            ]
            for (donation, steps) in zip(ids, expected) {
                let told = all.filter { $0[id] == .text(donation.description) }
                #expect(told.map { $0[kind] } == steps.map { .text($0.0) })
                #expect(told.map { $0[won] } == steps.map { .number($0.1) })
            }
            #expect(tally.rows == all.count && tally.rows == 12 && tally.donations == 7)
            let shown = try await test.ledger.findDonations(
                DonationFilter(), rowsMax: 1, wantsTotals: true
            ).totals
            #expect(tally.amount == Won(10_003 + 10_004 + 70_000))
            #expect(shown?.amount == tally.amount.amount)
        }
    }

    @Test func `rows of steps come home with their donations and add nothing`() async throws {
        try await TestLedger.with { test in
            _ = try await fillWithSteps(test)
            for (format, bytes) in try files(await cells(test)) {
                let own = try await test.ledger.importDonations(
                    ImportDraft(source: MemoryBytes(bytes), format: format),
                    request: test.request("own \(format)"))
                guard case .nothingNew(let report) = own else {
                    Issue.record("\(format): \(own)")
                    continue
                }
                #expect(report.counts.known == 7 && report.counts.rows == 7, "\(format)")
            }
        }
    }

    @Test func `a step without its donation is no gift, and an unknown kind is told`() async throws
    {
        try await TestLedger.with { test in
            let header = DonationImportTests.header + ",행 종류"
            for (kind, code) in [
                ("reversal", "row_is_step"), ("반환", "row_is_step"), ("특산품", "value_invalid"),
            ] {
                let draft = DonationImportTests.draft(
                    [DonationImportTests.row("1") + ",\(kind)"], header: header)
                guard case .tried(let report) = try await test.ledger.tryImport(draft) else {
                    Issue.record("\(kind)")
                    continue
                }
                #expect(report.problems.map(\.code) == [code])
            }
            let draft = DonationImportTests.draft(
                [DonationImportTests.row("1") + ",기부"], header: header)
            guard case .tried(let report) = try await test.ledger.tryImport(draft) else {
                Issue.record("기부")
                return
            }
            #expect(report.counts.recorded == 1 && report.problems.isEmpty)
        }
    }
}
