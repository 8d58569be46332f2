/// The one section of an HWPX document: its page and its paragraphs. A table stands inside a run of
/// a paragraph.
struct HWPXSection {
    private var body = ""
    /// Paragraphs and tables so far; their ids are their positions.
    private var paragraphCount = 0
    private var tableCount = 0
    private var breaksPage = false
    /// What the first paragraph of all carries in a run of its own: the properties of the section.
    private var opening = ""

    static func text(of document: HWPXDocument) -> String {
        var section = HWPXSection()
        section.open(document)
        for block in document.blocks { section.append(block) }
        if section.body.isEmpty { section.append("", .justified, .body) }
        return """
            \(HWPXWriter.declaration)<hs:sec \(HWPXWriter.namespaces)>\(section.body)</hs:sec>
            """
    }

    private mutating func append(_ block: HWPXDocument.Block) {
        let text = block.lines.first ?? ""
        switch block {
        case .title: append(text, .centred, .title)
        case .heading: append(text, .heading, .heading)
        case .paragraph(_, let alignment): append(text, HWPXSection.paragraph(alignment), .body)
        case .item(_, let level):
            append(text, .item(level: level), level == 1 ? .heading : .body)
        case .note(_, let level): append(text, .item(level: min(level + 1, 4)), .small)
        case .box(let lines): append(box: lines)
        case .table(let table): append(table)
        case .pageBreak: breaksPage = true
        }
    }

    private static func paragraph(_ alignment: HWPXDocument.Alignment) -> HWPXHeader.Paragraph {
        switch alignment {
        case .justified: .justified
        case .left: .left
        case .right: .right
        }
    }

    private static func cellParagraph(
        _ alignment: HWPXDocument.Alignment
    ) -> HWPXHeader.Paragraph {
        switch alignment {
        case .justified, .left: .cellLeft
        case .right: .cellRight
        }
    }
}

// MARK: - Paragraphs

extension HWPXSection {
    private mutating func append(
        _ text: String, _ paragraph: HWPXHeader.Paragraph, _ letters: HWPXHeader.Letters
    ) {
        append(run: HWPXSection.run(text), paragraph, letters)
    }

    /// A paragraph of the page itself, after what waits for the next one.
    private mutating func append(
        run: String, _ paragraph: HWPXHeader.Paragraph, _ letters: HWPXHeader.Letters
    ) {
        body += element(paragraph, letters, run, before: opening, breaksPage: breaksPage)
        opening = ""
        breaksPage = false
    }

    private mutating func element(
        _ paragraph: HWPXHeader.Paragraph, _ letters: HWPXHeader.Letters, _ run: String,
        before: String = "", breaksPage: Bool = false
    ) -> String {
        let id = paragraphCount
        paragraphCount += 1
        return """
            <hp:p id="\(id)" paraPrIDRef="\(paragraph.rawValue)" styleIDRef="0" \
            pageBreak="\(breaksPage ? 1 : 0)" columnBreak="0" merged="0">\(before)\
            <hp:run charPrIDRef="\(letters.rawValue)">\(run)</hp:run></hp:p>
            """
    }

    /// Text, with line ends and tabs as the elements they are here.
    private static func run(_ text: String) -> String {
        guard !text.isEmpty else { return "<hp:t/>" }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false)
                .map { XMLText.escape(String($0)) }
                .joined(separator: "<hp:tab width=\"4000\" leader=\"0\" type=\"1\"/>")
        }
        return "<hp:t>" + lines.joined(separator: "<hp:lineBreak/>") + "</hp:t>"
    }

    /// A list of paragraphs inside a cell or a footer. It is never empty: the word processor
    /// crashes on one that is.
    private mutating func list(
        _ lines: [String], _ paragraph: HWPXHeader.Paragraph, _ letters: HWPXHeader.Letters,
        vertical: String, width: Int = 0, height: Int = 0
    ) -> String {
        var paragraphs = ""
        for line in lines.isEmpty ? [""] : lines {
            paragraphs += element(paragraph, letters, HWPXSection.run(line))
        }
        return """
            <hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="\(vertical)" \
            linkListIDRef="0" linkListNextIDRef="0" textWidth="\(width)" textHeight="\(height)" \
            hasTextRef="0" hasNumRef="0">\(paragraphs)</hp:subList>
            """
    }
}

// MARK: - Tables

extension HWPXSection {
    private mutating func append(box lines: [String]) {
        let cell = cell(
            lines, at: (0, 0), width: HWPXPage.textWidth, .cellLeft, .body, .shaded)
        append(
            rows: ["<hp:tr>\(cell)</hp:tr>"], columnCount: 1, repeatsHeader: false, isLetter: true)
    }

    private mutating func append(_ table: HWPXDocument.Table) {
        let widths = HWPXSection.widths(of: table.columns)
        var rows: [String] = []
        let titles = table.columns.map(\.title)
        rows.append(row(titles, 0, table, widths, .tableBold, isHeader: true))
        for (index, cells) in table.rows.enumerated() {
            let isTotal = index >= table.rows.count - table.totals
            rows.append(
                row(cells, index + 1, table, widths, isTotal ? .tableBold : .table, isHeader: false)
            )
        }
        append(
            rows: rows, columnCount: table.columns.count, repeatsHeader: true, isLetter: false)
    }

    private mutating func row(
        _ cells: [String], _ row: Int, _ table: HWPXDocument.Table, _ widths: [Int],
        _ letters: HWPXHeader.Letters, isHeader: Bool
    ) -> String {
        var text = "<hp:tr>"
        for (index, cell) in cells.enumerated() {
            let paragraph: HWPXHeader.Paragraph =
                isHeader
                ? .cellCentred : HWPXSection.cellParagraph(table.columns[index].alignment)
            text += self.cell(
                [cell], at: (index, row), width: widths[index], paragraph, letters,
                isHeader ? .shaded : .solid, isHeader: isHeader)
        }
        return text + "</hp:tr>"
    }

    private mutating func cell(
        _ lines: [String], at place: (column: Int, row: Int), width: Int,
        _ paragraph: HWPXHeader.Paragraph, _ letters: HWPXHeader.Letters,
        _ border: HWPXHeader.Border, isHeader: Bool = false
    ) -> String {
        let list = list(lines, paragraph, letters, vertical: "CENTER")
        return """
            <hp:tc name="" header="\(isHeader ? 1 : 0)" hasMargin="0" protect="0" editable="0" \
            dirty="0" borderFillIDRef="\(border.rawValue)">\(list)\
            <hp:cellAddr colAddr="\(place.column)" rowAddr="\(place.row)"/>\
            <hp:cellSpan colSpan="1" rowSpan="1"/>\
            <hp:cellSz width="\(width)" height="\(HWPXPage.rowHeight)"/>\
            <hp:cellMargin left="510" right="510" top="141" bottom="141"/></hp:tc>
            """
    }

    /// - Parameter isLetter: the table stands in its line like a letter and is never divided; one
    ///   that goes on over several pages must not.
    private mutating func append(
        rows: [String], columnCount: Int, repeatsHeader: Bool, isLetter: Bool
    ) {
        tableCount += 1
        let height = rows.count * HWPXPage.rowHeight
        let table = """
            <hp:tbl id="\(tableCount)" zOrder="\(tableCount)" numberingType="TABLE" \
            textWrap="TOP_AND_BOTTOM" textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" \
            pageBreak="\(isLetter ? "NONE" : "TABLE")" repeatHeader="\(repeatsHeader ? 1 : 0)" \
            rowCnt="\(rows.count)" colCnt="\(columnCount)" cellSpacing="0" \
            borderFillIDRef="\(HWPXHeader.Border.solid.rawValue)" noAdjust="0">\
            <hp:sz width="\(HWPXPage.textWidth)" widthRelTo="ABSOLUTE" height="\(height)" \
            heightRelTo="ABSOLUTE" protect="0"/><hp:pos treatAsChar="\(isLetter ? 1 : 0)" \
            affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" \
            vertRelTo="PARA" horzRelTo="COLUMN" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" \
            horzOffset="0"/><hp:outMargin left="0" right="0" top="141" bottom="283"/>\
            <hp:inMargin left="510" right="510" top="141" bottom="141"/>\(rows.joined())</hp:tbl>\
            <hp:t/>
            """
        append(run: table, .left, .table)
    }

    /// The text width divided by shares; what rounding leaves goes to the last.
    private static func widths(of columns: [HWPXDocument.Table.Column]) -> [Int] {
        let all = columns.reduce(0) { $0 + $1.share }
        var widths = columns.map { HWPXPage.textWidth * $0.share / all }
        widths[widths.count - 1] += HWPXPage.textWidth - widths.reduce(0, +)
        return widths
    }
}

// MARK: - The page

extension HWPXSection {
    /// The properties of the section, the page's number and the footer wait for the first
    /// paragraph.
    private mutating func open(_ document: HWPXDocument) {
        var controls = """
            \(HWPXPage.properties)<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" \
            colCount="1" sameSz="1" sameGap="0"/></hp:ctrl><hp:ctrl>\
            <hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="-"/></hp:ctrl>
            """
        if let footer = document.footer {
            let list = list(
                [footer], .centred, .small, vertical: "TOP", width: HWPXPage.textWidth,
                height: HWPXPage.footerHeight)
            controls += """
                <hp:ctrl><hp:footer id="1" applyPageType="BOTH">\(list)</hp:footer></hp:ctrl>
                """
        }
        opening = "<hp:run charPrIDRef=\"0\">\(controls)</hp:run>"
    }
}
