import HTTPTypes
import Hometown
import HummingbirdTesting
import Interchange
import Ledger
import TestSupport
import Testing

@testable import Web

/// What a clerk types besides donations: agreements, people, links, bars, and corrections with what
/// they would bring.
@Suite struct EntryFormTests {
    private func with(
        _ role: Role = .clerk,
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, role, web))
            }
        }
    }

    @Test func `an agreement is recorded with parties, signatories, fields and a document`()
        async throws
    {
        try await with { web, browser in
            let more = try await browser.fill(
                "/agreements/new",
                ["key": "m", "more": "1", "parties[1].government": "대전광역시", "signed_on": "5월"])
            #expect(more.status == .ok && more.text.contains("parties[3].government"))
            let bad = try await browser.fill(
                "/agreements/new",
                [
                    "key": "a", "signed_on": "2026-03-02", "kind": "friendship",
                    "parties[0].government": "중구", "parties[2].government": "없는시",
                    "parties[2].signatory_name": "아무도아님", "fields[0].name_en": "Tourism",
                ])
            #expect(bad.status == .unprocessableContent)
            for field in ["parties-2--signatory_name", "fields-0--name_ko"] {
                #expect(bad.text.contains("href=\"#f-\(field)\""), "\(field)")
            }
            // What is wrong is told in the order in which the fields are filled in.
            let told = bad.text.matches(of: /href="#(f-[^"]*)"/).map { String($0.output.1) }
            let places = told.compactMap { bad.text.firstRange(of: " id=\"\($0)\"")?.lowerBound }
            #expect(places.count == 2 && places == places.sorted(), "\(told)")
            #expect(bad.text.contains(">1번 분야 분야(한국어): 필수 항목입니다."))
            let good = try await browser.fill(
                "/agreements/new",
                [
                    "key": "b", "signed_on": "2026-03-02", "kind": "friendship",
                    "title_ko": "우호교류 협약", "title_en": "Friendship agreement",
                    "parties[0].government": "세종특별자치시", "parties[0].signatory_name": "최민호",
                    "parties[2].government": "대전광역시", "fields[0].name_ko": "관광",
                    "fields[0].name_en": "Tourism", "documents[0].kind": "notice",
                    "documents[0].title_ko": "보도자료", "documents[0].title_en": "Release",
                    "documents[0].link": "https://example.org/r", "source.outlet": "시청",
                ])
            #expect(good.status == .seeOther, "\(good.text)")
            let made = try #require(
                try await web.test.ledger.newestAgreements(rowsMax: 1).first)
            #expect(made.parties.count == 2 && made.fields.count == 1)
            #expect(made.agreement.signatories.compactMap(\.self).count == 1)
            #expect(made.documents.count == 1 && made.claims.count == 1)
        }
    }

    @Test func `problems are told in the order of the fields, what concerns the whole first`() {
        var problems = EntryProblems(Phrases(language: .korean))
        for (field, text) in [("b", "2"), ("x", "4"), ("a", "1"), ("", "0"), ("b", "3")] {
            problems.add(field, text)
        }
        let told = problems.inOrder(of: ["a", "b"]).found.map { $0.text }
        #expect(told == ["0", "1", "2", "3", "4"])
    }

    @Test func `what is not said in English is kept as it is in Korean`() async throws {
        try await with { web, browser in
            let sent = try await browser.fill(
                "/agreements/new",
                [
                    "key": "a", "signed_on": "2026-03-02", "kind": "friendship",
                    "title_ko": "우호교류 협약", "title_en": " ", "place_ko": "세종시청",
                    "parties[0].government": "세종특별자치시",
                    "parties[1].government": "대전광역시", "fields[0].name_ko": "관광",
                ])
            #expect(sent.status == .seeOther, "\(sent.text)")
            let made = try #require(
                try await web.test.ledger.newestAgreements(rowsMax: 1).first)
            #expect(made.agreement.title == Bilingual("우호교류 협약", "우호교류 협약"))
            #expect(made.fields.map(\.name) == [Bilingual("관광", "관광")])
        }
    }

    @Test func `a side of an exchange has the day at the top, and an empty one still waits`()
        async throws
    {
        try await with { web, browser in
            let sides: KeyValuePairs = [
                "key": "a", "occasion": "yearly", "on": "2026-03-02",
                "legs[0].from": "세종특별자치시", "legs[0].to": "대전광역시", "legs[0].people": "12",
                "legs[1].from": "대전광역시", "legs[1].to": "세종특별자치시",
            ]
            let sent = try await browser.fill("/exchanges/new", sides)
            let place = try #require(sent.headers[.location], "\(sent.text)")
            let id = try #require(Identifier(place.replacing("/exchanges/new?after=", with: "")))
            let legs = try #require(try await web.test.ledger.exchange(id)?.legs)
            #expect(legs.count == 2)
            for leg in legs {
                #expect(leg.happenedOn == (leg.people == 12 ? EventDate("2026-03-02") : nil))
            }
            let unsaid = try await browser.fill(
                "/exchanges/new",
                [
                    "key": "c", "occasion": "yearly", "on": "2026-03-02",
                    "legs[0].from": "세종특별자치시", "legs[0].to": "대전광역시",
                    "legs[0].donations[0].donor": "최민호",
                ])
            #expect(unsaid.status == .unprocessableContent)
            #expect(unsaid.text.contains("href=\"#f-legs-0--donations-0--amount\""))
            let undated = try await browser.fill(
                "/exchanges/new",
                [
                    "key": "b", "occasion": "yearly", "on": "", "legs[0].from": "세종특별자치시",
                    "legs[0].to": "대전광역시", "legs[0].people": "12",
                ])
            #expect(undated.status == .unprocessableContent)
            #expect(undated.text.contains("href=\"#f-on\""))
            #expect(!undated.text.contains("(on)"))
        }
    }

    @Test func `a person is recorded with an office, and gets another`() async throws {
        try await with { web, browser in
            let answer = try await browser.fill(
                "/people/new",
                [
                    "key": "a", "name_ko": "박새로", "name_en": "Park Sae-ro",
                    "offices[0].title_ko": "부산광역시장", "offices[0].title_en": "Mayor of Busan",
                    "offices[0].government": "부산광역시", "offices[0].held_from": "2022-07-01",
                ])
            #expect(answer.status == .seeOther, "\(answer.text)")
            let page = try #require(answer.headers[.location])
            let undated = try await browser.fill(
                page + "/office", ["key": "b", "title_ko": "의원", "title_en": "Member"])
            #expect(undated.status == .unprocessableContent)
            #expect(undated.text.contains("href=\"#f-known_on\""))
            let second = try await browser.fill(
                page + "/office",
                [
                    "key": "c", "title_ko": "의원", "title_en": "Member",
                    "known_on": "2021-01-02",
                ])
            #expect(second.headers[.location] == page)
            let id = try #require(Identifier(page.replacing("/people/", with: "")))
            let person = try #require(
                try await web.test.ledger.people(ids: [id]).first)
            #expect(person.offices.count == 2)
            let term = try #require(person.offices.first { $0.heldFrom != nil })
            let end = page + "/offices/\(term.id)/end"
            #expect(try await browser.open(page).text.contains("href=\"\(end)\""))
            let silent = try await browser.fill(end, ["key": "d", "ends_on": "2026-07-01"])
            #expect(silent.text.contains("href=\"#f-reason\""))
            let ended = try await browser.fill(
                end, ["key": "e", "ends_on": "2026-07-01", "reason": "임기 만료"])
            #expect(ended.headers[.location] == page, "\(ended.text)")
            #expect(try await browser.open(page).text.contains("2026. 7. 1."))
        }
    }

    @Test func `a donation is linked to an exchange because somebody says so, and unlinked`()
        async throws
    {
        try await with { web, browser in
            let ledger = web.test.ledger
            let exchange = try await web.add(
                "exchanges",
                #"""
                {"occasion":"signing","on":"2026-03-02","legs":[
                {"from":"36110","to":"30000","on":"2026-03-02","people":1},
                {"from":"30000","to":"36110"}]}
                """#, key: "e")
            let donation = try await web.post(
                "donations",
                #"""
                {"origin":"reported","donor_name":"최민호","donor_key":"k","donor_kind":"person",
                "recipient":"30000","amount":100000,"donated_on":"2026-03-03"}
                """#, key: "d")
            let number = try #require(try donation.value["no"]?.string, "\(donation.text)")
            let path = "/exchanges/\(exchange)/links"
            let id = try #require(Identifier(exchange))
            let legs = try #require(try await ledger.exchange(id)?.legs)
            let unknown = try await browser.fill(path, ["key": "a", "donation_no": "D-2026-9"])
            #expect(unknown.status == .unprocessableContent)
            let linked = try await browser.fill(
                path, ["key": "b", "donation_no": number, "leg_id": "\(legs[0].id)"])
            #expect(linked.status == .seeOther, "\(linked.text)")
            let twice = try await browser.fill(
                path, ["key": "c", "donation_no": number, "leg_id": "\(legs[0].id)"])
            #expect(twice.status == .unprocessableContent)
            #expect(twice.text.contains("href=\"#f-donation_no\""))
            let silent = try await browser.fill(
                path, ["key": "e", "donation_no": number, "linked": "no"])
            #expect(silent.text.contains("href=\"#f-reason\""))
            let unlinked = try await browser.fill(
                path, ["key": "f", "donation_no": number, "linked": "no", "reason": "다른 기부"])
            #expect(unlinked.status == .seeOther, "\(unlinked.text)")
        }
    }

    @Test func `a bar is recorded by a manager at its government`() async throws {
        try await with(.manager) { web, browser in
            let path = "/governments/30000/bar"
            let bad = try await browser.fill(
                path, ["key": "a", "valid_from": "2026-05-01", "valid_to": "2026-04-01"])
            #expect(bad.status == .unprocessableContent)
            let good = try await browser.fill(
                path,
                [
                    "key": "b", "valid_from": "2026-05-01", "valid_to": "2026-08-01",
                    "reason": "모금 방법 위반",
                ])
            #expect(good.headers[.location] == "/governments/30000", "\(good.text)")
            let bar = try #require(try await web.test.ledger.bars(rowsMax: 5).first)
            let ended = try await browser.fill(
                "/governments/30000/bars/\(bar.id)/end",
                ["key": "c", "ends_on": "2026-06-01", "reason": "해제"])
            #expect(ended.headers[.location] == "/governments/30000", "\(ended.text)")
            let page = try await browser.open("/governments/30000")
            #expect(page.text.contains("2026. 5. 1.∼5. 31.") && page.text.contains("해제"))
        }
    }

    @Test func `a correction shows what it would bring, and the way back doubles nothing`()
        async throws
    {
        try await with { web, browser in
            let given = try await web.test.give(300_000, key: "gift")
            let id = try #require(given.receipt?.id)
            let path = "/donations/\(id)/correct"
            let first: KeyValuePairs = [
                "key": "first", "version": "0", "action": "amend",
                "changes.donated_on": "2026-03-02", "changes.recipient": "세종특별자치시",
                "changes.amount": "500000", "reason": "금액을 잘못 적음",
            ]
            let preview = try await browser.fill(path, first)
            #expect(preview.status == .ok, "\(preview.text)")
            for text in ["500,000", "300,000", "+200,000원", "남는 금액", "센 보고는 아직 없습니다"] {
                #expect(preview.text.contains(text), "\(text)")
            }
            #expect(try await web.test.ledger.corrections(of: id)?.isEmpty == true)
            let over = try await browser.fill(
                path,
                [
                    "key": "over", "version": "0", "action": "amend",
                    "changes.amount": "3000만", "reason": "잘못",
                ])
            #expect(over.status == .unprocessableContent)
            #expect(over.text.contains("href=\"#f-changes-amount\""))
            let confirmed = Array(first.map { ($0.key, $0.value) }) + [("confirm", "1")]
            let token = try #require(
                Browser.token(in: try await browser.open(path).text, for: path))
            func confirm() async throws -> TestResponse {
                try await browser.post(path, token: token, pairs: confirmed)
            }
            let done = try await confirm()
            let after = try #require(try await web.test.ledger.donation(id))
            let taker = try #require(after.settlement.replacement)
            #expect(
                done.headers[.location] == "/donations/\(taker)?done=corrected", "\(done.text)")
            #expect(try await browser.open("/donations/\(id)").text.contains("정정됨"))
            // Back, and the same button once more.
            let again = try await confirm()
            #expect(again.headers[.location] == done.headers[.location])
            #expect(try await web.test.ledger.corrections(of: id)?.count == 1)
            // Further back, and the form as it was filled in before.
            let stale = try await browser.fill(path, first)
            #expect(stale.status == .unprocessableContent)
            #expect(try await web.test.ledger.corrections(of: id)?.count == 1)
        }
    }

    @Test func `a pasted list with a resident number comes back without it, and is not kept`()
        async throws
    {
        try await with { web, browser in
            let number = "900101" + "-" + "1234567"
            let list = ImportRouteTests.list.replacing("2026-1", with: number)
            let answer = try await browser.fill("/imports/new", ["list": list])
            #expect(answer.status == .unprocessableContent, "\(answer.text)")
            #expect(answer.text.contains("2행에 주민등록번호가 있어"))
            #expect(!answer.text.contains(number) && answer.text.contains("******-*******"))
            let account = try #require(try await web.test.ledger.account(login: "user-clerk"))
            #expect(try await web.test.ledger.waitingImports(of: account.id).isEmpty)
        }
    }

    @Test func `a list that was cut at the wrong delimiter is cut anew as somebody says`()
        async throws
    {
        try await with { web, browser in
            // The title has the only comma.
            let list = "기부 현황, 3월\r\n" + ImportRouteTests.list.replacing(",", with: ";")
            let sent = try await browser.fill("/imports/new", ["list": list])
            let path = try #require(sent.headers[.location], "\(sent.text)")
            let cut = try await browser.open(path).text
            #expect(cut.contains(#"<option value="44" selected"#))
            #expect(cut.contains(#"name="column[1]""#) && !cut.contains(#"name="column[2]""#))
            let told = try await browser.fill(path, ["delimiter": "59"])
            #expect(told.status == .seeOther && told.headers[.location] == path)
            let anew = try await browser.open(path).text
            #expect(anew.contains(#"<option value="59" selected"#))
            #expect(anew.contains(#"name="column[8]""#))
            let matched = try await browser.fill(path, ["delimiter": "59"])
            #expect(matched.headers[.location] == path + "/preview", "\(matched.text)")
        }
    }

    @Test func `what was just recorded is taken back, or waits where two people decide`()
        async throws
    {
        try await LedgerInterface.with { web in
            try await Browser.with(web) { client in
                let browser = try await Browser.signedIn(client, .clerk, web)
                func undo(_ id: String) async throws -> String? {
                    let answer = try await browser.fill(
                        "/donations/new?after=\(id)", ["key": id],
                        sentTo: "/donations/\(id)/undo")
                    #expect(answer.status == .seeOther, "\(answer.text)")
                    return answer.headers[.location]
                }
                let first = try await web.add("donations", DonationRouteTests.body, key: "1")
                #expect(try await undo(first) == "/donations/new")
                let gone = try await web.get("donations/\(first)", as: .clerk).value
                #expect(gone["status"] == "reversed")
                let second = try await web.add("donations", DonationRouteTests.body, key: "2")
                try await web.test.closeMarch()
                #expect(try await undo(second) == "/donations/\(second)?done=awaited")
                let waiting = try await web.get("donations/\(second)", as: .clerk).value
                #expect(waiting["status"] == "standing")
            }
        }
    }

    @Test func `an import is finished by another daemon, once`() async throws {
        try await with { web, browser in
            let ledger = web.test.ledger
            let account = try #require(try await ledger.account(login: "user-clerk"))
            let bytes = Array(ImportRouteTests.list.utf8)
            let draft = ImportDraft(source: MemoryBytes(bytes), fileName: "목록.csv")
            let id = try await ledger.keepUpload(draft, bytes: bytes, by: account.id)
            let today = try await browser.open("/")
            #expect(today.text.contains("/imports/new/\(id)"))
            // Somebody pressed the button, and the daemon died before anything happened.
            try await ledger.readUpload(id, of: account.id, as: draft, isBegun: true)
            let second = try await LedgerInterface(web.test)
            let cookie: HTTPFields = [.cookie: try await web.signIn(.clerk)]
            let path = "/imports/new/\(id)/result"
            let other = try await second.interface.ask(.get, path, headers: cookie)
            #expect(other.status == .seeOther, "\(other.text)")
            #expect(other.headers[.location]?.hasPrefix("/imports/") == true)
            let first = try await browser.open(path)
            #expect(first.headers[.location] == other.headers[.location])
            #expect(try await ledger.imports(rowsMax: 5).count == 1)
            #expect(try await ledger.waitingImports(of: account.id).isEmpty)
        }
    }
}
