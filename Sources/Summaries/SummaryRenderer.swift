package import Hometown
import Interchange
import Mustache

/// Facts in, files out. Pure: the same facts give the same bytes for as long as `version` stands.
///
/// There are two editions: one for the office, and one for everybody with small counts covered. Of
/// each, every form in Korean, the page in English, and the facts for machines.
package struct SummaryRenderer: Sendable {
    /// Raised with every change that shows in a file.
    package static let version = 10

    private let library: MustacheLibrary

    /// Reads the templates once.
    package init() throws {
        library = MustacheLibrary(templates: [
            "page": try MustacheTemplate(string: SummaryTemplate.page),
            "table": try MustacheTemplate(string: SummaryTemplate.table),
        ])
    }

    package func render(_ facts: Facts) throws -> RenderedSummary {
        let office = Edition(facts, isPublished: false)
        let published = Edition(facts.published, isPublished: true)
        var rendered = RenderedSummary(
            title: Bilingual(office.korean.title, office.english.title),
            rendererVersion: SummaryRenderer.version,
            files: try files(of: office) + files(of: published))
        rendered.text = RenderedSummary.Text(office: office.text, published: published.text)
        return rendered
    }

    /// 판. Facts as one circle of readers is told them, in both languages.
    private struct Edition {
        let facts: Facts
        let isPublished: Bool
        let korean: Summary
        let english: Summary

        init(_ facts: Facts, isPublished: Bool) {
            self.facts = facts
            self.isPublished = isPublished
            korean = Summary(facts, in: .korean, isPublished: isPublished)
            english = Summary(facts, in: .english, isPublished: isPublished)
        }

        var text: Bilingual { Bilingual(korean.plainText, english.plainText) }
    }

    private func files(of edition: Edition) throws -> [RenderedSummary.File] {
        let heading = edition.facts.heading
        let name = RenderedSummary.name(
            "\(heading.schedule)-\(heading.periodKey)", isPublished: edition.isPublished)
        func file(
            _ form: RenderedSummary.Form, _ language: Language?, _ bytes: [UInt8]
        ) -> RenderedSummary.File {
            RenderedSummary.File(
                name: "\(name).\(language.map { $0.rawValue + "." } ?? "")\(form.rawValue)",
                mediaType: form.mediaType, bytes: bytes)
        }
        let forms: [(RenderedSummary.Form, Language?)] = [
            (.html, .korean), (.html, .english), (.hwpx, .korean), (.xlsx, .korean),
            (.csv, .korean), (.json, nil),
        ]
        return try forms.map { form, language in
            let summary = language == .english ? edition.english : edition.korean
            return file(form, language, try bytes(of: summary, edition.facts, form))
        }
    }

    /// 파기한 이름. Facts with the names that were erased since, as the file for machines has them that
    /// was filed of the same facts.
    /// - Returns: `nil` where the file does not tell of the same people.
    package static func restore(_ facts: Facts, from document: [UInt8]) throws -> Facts? {
        try FactsDocument.restore(facts, from: document)
    }

    /// One form of the office's edition in Korean, as a file of `render` has it.
    package func render(_ form: RenderedSummary.Form, of facts: Facts) throws -> [UInt8] {
        try bytes(of: Summary(facts, in: .korean), facts, form)
    }

    private func bytes(
        of summary: Summary, _ facts: Facts, _ form: RenderedSummary.Form
    ) throws -> [UInt8] {
        switch form {
        // A PDF is printed from the page.
        case .html, .pdf:
            Array((library.render(SummaryPage(summary), withTemplate: "page") ?? "").utf8)
        case .hwpx: try summary.hwpx()
        case .xlsx: try summary.workbook()
        case .csv: try summary.list()
        case .json: FactsDocument.bytes(facts)
        }
    }
}
