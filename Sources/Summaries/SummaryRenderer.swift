package import Hometown
import Interchange
import Mustache

/// Facts in, files out. Pure: the same facts give the same bytes for as long as `version` stands.
///
/// There are two editions: one for the office, and one for everybody with small counts covered. Of
/// each, every form in Korean, the page in English, and the facts for machines.
package struct SummaryRenderer: Sendable {
    /// Raised with every change that shows in a file.
    package static let version = 2

    private let library: MustacheLibrary

    /// Reads the templates once.
    package init() throws {
        library = MustacheLibrary(templates: [
            "page": try MustacheTemplate(string: SummaryTemplate.page),
            "table": try MustacheTemplate(string: SummaryTemplate.table),
        ])
    }

    package func render(_ facts: Facts) throws -> RenderedSummary {
        let korean = Summary(facts, in: .korean)
        let english = Summary(facts, in: .english)
        let files =
            try edition(facts, isPublished: false)
            + edition(facts.published, isPublished: true)
        return RenderedSummary(
            title: Bilingual(korean.title, english.title),
            gist: Bilingual(
                korean.gist.joined(separator: "\n"), english.gist.joined(separator: "\n")),
            rendererVersion: SummaryRenderer.version, files: files)
    }

    private func edition(_ facts: Facts, isPublished: Bool) throws -> [RenderedSummary.File] {
        let korean = Summary(facts, in: .korean, isPublished: isPublished)
        let english = Summary(facts, in: .english, isPublished: isPublished)
        let name = RenderedSummary.name(
            "\(facts.heading.schedule)-\(facts.heading.periodKey)", isPublished: isPublished)
        func file(
            _ form: RenderedSummary.Form, _ language: Language?, _ bytes: [UInt8]
        ) -> RenderedSummary.File {
            RenderedSummary.File(
                name: "\(name).\(language.map { $0.rawValue + "." } ?? "")\(form.rawValue)",
                mediaType: form.mediaType, language: language, bytes: bytes)
        }
        return [
            file(.html, .korean, html(korean)), file(.html, .english, html(english)),
            file(.hwpx, .korean, try korean.hwpx()),
            file(.xlsx, .korean, try korean.workbook()), file(.csv, .korean, try korean.list()),
            file(.json, nil, FactsDocument.bytes(facts)),
        ]
    }

    private func html(_ summary: Summary) -> [UInt8] {
        Array((library.render(SummaryPage(summary), withTemplate: "page") ?? "").utf8)
    }
}
