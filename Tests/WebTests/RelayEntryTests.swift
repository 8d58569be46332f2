import HTTPTypes
import Hometown
import HummingbirdTesting
import Ledger
import TestSupport
import Testing

@testable import Web

/// What a coordinator types of a relay: runs, nominations and what became of them.
@Suite struct RelayEntryTests {
    private static let answering = ParticipationEntryPage.answeringField

    private func relay(_ web: LedgerInterface) async throws -> RelayRecord {
        let id = try #require(try await web.test.ledger.relays(rowsMax: 1).first?.id)
        return try #require(try await web.test.ledger.relay(id))
    }

    /// Records runs and offices through the console's forms.
    private func with(
        _ role: Role = .coordinator,
        _ body: @Sendable @escaping (LedgerInterface, Browser) async throws -> Void
    ) async throws {
        try await LedgerInterface.with(loaded: true) { web in
            try await Browser.with(web) { client in
                try await body(web, try await Browser.signedIn(client, role, web))
            }
        }
    }

    @Test func `a run is recorded with its proof, who comes next, its gift and its source`()
        async throws
    {
        try await with { web, browser in
            let before = try await relay(web)
            let open = try #require(before.nominations.first { $0.nomination.isWaiting })
            let path = ParticipationEntryPage.path(before.relay.id)
            let page = try await browser.open(path + "?nomination=\(open.id)")
            #expect(page.text.contains("value=\"이명수\""))
            let hash = String(repeating: "ab", count: 32)
            let fields: KeyValuePairs = [
                "key": "run", "participated_on": "2023. 4. 12.", "person_name": "이명수",
                Self.answering: "true", "proof.link": "https://example.org/post/1",
                "proof.sha256": hash, "proof.captured_on": "2023-04-13", "comment": "뜻깊다",
                "nominees[1].person_name": "오세훈", "donations[0].recipient": "세종특별자치시",
                "donations[0].amount": "10만", "source.outlet": "세종매일", "source.quote": "지명받아",
            ]
            let answer = try await browser.fill(path, fields)
            #expect(answer.status == .seeOther, "\(answer.text)")
            let after = try await relay(web)
            let run = try #require(after.participations.first { $0.person == open.nominee })
            #expect(answer.headers[.location] == path + "?after=\(run.id)")
            #expect(run.proofLink == "https://example.org/post/1" && run.donations.count == 1)
            #expect(run.proofHash.map { Hexadecimal.text($0) } == hash)
            #expect(run.proofCapturedOn == CivilDate("2023-04-13") && run.comment == "뜻깊다")
            #expect(after.nominations.first { $0.id == open.id }?.answeredBy == run.id)
            let named = after.nominations.filter { $0.participation == run.id }
            #expect(named.count == 1 && named.first?.happenedOn == run.happenedOn)
            #expect(after.claims.contains { $0.subject == run.id && $0.outlet == "세종매일" })
            let saved = try await browser.open(path + "?after=\(run.id)")
            #expect(saved.text.contains("응답한 지명 1건, 다음 주자 1명, 기부 1건"))
            // The same form sent twice is one run.
            let again = try await browser.fill(path, fields)
            #expect(again.headers[.location] == answer.headers[.location])
            let still = try await relay(web)
            #expect(still.participations.count == after.participations.count)
            let shown = try await browser.open("/relays/\(run.relay)/participations/\(run.id)")
            #expect(shown.text.contains("세종매일") && shown.text.contains("오세훈"))
        }
    }

    @Test func `one with two offices on the day is asked about in place`() async throws {
        try await with { web, browser in
            _ = try await web.add(
                "people",
                #"""
                {"name_ko":"김두직","name_en":"Kim Du-jik","offices":[
                {"title_ko":"대전광역시장","title_en":"Mayor","government":"30000",
                "held_from":"2022-07-01"},
                {"title_ko":"국회의원","title_en":"Member","held_from":"2022-06-01"}]}
                """#, key: "two")
            let path = ParticipationEntryPage.path(try await relay(web).relay.id)
            let day = "2023-04-20"
            let asked = try await browser.fill(
                path, ["key": "a", "participated_on": day, "person_name": "김두직"])
            #expect(asked.status == .unprocessableContent)
            #expect(asked.text.contains("name=\"person_choice\" value=\"국회의원\""))
            #expect(asked.text.contains("name=\"person_asked\" value=\"김두직\""))
            // Another name makes the choice void.
            let other = try await browser.fill(
                path,
                [
                    "key": "b", "participated_on": day, "person_name": "아무도아님",
                    "person_asked": "김두직", "person_choice": "국회의원",
                ])
            #expect(other.status == .unprocessableContent)
            #expect(other.text.contains("아무도아님"))
            let chosen = try await browser.fill(
                path,
                [
                    "key": "c", "participated_on": day, "person_name": "김두직",
                    "person_asked": "김두직", "person_choice": "국회의원",
                ])
            #expect(chosen.status == .seeOther, "\(chosen.text)")
        }
    }

    @Test func `of two people of one name somebody says which`() async throws {
        try await with { web, browser in
            for number in 1...2 {
                _ = try await web.add(
                    "people",
                    #"""
                    {"name_ko":"이동명","name_en":"Lee Dong-myeong","offices":[
                    {"title_ko":"\#(number)번 시장","title_en":"Mayor \#(number)",
                    "known_on":"2023-04-10"}]}
                    """#, key: "same\(number)")
            }
            let record = try await relay(web)
            let run = try #require(record.participations.first)
            let path = NominationEntryRoutes.path(naming: run)
            let asked = try await browser.fill(
                path, ["key": "a", "nominated_on": "2023-04-10", "nominee_name": "이동명"])
            #expect(asked.status == .unprocessableContent)
            let number = try #require(
                asked.text.firstMatch(of: /name="nominee_choice" value="(H-[0-9-]+)"/)?.1)
            let chosen = try await browser.fill(
                path,
                [
                    "key": "b", "nominated_on": "2023-04-10", "nominee_name": "이동명",
                    "nominee_asked": "이동명", "nominee_choice": String(number),
                ])
            #expect(chosen.status == .seeOther, "\(chosen.text)")
            let after = try await relay(web)
            #expect(after.nominations.count == record.nominations.count + 1)
        }
    }

    @Test func `what became of a nomination needs somebody who says so`() async throws {
        try await with { web, browser in
            let record = try await relay(web)
            let open = try #require(record.nominations.first { $0.nomination.isWaiting })
            let path = NominationEntryRoutes.path(replyingTo: open)
            let bare = try await browser.fill(
                path, ["key": "a", "reply": "declined", "replied_on": "2023-05-01"])
            #expect(bare.status == .unprocessableContent)
            #expect(bare.text.contains("href=\"#f-source-outlet\""))
            let told = try await browser.fill(
                path,
                [
                    "key": "b", "reply": "declined", "replied_on": "2023-05-01",
                    "source.outlet": "시청 누리집", "source.link": "https://example.org/notice",
                ])
            #expect(told.status == .seeOther, "\(told.text)")
            let after = try await relay(web)
            #expect(after.nominations.first { $0.id == open.id }?.nomination.state == .declined)
            let page = try await browser.open(told.headers[.location] ?? "")
            #expect(page.text.contains("사양"))
            let back = try await browser.fill(path, ["key": "c", "reply": "open"])
            #expect(back.status == .seeOther, "\(back.text)")
            let reopened = try await relay(web)
            #expect(reopened.nominations.first { $0.id == open.id }?.nomination.isWaiting == true)
        }
    }

    @Test func `a relay is recorded with the rules that are known`() async throws {
        try await with { web, browser in
            let bad = try await browser.fill(
                "/relays/new", ["key": "a", "name_ko": "새 챌린지", "goal": "백"])
            #expect(bad.status == .unprocessableContent)
            for field in ["name_en", "goal"] {
                #expect(bad.text.contains("href=\"#f-\(field)\""), "\(field)")
            }
            let good = try await browser.fill(
                "/relays/new",
                [
                    "key": "b", "name_ko": "새 챌린지", "name_en": "New relay", "goal": "100",
                    "nominations_per_participation": "2", "started_by_name": "한병도",
                ])
            #expect(good.status == .seeOther, "\(good.text)")
            let relays = try await web.test.ledger.relays(rowsMax: 10)
            let made = try #require(relays.first { $0.name.korean == "새 챌린지" })
            #expect(made.goal == 100 && made.nominationsPerParticipation == 2)
            #expect(made.startedBy != nil)
        }
    }
}

extension Browser {
    /// Somebody who is signed in already.
    static func signedIn(
        _ client: any TestClientProtocol, _ role: Role, _ web: LedgerInterface
    ) async throws -> Browser {
        let browser = Browser(client)
        let cookie = try await web.signIn(role)
        browser.keep("pumasi", String(cookie.dropFirst("pumasi=".count)))
        return browser
    }
}
