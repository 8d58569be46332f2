package import Hometown
import Mustache

/// Facts in, files out. Pure: the same facts give the same bytes for as long as `version` stands.
package struct SummaryRenderer: Sendable {
    /// Raised with every change that shows in a file.
    package static let version = 1

    private let page: MustacheTemplate

    /// Reads the template once.
    package init() throws {
        page = try MustacheTemplate(string: SummaryPage.template)
    }

    package func render(_ facts: Facts) -> RenderedSummary {
        let korean = Summary(facts, in: .korean)
        let english = Summary(facts, in: .english)
        let name = "\(facts.heading.schedule)-\(facts.heading.periodKey)"
        let pages = [korean, english].map { summary in
            RenderedSummary.File(
                name: "\(name).\(summary.language.rawValue).html",
                mediaType: "text/html; charset=utf-8", language: summary.language,
                bytes: Array(page.render(SummaryPage(summary)).utf8))
        }
        let document = RenderedSummary.File(
            name: "\(name).json", mediaType: "application/json", language: nil,
            bytes: FactsDocument.bytes(facts))
        return RenderedSummary(
            title: Bilingual(korean.title, english.title),
            gist: Bilingual(
                korean.gist.joined(separator: "\n"), english.gist.joined(separator: "\n")),
            rendererVersion: SummaryRenderer.version, files: pages + [document])
    }
}
