/// 한글 문서. A document for the Korean word processor, as a value: what an office's report is made
/// of and no more. `HWPXWriter` makes the file.
package struct HWPXDocument: Hashable, Sendable {
    package var title: String
    package var creator: String
    package var keywords: [String]
    package var blocks: [Block]
    /// One line at the foot of every page, above the page's number.
    package var footer: String?

    package init(
        title: String, creator: String, keywords: [String] = [], blocks: [Block],
        footer: String? = nil
    ) {
        self.title = title
        self.creator = creator
        self.keywords = keywords
        self.blocks = blocks
        self.footer = footer
    }

    package enum Block: Hashable, Sendable {
        /// The title at the head of the page, centred.
        case title(String)
        case heading(String)
        case paragraph(String, Alignment = .justified)
        /// 개조식: an item of level 1 to 4, marked □ ○ - ㆍ and indented by its level.
        case item(String, level: Int)
        /// ※ below an item of that level.
        case note(String, level: Int)
        /// Lines in a frame, such as 문서요지.
        case box([String])
        case table(Table)
        /// What follows begins a page.
        case pageBreak
    }

    package enum Alignment: Hashable, Sendable {
        case justified
        case left
        case right
    }

    package struct Table: Hashable, Sendable {
        package struct Column: Hashable, Sendable {
            package var title: String
            /// Of the width of the page, in proportion to the other columns.
            package var share: Int
            package var alignment: Alignment

            package init(_ title: String, share: Int = 1, _ alignment: Alignment = .left) {
                precondition(share > 0, "every column has a width")
                self.title = title
                self.share = share
                self.alignment = alignment
            }
        }

        package static let columnsMax = 32

        package var columns: [Column]
        package var rows: [[String]]
        /// How many of the rows, from the last, are totals.
        package var totals: Int

        package init(_ columns: [Column], rows: [[String]], totals: Int = 0) {
            precondition((1...Table.columnsMax).contains(columns.count), "1 to 32 columns")
            precondition(rows.allSatisfy { $0.count == columns.count }, "a cell a column")
            precondition((0...rows.count).contains(totals), "totals are rows")
            self.columns = columns
            self.rows = rows
            self.totals = totals
        }
    }
}

extension HWPXDocument.Block {
    /// Marks of items by level (행정업무의 운영 및 혁신에 관한 규정 시행규칙, article 2, in the manner of
    /// reports).
    private static let marks = ["□", "○", "-", "ㆍ"]

    static func mark(level: Int) -> String {
        precondition(marks.indices.contains(level - 1), "items have levels 1 to 4")
        return marks[level - 1]
    }

    /// The text of the block as a reader sees it, a line a paragraph.
    package var lines: [String] {
        switch self {
        case .title(let text), .heading(let text), .paragraph(let text, _): [text]
        case .item(let text, let level): ["\(Self.mark(level: level)) \(text)"]
        case .note(let text, _): ["※ \(text)"]
        case .box(let lines): lines
        case .table(let table): table.columns.map(\.title) + table.rows.flatMap { $0 }
        case .pageBreak: []
        }
    }
}
