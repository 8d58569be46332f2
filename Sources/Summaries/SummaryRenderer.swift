package import Hometown
import Interchange
import Mustache

/// Facts in, files out. Pure: the same facts give the same bytes for as long as `version` stands.
///
/// There are two editions: one for the office, and one for everybody with small counts covered. Of
/// each, every form in Korean, the page in English, and the facts for machines.
package struct SummaryRenderer: Sendable {
    /// Raised with every change that shows in a file.
    package static let version = 8

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
        let published = facts.published
        let files =
            try edition(facts, isPublished: false)
            + edition(published, isPublished: true)
        var rendered = RenderedSummary(
            title: Bilingual(korean.title, english.title),
            rendererVersion: SummaryRenderer.version, files: files)
        rendered.text = RenderedSummary.Text(
            office: Bilingual(korean.plainText, english.plainText),
            published: Bilingual(
                Summary(published, in: .korean, isPublished: true).plainText,
                Summary(published, in: .english, isPublished: true).plainText))
        return rendered
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
                mediaType: form.mediaType, bytes: bytes)
        }
        let forms: [(RenderedSummary.Form, Language?)] = [
            (.html, .korean), (.html, .english), (.hwpx, .korean), (.xlsx, .korean),
            (.csv, .korean), (.json, nil),
        ]
        return try forms.map { form, language in
            file(
                form, language, try bytes(of: language == .english ? english : korean, facts, form))
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
