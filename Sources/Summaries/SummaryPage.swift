import Hometown
import Interchange

/// A summary as the template sees it: stored properties only (swift-mustache looks no deeper).
struct SummaryPage {
    struct Section {
        let heading: String
        let items: [Item]
    }

    struct Item {
        let text: String
        let details: [String]
        let notes: [String]
    }

    struct Table {
        let caption: String
        let units: [String]
        let columns: [Column]
        /// Rows are written by `rows`: reflection over many cells is slow.
        let rows: String
        /// A picture, or none.
        let charts: [String]
    }

    struct Column {
        let title: String
        let kind: String
    }

    struct Attachment {
        let heading: String
        let tables: [Table]
    }

    let language: String
    let title: String
    /// The title in its two parts: what it is, and of when. A line breaks between them.
    let name: String
    let when: [String]
    let stylesheet: String
    let gistLabel: String
    let gist: [String]
    let keywords: String
    let keywordLine: String
    let sections: [Section]
    let tables: [Table]
    let attachments: [Attachment]
    let end: String
    let footer: [String]
    /// The QR code, where the address fits one.
    let codes: [String]

    init(_ summary: Summary) {
        language = summary.language.rawValue
        title = summary.title
        let period = summary.title.firstIndex(of: "(") ?? summary.title.endIndex
        name = String(summary.title[..<period])
        when = period < summary.title.endIndex ? [String(summary.title[period...])] : []
        stylesheet = SummaryStylesheet.element
        gistLabel = summary.gistLabel
        gist = summary.gist
        keywords = summary.keywords.joined(separator: ", ")
        keywordLine = summary.keywordLine
        sections = summary.sections.map { section in
            Section(
                heading: section.heading,
                items: section.items.map {
                    Item(text: $0.text, details: $0.details, notes: $0.notes)
                })
        }
        tables = [Table(summary.overview, in: summary.language)]
        attachments = summary.attachments.enumerated().map { place, attachment in
            Attachment(
                heading: summary.heading(of: place),
                tables: attachment.tables.map { Table($0, in: summary.language) })
        }
        end = summary.end
        footer = summary.footer
        let label = Words(language: summary.language).say(
            "원장 확인 화면의 주소", "Address of the page that checks the ledger")
        codes = [summary.proof.flatMap { QRCode($0)?.svg(title: label) }].compactMap(\.self)
    }
}

extension SummaryPage.Table {
    init(_ table: Summary.Table, in language: Language) {
        caption = table.caption
        units = table.unit.isEmpty ? [] : [table.unit]
        columns = table.columns.map {
            SummaryPage.Column(title: $0.title, kind: $0.isNumber ? "number" : "text")
        }
        rows = SummaryPage.Table.rows(of: table, in: language)
        charts = [SummaryChart(table)?.svg].compactMap(\.self)
    }

    /// The rows of a table and its sum, in HTML.
    private static func rows(of table: Summary.Table, in language: Language) -> String {
        var html = "<tbody>\n"
        for row in table.rows { html += self.row(row, of: table, in: language) }
        html += "</tbody>"
        if let total = table.total {
            html += "\n<tfoot>\n" + row(total, of: table, in: language) + "</tfoot>"
        }
        return html
    }

    private static func row(
        _ cells: [Summary.Cell], of table: Summary.Table, in language: Language
    ) -> String {
        let cells = zip(cells, table.columns).enumerated().map { position, cell in
            let kind = cell.1.isNumber ? "number" : "text"
            // The first cell names its row.
            let tag = position == 0 ? "th scope=\"row\"" : "td"
            let end = position == 0 ? "th" : "td"
            let text = XMLText.escape(cell.0.text(in: language))
            return "<\(tag) class=\"\(kind)\">\(text)</\(end)>"
        }
        return "<tr>" + cells.joined() + "</tr>\n"
    }
}
