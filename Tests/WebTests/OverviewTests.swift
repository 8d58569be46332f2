import Foundation
import Hometown
import TestSupport
import Testing

@testable import Ledger
@testable import Web

@Suite struct OverviewTests {
    private static let hostile = "<script>alert('x')</script>&\"나쁜 이름\""

    private func html(_ overview: Overview, _ language: Language = .korean) throws -> String {
        try Pages().render(OverviewPage(overview, for: Visitor(language: language)).screen)
    }

    /// `RECORD=1` writes the golden files anew; whoever does it reads their difference.
    @Test(arguments: ["articles", "empty"], Language.allCases)
    func `The page is the golden one, byte for byte`(name: String, language: Language) throws {
        let overview = name == "empty" ? SampleOverview.empty : SampleOverview.articles
        let page = try html(overview, language)
        // The stylesheet's address changes with every colour; the page does not.
        let text = page.replacing(Asset.stylesheet.path, with: "/assets/pumasi.css")
        let path = "Tests/golden/page-\(name).\(language.rawValue).html"
        #expect(try Golden.difference(path, from: text.utf8) == nil)
    }

    @Test func `only whoever is not signed in is shown the way to sign in`() throws {
        for language in Language.allCases {
            let way = "href=\"\(Frame.address("/login", in: language))\""
            let clerk = Visitor(language: language, role: .clerk, name: "담당자")
            let office = try Pages().render(OverviewPage(SampleOverview.empty, for: clerk).screen)
            let open = try html(SampleOverview.empty, language)
            #expect(open.contains(way) && !office.contains(way))
        }
    }

    @Test func `Each gift says who gave, in which office, to whom, and how exactly it is dated`()
        throws
    {
        let page = OverviewPage(SampleOverview.articles, for: Visitor(language: .korean))
        let rows = try #require(page.donations.table).rows
        #expect(rows.count == 7)
        #expect(rows.map(\.[1].text).count { $0 == "최민호" } == 4)
        #expect(rows.map(\.[1].text).count { $0 == "오세훈" } == 2)
        let last = try #require(rows.first)
        #expect(last[0].text == "2023. 4. 10. 이전")
        #expect(last[1].sub == "세종특별자치시장")
        #expect(last[2...4].map(\.text) == ["충청북도", "챌린지", "미공개"])
        #expect(last[5].chip?.text == "유효")
    }

    @Test func `Both exchanges are answered, people in balance, amounts not known`() {
        let cards = OverviewPage(SampleOverview.articles, for: Visitor(language: .korean)).exchanges
        #expect(cards.map(\.state.text) == ["답례함", "답례함"])
        for card in cards {
            let facts = card.facts.map { "\($0.label) \($0.value)" }
            #expect(facts.contains("사람 균형"))
            #expect(facts.contains("금액 미정"))
            #expect(card.pairs.count == 1)
            #expect(card.pairs[0].ways.map(\.what) == ["1명, 금액 미공개", "1명, 금액 미공개"])
            #expect(card.pairs[0].ways.map(\.kind) == ["there given", "back given"])
        }
        #expect(cards.map(\.title).contains("서울특별시 ↔ 세종특별자치시"))
    }

    @Test func `A gift without an answer shows which side is awaited`() throws {
        let exchange = SampleRelations.exchange(
            303,
            legs: [
                SampleRelations.leg(303, "11000", "36110", on: SampleOverview.signing, people: 12),
                SampleRelations.leg(303, "36110", "11000", on: nil, people: nil),
            ])
        let page = OverviewPage(
            SampleOverview.overview(exchanges: [exchange]), for: Visitor(language: .korean))
        let card = try #require(page.exchanges.first)
        #expect(card.state.text == "한쪽")
        #expect(card.pairs[0].ways.map(\.kind) == ["there given", "back awaited"])
        #expect(card.pairs[0].ways.map(\.what) == ["12명, 금액 미공개", "답례 대기"])
        #expect(page.figures.map(\.notes).contains(["답례함 0, 한쪽 1"]))
    }

    @Test func `The baton is with the open nominee, whose age is a bound and no verdict`() throws {
        let page = OverviewPage(SampleOverview.articles, for: Visitor(language: .korean))
        let relay = try #require(page.relays.first)
        let baton = try #require(relay.batons.first)
        #expect(relay.batons.count == 1)
        #expect(baton.holder == "이명수")
        #expect(baton.office == "국회의원(충남 아산시갑)")
        #expect(
            baton.facts.map(\.value) == [
                "최민호 세종특별자치시장", "2023. 4. 10. 이전", "1,258일 이상",
            ])
        let rows = try #require(relay.views.last as? Table).rows
        #expect(rows.count == 5)
        let choi = try #require(rows.first { $0[0].text == "최민호" })
        #expect(choi[3].text == "오영훈(2023. 3.), 유정복(2023. 3.)")
        let jeju = try #require(rows.first { $0[0].text == "오영훈" })
        #expect(jeju[0].sub == "제주특별자치도지사(2023. 4. 10. 당시)")
        #expect(jeju[3].text == "지명자 미상")
    }

    @Test func `Fewer than five private gifts are neither counted nor to be had by subtraction`() {
        func figures(_ personal: Facts.Tally) -> [Figure] {
            let gifts = Overview.Gifts(
                published: Facts.Tally(count: 7, amount: Won(3_000_000), undisclosed: 2),
                personal: personal, disputed: 0)
            return Figure.all(
                SampleOverview.overview(gifts: gifts), Phrases(language: .korean))
        }
        for count in Int64(1)...4 {
            let few = figures(Facts.Tally(count: count, amount: Won(100_000 * count)))
            #expect(few[0].value == "7")
            #expect(few[0].notes == ["개인 5건 미만 별도"])
            #expect(few[1].value == "300만 원")
            #expect(few[1].notes == ["3,000,000원", "미공개 2건 별도", "개인 금액 제외"])
        }
        let many = figures(Facts.Tally(count: 5, amount: Won(500_000)))
        #expect(many[0].value == "12")
        #expect(many[0].notes == ["개인 5건 포함"])
        #expect(many[1].value == "350만 원")
        // One disclosed gift among many would be told by the sum.
        let one = figures(Facts.Tally(count: 9, amount: Won(77_000), undisclosed: 8))
        #expect(one[0].value == "16")
        #expect(one[1].notes == ["3,000,000원", "미공개 10건 별도", "개인 금액 제외"])
        #expect(figures(Facts.Tally())[0].notes.isEmpty)
    }

    @Test func `Private donors have no row and no name, and a few unnamed people are few`() throws {
        let secret = SamplePeople.donation(
            9, nil, "36110", amount: Won(100_000), privateName: "홍길동")
        let exchange = SampleRelations.exchange(
            304,
            legs: [
                SampleRelations.leg(
                    304, "11000", "36110", on: SampleOverview.signing, people: 3, amount: 77_000),
                SampleRelations.leg(304, "36110", "11000", on: SampleOverview.signing, people: 7),
            ])
        let overview = SampleOverview.overview(
            gifts: Overview.Gifts(
                published: Facts.Tally(), personal: Facts.Tally(count: 1, amount: Won(100_000)),
                disputed: 0),
            donations: [secret], exchanges: [exchange])
        for language in Language.allCases {
            let page = try html(overview, language)
            #expect(!page.contains("홍길동"))
            #expect(!page.contains("100,000"))
            #expect(!page.contains("77,000"))
        }
        let page = OverviewPage(overview, for: Visitor(language: .korean))
        #expect(page.donations.table == nil)
        #expect(page.exchanges[0].pairs[0].ways.map(\.what) == ["5명 미만", "7명, 금액 미공개"])
    }

    @Test func `A disputed gift is shown and counted nowhere`() throws {
        let overview = SampleOverview.overview(
            gifts: Overview.Gifts(
                published: Facts.Tally(), personal: Facts.Tally(), disputed: 1),
            donations: [
                SamplePeople.donation(
                    1, SamplePeople.oh, "11000", amount: Won(100_000), disputed: "rule")
            ])
        let page = OverviewPage(overview, for: Visitor(language: .korean))
        #expect(page.figures[0].value == "0")
        #expect(try #require(page.donations.table).rows.map { $0[5].chip?.text } == ["이견"])
        #expect(page.donations.notes == ["이견이 있는 기록 1건은 합계에 넣지 않습니다."])
    }

    @Test func `A long relay is for its own page, which the first page names`() throws {
        let relay = SamplePeople.line(of: 60)
        let page = OverviewPage(
            SampleOverview.overview(relays: [relay]), for: Visitor(language: .korean))
        let section = try #require(page.relays.first)
        let remarks = try #require(section.views.first as? Remarks)
        #expect(section.views.count == 1)
        #expect(remarks.texts == ["61명 모두는 챌린지 화면에 있습니다."])
        #expect(section.name.href == "/p/relays/\(relay.relay.id)")
    }

    @Test func `An empty ledger says of every part how it fills`() throws {
        for language in Language.allCases {
            let page = try html(SampleOverview.empty, language)
            #expect(page.components(separatedBy: "class=\"empty\"").count == 6)
            #expect(!page.contains("<table"))
        }
    }
}

extension OverviewTests {
    @Test func `Names cannot become markup`() throws {
        let hostile = Bilingual(OverviewTests.hostile, OverviewTests.hostile)
        let person = PersonRecord(
            person: RecordedPerson(
                id: SampleOverview.id(1), number: 1, recordedAt: SampleOverview.readAt,
                logIndex: nil, nameKorean: hostile.korean, nameEnglish: hostile.english),
            offices: [], claims: [])
        let relay = SamplePeople.relay(
            hostile, runs: [],
            nominations: [SamplePeople.nomination(1, by: 2, of: person, on: nil)],
            people: [person], startedBy: person)
        let overview = SampleOverview.overview(
            donations: [SamplePeople.donation(1, person, "36110")],
            agreements: [
                SampleRelations.agreement(
                    350, "other", hostile, ["11000"], on: SampleOverview.signing, place: hostile,
                    fields: [hostile])
            ],
            exchanges: [
                SampleRelations.exchange(
                    301, legs: [SampleRelations.leg(301, "11000", "36110", on: nil)],
                    claims: [SampleRelations.claim(OverviewTests.hostile)])
            ],
            relays: [relay])
        for language in Language.allCases {
            let page = try html(overview, language)
            #expect(!page.contains("<script"))
            #expect(page.contains("&lt;script&gt;alert('x')&lt;/script&gt;&amp;&quot;"))
            #expect(Reading(page).failure == nil)
        }
    }

    @Test(arguments: Language.allCases, Theme.allCases)
    func `Every page is well formed, with one title, one heading and no styling inside`(
        language: Language, theme: Theme
    ) throws {
        for overview in [SampleOverview.articles, SampleOverview.empty] {
            let page = try Pages().render(
                OverviewPage(
                    overview, for: Visitor(language: language, theme: theme)
                ).screen)
            let reading = Reading(page)
            #expect(reading.failure == nil)
            #expect(reading.count["h1"] == 1)
            #expect(reading.count["main"] == 1)
            #expect(reading.attributes["style"] == nil)
            #expect(reading.count["style"] == nil)
            #expect(reading.count["script"] == nil)
            #expect(reading.count["table", default: 0] == reading.count["caption", default: 0])
            let ids = reading.attributes["id"] ?? []
            #expect(ids.count == Set(ids).count, "every id is unique")
            for link in reading.attributes["href"] ?? [] where link.hasPrefix("#") {
                #expect(ids.contains(String(link.dropFirst())), "\(link) leads somewhere")
            }
            #expect(page.contains("<html lang=\"\(language.rawValue)\""))
            #expect(page.contains("data-theme=\"\(theme.rawValue)\""))
        }
    }

    @Test func `The English page has Hangul only in names of outlets and of the other language`()
        throws
    {
        var page = try html(SampleOverview.articles, .english)
        for name in ["영등포신문", "시사저널", "한국어"] { page = page.replacing(name, with: "") }
        let hangul = page.unicodeScalars.filter { (0xAC00...0xD7A3).contains($0.value) }
        #expect(String(String.UnicodeScalarView(hangul)) == "")
    }

    @Test func `The Korean page keeps to the notation of official papers`() throws {
        let page = try html(SampleOverview.articles)
        #expect(!page.contains { "₩—–−✓・".contains($0) })
        // Years and months of machines, zero-padded and 12-hour forms do not occur in text.
        let text = Reading(page).text
        for wrong in [/\d{4}-\d{2}-\d{2}/, /\d{4}\. 0\d\./, /\d{4}\.\d{1,2}\.\d/, /오[전후] \d/] {
            #expect(text.firstMatch(of: wrong) == nil)
        }
    }

    @Test func `Picture and table tell of the same people`() throws {
        let page = OverviewPage(SampleOverview.articles, for: Visitor(language: .english))
        let relay = try #require(page.relays.first)
        let picture = try #require(relay.views.first as? Picture)
        let table = try #require(relay.views.last as? Table)
        let svg = String(decoding: picture.svg, as: UTF8.self)
        #expect(
            svg.components(separatedBy: "<g class=\"participation\"").count - 1 == table.rows.count)
        for row in table.rows { #expect(svg.contains(">\(row[0].text)<")) }
    }

    @Test func `Every wording has its twin, no twin is the other, and each is used`() throws {
        let templates = Pages.texts.values.map { String(decoding: $0, as: UTF8.self) }.joined()
        let sources = try OverviewTests.sources()
        for wording in Wording.allCases {
            let text = wording.text
            #expect(!text.korean.isEmpty, "\(wording)")
            if wording != .unitCount { #expect(!text.english.isEmpty, "\(wording)") }
            #expect(text.korean != text.english, "\(wording)")
            let isUsed =
                templates.contains("{{words.\(wording.rawValue)}}")
                || sources.contains("[.\(wording.rawValue)]")
                || sources.contains(".\(wording.rawValue),")
                || sources.contains(".\(wording.rawValue))")
                || sources.contains("? .\(wording.rawValue) ")
                || sources.contains(": .\(wording.rawValue)\n")
                || sources.contains(": .\(wording.rawValue)]")
            #expect(isUsed, "\(wording) is said nowhere")
        }
        for match in templates.matches(of: /\{\{words\.(\w+)\}\}/) {
            #expect(Wording(rawValue: String(match.1)) != nil, "\(match.1) is no wording")
        }
    }

    /// The pages' code, without the catalogue itself.
    private static func sources() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Web")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try files.filter { $0.hasSuffix(".swift") && !$0.contains("Wording") }
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }
}
