import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import Summaries
import TestSupport
import Testing
import Transparency

@testable import Web

/// Schedules, runs by hand and what they file.
@Suite struct ReportRouteTests {
    /// Under which a page may use the stylesheet that it holds, and no other.
    private func policy(of page: TestResponse) throws -> String {
        let held = try #require(SummaryStylesheet.held(by: Array(page.text.utf8)))
        return "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; "
            + "style-src 'sha256-\(Base64.text(Hash256.of(held).bytes))'"
    }

    @Test func `the list of reports says which of them a second person has approved`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let run = try await web.post(
                "schedules/daily/runs", #"{"reason":"확인"}"#, as: .operator, key: "run")
            let report = try #require(try run.json["report_id"]?.string)
            let open = "data-label=\"승인\">-</td>"
            #expect(try await web.page("/reports", as: .manager).text.contains(open))
            let decided = try await web.post(
                "approvals", #"{"request":"\#(report)","verdict":"approve"}"#, key: "yes")
            #expect(decided.status == .created, "\(decided.text)")
            let list = try await web.page("/reports", as: .manager).text
            #expect(list.contains("data-label=\"승인\"") && !list.contains(open))
            #expect(try await web.page("/p/reports", as: nil).text.contains("승인") == false)
        }
    }

    @Test func `a finished period is run by hand, once, and its report can be read`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let schedules = try await web.get("schedules", as: .auditor).items
            let name = try #require(schedules.first?["name"]?.string)
            #expect(schedules[0]["at"] == "09:00")
            #expect(schedules[0]["zone"] == "Asia/Seoul")
            #expect(schedules[0]["next.period"]?.string != nil)
            let runs = "schedules/\(name)/runs"
            let run = try await web.post(runs, #"{"reason":"확인"}"#, as: .operator)
            #expect(run.status == .created, "\(run.text)")
            #expect(try run.json["origin"] == "manual")
            #expect(try run.json["reason"] == "확인")
            let again = try await web.post(
                runs, #"{"reason":"확인"}"#, as: .operator, key: "again")
            #expect(again.status == .ok)
            #expect(try again.json["verdict"] == "identical")
            let revised = try await web.post(
                runs, #"{"reason":"정정","revises":0}"#, as: .operator, key: "revise")
            #expect(revised.status == .created, "\(revised.text)")
            #expect(try revised.json["revision"] == 1)
            let repeated = try await web.post(
                runs, #"{"reason":"정정","revises":0}"#, as: .operator, key: "repeat")
            #expect(try repeated.json["id"] == revised.json["id"])
            #expect(try await web.get(runs, as: .auditor).items.count == 2)
            let report = try #require(try run.json["report_id"]?.string)
            #expect(try await web.get("reports").items.last?["id"]?.string == report)
            let shown = try await web.get("reports/\(report)").value
            let files = shown["files"]?.objects.compactMap { $0["name"]?.string } ?? []
            #expect(files.count == 6 && files.allSatisfy { $0.contains(".public.") })
            let page = try #require(files.first { $0.hasSuffix(".ko.html") })
            let file = try await web.get("reports/\(report)/files/\(page)")
            #expect(file.status == .ok)
            #expect(file.headers[.contentType] == "text/html; charset=utf-8")
            #expect(file.headers[.cacheControl]?.contains("immutable") == true)
            #expect(file.text.contains("<html"))
            let allowed = try policy(of: file)
            #expect(file.headers[values: .contentSecurityPolicy] == [allowed])
            #expect(try await web.get("reports/\(report)/files/x").status == .notFound)
            let office = page.replacing(".public", with: "")
            try await expectStaff(web, reads: "reports/\(report)/files/\(office)", of: report)
            for form in RenderedSummary.Form.allCases where form != .pdf {
                let file = try await web.get("reports/\(report)?format=\(form.rawValue)")
                #expect(file.headers[.contentType] == form.mediaType)
                #expect(file.headers[.contentSecurityPolicy]?.contains("sha256") == (form == .html))
            }
            let pdf = "reports/\(report)?format=pdf"
            let closed = try await web.get(pdf)
            #expect(closed.status == .unauthorized && closed.headers[.wwwAuthenticate] != nil)
            let unset = try await web.get(pdf, as: .clerk)
            #expect(unset.status == .serviceUnavailable)
            #expect(try unset.code == "printing" && unset.text.contains("pdf.renderer"))
            let title = "공개용"
            let open = "reports/\(report)?format=html"
            #expect(try await web.get(open).text.contains(title))
            #expect(try await !web.get(open, as: .clerk).text.contains(title))
            #expect(try await web.get(open + "&edition=public", as: .clerk).text.contains(title))
            #expect(try await web.get(open + "&edition=office").status == .notFound)
            #expect(try await web.get("reports/\(report)?format=doc").status == .badRequest)
        }
    }

    @Test func `a report that no list shows a guest is not there for one who has its id`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            let run = try await web.post(
                "schedules/publication-reminder-1/runs", #"{"reason":"확인"}"#, as: .operator)
            #expect(run.status == .created, "\(run.text)")
            let report = try #require(try run.json["report_id"]?.string)
            let shown = try await web.get("reports/\(report)", as: .auditor).value
            let files = shown["files"]?.objects.compactMap { $0["name"]?.string } ?? []
            let page = try #require(files.first { $0.hasSuffix(".public.ko.html") })
            for rest in ["", "?format=html", "?format=csv&edition=public", "/files/\(page)"] {
                let path = "reports/\(report)\(rest)"
                #expect(try await web.get(path).status == .notFound, "\(path)")
                #expect(try await web.get(path, as: .auditor).status == .ok, "\(path)")
            }
            #expect(try await web.page("/p/reports/\(report)", as: nil).status == .notFound)
            #expect(try await web.page("/reports/\(report)", as: .auditor).status == .ok)
            let kept = try await web.get("reports/\(report)/files/\(page)", as: .auditor)
            #expect(kept.headers[.cacheControl]?.hasPrefix("private") == true)
        }
    }

    /// The office's files are its staff's: by token, and by the session whose pages link to them,
    /// which reads nothing else.
    private func expectStaff(
        _ web: LedgerInterface, reads inside: String, of report: String
    ) async throws {
        #expect(try await web.get(inside).status == .notFound)
        #expect(try await web.get(inside, as: .clerk).text.contains("<html"))
        try await Browser.with(web) { client in
            let browser = try await Browser.signedIn(client, .auditor, web)
            #expect(try await browser.open("/api/v1/" + inside).text.contains("<html"))
            let own = try await browser.open("/api/v1/reports/\(report)?format=hwpx")
            #expect(own.headers[.contentDisposition]?.contains(".public.") == false)
            #expect(try await browser.open("/api/v1/audit").status == .unauthorized)
        }
    }

    @Test func `what cannot be run is said`() async throws {
        try await LedgerInterface.with { web in
            let schedules = try await web.test.ledger.schedules()
            #expect(schedules.count == 14)
            let name = try #require(
                try await web.get("schedules", as: .operator).items.first?["name"]?.string)
            func run(_ body: String, _ schedule: String) async throws -> TestResponse {
                try await web.post("schedules/\(schedule)/runs", body, as: .operator)
            }
            #expect(try await run(#"{"reason":"x"}"#, "hourly").status == .notFound)
            #expect(try await web.get("schedules/hourly/runs", as: .auditor).status == .notFound)
            #expect(try await run(#"{}"#, name).faults == ["reason value_missing"])
            let period = try await run(#"{"reason":"x","period":"soon"}"#, name)
            #expect(try period.faults == ["period value_invalid"])
            let early = try await run(#"{"reason":"x","period":"2999-01-01"}"#, name)
            #expect(try early.code == "period-unfinished")
        }
    }
}
