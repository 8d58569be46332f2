import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
import Ledger
import NIOCore
import TestSupport
import Testing

@testable import Web

/// Lists whose sheet hides rows, as a filter does.
@Suite struct ImportHiddenTests {
    private static let header = ["접수 구분", "기부자 번호", "받는 지자체", "금액", "기부일"]

    /// A list of two gifts.
    /// - Parameter row: which row of the sheet does not show.
    private func workbook(hiding row: Int?) throws -> [UInt8] {
        let columns = Self.header.map { SheetColumn($0) }
        var book = try WorkbookWriter(
            [UInt8](), sheets: [SheetPlan("기부", columns: columns)],
            properties: WorkbookProperties(
                title: "기부", creator: "시험",
                created: SheetDate(year: 2026, month: 3, day: 2, secondOfDay: 0)))
        try book.beginSheet()
        for donor in ["1", "2"] {
            try book.append([
                .text("공표"), .text(donor), .text("세종"), .number("1000"), .text("2026-03-02"),
            ])
        }
        try book.endSheet()
        let archive = try ZipArchive(try book.finish())
        var writer = ZipWriter([UInt8]())
        for part in archive.parts {
            var text = String(decoding: try archive.bytes(of: part), as: UTF8.self)
            if let row {
                text.replace("<row r=\"\(row)\">", with: "<row r=\"\(row)\" hidden=\"1\">")
            }
            try writer.add(part.name, Array(text.utf8))
        }
        return try writer.finish()
    }

    @Test func `the answer of the interface tells of good rows that are hidden`() async throws {
        try await LedgerInterface.with { web in
            let cases: [(row: Int?, count: Int64)] = [(3, 1), (nil, 0)]
            for (row, count) in cases {
                let answer = try await web.interface.ask(
                    .post, "/api/v1/imports?dry_run=true", as: .clerk,
                    headers: [
                        .contentType: DonationListWriter.Format.xlsx.mediaType,
                        .idempotencyKey: "list", .acceptLanguage: "en",
                    ], bytes: ByteBuffer(bytes: try workbook(hiding: row)))
                #expect(answer.status == .ok, "\(answer.text)")
                let tried = try answer.value
                #expect(tried["recorded"] == 2)
                #expect(tried["hidden"] == JSONValue.integer(count))
                let text = tried["hidden_text"]?.string
                #expect(row == nil ? text == nil : text?.contains("(row 3)") == true)
                let document = try await web.interface.ask(.get, "/openapi.json").value
                guard case .object(let schemas)? = document["components.schemas"],
                    let schema = schemas["ImportReport"]
                else { return #expect(Bool(false), "the document has schemas") }
                #expect(SchemaCheck(schemas: schemas).faults(tried, schema) == [])
            }
        }
    }

    @Test func `the preview tells of good rows that are hidden, and of none where none are`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                let browser = try await Browser.signedIn(client, .clerk, web)
                let ledger = web.test.ledger
                let account = try #require(try await ledger.account(login: "user-clerk"))
                for row in [2, nil] {
                    let bytes = try workbook(hiding: row)
                    let id = try await ledger.keepUpload(
                        ImportDraft(source: MemoryBytes(bytes), format: .xlsx), bytes: bytes,
                        by: account.id)
                    let page = try await browser.open("/imports/new/\(id)/preview").text
                    #expect(page.contains("2건 등록"), "\(page)")
                    let told = page.contains("정상 행 1개가 시트에서 숨겨져 있습니다(행 번호 2).")
                    #expect(told == (row != nil), "\(page)")
                    let english = try await browser.open("/en/imports/new/\(id)/preview").text
                    #expect(english.contains("hidden in the sheet (row 2)") == (row != nil))
                }
            }
        }
    }
}
