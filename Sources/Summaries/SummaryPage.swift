import Hometown

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
    }

    struct Column {
        let title: String
        let kind: String
    }

    let language: String
    let title: String
    let stylesheet: String
    let gistLabel: String
    let gist: [String]
    let keywordsLabel: String
    let keywords: String
    let sections: [Section]
    let tables: [Table]
    let end: String
    let footer: [String]

    init(_ summary: Summary) {
        let words = Words(language: summary.language)
        language = summary.language.rawValue
        title = summary.title
        stylesheet = SummaryStylesheet.path
        gistLabel = words.say("문서요지", "In short")
        gist = summary.gist
        keywordsLabel = words.say("키워드", "Keywords")
        keywords = summary.keywords.joined(separator: ", ")
        sections = summary.sections.map { section in
            Section(
                heading: section.heading,
                items: section.items.map {
                    Item(text: $0.text, details: $0.details, notes: $0.notes)
                })
        }
        tables = summary.tables.map { table in
            Table(
                caption: table.caption, units: table.unit.isEmpty ? [] : [table.unit],
                columns: table.columns.map {
                    Column(title: $0.title, kind: $0.isNumber ? "number" : "text")
                },
                rows: SummaryPage.rows(of: table))
        }
        end = summary.end
        footer = summary.footer
    }

    /// The rows of a table and its sum, in HTML.
    private static func rows(of table: Summary.Table) -> String {
        var html = "<tbody>\n"
        for row in table.rows { html += self.row(row, of: table) }
        html += "</tbody>"
        if let total = table.total {
            html += "\n<tfoot>\n" + row(total, of: table) + "</tfoot>"
        }
        return html
    }

    private static func row(_ cells: [String], of table: Summary.Table) -> String {
        let cells = zip(cells, table.columns).enumerated().map { position, cell in
            let kind = cell.1.isNumber ? "number" : "text"
            // The first cell names its row.
            let tag = position == 0 ? "th scope=\"row\"" : "td"
            let end = position == 0 ? "th" : "td"
            return "<\(tag) class=\"\(kind)\">\(escaped(cell.0))</\(end)>"
        }
        return "<tr>" + cells.joined() + "</tr>\n"
    }

    private static func escaped(_ text: String) -> String {
        var html = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(character)
            }
        }
        return html
    }

    /// One A4 page for the eye; complete without the stylesheet and without scripts.
    static let template = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="keywords" content="{{keywords}}">
        <title>{{title}}</title>
        <link rel="stylesheet" href="{{stylesheet}}">
        </head>
        <body>
        <main class="summary">
        <h1>{{title}}</h1>
        <dl class="gist">
        <dt>{{gistLabel}}</dt>
        {{#gist}}
        <dd>{{.}}</dd>
        {{/gist}}
        <dt>{{keywordsLabel}}</dt>
        <dd>{{keywords}}</dd>
        </dl>
        {{#sections}}
        <section>
        <h2>{{heading}}</h2>
        <ul>
        {{#items}}
        <li>{{text}}
        {{#details}}
        <span class="detail">{{.}}</span>
        {{/details}}
        {{#notes}}
        <span class="note">{{.}}</span>
        {{/notes}}
        </li>
        {{/items}}
        </ul>
        </section>
        {{/sections}}
        {{#tables}}
        <div class="table">
        {{#units}}
        <p class="unit">{{.}}</p>
        {{/units}}
        <table>
        <caption>{{caption}}</caption>
        <thead>
        <tr>{{#columns}}<th scope="col" class="{{kind}}">{{title}}</th>{{/columns}}</tr>
        </thead>
        {{{rows}}}
        </table>
        </div>
        {{/tables}}
        <p class="end">{{end}}</p>
        </main>
        <footer class="provenance">
        {{#footer}}
        <p>{{.}}</p>
        {{/footer}}
        </footer>
        </body>
        </html>

        """
}
