/// How a written cell looks: its place among the `cellXfs` of the styles part.
enum CellStyle: Equatable {
    case general(isTotal: Bool)
    case text(isTotal: Bool)
    case amount(isTotal: Bool)
    case percent(isTotal: Bool)
    case date(isTotal: Bool)
    case dateTime(isTotal: Bool)
    case header
    case title

    /// The column proposes, the value disposes: a date in a column of text stays a date.
    init(for value: CellValue, in kind: SheetColumn.Kind, isTotal: Bool) {
        switch value {
        case .text: self = .text(isTotal: isTotal)
        case .number:
            switch kind {
            case .amount: self = .amount(isTotal: isTotal)
            case .percent: self = .percent(isTotal: isTotal)
            case .text, .date, .dateTime, .general: self = .general(isTotal: isTotal)
            }
        case .date(let date):
            self = date.secondOfDay == nil ? .date(isTotal: isTotal) : .dateTime(isTotal: isTotal)
        case .empty, .boolean, .error: self = .general(isTotal: isTotal)
        }
    }

    /// Of an empty cell, so that what is typed there later is shown alike.
    init(of kind: SheetColumn.Kind) {
        switch kind {
        case .text: self = .text(isTotal: false)
        case .amount: self = .amount(isTotal: false)
        case .percent: self = .percent(isTotal: false)
        case .date: self = .date(isTotal: false)
        case .dateTime: self = .dateTime(isTotal: false)
        case .general: self = .general(isTotal: false)
        }
    }

    var index: Int {
        switch self {
        case .general(let isTotal): isTotal ? 5 : 0
        case .text(let isTotal): isTotal ? 6 : 1
        case .amount(let isTotal): isTotal ? 7 : 2
        case .date(let isTotal): isTotal ? 8 : 3
        case .dateTime(let isTotal): isTotal ? 9 : 4
        case .header: 10
        case .title: 11
        case .percent(let isTotal): isTotal ? 13 : 12
        }
    }

    /// The styles part: four fonts, three fills, three borders, and the formats in the order of
    /// `index`. Number formats 3 (`#,##0`) and 49 (`@`) are built in.
    static let part: String = {
        let font = "<name val=\"맑은 고딕\"/><family val=\"2\"/><charset val=\"129\"/>"
        let line = "<color auto=\"1\"/>"
        func format(_ number: Int, total: Bool) -> String {
            "<xf numFmtId=\"\(number)\" fontId=\"\(total ? 1 : 0)\" fillId=\"0\" "
                + "borderId=\"\(total ? 1 : 0)\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        }
        let formats = [false, true].flatMap { total in
            [0, 49, 3, 164, 165].map { format($0, total: total) }
        }
        return """
            \(WorkbookParts.declaration)<styleSheet xmlns="\(WorkbookParts.main)">\
            <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
            <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>\
            <numFmt numFmtId="166" formatCode="0.0&quot;%&quot;"/></numFmts>\
            <fonts count="3"><font><sz val="11"/>\(font)</font>\
            <font><b/><sz val="11"/>\(font)</font><font><b/><sz val="16"/>\(font)</font></fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FFEEF2F7"/>\
            <bgColor indexed="64"/></patternFill></fill></fills>\
            <borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>\
            <border><left/><right/><top style="thin">\(line)</top><bottom/><diagonal/></border>\
            <border><left/><right/><top style="thin">\(line)</top>\
            <bottom style="thin">\(line)</bottom><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
            </cellStyleXfs><cellXfs count="\(formats.count + 4)">\(formats.joined())\
            <xf numFmtId="49" fontId="1" fillId="2" borderId="2" xfId="0" applyFont="1" \
            applyFill="1" applyBorder="1" applyAlignment="1">\
            <alignment horizontal="center" vertical="center" wrapText="1"/></xf>\
            <xf numFmtId="49" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
            \(format(166, total: false))\(format(166, total: true))</cellXfs>\
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
            </styleSheet>
            """
    }()
}
