/// The header part of an HWPX document: fonts, borders, characters, paragraphs, styles. It is the
/// same for every document; sections point into it by position.
enum HWPXHeader {
    /// Lengths are 1/7200 inch; heights of letters 1/100 point.
    enum Letters: Int, CaseIterable {
        case body, title, heading, table, tableBold, small

        fileprivate var height: Int {
            switch self {
            case .body: 1200
            case .title: 1800
            case .heading: 1400
            case .table, .tableBold: 1000
            case .small: 900
            }
        }

        fileprivate var isBold: Bool {
            switch self {
            case .title, .heading, .tableBold: true
            case .body, .table, .small: false
            }
        }
    }

    enum Paragraph: Int, CaseIterable {
        case justified, left, centred, right
        case heading
        case item1, item2, item3, item4
        case cellLeft, cellCentred, cellRight

        static func item(level: Int) -> Paragraph {
            [.item1, .item2, .item3, .item4][level - 1]
        }

        fileprivate var alignment: String {
            switch self {
            case .centred, .cellCentred: "CENTER"
            case .right, .cellRight: "RIGHT"
            case .left, .cellLeft, .heading: "LEFT"
            case .justified, .item1, .item2, .item3, .item4: "JUSTIFY"
            }
        }

        /// How far the text stands in, and how far its first line stands out from that: the mark of
        /// an item and the blank behind it.
        fileprivate var indent: (left: Int, first: Int) {
            switch self {
            case .item1: (1800, -1800)
            case .item2: (3000, -1800)
            case .item3: (3900, -1200)
            case .item4: (5100, -1200)
            default: (0, 0)
            }
        }

        fileprivate var lineSpacingPercent: Int {
            switch self {
            case .cellLeft, .cellCentred, .cellRight: 130
            default: 160
            }
        }

        fileprivate var spaceBefore: Int {
            switch self {
            case .heading, .item1: 600
            default: 0
            }
        }
    }

    /// Numbered from 1, as the word processor does.
    enum Border: Int, CaseIterable {
        case none = 1
        case transparent, solid, shaded
    }

    static let text: String = {
        let letters = Letters.allCases.map(element)
        let paragraphs = Paragraph.allCases.map(element)
        let borders = Border.allCases.map(element)
        return """
            \(HWPXWriter.declaration)<hh:head \(HWPXWriter.namespaces) version="1.5" secCnt="1">\
            <hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/>\
            <hh:refList>\(fonts)<hh:borderFills itemCnt="\(borders.count)">\(borders.joined())\
            </hh:borderFills><hh:charProperties itemCnt="\(letters.count)">\(letters.joined())\
            </hh:charProperties><hh:tabProperties itemCnt="1">\
            <hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/></hh:tabProperties>\
            <hh:paraProperties itemCnt="\(paragraphs.count)">\(paragraphs.joined())\
            </hh:paraProperties><hh:styles itemCnt="1"><hh:style id="0" type="PARA" name="바탕글" \
            engName="Normal" paraPrIDRef="0" charPrIDRef="0" nextStyleIDRef="0" langID="1042" \
            lockForm="0"/></hh:styles></hh:refList>\
            <hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/>\
            </hh:compatibleDocument><hh:docOption>\
            <hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption>\
            <hh:trackchageConfig flags="56"/></hh:head>
            """
    }()

    private static let languages = [
        "HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER",
    ]

    private static let fonts: String = {
        let faces = ["함초롬바탕", "함초롬돋움"].enumerated().map { id, face in
            "<hh:font id=\"\(id)\" face=\"\(face)\" type=\"TTF\" isEmbedded=\"0\"/>"
        }
        let all = languages.map { language in
            "<hh:fontface lang=\"\(language)\" fontCnt=\"\(faces.count)\">\(faces.joined())"
                + "</hh:fontface>"
        }
        return "<hh:fontfaces itemCnt=\"\(all.count)\">\(all.joined())</hh:fontfaces>"
    }()

    /// An element with the same value for each of the seven languages.
    private static func perLanguage(_ name: String, _ value: Int) -> String {
        let values = languages.map { "\($0.lowercased())=\"\(value)\"" }.joined(separator: " ")
        return "<hh:\(name) \(values)/>"
    }

    private static func element(_ letters: Letters) -> String {
        let isGothic = letters == .heading || letters == .title || letters == .tableBold
        return """
            <hh:charPr id="\(letters.rawValue)" height="\(letters.height)" textColor="#000000" \
            shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" \
            borderFillIDRef="\(Border.transparent.rawValue)">\
            \(perLanguage("fontRef", isGothic ? 1 : 0))\(perLanguage("ratio", 100))\
            \(perLanguage("spacing", 0))\(perLanguage("relSz", 100))\(perLanguage("offset", 0))\
            \(letters.isBold ? "<hh:bold/>" : "")\
            <hh:underline type="NONE" shape="SOLID" color="#000000"/>\
            <hh:strikeout shape="NONE" color="#000000"/><hh:outline type="NONE"/>\
            <hh:shadow type="NONE" color="#C0C0C0" offsetX="10" offsetY="10"/></hh:charPr>
            """
    }

    private static func element(_ paragraph: Paragraph) -> String {
        // A program that knows the unit HwpUnitChar takes lengths as they are; one before it
        // halves them.
        func margins(_ factor: Int) -> String {
            let lengths = [
                ("intent", paragraph.indent.first), ("left", paragraph.indent.left), ("right", 0),
                ("prev", paragraph.spaceBefore), ("next", 0),
            ].map { "<hc:\($0.0) value=\"\($0.1 * factor)\" unit=\"HWPUNIT\"/>" }
            return "<hh:margin>\(lengths.joined())</hh:margin><hh:lineSpacing type=\"PERCENT\" "
                + "value=\"\(paragraph.lineSpacingPercent)\" unit=\"HWPUNIT\"/>"
        }
        return """
            <hh:paraPr id="\(paragraph.rawValue)" tabPrIDRef="0" condense="0" fontLineHeight="0" \
            snapToGrid="1" suppressLineNumbers="0" checked="0" textDir="LTR">\
            <hh:align horizontal="\(paragraph.alignment)" vertical="BASELINE"/>\
            <hh:heading type="NONE" idRef="0" level="0"/>\
            <hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" \
            widowOrphan="0" keepWithNext="\(paragraph == .heading ? 1 : 0)" keepLines="0" \
            pageBreakBefore="0" lineWrap="BREAK"/>\
            <hh:autoSpacing eAsianEng="0" eAsianNum="0"/><hp:switch>\
            <hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar">\
            \(margins(1))</hp:case><hp:default>\(margins(2))</hp:default></hp:switch>\
            <hh:border borderFillIDRef="\(Border.transparent.rawValue)" offsetLeft="0" \
            offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" ignoreMargin="0"/>\
            </hh:paraPr>
            """
    }

    private static func element(_ border: Border) -> String {
        let isDrawn = border == .solid || border == .shaded
        let edges = ["leftBorder", "rightBorder", "topBorder", "bottomBorder"].map {
            "<hh:\($0) type=\"\(isDrawn ? "SOLID" : "NONE")\" "
                + "width=\"\(isDrawn ? "0.12" : "0.1") mm\" color=\"#000000\"/>"
        }
        let colour = border == .shaded ? "#EEF2F7" : "none"
        let fill =
            border == .transparent || border == .shaded
            ? "<hc:fillBrush><hc:winBrush faceColor=\"\(colour)\" hatchColor=\"#999999\" "
                + "alpha=\"0\"/></hc:fillBrush>" : ""
        return """
            <hh:borderFill id="\(border.rawValue)" threeD="0" shadow="0" centerLine="NONE" \
            breakCellSeparateLine="0"><hh:slash type="NONE" Crooked="0" isCounter="0"/>\
            <hh:backSlash type="NONE" Crooked="0" isCounter="0"/>\(edges.joined())\
            <hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/>\(fill)</hh:borderFill>
            """
    }
}
