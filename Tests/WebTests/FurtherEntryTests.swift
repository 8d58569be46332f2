import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// What clerks and coordinators do seldom: the folded parts of the forms, the list of what waits,
/// and which claim is followed.
@Suite struct FurtherEntryTests {
    private func with(
        _ role: Role, _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, role, web))
            }
        }
    }

    /// Taken in at a counter on the day, with all four checks.
    private static let intake: [(String, String)] = [
        ("origin", "intake"), ("donated_on", "2026-03-02"), ("donor_key", "창구 7"),
        ("residence", "11710"), ("residence_basis", "document_submitted"), ("checked", "true"),
        ("pledge_no", "기탁서 7"), ("channel", "bank_counter"), ("own_name", "true"),
        ("recipient", "36110"), ("amount", "100000"), ("employer", "none"),
    ]

    private func send(
        _ browser: Browser, key: String, _ more: [(String, String)]
    ) async throws -> TestResponse {
        let path = "/donations/new"
        let token = try #require(Browser.token(in: try await browser.open(path).text, for: path))
        let names = Set(more.map(\.0))
        let pairs = FurtherEntryTests.intake.filter { !names.contains($0.0) } + more
        return try await browser.post(path, token: token, pairs: [("key", key)] + pairs)
    }

    private func donation(
        _ answer: TestResponse, in web: LedgerInterface
    ) async throws -> RecordedDonation {
        let place = try #require(answer.headers[.location], "\(answer.text)")
        let id = try #require(Identifier(place.replacing("/donations/new?after=", with: "")))
        return try #require(try await web.test.ledger.donation(id))
    }

    @Test func `purpose, project, gift and its refusal are taken from the folded part`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let project = try await web.add(
                "projects",
                #"""
                {"government":"36110","name_ko":"아이돌봄","name_en":"Child care","purpose":1,
                "open_from":"2026-01-01"}
                """#, key: "p")
            let form = try await browser.open("/donations/new")
            #expect(form.text.contains("<details class=\"block\">"))
            #expect(form.text.contains("아이돌봄"))
            let sent = try await send(
                browser, key: "a",
                [
                    ("purpose", "1"), ("project_id", project), ("gift_wanted", "true"),
                    ("gift_kind", "local_product"), ("gift_value", "30000"),
                ])
            let made = try await donation(sent, in: web)
            #expect(made.receiving.purpose == .welfareAndYouth)
            #expect(made.receiving.project == Identifier(project))
            #expect(made.receiving.gift?.value == Won(30_000))
            let page = try await browser.open("/donations/\(made.id)")
            for text in ["아이돌봄", "지역 특산품, 30,000원, 희망함", "이 기부를 센 보고는 아직"] {
                #expect(page.text.contains(text), "\(text)")
            }
            let declined = try await send(
                browser, key: "b", [("gift_wanted", "false"), ("gift_value", "10000")])
            #expect(declined.status == .unprocessableContent)
            #expect(declined.text.contains("받지 않겠다고"))
            #expect(declined.text.contains("<details class=\"block\" open=\"open\">"))
            let none = try await send(browser, key: "c", [("gift_wanted", "false")])
            #expect(try await donation(none, in: web).receiving.gift?.isWanted == false)
        }
    }

    @Test func `an interest refuses, and money already taken is kept with its ground`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let refused = try await send(browser, key: "a", [("interest", "true")])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("이해관계가 있는 지자체"))
            let employed = try await send(browser, key: "e", [("employer", "36110")])
            #expect(employed.status == .unprocessableContent)
            let sent = try await send(
                browser, key: "b",
                [("interest", "true"), ("received_unlawful", "name_or_relation")])
            let made = try await donation(sent, in: web)
            #expect(made.status == .returnDue && made.receiving.hasInterest == true)
            let page = try await browser.open("/donations/\(made.id)")
            #expect(page.text.contains("3. 타인 명의·이해관계"))
            let list = try await browser.open("/worklist")
            #expect(list.text.contains("반환 대상 1건") && list.text.contains(made.no))
            let today = try await browser.open("/")
            #expect(today.text.contains("/worklist#unlawful_receipt_open"))
        }
    }

    @Test func `a check that failed is sent by itself, and a warning is told when it is saved`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let failed = try await send(browser, key: "a", [("check_person", "failed")])
            #expect(failed.status == .unprocessableContent, "\(failed.text)")
            let sent = try await send(browser, key: "b", [("residence", "none")])
            let made = try await donation(sent, in: web)
            let place = try #require(sent.headers[.location])
            for path in [place, "/donations/\(made.id)"] {
                let page = try await browser.open(path)
                #expect(page.text.contains("국내 주소지가 없습니다."), "\(path)")
            }
        }
    }

    /// The fields that a refused form names above itself, in their order.
    private func blamed(_ answer: TestResponse) -> [String] {
        answer.text.matches(of: /<li><a href="#f-([a-z_]+)">/).map { String($0.output.1) }
    }

    @Test func `an amount that nobody typed is asked for, and only the word means undisclosed`()
        async throws
    {
        try await with(.clerk) { web, browser in
            func report(_ key: String, _ amount: String) async throws -> TestResponse {
                try await browser.fill(
                    "/donations/new",
                    [
                        "key": key, "origin": "reported", "donor": "최민호",
                        "recipient": "대전광역시", "donated_on": "2026-03-02", "amount": amount,
                    ])
            }
            let silent = try await report("a", " ")
            #expect(silent.status == .unprocessableContent)
            #expect(blamed(silent) == ["amount"])
            #expect(silent.text.contains("공개되지 않았으면 미공개라고 쓰십시오."))
            let said = try await report("b", "미공개")
            #expect(try await donation(said, in: web).amount == nil)
        }
    }

    @Test func `each problem stands at the field that is empty, and at no other`() async throws {
        try await with(.clerk) { _, browser in
            for field in ["amount", "residence", "residence_basis", "pledge_no", "channel"] {
                let sent = try await send(browser, key: field, [(field, "")])
                #expect(sent.status == .unprocessableContent)
                #expect(blamed(sent) == [field], "\(field)")
                #expect(!sent.text.contains("(법 제2조)"))
            }
            let place = try await send(browser, key: "p", [("channel", "public_place")])
            #expect(blamed(place) == ["channel_name"])
            let unread = try await send(browser, key: "u", [("amount", "10.5")])
            #expect(blamed(unread) == ["amount"] && !unread.text.contains("법 제2조"))
            let number = try await send(
                browser, key: "n", [("donor_key", "900101" + "-" + "1234567")])
            #expect(blamed(number) == ["donor_key"])
            #expect(!number.text.contains("기부자를 쓰십시오"))
        }
    }

    @Test func `a correction changes donor, channel, receipt and gift too`() async throws {
        try await with(.clerk) { web, browser in
            let made = try await donation(try await send(browser, key: "a", []), in: web)
            let path = "/donations/\(made.id)/correct"
            let form = try await browser.open(path)
            #expect(form.text.contains("name=\"changes.official_receipt_no\""))
            #expect(!form.text.contains("changes.project_id"), "what designates stays (R25)")
            let fields: KeyValuePairs = [
                "key": "c", "version": "0", "action": "amend", "changes.channel": "public_place",
                "changes.channel_name": "시청 민원실", "changes.official_receipt_no": "2026-77",
                "changes.gift_kind": "local_voucher", "changes.gift_value": "20000",
                "reason": "창구를 잘못 적음",
            ]
            let preview = try await browser.fill(path, fields)
            for text in ["시청 민원실", "2026-77", "지역사랑상품권, 20,000원"] {
                #expect(preview.text.contains(text), "\(text): \(preview.text)")
            }
            let token = try #require(
                Browser.token(in: try await browser.open(path).text, for: path))
            let done = try await browser.post(
                path, token: token, pairs: fields.map { ($0.key, $0.value) } + [("confirm", "1")])
            #expect(done.status == .seeOther, "\(done.text)")
            let after = try #require(try await web.test.ledger.donation(made.id))
            let id = try #require(after.settlement.replacement)
            let amended = try #require(try await web.test.ledger.donation(id))
            #expect(amended.channel == .publicPlace && amended.channelName == "시청 민원실")
            #expect(amended.receiving.officialReceiptNo == "2026-77")
            let stranger = try await browser.fill(
                "/donations/\(id)/correct",
                [
                    "key": "d", "version": "0", "action": "amend", "donor": "아무도아님",
                    "reason": "기부자를 잘못 적음",
                ])
            #expect(stranger.status == .unprocessableContent)
            #expect(stranger.text.contains("href=\"#f-donor\""))
        }
    }

    @Test func `what was settled is restored, and nothing that it does not need is asked`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let made = try await donation(try await send(browser, key: "a", []), in: web)
            let path = "/donations/\(made.id)/correct"
            let amendment: KeyValuePairs = [
                "key": "c", "version": "0", "action": "amend", "changes.amount": "120000",
                "reason": "금액을 잘못 적음", "confirm": "1",
            ]
            let amended = try await browser.fill(path, amendment)
            #expect(amended.status == .seeOther, "\(amended.text)")
            let settled = try #require(try await web.test.ledger.donation(made.id))
            let taker = try #require(settled.settlement.replacement)
            // The form as it opens, and as it comes back to somebody who amends it meanwhile.
            let late = try await browser.fill(
                path,
                [
                    "key": "late", "version": "0", "action": "amend", "changes.amount": "130000",
                    "reason": "금액을 잘못 적음", "confirm": "1",
                ])
            #expect(late.status == .unprocessableContent)
            for text in [try await browser.open(path).text, late.text] {
                #expect(text.contains("href=\"/donations/\(taker)\""), "\(text)")
                #expect(text.contains("value=\"restore\" checked"), "\(text)")
                for name in ["changes.amount", "changes.channel", "ground", "returned_on"] {
                    #expect(!text.contains("name=\"\(name)\""), "\(name)")
                }
            }
            let restoration: KeyValuePairs = [
                "key": "r", "version": "1", "action": "restore", "reason": "정정을 잘못함",
            ]
            let preview = try await browser.fill(path, restoration)
            #expect(preview.status == .ok && preview.text.contains("name=\"confirm\""))
            let token = try #require(
                Browser.token(in: try await browser.open(path).text, for: path))
            let done = try await browser.post(
                path, token: token,
                pairs: restoration.map { ($0.key, $0.value) } + [("confirm", "1")])
            #expect(
                done.headers[.location] == "/donations/\(made.id)?done=restored", "\(done.text)")
            #expect(try await web.test.ledger.donation(made.id)?.status == .standing)
            #expect(try await web.test.ledger.donation(taker)?.status == .reversed)
        }
    }

    @Test func `a correction changes interest, consent and single checks as they were entered`()
        async throws
    {
        try await with(.clerk) { web, browser in
            let sent = try await send(
                browser, key: "a",
                [("interest", "true"), ("received_unlawful", "name_or_relation")])
            let made = try await donation(sent, in: web)
            let path = "/donations/\(made.id)/correct"
            let form = try await browser.open(path)
            for name in [
                "interest", "consent", "pledge_no", "check_resident", "check_person",
                "check_annual_total", "check_gift_wish", "residence_checked_on",
            ] {
                #expect(form.text.contains("name=\"changes.\(name)\""), "\(name)")
            }
            #expect(form.text.contains("value=\"기탁서 7\""))
            let changes: KeyValuePairs = [
                "key": "c", "version": "0", "action": "amend", "changes.interest": "false",
                "changes.consent": "true", "changes.check_resident": "passed",
                "changes.check_person": "failed", "changes.check_annual_total": "passed",
                "changes.check_gift_wish": "passed", "changes.pledge_no": "기탁서 7",
                "reason": "본인 확인을 다시 함",
            ]
            let preview = try await browser.fill(path, changes)
            for text in [
                "부적합, 서류 확인, 2026. 3. 2.", "동의함", "<td data-label=\"지금\">있음</td>",
                "<td data-label=\"그 뒤\">없음</td>",
            ] {
                #expect(preview.text.contains(text), "\(text): \(preview.text)")
            }
            #expect(!preview.text.contains("연간 기부 총액"), "what stays as it is is not told")
            let token = try #require(
                Browser.token(in: try await browser.open(path).text, for: path))
            let done = try await browser.post(
                path, token: token, pairs: changes.map { ($0.key, $0.value) } + [("confirm", "1")])
            #expect(done.status == .seeOther, "\(done.text)")
            let after = try #require(try await web.test.ledger.donation(made.id))
            let id = try #require(after.settlement.replacement)
            let receiving = try #require(try await web.test.ledger.donation(id)).receiving
            #expect(receiving.hasInterest == false && receiving.checks?.hasConsent == true)
            #expect(receiving.checks?.person?.result == .failed)
            #expect(receiving.checks?.annualTotal == made.receiving.checks?.annualTotal)
            #expect(receiving.checks?.pledge == "기탁서 7")
        }
    }

    @Test func `another donor is checked anew, and nobody guesses on what basis`() async throws {
        try await with(.clerk) { web, browser in
            let made = try await donation(try await send(browser, key: "a", []), in: web)
            let path = "/donations/\(made.id)/correct"
            let changes = [
                ("version", "0"), ("action", "amend"), ("changes.donor_key", "창구 9"),
                ("changes.residence", "11680"), ("changes.employer", "none"),
                ("changes.check_resident", "passed"), ("changes.check_person", "passed"),
                ("changes.check_annual_total", "passed"), ("changes.check_gift_wish", "passed"),
                ("changes.pledge_no", "기탁서 7"), ("reason", "기부자를 잘못 적음"),
            ]
            let token = try #require(
                Browser.token(in: try await browser.open(path).text, for: path))
            let unsaid = try await browser.post(path, token: token, pairs: [("key", "b")] + changes)
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.text.contains("href=\"#f-changes-residence_basis\""))
            let all =
                changes + [
                    ("changes.residence_basis", "document_submitted"),
                    ("changes.residence_checked_on", "2026-03-02"), ("confirm", "1"),
                ]
            let looked = try await browser.post(
                path, token: token, pairs: [("key", "c")] + all.dropLast())
            #expect(looked.status == .ok)
            #expect(looked.text.contains("data-label=\"지금\">서울특별시 송파구<"))
            #expect(looked.text.contains("data-label=\"그 뒤\">서울특별시 강남구<"))
            let done = try await browser.post(path, token: token, pairs: [("key", "c")] + all)
            #expect(done.status == .seeOther, "\(done.text)")
            let after = try #require(try await web.test.ledger.donation(made.id))
            let id = try #require(after.settlement.replacement)
            let amended = try #require(try await web.test.ledger.donation(id))
            #expect(amended.receiving.checks == made.receiving.checks)
            #expect(amended.status == .standing)
        }
    }

    @Test func `a coordinator follows one of two claims with a reason`() async throws {
        try await with(.coordinator) { web, browser in
            let ledger = web.test.ledger
            let relay = try #require(try await ledger.relays(rowsMax: 1).first?.id)
            let run = try #require(try await ledger.relay(relay)?.participations.last)
            for (outlet, day) in [("가신문", "2023-04-03"), ("나신문", "2023-04-04")] {
                let source = try await web.add(
                    "sources", #"{"outlet":"\#(outlet)","language":"ko"}"#, key: "s-\(day)")
                let said = try await web.post(
                    "claims",
                    #"""
                    {"subject":"\#(run.id)",
                    "claims":[{"source":"\#(source)","attribute":"on","value":"\#(day)"}]}
                    """#, as: .coordinator, key: "c-\(day)")
                #expect(said.status == .created, "\(said.text)")
            }
            let page = "/relays/\(relay)/participations/\(run.id)"
            let path = "/relays/\(relay)/claims/\(run.id)"
            #expect(try await browser.open(page).text.contains(path))
            let claims = try #require(try await ledger.relay(relay)).claims.filter {
                $0.subject == run.id && $0.value != nil
            }
            let chosen = try #require(claims.last)
            let unsaid = try await browser.fill(path, ["key": "a", "claim": "\(chosen.place)"])
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.text.contains("href=\"#f-reason\""))
            let unknown = try await browser.fill(
                path, ["key": "b", "claim": "999999/0", "reason": "나중 기사"])
            #expect(unknown.text.contains("href=\"#f-claim\""))
            let done = try await browser.fill(
                path, ["key": "c", "claim": "\(chosen.place)", "reason": "나중 기사"])
            #expect(done.headers[.location] == page, "\(done.text)")
            let after = try #require(try await ledger.relay(relay))
            #expect(!after.disputedRuns.contains(run.id))
            #expect(after.participations.last?.happenedOn?.text == chosen.value)
            let told = "나중 기사, \(Role.coordinator.title.korean)"
            for place in [page, path] {
                #expect(try await browser.open(place).text.contains(told), "\(place)")
            }
        }
    }
}
