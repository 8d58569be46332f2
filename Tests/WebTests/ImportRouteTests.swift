import HTTPTypes
import Hometown
import HummingbirdTesting
import NIOCore
import TestSupport
import Testing

@testable import Web

extension LedgerInterface {
    /// Sends a list to be imported.
    func upload(
        _ list: String, query: String = "", type: String = "text/csv; charset=utf-8",
        key: String = "list"
    ) async throws -> TestResponse {
        try await interface.ask(
            .post, "/api/v1/imports" + query, as: .clerk,
            headers: [.contentType: type, .idempotencyKey: key], body: list)
    }
}

@Suite struct ImportRouteTests {
    private static let header =
        "접수 구분,기부자 번호,주소지,확인 사항,기탁서 번호,받는 지자체,금액,기부일,접수 경로\r\n"
    private static let good =
        "접수,1,11710,적합 서류 2026-03-02,2026-1,세종,10만 원,2026. 3. 2.,고향사랑e음\r\n"
    private static let bad =
        "접수,2,11710,적합 서류 2026-03-02,2026-2,송파구,\"10,00\",2026. 3. 2.,고향사랑e음\r\n"
    static let list = header + good
    /// Of somebody who lives there.
    static let unlawful = good.replacing("접수,1,", with: "접수,3,")
        .replacing("세종", with: "송파구")

    @Test func `a list is tried, recorded, shown and refused a second time`() async throws {
        try await LedgerInterface.with { web in
            let tried = try await web.upload(Self.list, query: "?dry_run=true")
            #expect(tried.status == .ok)
            #expect(try tried.value["recorded"] == 1 && tried.value["no"] == .null)
            #expect(try await web.get("imports", as: .auditor).items.isEmpty)
            let recorded = try await web.upload(Self.list)
            #expect(recorded.status == .created)
            let id = try #require(try recorded.value["id"]?.string)
            #expect(recorded.headers[.location] == "/api/v1/imports/\(id)")
            let shown = try await web.get("imports/\(id)", as: .clerk).value
            #expect(shown["recorded"] == 1 && shown["amount"] == 100_000)
            #expect(shown["no"] == (try recorded.value["no"]))
            #expect(try await web.get("donations", as: .clerk).items.count == 1)
            let again = try await web.upload(Self.list)
            #expect(again.headers[.idempotentReplayed] == "true")
            let second = try await web.upload(Self.list, key: "second")
            #expect(second.status == .conflict)
            #expect(try second.value["code"] == "import-repeated")
        }
    }

    @Test func `bad rows are named, and come back to be mended`() async throws {
        try await LedgerInterface.with { web in
            let list = Self.list + Self.bad
            let refused = try await web.upload(list)
            #expect(refused.status == .unprocessableContent)
            #expect(try refused.faults == ["rows[3].amount amount_invalid"])
            #expect(try await web.get("donations", as: .clerk).items.isEmpty)
            let rows = try await web.upload(list, query: "?dry_run=true&rejected_rows=true")
            #expect(rows.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(rows.text.contains("금액: 쉼표 자리가 맞지 않습니다"))
            let part = try await web.upload(list, query: "?valid_rows_only=true")
            #expect(part.status == .created)
            #expect(try part.value["refused"] == 1)
        }
    }

    @Test func `what cannot be read to its end is no list without bad rows`() async throws {
        try await LedgerInterface.with { web in
            let query = "?dry_run=true&rejected_rows=true"
            for (list, code) in [
                ("가,나\r\n1,2\r\n", "column_missing"),
                (Self.list + Self.bad + "접수,\"열린", "quote_not_closed"),
            ] {
                let answer = try await web.upload(list, query: query)
                #expect(answer.status == .unprocessableContent, "\(answer.text)")
                #expect(try answer.value["code"]?.string == code)
            }
            let good = try await web.upload(Self.list, query: query)
            #expect(good.status == .ok && good.headers[.contentType] == "text/csv; charset=utf-8")
        }
    }

    @Test func `a trial sums its rows by what becomes of them, as its document says`()
        async throws
    {
        try await LedgerInterface.with { web in
            let list = Self.list + Self.unlawful
            let tried = try await web.upload(list, query: "?dry_run=true").value
            #expect(tried["amount"] == 100_000 && tried["refused_amount"] == 100_000)
            #expect(tried["warned"] == 0 && tried["warned_amount"] == 0)
            #expect(tried["duplicates_amount"] == 0 && tried["known_amount"] == 0)
            let document = try await web.interface.ask(.get, "/openapi.json").value
            guard case .object(let schemas)? = document["components.schemas"],
                let schema = schemas["ImportReport"]
            else { return #expect(Bool(false), "the document has schemas") }
            #expect(SchemaCheck(schemas: schemas).faults(tried, schema) == [])
        }
    }

    @Test func `delimiter and header row are said, or found out`() async throws {
        try await LedgerInterface.with { web in
            let trial = "?dry_run=true"
            let twice = Self.header + Self.bad + "\r\n" + Self.list
            let told = try await web.upload(twice, query: trial + "&header_row=4").value
            #expect(told["rows"] == 1 && told["recorded"] == 1)
            #expect(try await web.upload(twice, query: trial).value["refused"] == 2)
            let missing = try await web.upload(twice, query: trial + "&header_row=3")
            #expect(missing.status == .unprocessableContent)
            #expect(try missing.value["code"] == "header_row_empty")
            // The title has the only comma.
            let cut = "기부 현황, 3월\r\n" + Self.list.replacing(",", with: ";")
            let guessed = try await web.upload(cut, query: trial)
            #expect(try guessed.value["code"] == "column_missing")
            let right = try await web.upload(cut, query: trial + "&delimiter=semicolon").value
            #expect(right["recorded"] == 1 && right["refused"] == 0)
            for wrong in ["header_row=0", "header_row=x", "header_row=1001", "delimiter=pipe"] {
                let refused = try await web.upload(Self.list, query: trial + "&" + wrong)
                #expect(refused.status == .badRequest, "\(wrong)")
            }
        }
    }

    @Test func `a list of JSON objects with defaults is as good as a table`() async throws {
        try await LedgerInterface.with { web in
            let line = """
                {"donor_key":"9","recipient":"36110","amount":50000,"donated_on":"2026-03-02"}\n
                """
            let answer = try await web.upload(
                line, query: "?origin=reported", type: "application/x-ndjson")
            #expect(answer.status == .created)
            #expect(try answer.value["recorded"] == 1)
        }
    }

    @Test func `what is no list is refused with its reason`() async throws {
        try await LedgerInterface.with { web in
            #expect(try await web.upload(Self.list, type: "image/png").status.code == 415)
            let wrong = try await web.upload("가,나\r\n1,2\r\n")
            #expect(wrong.status == .unprocessableContent)
            #expect(try wrong.value["code"] == "column_missing")
            #expect(try await web.upload(Self.list, query: "?dry=1").status == .badRequest)
        }
    }

    @Test func `a trial is asked for as it is of a correction, or not at all`() async throws {
        try await LedgerInterface.with { web in
            for word in ["true", "1"] {
                let tried = try await web.upload(Self.list, query: "?dry_run=\(word)")
                #expect(tried.status == .ok, "\(tried.text)")
            }
            for word in ["yes", "", "2"] {
                let unclear = try await web.upload(Self.list, query: "?dry_run=\(word)")
                #expect(unclear.status == .badRequest)
                #expect(unclear.text.contains("true(또는 1)나 false(또는 0)로 쓰십시오."))
            }
            #expect(try await web.get("imports", as: .auditor).items.isEmpty)
            let meant = try await web.upload(Self.list, query: "?dry_run=0")
            #expect(meant.status == .created)
        }
    }

    @Test func `the document spells the trial the same way everywhere`() async throws {
        try await LedgerInterface.with { web in
            let document = try await web.interface.ask(.get, "/openapi.json").json
            guard case .object(let paths)? = document["paths"] else {
                return #expect(Bool(false), "the document has paths")
            }
            var trials: [JSONValue] = []
            let tried = [
                "/api/v1/imports", "/api/v1/donations/{id}/corrections",
                "/api/v1/schedules/{name}/runs",
            ]
            for path in tried {
                guard case .object(let item)? = paths[path], case .object(let post)? = item["post"],
                    case .array(let parameters)? = post["parameters"]
                else { return #expect(Bool(false), "\(path) has parameters") }
                for case .object(let parameter) in parameters where parameter["name"] == "dry_run" {
                    trials.append(.object(parameter))
                }
            }
            #expect(trials.count == tried.count && Set(trials).count == 1)
        }
    }
}
