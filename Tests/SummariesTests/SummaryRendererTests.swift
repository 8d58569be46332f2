import Foundation
import Hometown
import Interchange
import Summaries
import TestSupport
import Testing

@Suite struct SummaryRendererTests {
    private func render(_ facts: Facts) throws -> RenderedSummary {
        try SummaryRenderer().render(facts)
    }

    private func text(_ rendered: RenderedSummary, _ ending: String) throws -> String {
        let file = try #require(rendered.files.first { $0.name.hasSuffix(ending) })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// `RECORD=1` writes the golden files anew; whoever does it reads their difference, and raises
    /// `SummaryRenderer.version` once summaries have been filed.
    @Test(
        arguments: [
            "articles", "empty", "everything", "publication", "relay", "reminder", "unanswered",
        ])
    func `The files are the golden ones, byte for byte`(name: String) throws {
        let facts =
            switch name {
            case "articles": try SampleFacts.articles()
            case "empty": try SampleFacts.empty()
            case "publication": try SampleFacts.publication()
            case "relay": try SampleFacts.relay()
            case "reminder": try SampleFacts.reminder()
            case "unanswered": try SampleFacts.unanswered()
            default: try SampleFacts.everything()
            }
        let stem = "\(facts.heading.schedule)-\(facts.heading.periodKey)"
        let rendered = try render(facts)
        let endings = [
            ".ko.html", ".en.html", ".ko.hwpx", ".ko.xlsx", ".ko.csv", ".json",
        ]
        #expect(
            rendered.files.map(\.name)
                == (endings + endings.map { ".public" + $0 }).map { stem + $0 })
        for file in rendered.files {
            let ending = file.name.dropFirst(stem.count)
            // Of archives two golden files will do; what they hold is the same as in the others.
            if ending.hasSuffix("x"), !["everything", "publication"].contains(name) { continue }
            // The stylesheet is the same in all, and held against its own text elsewhere.
            let made = file.bytes.replacing(Array(SummaryStylesheet.text.utf8), with: [])
            let path = "Tests/golden/summary-\(name)\(ending)"
            #expect(try Golden.difference(path, from: made) == nil)
        }
    }

    @Test func `A sheet says its unit or nothing, and shares carry their sign`() throws {
        for facts in [try SampleFacts.everything(), try SampleFacts.articles()] {
            let rendered = try render(facts)
            let file = try #require(rendered.files.first { $0.name.hasSuffix(".ko.xlsx") })
            let book = try WorkbookReader(file.bytes)
            for sheet in book.sheets {
                let rows = try book.rows(of: sheet)
                while let row = try rows.next(), row.number <= 3 {
                    guard row.number == 3 else { continue }
                    #expect(row.value(1) != .text("문서요지"), "\(sheet.name)")
                }
            }
        }
    }

    @Test func `Made again it is the same, whoever makes it`() throws {
        let facts = try SampleFacts.articles()
        #expect(try render(facts) == render(facts))
        #expect(try render(facts).rendererVersion == SummaryRenderer.version)
    }

    @Test func `The use of the fund is told by purpose and by project`() throws {
        var facts = try SampleFacts.publication()
        let library = Facts.Publication.Project(
            number: "J-2025-000007", name: Bilingual("도서관", "Library"))
        func use(
            _ won: Int64, of project: Facts.Publication.Project?
        ) -> Facts.Publication.Line {
            Facts.Publication.Line(
                figure: .use, name: Purpose.cultureAndHealth.name, amount: Won(won), note: nil,
                document: "결산서", project: project)
        }
        facts.publication = Facts.Publication(
            year: 2025, lines: [use(7, of: nil), use(5, of: library), use(6, of: library)],
            returns: [], receipts: .zero, before: .zero)
        let rendered = try render(facts)
        #expect(try text(rendered, ".ko.html").contains("지정기부 사업 도서관 11원"))
        #expect(try text(rendered, ".en.html").contains("Project Library KRW 11"))
        #expect(try text(rendered, ".ko.csv").contains("문화·예술·보건: 도서관"))
        let figures = try text(rendered, "2025.json")
        #expect(figures.contains(#""no":"J-2025-000007""#))
        #expect(figures.contains(#""en":"Library""#))
    }

    @Test func `The title and the gist stand in both languages`() throws {
        let facts = try SampleFacts.articles()
        let rendered = try render(facts)
        #expect(rendered.title.korean == "고향사랑 상호기부·인증 챌린지 일일 현황(2023. 4. 10., 잠정)")
        #expect(rendered.title.english.hasSuffix("daily summary (10 April 2023, provisional)"))
        let korean = Summary(facts, in: .korean)
        #expect(korean.gist.count == 3)
        #expect(Summary(facts, in: .english).gist.count == 3)
        #expect(korean.gist[0].contains("당일 기부 7건(금액 모두 미공개), 전체 누계 7건"))
        #expect(korean.gist[1].contains("답례함 2건"))
    }

    @Test func `The text states what the first page does, item by item, and betrays nobody`()
        throws
    {
        let facts = try SampleFacts.everything()
        let text = try #require(try render(facts).text)
        let office = Summary(facts, in: .korean)
        let everybody = Summary(facts.published, in: .english, isPublished: true)
        for (summary, told) in [
            (office, text.office.korean), (everybody, text.published.english),
        ] {
            #expect(told.hasPrefix(summary.gist[0]))
            for item in summary.sections.flatMap(\.items) {
                #expect(told.contains("\n  ○ \(item.text)"))
                for detail in item.details { #expect(told.contains("\n    - \(detail)")) }
            }
        }
        #expect(text.published != text.office)
    }

    @Test func `A publication of covered receipts betrays them by no limit`() throws {
        var facts = try SampleFacts.publication()
        let publication = try #require(facts.publication)
        #expect(publication.lines.map(\.figure).first == .openingBalance)
        let korean = try text(render(facts), ".ko.html")
        #expect(korean.contains("비용 한도 15,000,000원 초과(15,000,001원)"))
        #expect(korean.contains("공개(2025. 1. 1.∼12. 31., 확정)"))
        #expect(try text(render(facts), ".public.ko.html").contains("제4호 강요 건수·금액 비공개"))
        var few = SampleFacts.donations(Facts.Party(code: "1", name: Bilingual("가", "A")))
        few.previous = Facts.Standing(tally: Facts.Tally(count: 3, amount: Won(300_000)))
        facts = Facts(
            heading: facts.heading, log: facts.log, donations: few, agreements: 0,
            exchanges: [], relays: [], corrections: [])
        facts.publication = publication
        #expect(facts.published.publication?.collectionCostLimit == nil)
        #expect(facts.published.publication?.giftCostLimit == publication.giftCostLimit)
    }

    @Test func `The relay's state speaks of ages and never of being late`() throws {
        let rendered = try render(SampleFacts.relay())
        let korean = try text(rendered, "W09.ko.html")
        #expect(korean.contains("0∼7일 1건, 8∼30일 2건, 31∼90일 2건, 90일 초과 1건, 날짜 미상 1건"))
        #expect(korean.contains("그 밖에 2건"))
        #expect(korean.contains("주자302 군수"))
        #expect(!(try text(rendered, ".public.ko.html").contains("주자302")))
        for word in ["기한", "지연", "연체", "미이행", "overdue", "late"] {
            #expect(!korean.contains(word), "\(word)")
            #expect(!(try text(rendered, "W09.en.html").contains(word)), "\(word)")
        }
    }

    @Test func `A relay's figures stand in text and table, whole or in hundredths`() throws {
        let rendered = try render(SampleFacts.relay())
        let korean = try text(rendered, "W09.ko.html")
        #expect(korean.contains("완료율 50.0%, 참여당 지명 1.33건, 가장 긴 사슬 지명 2건, 응답 간격 중앙값 12.50일(2쌍)"))
        #expect(korean.contains("다시 참여한 사람 0명, 세대 1, 참여 지자체 3곳"))
        #expect(try text(rendered, "W09.ko.csv").contains("응답 간격 중앙값,12.50,"))
        let json = try text(rendered, "W09.json")
        for member in [
            "\"completion_per_mille\":500", "\"fan_out_hundredths\":133",
            "\"median_tenths\":125",
        ] {
            #expect(json.contains(member), "\(member)")
        }
    }

    @Test func `A project stands with its goal, and a total that betrays few is withheld`() throws {
        let rendered = try render(SampleFacts.everything())
        #expect(
            try text(rendered, "04-10.ko.html").contains("누계 1,000,000원(목표액 1,000,000원의 100.0%)"))
        let published = try SampleFacts.everything().published.donations.projects
        #expect(published.allSatisfy { $0.period.cover == nil } == false)
        #expect(published[2].period.cover != nil && published[2].total.cover != nil)
        #expect(published[0].total.count == 2345)
    }

    @Test func `A reminder says how long there is and what is missing`() throws {
        let korean = try text(render(SampleFacts.reminder()), "2025.ko.html")
        for line in [
            "공개 기한 2026. 2. 28.(토), 27일 남음", "잠정본만 있음", "입력 전 기금 수치: 모집 비용, 다음 연도 이월액",
        ] {
            #expect(korean.contains(line), "\(line)")
        }
    }

    @Test func `Exchanges that wait stand longest first`() throws {
        let page = try text(render(SampleFacts.unanswered()), "W09.ko.html")
        #expect(page.contains("교환 5건 가운데 답례 대기 3건임"))
        #expect(page.contains("가장 오래된 것은 E-2026-000002, 121일 경과임"))
        let places = ["E-2026-000002 서울", "E-2026-000001 서울", "E-2026-000004 서울"].map {
            page.range(of: $0)?.lowerBound
        }
        #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
        #expect(!places.contains(nil))
        #expect(!page.contains("E-2026-000003"))
    }

    @Test func `An empty ledger gives a whole summary that says there is nothing`() throws {
        let html = try text(render(SampleFacts.empty()), ".ko.html")
        #expect(html.contains("당일 모금 0건 0원"))
        #expect(html.contains("해당 없음"))
        #expect(html.components(separatedBy: "<table").count == 2)
        #expect(html.components(separatedBy: "<section>").count == 6)
        #expect(!html.contains("붙임"))
    }

    @Test func `Names cannot become markup`() throws {
        for ending in [".ko.html", ".en.html"] {
            let html = try text(render(SampleFacts.everything()), ending)
            #expect(!html.contains("<script"))
            #expect(!html.contains("<b>"))
            #expect(!html.contains("<적음>"))
        }
        let html = try text(render(SampleFacts.everything()), ".en.html")
        #expect(html.contains("&lt;script&gt;"))
    }

    @Test func `Every element that opens is closed and none is styled inline`() throws {
        for facts in [try SampleFacts.articles(), try SampleFacts.everything()] {
            for ending in [".ko.html", ".en.html"] {
                let html = try text(render(facts), ending)
                #expect(html.contains("<html lang=\"\(ending.dropFirst().prefix(2))\">"))
                #expect(!html.contains("style="))
                #expect(html.components(separatedBy: "<style").count == 2)
                var open: [Substring] = []
                // The first tag is the doctype's.
                for rest in html.split(separator: "<").dropFirst() {
                    let tag = rest.prefix { $0 != ">" }
                    let name = tag.prefix { $0 != " " }
                    if name.hasPrefix("/") {
                        let last = open.popLast()
                        #expect(last == name.dropFirst(), "\(tag)")
                    } else if name != "meta", !tag.hasSuffix("/") {
                        open.append(name)
                    }
                }
                #expect(open == [])
            }
        }
    }

    @Test func `The English twin has no Hangul and the Korean page fits CP949`() throws {
        let rendered = try render(SampleFacts.articles())
        let english = try text(rendered, ".en.html")
        #expect(!english.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
        let korean = try text(rendered, ".ko.html")
        #expect(!korean.contains { "₩—–−✓・".contains($0) })
    }

    @Test func `The document for machines says what the page says`() throws {
        let document = try text(render(SampleFacts.everything()), ".json")
        let json = try JSONSerialization.jsonObject(with: Data(document.utf8))
        let object = json as? [String: Any]
        let donations = object?["donations"] as? [String: Any]
        let new = donations?["new"] as? [String: Any]
        let added = new?["donations"] as? [String: Int]
        #expect(added == ["count": 1234, "amount": 123_400_000, "undisclosed": 5])
        let html = try text(render(SampleFacts.everything()), ".ko.html")
        for number in ["1,234", "123,400,000", "1,234,567", "△100,000", "이견이 있는 기록 2건"] {
            #expect(html.contains(number), "\(number)")
        }
        #expect(object?["schema"] as? String == "pumasi-summary/3")
        #expect(document.hasSuffix("}\n"))
    }

    @Test func `A page holds its stylesheet, before anything that somebody typed`() throws {
        for facts in [try SampleFacts.everything(), try SampleFacts.relay()] {
            for file in try render(facts).files where file.name.hasSuffix(".html") {
                let page = String(decoding: file.bytes, as: UTF8.self)
                #expect(!page.contains("<link") && !page.contains(SummaryStylesheet.path))
                let head = try #require(page.components(separatedBy: "<style>").first)
                #expect(!head.contains("<title") && !head.contains("keywords"))
                let held = try #require(SummaryStylesheet.held(by: file.bytes))
                #expect(held == Array(("\n" + SummaryStylesheet.text).utf8))
                #expect(SummaryStylesheet.whole(file.bytes) == file.bytes)
            }
        }
    }

    @Test func `A page of an earlier renderer is printed with today's stylesheet`() throws {
        let link = #"<link rel="stylesheet" href="/assets/summary.css">"#
        let page = Array("<head>\n<title>요약</title>\n\(link)\n</head>".utf8)
        #expect(SummaryStylesheet.held(by: page) == nil)
        let printed = SummaryStylesheet.whole(page)
        #expect(!String(decoding: printed, as: UTF8.self).contains("<link"))
        #expect(
            SummaryStylesheet.held(by: printed) == Array(("\n" + SummaryStylesheet.text).utf8))
    }

    @Test func `The stylesheet fetches nothing and stays small`() {
        #expect(!SummaryStylesheet.text.contains("url("))
        #expect(!SummaryStylesheet.text.contains("@import"))
        #expect(SummaryStylesheet.text.utf8.count <= 5_000)
    }
}
