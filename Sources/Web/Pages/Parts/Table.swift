/// 표. Its rows are written straight to markup: a page may have a thousand, and a template engine
/// that reflects on every value of them is too slow.
struct Table: Part {
    struct Column {
        let label: String
        let isNumber: Bool

        init(_ label: String, isNumber: Bool = false) {
            self.label = label
            self.isNumber = isNumber
        }
    }

    /// What the columns are, in a sentence or a few words.
    let caption: String
    /// 단위. Above the table at the right, once for all amounts.
    var unit: String?
    let columns: [Column]
    var rows: [[Cell]]
    /// The cell of a row that names it.
    var headColumn = 0
    /// `cards` puts each cell on a line of its own on a telephone; `plain` does not.
    var kind = "cards"

    init(
        _ caption: String, unit: String? = nil, columns: [Column], rows: [[Cell]],
        headColumn: Int = 0, kind: String = "cards"
    ) {
        self.caption = caption
        self.unit = unit
        self.columns = columns
        self.rows = rows
        self.headColumn = headColumn
        self.kind = kind
    }

    func write(to writer: inout MarkupWriter) {
        writer.element("table", ["class": kind]) { writer in
            writer.element("caption", [:]) { writer in
                writer.text(caption)
                if let unit { writer.element("span", ["class": "unit"]) { $0.text(unit) } }
            }
            writer.element("thead", [:]) { writer in
                writer.element("tr", [:]) { writer in
                    for column in columns {
                        writer.element(
                            "th", column.isNumber ? Table.numberHead : ["scope": "col"]
                        ) { $0.text(column.label) }
                    }
                }
            }
            writer.element("tbody", [:]) { writer in
                for row in rows { write(row, &writer) }
            }
        }
        writer.raw("\n")
    }

    private static let numberHead: KeyValuePairs = ["scope": "col", "class": "number"]

    private func write(_ row: [Cell], _ writer: inout MarkupWriter) {
        writer.element("tr", [:]) { writer in
            for (column, (place, cell)) in zip(columns, row.enumerated()) {
                let isWhole = Cell.isWhole(cell.text) && cell.messages.isEmpty
                let shape = column.isNumber ? "number" : isWhole ? "whole" : ""
                let kind = [shape, cell.isEmpty ? "empty" : cell.kind].filter { !$0.isEmpty }
                    .joined(separator: " ")
                writer.raw(place == headColumn ? "<th scope=\"row\"" : "<td")
                if !kind.isEmpty { writer.raw(" class=\"\(kind)\"") }
                writer.raw(" data-label=\"")
                writer.text(column.label)
                writer.raw("\"")
                if !cell.messages.isEmpty {
                    let ids = cell.messages.map(\.id).joined(separator: " ")
                    writer.attribute("aria-describedby", ids)
                }
                writer.raw(">")
                cell.write(to: &writer)
                writer.raw(place == headColumn ? "</th>" : "</td>")
            }
        }
        writer.raw("\n")
    }
}

/// 칸의 말. What is said of a cell, above what stands in it.
struct CellMessage: Part {
    let id: String
    let text: String
    let isWarning: Bool

    func write(to writer: inout MarkupWriter) {
        let kind = isWarning ? "hint warning" : "error"
        writer.element("p", ["class": kind, "id": id]) { $0.text(text) }
    }
}

/// 칸. One cell: a state, a text that may lead somewhere, and a smaller second line.
struct Cell: Part {
    let text: String
    var href: String?
    var lang: String?
    var chip: Chip?
    var mark: RelaySection.Mark?
    /// One press that does something to the row.
    var form: ButtonForm?
    /// Runs, each a letter of its own.
    var runs: RunCells?
    /// Above all that stands in it.
    var messages: [CellMessage] = []
    var sub: String?
    /// Whether the second line is for machines.
    var isSubCode = false
    /// `code` or `hidden`; a word of the stylesheet.
    let kind: String
    /// Steps of indentation.
    var depth = 0

    init(
        _ text: String, href: String? = nil, sub: String? = nil, isSubCode: Bool = false,
        lang: String? = nil, kind: String = "", depth: Int = 0
    ) {
        self.text = text
        self.href = href
        self.sub = sub
        self.isSubCode = isSubCode
        self.lang = lang
        self.kind = kind
        self.depth = depth
    }

    init(_ chip: Chip, sub: String? = nil) {
        text = ""
        self.chip = chip
        self.sub = sub
        kind = ""
    }

    static func code(_ text: String, href: String? = nil, sub: String? = nil) -> Cell {
        Cell(text, href: href, sub: sub, kind: "code")
    }

    static let empty = Cell("")

    /// Whether nothing stands in it: on a telephone it takes no line then.
    var isEmpty: Bool {
        text.isEmpty && sub == nil && chip == nil && mark == nil && form == nil && runs == nil
            && messages.isEmpty
    }

    /// 한 덩이. Whether a text is one number, code, day or span of days: no line ends within it.
    static func isWhole(_ text: String) -> Bool {
        guard text.utf8.count <= wholeMax else { return false }
        // What stands behind the letter of a code, as in D-2026-000001.
        let isCode = text.utf8.dropFirst().first == UInt8(ascii: "-")
        let first = text.utf8.dropFirst(isCode ? 2 : 0).first
        return first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }

    /// Bytes; a longer one takes more room than a column has.
    private static let wholeMax = 32

    /// Deeper rows are pushed no further to the right.
    private static let depthMax = 8

    func write(to writer: inout MarkupWriter) {
        let steps = min(depth, Cell.depthMax)
        for _ in 0..<steps { writer.raw("<div class=\"depth\">") }
        for message in messages { message.write(to: &writer) }
        chip?.write(to: &writer)
        form?.write(to: &writer)
        mark?.write(to: &writer)
        runs?.write(to: &writer)
        if let href {
            writer.element("a", ["href": href]) { writeText(to: &$0) }
        } else if !text.isEmpty {
            writeText(to: &writer)
        }
        if let sub, !sub.isEmpty {
            writer.element("span", ["class": Cell.isWhole(sub) ? "sub whole" : "sub"]) { writer in
                guard isSubCode else { return writer.text(sub) }
                writer.element("code", [:]) { $0.text(sub) }
            }
        }
        for _ in 0..<steps { writer.raw("</div>") }
    }

    private func writeText(to writer: inout MarkupWriter) {
        if kind == "code" {
            writer.element("code", [:]) { $0.text(text) }
        } else if let lang {
            writer.element("span", ["lang": lang]) { $0.text(text) }
        } else {
            writer.text(text)
        }
    }
}
