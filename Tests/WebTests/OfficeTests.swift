import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing
import Transparency

@testable import Web

/// What is done on the pages of those who keep the book: each form as a browser sends it.
@Suite struct OfficeTests {
    private static let password = "네 낱말을 이어 쓰면 길다"

    /// Somebody who is signed in, with a browser on a real socket.
    private func with(
        _ role: Role, loaded: Bool = false,
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: loaded) { web in
            let cookie = try await web.signIn(role)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
                try await body(web, browser)
            }
        }
    }

    /// A browser of somebody else.
    private func other(
        _ role: Role, login: String, _ web: LedgerInterface, like browser: Browser
    ) async throws -> Browser {
        let cookie = try await web.signIn(role, login: login)
        let other = Browser(browser.client)
        other.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
        return other
    }

    @Test func `how the console looks is chosen once and holds on every page`() async throws {
        try await with(.clerk) { web, browser in
            let before = try await browser.open("/donations")
            #expect(before.text.contains("data-size=\"standard\""))
            #expect(before.text.contains("/assets/shortcuts."))
            let answer = try await browser.fill(
                "/me", ["language": "en", "look": "contrast", "size": "largest"])
            #expect(answer.status == .seeOther)
            #expect(answer.headers[.location] == "/en/me?done=saved")
            let after = try await browser.open("/en/donations")
            #expect(after.text.contains("data-size=\"largest\""))
            #expect(after.text.contains("data-theme=\"contrast\""))
            #expect(!after.text.contains("/assets/shortcuts."))
            let wrong = try await browser.fill(
                "/me", ["language": "eo", "look": "standard", "size": "standard"])
            #expect(wrong.status == .unprocessableContent)
            let account = try #require(try await web.test.ledger.account(login: "user-clerk"))
            #expect(account.look.language == "en")
        }
    }

    @Test func `a session elsewhere is ended, and this one is not`() async throws {
        try await with(.clerk) { web, browser in
            let elsewhere = try await other(.clerk, login: "user-clerk", web, like: browser)
            _ = try await other(.clerk, login: "user-clerk", web, like: browser)
            let account = try #require(try await web.test.ledger.account(login: "user-clerk"))
            let hash = SessionCookie.hash(
                of: try #require(Hexadecimal.bytes(elsewhere.cookies["pumasi"] ?? "")))
            let page = try await browser.open("/me")
            #expect(page.text.contains(hash.description))
            let token = try #require(Browser.token(in: page.text, for: "/me/sessions"))
            let ended = try await browser.post(
                "/me/sessions", token: token, ["session": hash.description])
            #expect(ended.headers[.location] == "/me?done=ended")
            #expect(try await elsewhere.open("/me").status == .seeOther)
            let all = try await browser.post("/me/sessions", token: token, [:])
            #expect(all.status == .seeOther)
            let left = try await web.test.ledger.sessions(of: account.id, life: SessionLife())
            #expect(left.count == 1)
            #expect(try await browser.open("/me").status == .ok)
        }
    }

    @Test func `a password changes with the one that stands, and ends other sign-ins`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let ledger = web.test.ledger
            let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
            try await ledger.makeLink(
                link.hash, for: "user-clerk", seconds: 60, by: web.test.author)
            _ = try await ledger.redeem(
                link.hash, login: "", name: "", password: OfficeTests.password)
            // Redeeming ended every session of the account.
            let mine = try await other(.clerk, login: "user-clerk", web, like: browser)
            func change(_ current: String, _ new: String, _ again: String) async throws
                -> TestResponse
            {
                let page = try await mine.open("/me")
                let token = try #require(Browser.token(in: page.text, for: "/me/password"))
                return try await mine.post(
                    "/me/password", token: token,
                    ["current": current, "password": new, "repeat": again])
            }
            let differ = try await change(OfficeTests.password, "한 번 더 길게 씁니다", "아니다")
            #expect(differ.status == .unprocessableContent)
            #expect(differ.text.contains("두 비밀번호가 다릅니다"))
            let wrong = try await change("틀린 비밀번호", "한 번 더 길게 씁니다", "한 번 더 길게 씁니다")
            #expect(wrong.text.contains("지금 비밀번호가 맞지 않습니다"))
            #expect(!wrong.text.contains("틀린 비밀번호"))
            let right = try await change(
                OfficeTests.password, "한 번 더 길게 씁니다", "한 번 더 길게 씁니다")
            #expect(right.headers[.location] == "/me?done=password")
            #expect(try await mine.open("/me").status == .ok)
        }
    }

    @Test func `a month is closed, and opens again only by another manager's word`() async throws {
        try await with(.manager) { web, browser in
            let wrong = try await browser.fill(
                "/periods/close", ["key": "k0", "period": "지난달", "reason": ""])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("value=\"지난달\""))
            let closed = try await browser.fill(
                "/periods/close", ["key": "k1", "period": "2025-12", "reason": "확인함"])
            #expect(closed.headers[.location] == "/periods?done=closed")
            let period = try #require(try await web.test.ledger.periods(rowsMax: 1).first)
            let page = "/periods/\(period.id)"
            let asked = try await browser.fill(
                page + "/reopen", ["key": "k2", "reason": "빠진 영수증"])
            #expect(asked.headers[.location] == page + "?done=asked")
            let request = try #require(try await web.test.ledger.approvals(rowsMax: 1).first)
            let decide = "/approvals/\(request.request)/decide"
            let why = "요청한 사람과 승인하는 사람은 달라야 합니다."
            for own in [
                try await browser.open(decide),
                try await browser.open("/approvals/\(request.request)"),
            ] {
                #expect(own.status == .ok && own.text.contains(why))
                #expect(own.text.contains("빠진 영수증"))
                #expect(Browser.token(in: own.text, for: decide) == nil)
                #expect(!own.text.contains("href=\"\(decide)\""))
            }
            let today = try await browser.open("/")
            #expect(today.text.contains(request.no))
            #expect(today.text.contains("마감 재개 2025-12"))
            let second = try await other(.manager, login: "second", web, like: browser)
            let theirs = try await second.open("/approvals/\(request.request)")
            #expect(theirs.text.contains("href=\"\(decide)\"") && !theirs.text.contains(why))
            let approved = try await second.fill(
                decide, ["key": "k4", "verdict": "approve", "reason": "확인"])
            #expect(approved.headers[.location] == "/approvals/\(request.request)?done=approved")
            let after = try #require(
                try await web.test.ledger.periods(id: period.id, rowsMax: 1).first)
            #expect(after.state == .open)
            let shown = try await second.open("/approvals/\(request.request)")
            for told in [shown, try await second.open(decide)] {
                #expect(told.text.contains("마감 재개") && told.text.contains("빠진 영수증"))
                #expect(told.text.contains("<dd>확인</dd>"))
                #expect(Browser.token(in: told.text, for: decide) == nil)
            }
            #expect(!shown.text.contains("href=\"\(decide)\""))
        }
    }

    @Test func `a decided correction still says what was asked, and is not decided again`()
        async throws
    {
        try await with(.manager) { web, browser in
            let id = try await web.add("donations", DonationRouteTests.body, key: "d")
            try await web.test.closeMarch()
            let body = #"{"action":"amend","reason":"잘못 적음","changes":{"amount":90000}}"#
            #expect(try await web.correct(id, body, as: .clerk).status == .accepted)
            let request = try #require(try await web.test.ledger.approvals(rowsMax: 1).first)
            let page = "/approvals/\(request.request)"
            let decide = page + "/decide"
            let waiting = try await browser.open(page)
            #expect(waiting.text.contains("항목마다 요청한 값"))
            #expect(waiting.text.contains("href=\"\(decide)\""))
            let form = try await browser.open(decide)
            let token = try #require(Browser.token(in: form.text, for: decide))
            let rejected = try await browser.fill(
                decide, ["key": "k1", "verdict": "reject", "reason": "증빙 없음"])
            #expect(rejected.headers[.location] == page + "?done=rejected")
            // A form that was open meanwhile is refused, and not offered again.
            let late = try await browser.post(
                decide, token: token, ["key": "k2", "verdict": "approve", "reason": "확인"])
            #expect(late.status == .unprocessableContent)
            #expect(late.text.contains("id=\"problems\""))
            for told in [late, try await browser.open(page), try await browser.open(decide)] {
                #expect(told.text.contains("항목마다 요청한 값") && told.text.contains("90,000원"))
                #expect(told.text.contains("잘못 적음") && told.text.contains("증빙 없음"))
                #expect(Browser.token(in: told.text, for: decide) == nil)
            }
        }
    }

    @Test func `leave to record late is shown under an id, and found again with its closing`()
        async throws
    {
        try await with(.manager) { web, browser in
            _ = try await browser.fill(
                "/periods/close", ["key": "k1", "period": "2025-12", "reason": "확인함"])
            let period = try #require(try await web.test.ledger.periods(rowsMax: 1).first)
            let path = "/periods/\(period.id)/allow"
            for (count, text) in [("많이", "1 이상의 정수"), ("99999999", "1000개까지만")] {
                let many = try await browser.fill(
                    path, ["key": "k2", "entries_max": count, "reason": "늦게 옴"])
                #expect(many.status == .unprocessableContent)
                #expect(many.text.contains(text), "\(many.text)")
            }
            let allowed = try await browser.fill(
                path, ["key": "k3", "entries_max": "3", "reason": "늦게 옴"])
            #expect(allowed.status == .ok)
            let shown = try #require(allowed.text.firstMatch(of: /<code>([0-9a-f-]{36})<\/code>/))
            let page = try await browser.open("/periods/\(period.id)").text
            for text in [String(shown.1), "0 / 3", "늦게 옴"] {
                #expect(page.contains(text), "\(text)")
            }
            let auditor = try await web.page("/periods/\(period.id)", as: .auditor).text
            #expect(auditor.contains(shown.1) && !auditor.contains("늦게 옴"))
        }
    }

    @Test func `a schedule is paused with a note, resumed, run and filled`() async throws {
        try await with(.manager) { web, browser in
            let path = "/schedules/daily"
            let silent = try await browser.fill(path + "/pause", ["note": " "])
            #expect(silent.status == .unprocessableContent)
            let paused = try await browser.fill(path + "/pause", ["note": "점검 기간"])
            #expect(paused.headers[.location] == path + "?done=paused")
            #expect(try await browser.open(path).text.contains("점검 기간"))
            let twice = try await browser.fill(path + "/pause", ["note": "다시"])
            #expect(twice.text.contains("이미 일시정지한 작업입니다"))
            let resumed = try await browser.fill(path + "/resume", ["note": "끝"])
            #expect(resumed.headers[.location] == path + "?done=resumed")
            let run = try await browser.fill(
                path + "/run", ["period": "2026-05-01", "reason": "확인", "revises": ""])
            let location = try #require(run.headers[.location])
            #expect(location.hasPrefix("/runs/"))
            #expect(try await browser.open(location).text.contains("2026-05-01"))
            // Who had it made does not approve it.
            let report = try #require(try await web.test.ledger.summaries(rowsMax: 1).first)
            let filed = try await browser.open("/reports/\(report.id)")
            #expect(filed.text.contains("요청한 사람과 승인하는 사람은 달라야 합니다."))
            #expect(!filed.text.contains("/approvals/\(report.id)/decide"))
            let again = try await browser.fill(
                path + "/run", ["period": "2026-05-01", "reason": "확인", "revises": ""])
            #expect(again.text.contains("바이트까지 같습니다"))
            let nonsense = try await browser.fill(
                path + "/run", ["period": "<script>", "reason": "확인", "revises": "x"])
            #expect(nonsense.status == .unprocessableContent)
            #expect(!nonsense.text.contains("value=\"<script"))
        }
    }

    @Test func `a report and its run tell to whom it went, and only those who may know`()
        async throws
    {
        try await LedgerInterface.with(loaded: true) { web in
            _ = try await web.post(
                "receivers", #"{"name":"shelf","kind":"directory","address":"/srv/reports"}"#,
                as: .operator, key: "receiver")
            let filed = try await web.post(
                "schedules/daily/runs", #"{"reason":"확인"}"#, as: .operator, key: "run")
            let run = try #require(try filed.json["id"]?.string, "\(filed.text)")
            let report = try #require(try filed.json["report_id"]?.string)
            for path in ["/reports/\(report)", "/runs/\(run)"] {
                let page = try await web.page(path, as: .manager).text
                #expect(page.contains("shelf") && page.contains("보낼 것"), "\(path)")
            }
            let page = try await web.page("/reports/\(report)", as: .clerk)
            #expect(page.status == .ok && !page.text.contains("shelf"))
        }
    }

    @Test func `a run shows what it would file, and files it once somebody runs it`()
        async throws
    {
        try await with(.manager, loaded: true) { web, browser in
            let path = "/schedules/daily/run"
            let form = try await browser.open(path).text
            #expect(form.contains(#"<button type="submit" name="preview" value="1">미리보기"#))
            // Nothing is written down, so no reason is asked for.
            let asked: KeyValuePairs = [
                "period": "2026-05-01", "reason": " ", "revises": "", "preview": "1",
            ]
            let seen = try await browser.fill(path, asked)
            #expect(seen.status == .ok)
            for word in ["모의 실행: 기록하지 않음", "제목", "원장", "내부용 본문", "□ "] {
                #expect(seen.text.contains(word), "\(word)")
            }
            #expect(!seen.text.contains(#"name="preview""#))
            #expect(seen.text.split(separator: #"name="reason""#).count == 2)
            let token = try #require(Browser.token(in: seen.text, for: path))
            let unsaid = try await browser.post(
                path, token: token,
                ["period": "2026-05-01", "reason": " ", "revises": "", "confirm": "1"])
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.text.contains("href=\"#f-reason\""))
            #expect(try await web.test.ledger.runs(of: "daily", rowsMax: 9) == [])
            let run = try await browser.post(
                path, token: token,
                ["period": "2026-05-01", "reason": "확인", "revises": "", "confirm": "1"])
            #expect(run.headers[.location]?.hasPrefix("/runs/") == true)
            let again = try await browser.fill(path, asked)
            #expect(again.text.contains("새로 보고하는 것은 없습니다."))
            let runs = try await web.test.ledger.runs(of: "daily", rowsMax: 9)
            #expect(runs.map(\.revision) == [0])
            let check = try await browser.open("/schedules/roll-up/run")
            #expect(check.status == .ok && !check.text.contains(#"name="preview""#))
        }
    }

    @Test func `who does not read the book is shown the text for everybody`() async throws {
        try await with(.operator, loaded: true) { _, browser in
            let seen = try await browser.fill(
                "/schedules/daily/run",
                ["period": "2026-05-01", "reason": "확인", "revises": "", "preview": "1"])
            #expect(seen.text.contains("공개용 본문") && !seen.text.contains("내부용 본문"))
        }
    }

    @Test func `a backfill shows its periods first and asks for nothing until it is confirmed`()
        async throws
    {
        try await with(.operator) { web, browser in
            let path = "/schedules/daily/backfill"
            // Nothing is written down, so no reason is asked for.
            let days: KeyValuePairs = ["from": "2026-04-01", "to": "2026-04-03", "reason": " "]
            let seen = try await browser.fill(path, days)
            #expect(seen.status == .ok)
            #expect(seen.text.contains("모의 실행: 기록하지 않음"))
            #expect(seen.text.contains("2026-04-02"))
            #expect(seen.text.split(separator: #"name="reason""#).count == 2)
            let token = try #require(Browser.token(in: seen.text, for: path))
            let unsaid = try await browser.post(
                path, token: token,
                ["from": "2026-04-01", "to": "2026-04-03", "reason": " ", "confirm": "1"])
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.text.contains("href=\"#f-reason\""))
            let confirmed = try await browser.post(
                path, token: token,
                [
                    "from": "2026-04-01", "to": "2026-04-03", "reason": "빠진 날", "confirm": "1",
                ])
            #expect(confirmed.headers[.location] == "/schedules/daily?done=requested")
            let reversed = try await browser.fill(
                path, ["from": "2026-04-03", "to": "2026-04-01", "reason": "거꾸로"])
            #expect(reversed.status == .unprocessableContent)
        }
    }
}
