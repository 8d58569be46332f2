/// The page of an HWPX document: A4 upright with the margins of official papers, 30 mm above, 15
/// below, 20 at the sides. The word processor adds the heights of header and footer to the margins
/// above and below them.
enum HWPXPage {
    private static let width = 59_528
    private static let height = 84_186
    private static let side = 5_669
    static let textWidth = width - 2 * side
    static let footerHeight = 2_835
    /// Of a row with one line of text.
    static let rowHeight = 1_700

    static let properties: String = {
        let borders = ["BOTH", "EVEN", "ODD"].map {
            """
            <hp:pageBorderFill type="\($0)" borderFillIDRef="1" textBorder="PAPER" \
            headerInside="0" footerInside="0" fillArea="PAPER">\
            <hp:offset left="1417" right="1417" top="1417" bottom="1417"/></hp:pageBorderFill>
            """
        }
        return """
            <hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" \
            tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="0" memoShapeIDRef="0" \
            textVerticalWidthHead="0" masterPageCnt="0">\
            <hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/>\
            <hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>\
            <hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" \
            border="SHOW_ALL" fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" \
            showLineNumber="0"/>\
            <hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/>\
            <hp:pagePr landscape="WIDELY" width="\(width)" height="\(height)" \
            gutterType="LEFT_ONLY"><hp:margin header="2835" footer="\(footerHeight)" gutter="0" \
            left="\(side)" right="\(side)" top="5669" bottom="1417"/></hp:pagePr>\
            \(notes("footNotePr", line: -1, between: 283, "EACH_COLUMN"))\
            \(notes("endNotePr", line: 14_692_344, between: 0, "END_OF_DOCUMENT"))\
            \(borders.joined())</hp:secPr>
            """
    }()

    private static func notes(
        _ name: String, line: Int, between: Int, _ place: String
    ) -> String {
        """
        <hp:\(name)><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" \
        supscript="0"/><hp:noteLine length="\(line)" type="SOLID" width="0.12 mm" \
        color="#000000"/><hp:noteSpacing betweenNotes="\(between)" belowLine="567" \
        aboveLine="850"/><hp:numbering type="CONTINUOUS" newNum="1"/>\
        <hp:placement place="\(place)" beneathText="0"/></hp:\(name)>
        """
    }
}
