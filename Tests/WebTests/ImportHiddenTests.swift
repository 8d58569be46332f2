import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
import Ledger
import NIOCore
import TestSupport
import Testing

@testable import Web

/// Lists whose workbook does not show all of what is read.
@Suite struct ImportHiddenTests {
    private static let header = ["접수 구분", "기부자 번호", "받는 지자체", "금액", "기부일"]

    /// What is changed in a workbook so that something of it does not show.
    private typealias Hiding = (word: String, by: String)

    private static func row(_ number: Int) -> Hiding {
        ("<row r=\"\(number)\">", "<row r=\"\(number)\" hidden=\"1\">")
    }

    /// The column of the amounts.
    private static let column: Hiding = ("<col min=\"4\"", "<col hidden=\"1\" min=\"4\"")
    private static let sheet: Hiding = ("sheetId=\"1\"", "sheetId=\"1\" state=\"hidden\"")

    /// A list of two gifts.
    private func workbook(_ hiding: [Hiding]) throws -> [UInt8] {
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
            for (word, other) in hiding { text.replace(word, with: other) }
            try writer.add(part.name, Array(text.utf8))
        }
        return try writer.finish()
    }

    @Test func `the answer of the interface tells of what is hidden and read`() async throws {
        try await LedgerInterface.with { web in
            let cases: [(hiding: [Hiding], count: Int64, words: [String])] = [
                ([Self.row(3)], 1, ["(row 3)"]), ([], 0, []),
                ([Self.column, Self.sheet], 0, ["(D 금액)", "hidden sheet (기부)"]),
            ]
            for (hiding, count, words) in cases {
                let answer = try await web.interface.ask(
                    .post, "/api/v1/imports?dry_run=true", as: .clerk,
                    headers: [
                        .contentType: DonationListWriter.Format.xlsx.mediaType,
                        .idempotencyKey: "list", .acceptLanguage: "en",
                    ], bytes: ByteBuffer(bytes: try workbook(hiding)))
                #expect(answer.status == .ok, "\(answer.text)")
                let tried = try answer.value
                #expect(tried["recorded"] == 2)
                #expect(tried["hidden"] == JSONValue.integer(count))
                let isSheetHidden = words.count == 2
                #expect(tried["hidden_columns.0.letters"]?.string == (isSheetHidden ? "D" : nil))
                #expect(tried["hidden_sheet"]?.string == (isSheetHidden ? "기부" : nil))
                let text = tried["hidden_text"]?.string
                #expect((text == nil) == hiding.isEmpty)
                for word in words { #expect(text?.contains(word) == true, "\(text ?? "")") }
                let document = try await web.interface.ask(.get, "/openapi.json").value
                guard case .object(let schemas)? = document["components.schemas"],
                    let schema = schemas["ImportReport"]
                else { return #expect(Bool(false), "the document has schemas") }
                #expect(SchemaCheck(schemas: schemas).faults(tried, schema) == [])
            }
        }
    }

    @Test func `a recorded list tells of it, until it is undone`() async throws {
        try await LedgerInterface.with { web in
            let bytes = try workbook([Self.row(3), Self.column, Self.sheet])
            let recorded = try await web.interface.ask(
                .post, "/api/v1/imports", as: .clerk,
                headers: [
                    .contentType: DonationListWriter.Format.xlsx.mediaType,
                    .idempotencyKey: "list",
                ], bytes: ByteBuffer(bytes: bytes))
            let id = try #require(try recorded.value["id"]?.string, "\(recorded.text)")
            let shown = try await web.get("imports/\(id)", as: .clerk, language: "en").value
            #expect(shown["hidden"] == 1 && shown["hidden_rows.0"] == 3)
            #expect(shown["hidden_columns.0.header"] == "금액" && shown["hidden_sheet"] == "기부")
            #expect(shown["hidden_text"]?.string?.contains("undo this import") == true)
            let listed = try #require(try await web.get("imports", as: .clerk).items.first)
            #expect(listed["hidden"] == 1)
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let schema = schemas["Import"]
            else { return #expect(Bool(false), "the document has schemas") }
            #expect(SchemaCheck(schemas: schemas).faults(shown, schema) == [])
            let told = "정상 행 1개가 시트에서 숨겨져 있습니다(행 번호 3)."
            let page = try await web.page("/imports/\(id)", as: .clerk).text
            #expect(page.contains(told) && page.contains("(D열 금액)"), "\(page)")
            let confirm = try #require(shown["no"]?.string)
            let undone = try await web.post(
                "imports/\(id)/reversal", "{\"reason\":\"다른 달\",\"confirm\":\"\(confirm)\"}",
                as: .clerk, key: "undo")
            #expect(undone.status == .created, "\(undone.text)")
            let after = try await web.page("/imports/\(id)", as: .clerk).text
            #expect(!after.contains(told), "\(after)")
        }
    }

    @Test func `the preview tells of what is hidden, and of nothing where nothing is`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                let browser = try await Browser.signedIn(client, .clerk, web)
                let ledger = web.test.ledger
                let account = try #require(try await ledger.account(login: "user-clerk"))
                for hiding in [[Self.row(2), Self.column, Self.sheet], []] {
                    let bytes = try workbook(hiding)
                    let id = try await ledger.keepUpload(
                        ImportDraft(source: MemoryBytes(bytes), format: .xlsx), bytes: bytes,
                        by: account.id)
                    let page = try await browser.open("/imports/new/\(id)/preview").text
                    #expect(page.contains("2건 등록"), "\(page)")
                    let korean = [
                        "정상 행 1개가 시트에서 숨겨져 있습니다(행 번호 2).",
                        "읽는 열 1개가 시트에서 숨겨져 있습니다(D열 금액).",
                        "숨긴 시트(기부)에 있는 목록입니다.",
                    ]
                    for text in korean { #expect(page.contains(text) != hiding.isEmpty, "\(page)") }
                    let other = try await browser.open("/en/imports/new/\(id)/preview").text
                    let english = [
                        "hidden in the sheet (row 2)", "hidden in the sheet (D 금액)",
                        "stands on a hidden sheet (기부)",
                    ]
                    for text in english {
                        #expect(other.contains(text) != hiding.isEmpty, "\(other)")
                    }
                }
            }
        }
    }
}
