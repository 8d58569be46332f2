import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// The conditions of the list of donations, in the console, in the export and in the API.
@Suite struct DonationListTests {
    private func numbers(_ text: String) -> [String] {
        text.matches(of: /<code>(D-\d{4}-\d{6})<\/code>/).map { String($0.1) }
    }

    @Test(arguments: [
        "giver=36110", "giver=50000", "relay=R", "agreement=A", "period=2023",
        "period=2023-04&from=2023-04-02", "amount_min=10%EB%A7%8C", "amount_max=99,999",
        "origin=reported", "channel=bank_counter", "person=H", "exchange=E", "participation=P",
        "as_of=3", "giver=36110&relay=R&origin=reported", "import=I-2026-000001",
        "recipient=&giver=&amount_min=&channel=&as_of=&period=2023",
    ])
    func `the console lists what the API lists by the same names`(query: String) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let query = try await filled(query, web)
            let asked = query.split(separator: "&").filter { !$0.hasSuffix("=") }
                .joined(separator: "&")
            let known = try await web.get("donations?\(asked)", as: .auditor)
            #expect(known.status == .ok, "\(known.text)")
            let listed = try known.items.compactMap { $0["no"]?.string }
            let page = try await web.page("/donations?\(query)", as: .auditor)
            #expect(page.status == .ok)
            #expect(
                numbers(page.text) == listed, "\(query)")
            #expect(page.text.contains("class=\"held\""))
        }
    }

    /// Puts the number of the first thing of a kind where only its letter stands.
    private func filled(_ query: String, _ web: LedgerInterface) async throws -> String {
        let ledger = web.test.ledger
        let relay = try #require(try await ledger.relays(rowsMax: 1).first)
        let record = try #require(try await ledger.relay(relay.id))
        let donations = try await ledger.donations(rowsMax: 50)
        let numbers: [String: String] = [
            "A": try #require(try await ledger.newestAgreements(rowsMax: 1).first).agreement.no,
            "R": relay.no, "P": try #require(record.participations.first).id.description,
            "E": try #require(donations.compactMap(\.exchange).first).description,
            "H": try #require(donations.compactMap(\.person).first).description,
        ]
        return query.split(separator: "&").map { pair in
            let sides = pair.split(separator: "=")
            guard sides.count == 2, let number = numbers[String(sides[1])] else {
                return String(pair)
            }
            return "\(sides[0])=\(number)"
        }.joined(separator: "&")
    }

    @Test func `what holds is said in words, and can be taken away by itself`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let page = try await web.page(
                "/donations?giver=36110&amount_min=1.5%EB%A7%8C&origin=reported&columns=day",
                as: .clerk
            ).text
            for text in ["기부자의 지자체 세종특별자치시", "최소 금액 15,000원", ">공표<"] {
                #expect(page.contains(text), "\(text)")
            }
            #expect(
                page.contains("href=\"/donations?giver=36110&amp;origin=reported&amp;columns=day\"")
            )
            #expect(page.contains("<details open=\"open\">"))
            // A form of its own would leave the columns behind.
            #expect(page.contains("<input type=\"hidden\" name=\"columns\" value=\"day\"/>"))
            #expect(!page.contains("name=\"participation\""))
            let none = try await web.page("/donations?amount_min=1%EC%96%B5", as: .clerk).text
            #expect(none.contains("조건에 맞는 기부가 없습니다."))
            let plain = try await web.page("/donations", as: .clerk).text
            #expect(plain.contains("<details><summary>조건 더</summary>"))
        }
    }

    @Test func `a log that is yet to grow is shown by the size it has`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            _ = try await web.test.publish()
            let asked = "donations?as_of=999999999"
            let told = try await web.get(asked, as: .auditor).value["log_size"]
            guard case .integer(let size)? = told, size > 3 else {
                Issue.record("\(String(describing: told))")
                return
            }
            let page = try await web.page("/" + asked, as: .auditor).text
            #expect(page.contains(">기준 시점 \(size)<"))
            #expect(page.contains("name=\"as_of\" value=\"\(size)\""))
            let earlier = try await web.page("/donations?as_of=3", as: .auditor).text
            #expect(earlier.contains(">기준 시점 3<"))
            let day = try await web.page("/donations?as_of=2999-01-01", as: .auditor).text
            #expect(day.contains(">기준 시점 2999-01-01<"))
        }
    }

    @Test(arguments: [
        ("amount_min=many", "최소 금액"), ("giver=nowhere", "기부자의 지자체"), ("channel=x", "접수 경로"),
        ("relay=7", "챌린지"), ("period=soon", "기간"), ("as_of=once", "기준 시점"),
    ])
    func `a condition that nobody can read is left out and named`(
        query: String, title: String
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let page = try await web.page("/donations?\(query)&from=2023-01-01", as: .auditor)
            #expect(page.status == .badRequest)
            #expect(page.text.contains("읽지 못한 조건") && page.text.contains("<li>\(title): "))
            #expect(!numbers(page.text).isEmpty)
        }
    }

    @Test(arguments: [
        ("standin", "csv", "status"), ("", "pdf", "format"), ("standing", "", "format"),
    ])
    func `an export of a state or in a format that there is not is refused`(
        status: String, format: String, field: String
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let cookie = try await web.signIn(.clerk)
            try await Browser.with(web) { client in
                let browser = Browser(client)
                browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
                let answer = try await browser.fill(
                    DonationExportPage.path,
                    ["status": status, "format": format, "reason": "점검"])
                #expect(answer.status == .unprocessableContent)
                #expect(answer.headers[.contentDisposition] == nil)
                #expect(answer.text.contains("href=\"#\(EntryField.id(of: field))\""))
                let asked = try await browser.open("\(DonationExportPage.path)?status=\(status)")
                #expect((asked.status == .ok) == (field != "status"))
            }
        }
    }

    @Test func `the export takes the conditions of the list`() async throws {
        try await LedgerInterface.with(loaded: true) { web in
            let cookie = try await web.signIn(.clerk)
            let known = try await web.get("donations?giver=36110&period=2023", as: .clerk)
            let listed = Set(try known.items.compactMap { $0["no"]?.string })
            try await Browser.with(web) { client in
                let browser = Browser(client)
                browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
                let list = try await browser.open("/donations?giver=36110&period=2023")
                let link = "/donations/export?giver=36110&amp;period=2023"
                #expect(list.text.contains(link))
                let form = try await browser.open(link.replacing("&amp;", with: "&"))
                #expect(form.text.contains("value=\"36110\"") && form.text.contains("\"2023\""))
                let reason = ("reason", "점검")
                let token = try #require(
                    Browser.token(in: form.text, for: DonationExportPage.path))
                let file = try await browser.post(
                    DonationExportPage.path, token: token,
                    pairs: [("format", "csv"), reason, ("giver", "36110"), ("period", "2023")])
                #expect(file.status == .ok)
                let rows = Set(file.text.matches(of: /D-\d{4}-\d{6}/).map { String($0.0) })
                #expect(rows == listed)
                #expect(!rows.isEmpty)
                let faulty = try await browser.post(
                    DonationExportPage.path, token: token,
                    pairs: [("format", "csv"), reason, ("amount_min", "많이")])
                #expect(faulty.status == .unprocessableContent)
                #expect(faulty.text.contains("보기처럼 쓰십시오"))
                #expect(!faulty.text.contains("openapi"))
            }
        }
    }
}
