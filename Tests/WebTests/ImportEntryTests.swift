import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
import Ledger
import NIOCore
import TestSupport
import Testing

@testable import Web

/// The steps of an import as a clerk goes through them.
@Suite struct ImportEntryTests {
    private func with(
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, .clerk, web))
            }
        }
    }

    /// Sends a list.
    /// - Returns: the path of its second step.
    private func send(_ list: String, _ browser: Browser) async throws -> String {
        let sent = try await browser.fill("/imports/new", ["list": list])
        return try #require(sent.headers[.location], "\(sent.text)")
    }

    @Test func `the form says how long a list may be, and a longer one is refused`()
        async throws
    {
        try await TestLedger.with { test in
            let limits = ImportLimits(fileMiBMax: 1, rowsMax: 1)
            let web = try await LedgerInterface(test, importLimits: limits)
            let long = ImportRouteTests.list + ImportRouteTests.unlawful
            try await Browser.with(web) { client in
                let browser = try await Browser.signedIn(client, .clerk, web)
                let page = try await browser.open("/imports/new").text
                #expect(page.contains("1 MiB, 1행까지."), "\(page)")
                let path = try await send(long, browser)
                let preview = try await browser.open(path + "/preview")
                #expect(preview.status == .unprocessableContent)
                #expect(preview.text.contains("여기서는 1행까지 받습니다"), "\(preview.text)")
            }
            let many = try await web.upload(long, query: "?dry_run=true")
            #expect(try many.value["code"] == "too_many_rows")
            let big = try await web.upload(
                long + String(repeating: ",", count: 1 << 20), query: "?dry_run=true")
            #expect(big.status == .contentTooLarge)
            #expect(try await web.upload(ImportRouteTests.list).status == .created)
        }
    }

    @Test func `whoever forgets the example in the empty list records nothing by it`()
        async throws
    {
        try await with { web, browser in
            let answer = try await browser.open("/imports/template.xlsx")
            #expect(answer.status == .ok)
            let report = try await web.tried(workbook: answer)
            #expect(report.counts.rows == 1 && report.counts.recorded == 0)
        }
    }

    @Test func `what no column says of the rows is said where the columns are matched`()
        async throws
    {
        try await with { _, browser in
            let path = try await send(
                "기부자 번호,받는 지자체,금액,기부일\r\n민-1,세종특별자치시,5만,2026-03-02\r\n", browser)
            let missing = try await browser.fill(path, [:])
            #expect(missing.status == .unprocessableContent)
            #expect(missing.text.contains("필요한 열이 없습니다: 접수 구분."))
            #expect(missing.text.contains("name=\"origin\""))
            let told = try await browser.fill(path, ["origin": "reported"])
            #expect(told.headers[.location] == path + "/preview", "\(told.text)")
            #expect(try await browser.open(path + "/preview").text.contains("1건 등록"))
            let whole = try await send(ImportRouteTests.list, browser)
            #expect(try await browser.open(whole).text.contains("name=\"origin\"") == false)
        }
    }

    @Test func `another row names the columns as somebody says`() async throws {
        try await with { _, browser in
            // The first row names a column or two, too.
            let list = "접수 구분,합계\r\n접수,1\r\n" + ImportRouteTests.list
            let path = try await send(list, browser)
            let found = try await browser.open(path).text
            #expect(found.contains(/<input type="text" value="3"[^>]*name="header_row"/))
            #expect(found.contains(">기탁서 번호</label>"))
            let told = try await browser.fill(path, ["header_row": "1"])
            #expect(told.headers[.location] == path, "\(told.text)")
            let first = try await browser.open(path).text
            #expect(first.contains(/<input type="text" value="1"[^>]*name="header_row"/))
            #expect(first.contains(">합계</label>") && !first.contains(">기탁서 번호</label>"))
            for (row, words) in [("90", "90행에 열 이름이 없습니다"), ("셋", "1에서 1,000까지의")] {
                let refused = try await browser.fill(path, ["header_row": row])
                #expect(refused.status == .unprocessableContent, "\(row)")
                #expect(refused.text.contains(words), "\(refused.text)")
                #expect(refused.text.contains(##"href="#f-header_row""##), "\(row)")
                #expect(refused.text.contains(#"value="\#(row)""#), "\(row)")
            }
            // Nothing said: found out again.
            let blank = try await browser.fill(path, ["header_row": ""])
            #expect(blank.headers[.location] == path, "\(blank.text)")
            let matched = try await browser.fill(path, ["header_row": "3"])
            #expect(matched.headers[.location] == path + "/preview", "\(matched.text)")
            let preview = try await browser.open(path + "/preview").text
            #expect(preview.contains("1건 등록"), "\(preview)")
        }
    }

    /// A list whose header says nothing to anybody but its author.
    private func privateList(_ donor: String, _ place: String) -> String {
        "구분,누가,어디,얼마,언제\r\n공표,\(donor),\(place),5만,2026-03-02\r\n"
    }

    private func isChosen(_ field: String, in page: String) -> Bool {
        page.contains("<option value=\"\(field)\" selected")
    }

    @Test func `columns matched by hand are matched so for the next list with the same header`()
        async throws
    {
        try await with { web, browser in
            let told = "지난번과 같은 열 제목이라 그때의 선택을 씁니다"
            let first = try await send(privateList("가-1", "세종"), browser)
            let page = try await browser.open(first).text
            #expect(!page.contains(told) && !isChosen("donor_key", in: page))
            let missing = try await browser.fill(first, [:])
            #expect(missing.status == .unprocessableContent)
            let matched = try await browser.fill(
                first,
                [
                    "column[0]": "origin", "column[1]": "donor_key", "column[2]": "recipient",
                    "column[3]": "amount", "column[4]": "donated_on",
                ])
            #expect(matched.headers[.location] == first + "/preview", "\(matched.text)")
            // Whoever brings the next one sees what was chosen, and that it was.
            let manager = try await Browser.signedIn(browser.client, .manager, web)
            let second = try await send(privateList("가-2", "대전광역시"), manager)
            let chosen = try await manager.open(second).text
            #expect(chosen.contains(told), "\(chosen)")
            for field in ["origin", "donor_key", "recipient", "amount", "donated_on"] {
                #expect(isChosen(field, in: chosen), "\(field)")
            }
            #expect(try await manager.open("/en" + second).text.contains("same titles as last"))
            let preview = try await manager.open(second + "/preview").text
            #expect(preview.contains("1건 등록"), "\(preview)")
            // What is said of this list counts, and from now on.
            let other = try await manager.fill(
                second,
                [
                    "column[0]": "origin", "column[1]": "donor_reference",
                    "column[2]": "recipient", "column[3]": "amount", "column[4]": "donated_on",
                ])
            #expect(other.headers[.location] == second + "/preview", "\(other.text)")
            let looked = try await manager.open(second).text
            #expect(!looked.contains(told) && isChosen("donor_reference", in: looked))
            let third = try await send(privateList("가-3", "세종"), browser)
            let newest = try await browser.open(third).text
            #expect(newest.contains(told) && isChosen("donor_reference", in: newest))
        }
    }

    @Test func `what cannot be remembered for the next list stands for this one`() async throws {
        try await with { web, browser in
            let change = "ALTER TABLE import_mapping ADD CONSTRAINT full_up CHECK (false) NOT VALID"
            _ = try await TestServer.shared.psql(web.test.conninfo, ["-qc", change])
            let path = try await send(privateList("가-1", "세종"), browser)
            let matched = try await browser.fill(
                path,
                [
                    "column[0]": "origin", "column[1]": "donor_key", "column[2]": "recipient",
                    "column[3]": "amount", "column[4]": "donated_on",
                ])
            #expect(matched.headers[.location] == path + "/preview", "\(matched.text)")
            let chosen = try await browser.open(path).text
            #expect(isChosen("donor_key", in: chosen))
            let preview = try await browser.open(path + "/preview").text
            #expect(preview.contains("1건 등록"), "\(preview)")
            let next = try await send(privateList("가-2", "세종"), browser)
            let anew = try await browser.open(next).text
            #expect(!isChosen("donor_key", in: anew))
        }
    }

    @Test func `another header is matched anew, by its own memory`() async throws {
        try await with { _, browser in
            let known = try await send(privateList("나-1", "세종"), browser)
            _ = try await browser.fill(
                known,
                [
                    "column[0]": "origin", "column[1]": "donor_key", "column[2]": "recipient",
                    "column[3]": "amount", "column[4]": "donated_on",
                ])
            // The row that names most columns is no header this time.
            let list = "구분,금액\r\n" + privateList("나-2", "세종")
            let path = try await send(list, browser)
            let found = try await browser.open(path).text
            #expect(!found.contains("지난번과 같은 열 제목") && !isChosen("donor_key", in: found))
            let told = try await browser.fill(path, ["header_row": "2"])
            #expect(told.headers[.location] == path, "\(told.text)")
            let recalled = try await browser.open(path).text
            #expect(recalled.contains("지난번과 같은 열 제목") && isChosen("donor_key", in: recalled))
            let back = try await browser.fill(path, ["header_row": "1"])
            #expect(back.headers[.location] == path, "\(back.text)")
            let again = try await browser.open(path).text
            #expect(!again.contains("지난번과 같은 열 제목") && isChosen("amount", in: again))
        }
    }

    @Test func `a list of JSON objects goes through the same steps`() async throws {
        try await with { web, browser in
            let ledger = web.test.ledger
            let account = try #require(try await ledger.account(login: "user-clerk"))
            let line =
                #"{"donor_key":"9","recipient":"36110","amount":5000,"donated_on":"2026-03-02"}"#
            let bytes = Array(line.utf8)
            var draft = ImportDraft(source: MemoryBytes(bytes), format: .ndjson)
            draft.defaults = [.origin: "reported"]
            let id = try await ledger.keepUpload(draft, bytes: bytes, by: account.id)
            let path = "/imports/new/\(id)"
            let page = try await browser.open(path).text
            #expect(page.contains(">donor_key</label>") && !page.contains("f-header_row"))
            #expect(page.contains("예: 36110"), "\(page)")
            let matched = try await browser.fill(path, [:])
            #expect(matched.headers[.location] == path + "/preview", "\(matched.text)")
            #expect(try await browser.open(path + "/preview").text.contains("1건 등록"))
        }
    }

    @Test func `a list whose columns are missing has no file of bad rows`() async throws {
        try await with { _, browser in
            let path = try await send("가,나\r\n1,2\r\n", browser)
            let answer = try await browser.open(path + "/errors.csv")
            #expect(answer.status == .seeOther, "\(answer.text)")
            #expect(answer.headers[.location] == path + "/preview")
            let bad = try await send(ImportRouteTests.list + ImportRouteTests.unlawful, browser)
            let rows = try await browser.open(bad + "/errors.csv")
            #expect(rows.status == .ok && rows.text.contains("송파구"))
        }
    }

    @Test func `a list that was not recorded waits for its author to say so again`() async throws {
        try await with { web, browser in
            let ledger = web.test.ledger
            let account = try #require(try await ledger.account(login: "user-clerk"))
            let path = try await send(
                ImportRouteTests.list + ImportRouteTests.unlawful, browser)
            let all = try await browser.fill(
                path + "/preview", ["key": "a", "rows": "all"])
            #expect(all.headers[.location] == path + "/result", "\(all.text)")
            let told = try await browser.open(path + "/result")
            #expect(told.status == .unprocessableContent)
            #expect(told.text.contains("등록하지 않았습니다"), "\(told.text)")
            #expect(try await ledger.waitingImports(of: account.id).map(\.isBegun) == [false])
            let valid = try await browser.fill(
                path + "/preview", ["key": "b", "rows": "valid"])
            #expect(valid.status == .seeOther, "\(valid.text)")
            let recorded = try await browser.open(path + "/result")
            #expect(recorded.headers[.location]?.hasPrefix("/imports/") == true)
            #expect(try await ledger.waitingImports(of: account.id).isEmpty)
        }
    }

    @Test func `the preview tells how many rows come to what, and to how much`() async throws {
        try await with { _, browser in
            let list = ImportRouteTests.list + ImportRouteTests.unlawful
            let path = try await send(list, browser)
            let page = try await browser.open(path + "/preview").text
            for label in ["정상", "경고", "오류", "중복 의심", "이미 등록됨"] {
                #expect(page.contains("<dt>\(label)</dt>"), "\(label)")
            }
            // Of one good row and one bad one; of none of the others.
            #expect(page.ranges(of: #"<dd class="note">100,000원</dd>"#).count == 2)
            #expect(page.ranges(of: #"<dd class="note">0원</dd>"#).count == 3)
        }
    }

    @Test func `what is wrong stands in its cell above the value, and all rows a press away`()
        async throws
    {
        try await with { _, browser in
            let path = try await send(
                ImportRouteTests.list + ImportRouteTests.unlawful, browser)
            let page = try await browser.open(path + "/preview").text
            #expect(page.ranges(of: "<th scope=\"row\"").count == 1)
            let told =
                #"<td data-label="받는 지자체" aria-describedby="row-3-0">"#
                + #"<p class="error" id="row-3-0">"#
            let cell = try #require(page.firstRange(of: told), "\(page)")
            let rest = page[cell.upperBound...].prefix { $0 != "\n" }
            let value = try #require(rest.firstRange(of: "</p>송파구</td>"), "\(rest)")
            #expect(!rest[..<value.lowerBound].contains("<"), "\(rest)")
            #expect(page.contains("aria-current=\"page\">확인할 행</a>"))
            #expect(page.contains("href=\"\(path)/preview?rows=all\""))
            let all = try await browser.open(path + "/preview?rows=all").text
            #expect(all.ranges(of: "<th scope=\"row\"").count == 2)
            #expect(all.contains("<td data-label=\"받는 지자체\">세종</td>"))
            #expect(all.contains("<span class=\"chip standing\">정상</span>"))
            #expect(all.contains("aria-current=\"page\">모든 행</a>"))
            #expect(Reading(all).failure == nil)
            let english = try await browser.open("/en" + path + "/preview?rows=all").text
            #expect(english.contains("All rows, the first 200"))
            let refused = try await browser.open(path + "/preview?rows=some")
            #expect(refused.status == .badRequest)
        }
    }

    @Test func `a good list has nothing to look at, and columns without a word take no room`()
        async throws
    {
        try await with { _, browser in
            let path = try await send(
                ImportRouteTests.list.replacing("\r\n", with: ",\r\n").replacing(
                    "접수 경로,", with: "접수 경로,소속"), browser)
            let page = try await browser.open(path + "/preview").text
            #expect(page.contains("확인할 행이 없습니다.") && !page.contains("<table"))
            let all = try await browser.open(path + "/preview?rows=all").text
            #expect(all.contains(">접수 경로</th>") && !all.contains(">소속</th>"), "\(all)")
        }
    }
}
