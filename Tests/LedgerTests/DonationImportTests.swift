import Hometown
import Interchange
import Ledger
import Postgres
import TestSupport
import Testing

@Suite struct DonationImportTests {
    static let header = "접수 구분,기부자 번호,주소지,확인 사항,기탁서 번호,받는 지자체,금액,기부일,접수 경로"

    static func row(_ donor: String, _ won: String = "100,000", to unit: String = "세종") -> String {
        "접수,\(donor),11710,적합 서류 2026-03-02,2026-1,\(unit),\"\(won)\",2026-03-02,고향사랑e음"
    }

    static func draft(_ rows: [String], header: String = header) -> ImportDraft {
        let text = ([header] + rows).map { $0 + "\r\n" }.joined()
        return ImportDraft(source: MemoryBytes(Array(text.utf8)), fileName: "목록.csv")
    }

    private func report(_ answer: ImportAnswer) throws -> ImportReport {
        switch answer {
        case .recorded(_, let report), .tried(let report), .rejected(let report),
            .nothingNew(let report):
            return report
        default: throw Unexpected(answer: answer)
        }
    }

    private struct Unexpected: Error { let answer: ImportAnswer }

    @Test func `a list is recorded as a whole, with its entry, and sealed with its rows`()
        async throws
    {
        try await TestLedger.with { test in
            let draft = DonationImportTests.draft([
                DonationImportTests.row("1"), DonationImportTests.row("2", "10만 원"),
            ])
            let answer = try await test.ledger.importDonations(
                draft, request: Request(author: test.author, key: "list"))
            guard case .recorded(let receipt, let report) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(receipt.no.hasPrefix("I-20"))
            #expect(report.counts.recorded == 2 && report.counts.amount == 200_000)
            #expect(try await test.ledger.donations(rowsMax: 10).count == 2)
            let imports = try await test.ledger.imports(rowsMax: 10)
            #expect(imports.map(\.no) == [receipt.no])
            #expect(imports.first?.fileName == "목록.csv")
            #expect(imports.first?.counts == report.counts)
            // The registry's entry, two rows and the import.
            #expect(try await test.ledger.seal() == 4)
        }
    }

    @Test func `an import is judged as a single donation is, and the dry run as the import`()
        async throws
    {
        try await TestLedger.with { test in
            let rows = [
                DonationImportTests.row("1", "19,999,999"), DonationImportTests.row("1", "2"),
                DonationImportTests.row("2", to: "송파구"), DonationImportTests.row("3", "십만"),
                DonationImportTests.row("900101-1234567"), DonationImportTests.row("4"),
            ]
            let draft = DonationImportTests.draft(rows)
            let tried = try report(await test.ledger.tryImport(draft))
            #expect(
                tried.problems.map { "\($0.row) \($0.column ?? "-") \($0.code)" } == [
                    "3 금액 over_annual_cap", "4 받는 지자체 donor_resides_in_recipient",
                    "5 금액 amount_invalid", "6 기부자 번호 resident_number_present",
                ])
            #expect(tried.counts.recorded == 2 && tried.counts.refused == 4)
            #expect(try await test.ledger.donations(rowsMax: 10).isEmpty)
            let whole = try await test.ledger.importDonations(
                draft, request: Request(author: test.author, key: "whole"))
            guard case .rejected(let rejected) = whole else {
                Issue.record("\(whole)")
                return
            }
            #expect(rejected.problems == tried.problems && rejected.counts == tried.counts)
            #expect(try await test.ledger.donations(rowsMax: 10).isEmpty)
            #expect(try await test.ledger.imports(rowsMax: 10).isEmpty)
            var valid = draft
            valid.keepsValidRows = true
            let part = try report(
                await test.ledger.importDonations(
                    valid, request: Request(author: test.author, key: "valid")))
            #expect(part.problems == tried.problems && part.counts == tried.counts)
            #expect(try await test.ledger.donations(rowsMax: 10).count == 2)
        }
    }

    @Test func `the same file is refused twice, whoever brings it under whatever key`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = DonationImportTests.draft([DonationImportTests.row("1")])
            let first = Request(author: test.author, key: "first")
            let answer = try await test.ledger.importDonations(draft, request: first)
            guard case .recorded(let receipt, _) = answer else {
                Issue.record("\(answer)")
                return
            }
            #expect(
                try await test.ledger.importDonations(draft, request: first) == .replayed(receipt))
            let other = Request(author: test.author, key: "other")
            let second = try await test.ledger.importDonations(draft, request: other)
            #expect(second == .repeated(receipt.no))
            #expect(try report(await test.ledger.tryImport(draft)).earlier == receipt.no)
            // Forced, its rows are still recognised.
            draft.forcedBecause = "다시"
            let forced = try await test.ledger.importDonations(draft, request: other)
            guard case .nothingNew(let report) = forced else {
                Issue.record("\(forced)")
                return
            }
            #expect(report.counts.known == 1)
            #expect(try await test.ledger.donations(rowsMax: 10).count == 1)
        }
    }

    /// Collects what an import rejects, as the file that goes back.
    private actor Collector: ImportListener {
        private var writer: RejectedRowsWriter?
        private(set) var bytes: [UInt8] = []

        func begin(_ columns: DonationColumns) throws {
            bytes = []
            writer = try RejectedRowsWriter(columns, language: .korean)
        }

        func reject(_ rows: [RejectedRow]) {
            for row in rows { writer?.append(row) }
        }

        func proceed(_ progress: ImportProgress) {
            bytes += writer?.take() ?? []
        }
    }

    @Test func `a resident number leaves an empty cell behind, and no mask comes back as a donor`()
        async throws
    {
        try await TestLedger.with { test in
            var draft = DonationImportTests.draft([
                DonationImportTests.row("1"), DonationImportTests.row("900101-1234567"),
            ])
            draft.keepsValidRows = true
            let collector = Collector()
            _ = try await test.ledger.importDonations(
                draft, request: Request(author: test.author, key: "a"), listener: collector)
            let file = String(decoding: await collector.bytes, as: UTF8.self)
            #expect(!file.contains("900101") && !file.contains("*"))
            #expect(file.contains("접수,,11710"))
            let back = ImportDraft(source: MemoryBytes(Array(file.utf8)))
            let tried = try report(await test.ledger.tryImport(back))
            #expect(tried.problems.map(\.code) == ["value_missing"])
            let masked = DonationImportTests.draft([DonationImportTests.row("******-*******")])
            let refused = try report(await test.ledger.tryImport(masked))
            #expect(refused.problems.map(\.column) == ["기부자 번호"])
        }
    }

    @Test func `rejected rows come back mended and are recognised in whatever file`() async throws {
        try await TestLedger.with { test in
            var draft = DonationImportTests.draft([
                DonationImportTests.row("1"), DonationImportTests.row("2", "10,00"),
            ])
            draft.keepsValidRows = true
            let collector = Collector()
            _ = try await test.ledger.importDonations(
                draft, request: Request(author: test.author, key: "a"), listener: collector)
            let file = String(decoding: await collector.bytes, as: UTF8.self)
            #expect(file.contains("금액: 쉼표 자리가 맞지 않습니다"))
            let mended = file.replacing("\"10,00\"", with: "1000")
            let back = ImportDraft(source: MemoryBytes(Array(mended.utf8)))
            let second = try report(
                await test.ledger.importDonations(
                    back, request: Request(author: test.author, key: "b")))
            #expect(second.counts.recorded == 1 && second.counts.refused == 0)
            // The first file again: one row of it was recorded then, the other as mended.
            draft.forcedBecause = "확인"
            let again = try report(
                await test.ledger.importDonations(
                    draft, request: Request(author: test.author, key: "c")))
            #expect(again.counts.known == 1 && again.counts.refused == 1)
            let twice = try report(
                await test.ledger.importDonations(
                    ImportDraft(source: MemoryBytes(Array((mended + "\r\n").utf8))),
                    request: Request(author: test.author, key: "d")))
            #expect(twice.counts.known == 1 && twice.counts.recorded == 0)
            // Under an id that is recorded, other content is no new row.
            let other = mended.replacing("1000", with: "2000")
            let differs = try report(
                await test.ledger.tryImport(
                    ImportDraft(source: MemoryBytes(Array(other.utf8)))))
            #expect(differs.problems.map(\.code) == ["row_differs"])
        }
    }

    @Test func `what is no identifier of a row comes back as it was, and is refused again`()
        async throws
    {
        try await TestLedger.with { test in
            let draft = DonationImportTests.draft(
                [DonationImportTests.row("1") + ",예시"],
                header: DonationImportTests.header + ",행 식별자")
            let collector = Collector()
            _ = try await test.ledger.tryImport(draft, listener: collector)
            let file = await collector.bytes
            #expect(String(decoding: file, as: UTF8.self).contains(",예시,\"행 식별자: 식별자(UUID)가"))
            let back = try report(
                await test.ledger.tryImport(ImportDraft(source: MemoryBytes(file))))
            #expect(back.problems.map(\.code) == ["value_invalid"])
            #expect(back.counts.recorded == 0)
        }
    }

    @Test func `gifts alike are warned of, within the list and beside the ledger`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, donor: "1", key: "before")
            let report = try report(
                await test.ledger.tryImport(
                    DonationImportTests.draft([
                        DonationImportTests.row("1"), DonationImportTests.row("2"),
                        DonationImportTests.row("2"),
                    ])))
            #expect(report.counts.recorded == 3 && report.counts.duplicates == 2)
            #expect(Set(report.problems.map(\.row)) == [2, 4])
            #expect(report.problems.map(\.isWarning) == [true, true])
        }
    }

    @Test func `a gift alike is found however far down its donor was met before`() async throws {
        try await TestLedger.with { test in
            _ = try await test.give(100_000, donor: "1", key: "before")
            let others = (0..<17_000).map { DonationImportTests.row("other \($0)") }
            let report = try report(
                await test.ledger.tryImport(
                    DonationImportTests.draft(
                        [DonationImportTests.row("1", "50,000")] + others
                            + [DonationImportTests.row("1")])))
            #expect(report.counts.recorded == 17_002 && report.counts.duplicates == 1)
            #expect(report.problems.map(\.row) == [17_003])
        }
    }

    @Test func `a file that is no list is told as such, and nothing is recorded`() async throws {
        try await TestLedger.with { test in
            let wrong: [(String, [UInt8])] = [
                ("file_empty", []), ("column_missing", Array("가,나\n1,2\n".utf8)),
                ("quote_not_closed", Array((DonationImportTests.header + "\n\"접수").utf8)),
                (
                    "not_in_encoding",
                    Array((DonationImportTests.header + "\n").utf8) + [0xFF] + Array("\n".utf8)
                ),
            ]
            for (code, bytes) in wrong {
                let answer = try await test.ledger.importDonations(
                    ImportDraft(source: MemoryBytes(bytes)),
                    request: Request(author: test.author, key: code))
                guard case .unreadable(let problem) = answer else {
                    Issue.record("\(code): \(answer)")
                    continue
                }
                #expect(problem.code == code)
            }
            #expect(try await test.ledger.imports(rowsMax: 1).isEmpty)
        }
    }

    @Test func `many rows keep the cap while others record for the same donors`() async throws {
        try await TestLedger.with { test in
            let rows = (0..<20_000).map { DonationImportTests.row("d\($0 % 400)", "300,000") }
            async let single: Void = {
                for index in 0..<100 {
                    _ = try await test.give(9_000_000, donor: "d\(index)", key: "s\(index)")
                }
            }()
            var draft = DonationImportTests.draft(rows)
            draft.keepsValidRows = true
            let answer = try await test.ledger.importDonations(
                draft, request: Request(author: test.author, key: "many"))
            try await single
            let report = try report(answer)
            #expect(report.counts.recorded + report.counts.refused == 20_000)
            let recorded = try await test.ledger.donations(rowsMax: 100_000)
            #expect(recorded.count(where: { $0.number > 0 }) >= report.counts.recorded)
        }
    }

    /// Records something else after the first rows were judged and before any of them is written.
    private actor Intruder: ImportListener {
        private let test: TestLedger
        private(set) var answer: Answer?

        init(_ test: TestLedger) {
            self.test = test
        }

        func begin(_ columns: DonationColumns) {}

        func reject(_ rows: [RejectedRow]) {}

        func proceed(_ progress: ImportProgress) async {
            guard answer == nil else { return }
            answer = try? await test.give(7_000_000, donor: "1", key: "meanwhile")
        }
    }

    @Test(arguments: ["13,000,000", "13,000,001"])
    func `a year that somebody opens meanwhile is added to, up to the cap`(
        _ won: String
    ) async throws {
        try await TestLedger.with { test in
            let draft = DonationImportTests.draft([
                DonationImportTests.row("1", won), DonationImportTests.row("2"),
            ])
            let intruder = Intruder(test)
            let answer = try await test.ledger.importDonations(
                draft, request: test.request("list"), listener: intruder)
            #expect(await intruder.answer?.receipt != nil)
            let isOver = won.hasSuffix("1")
            let refused = try report(answer).problems.map(\.code)
            #expect(refused == (isOver ? ["over_annual_cap"] : []))
            #expect(
                try await test.count("donor_year WHERE total IN (100000, 20000000)")
                    == (isOver ? 0 : 2))
            #expect(try await test.count("donation") == (isOver ? 1 : 3))
        }
    }
}
