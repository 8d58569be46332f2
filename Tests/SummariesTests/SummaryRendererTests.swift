import Foundation
import Hometown
import Summaries
import Testing

@Suite struct SummaryRendererTests {
    private static let golden = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "golden")

    private func render(_ facts: Facts) throws -> RenderedSummary {
        try SummaryRenderer().render(facts)
    }

    private func text(_ rendered: RenderedSummary, _ ending: String) throws -> String {
        let file = try #require(rendered.files.first { $0.name.hasSuffix(ending) })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    /// `RECORD=1` writes the golden files anew; whoever does it reads their difference, and raises
    /// `SummaryRenderer.version` once summaries have been filed.
    @Test(arguments: ["articles", "empty", "everything"])
    func `The files are the golden ones, byte for byte`(name: String) throws {
        let facts =
            switch name {
            case "articles": try SampleFacts.articles()
            case "empty": try SampleFacts.empty()
            default: try SampleFacts.everything()
            }
        let rendered = try render(facts)
        let endings = [
            ".ko.html", ".en.html", ".ko.hwpx", ".ko.xlsx", ".ko.csv", ".json",
        ]
        #expect(
            rendered.files.map(\.name)
                == (endings + endings.map { ".public" + $0 }).map { "daily-2023-04-10" + $0 })
        for file in rendered.files {
            let ending = file.name.dropFirst("daily-2023-04-10".count)
            // Of archives the golden file is one; what they hold is the same as in the others.
            if ending.hasSuffix("x"), name != "everything" { continue }
            let url = SummaryRendererTests.golden.appending(path: "summary-\(name)\(ending)")
            if ProcessInfo.processInfo.environment["RECORD"] == "1" {
                try Data(file.bytes).write(to: url)
            }
            #expect(try Data(contentsOf: url) == Data(file.bytes), "\(file.name)")
        }
    }

    @Test func `Made again it is the same, whoever makes it`() throws {
        let facts = try SampleFacts.articles()
        #expect(try render(facts) == render(facts))
        #expect(try render(facts).rendererVersion == SummaryRenderer.version)
    }

    @Test func `The title and the gist stand in both languages`() throws {
        let rendered = try render(SampleFacts.articles())
        #expect(rendered.title.korean == "고향사랑 상호기부·인증 챌린지 일일 현황(2023. 4. 10., 잠정)")
        #expect(rendered.title.english.hasSuffix("daily summary (10 April 2023, provisional)"))
        for gist in [rendered.gist.korean, rendered.gist.english] {
            #expect(gist.split(separator: "\n").count == 3)
        }
        #expect(rendered.gist.korean.contains("당일 기부 7건(금액 모두 미공개), 전체 누계 7건"))
        #expect(rendered.gist.korean.contains("답례 완료 2건"))
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
                #expect(!html.contains("<style"))
                var open: [Substring] = []
                // The first tag is the doctype's.
                for rest in html.split(separator: "<").dropFirst() {
                    let tag = rest.prefix { $0 != ">" }
                    let name = tag.prefix { $0 != " " }
                    if name.hasPrefix("/") {
                        let last = open.popLast()
                        #expect(last == name.dropFirst(), "\(tag)")
                    } else if !["meta", "link"].contains(name), !tag.hasSuffix("/") {
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
        for number in ["1,234", "123,400,000", "1,234,567", "△100,000", "다툼 있는 기록 2건"] {
            #expect(html.contains(number), "\(number)")
        }
        #expect(object?["schema"] as? String == "pumasi-summary/2")
        #expect(document.hasSuffix("}\n"))
    }

    @Test func `The stylesheet fetches nothing and stays small`() {
        #expect(!SummaryStylesheet.text.contains("url("))
        #expect(!SummaryStylesheet.text.contains("@import"))
        #expect(SummaryStylesheet.text.utf8.count <= 5_000)
    }
}
