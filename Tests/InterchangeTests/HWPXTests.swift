import Interchange
import TestSupport
import Testing

@Suite struct HWPXTests {
    private static let table = HWPXDocument.Table(
        [
            HWPXDocument.Table.Column("주는 지자체", share: 2),
            HWPXDocument.Table.Column("받는 지자체", share: 2),
            HWPXDocument.Table.Column("금액", share: 1, .right),
        ],
        rows: [["서울특별시", "세종특별자치시", "100,000"], ["합계", "", "100,000"]], totals: 1)

    private static let document = HWPXDocument(
        title: "주간 현황 <1>", creator: "Pumasi", keywords: ["고향사랑기부", "상호기부"],
        blocks: [
            .title("고향사랑 상호기부·인증 챌린지 주간 현황"), .box(["문서요지: 기부 1건", "키워드: 상호기부"]),
            .heading("현황"), .item("기부 현황", level: 1), .item("신규 1건 & 더", level: 2),
            .note("이전 기간 정정", level: 2), .item("첫 줄\n둘째 줄", level: 3),
            .item("넷째\t단계", level: 4), .paragraph("(단위: 원)", .right), .table(table),
            .pageBreak, .paragraph("붙임  1. 상세 내역 1부.  끝."),
        ],
        footer: "기준 2026. 11. 16. 09:00")

    private func part(_ name: String, of document: HWPXDocument = document) throws -> String {
        let archive = try ZipArchive(HWPXWriter.bytes(of: document))
        return String(
            decoding: try archive.bytes(of: try #require(archive.part(named: name))), as: UTF8.self)
    }

    @Test func `The same document gives the same bytes, and these`() throws {
        let bytes = try HWPXWriter.bytes(of: HWPXTests.document)
        #expect(try HWPXWriter.bytes(of: HWPXTests.document) == bytes)
        #expect(try Golden.difference("Tests/golden/document.hwpx", from: bytes) == nil)
    }

    @Test func `The parts stand in the order readers want`() throws {
        let bytes = try HWPXWriter.bytes(of: HWPXTests.document)
        #expect(
            try ZipArchive(bytes).parts.map(\.name) == [
                "mimetype", "version.xml", "Contents/header.xml", "Contents/section0.xml",
                "Contents/content.hpf", "META-INF/container.xml", "Preview/PrvText.txt",
            ])
        #expect(bytes[38..<57].elementsEqual(HWPXWriter.mediaType.utf8))
    }

    @Test func `Counts are true and references lead somewhere`() throws {
        let header = try part("Contents/header.xml")
        for (list, item) in [
            ("fontfaces", "fontface "), ("borderFills", "borderFill "),
            ("charProperties", "charPr "),
            ("tabProperties", "tabPr "), ("paraProperties", "paraPr "), ("styles", "style "),
        ] {
            let count = header.split(separator: "<hh:\(item)").count - 1
            #expect(header.contains("<hh:\(list) itemCnt=\"\(count)\">"), "\(list)")
        }
        let section = try part("Contents/section0.xml")
        for (reference, element) in [
            ("paraPrIDRef", "paraPr"), ("charPrIDRef", "charPr"), ("borderFillIDRef", "borderFill"),
            ("styleIDRef", "style"),
        ] {
            let ids = section.split(separator: "\(reference)=\"").dropFirst().map {
                $0.prefix { $0 != "\"" }
            }
            #expect(!ids.isEmpty)
            for id in Set(ids) {
                #expect(header.contains("<hh:\(element) id=\"\(id)\""), "\(reference) \(id)")
            }
        }
        let ids = section.split(separator: "<hp:p id=\"").dropFirst().map {
            $0.prefix { $0 != "\"" }
        }
        #expect(Set(ids).count == ids.count, "every paragraph has an id of its own")
    }

    @Test func `The first paragraph carries the section, whatever it is`() throws {
        let blocks: [[HWPXDocument.Block]] = [
            [], [.title("가")], [.table(HWPXTests.table)], [.box([])], [.pageBreak],
        ]
        for blocks in blocks {
            let section = try part(
                "Contents/section0.xml",
                of: HWPXDocument(title: "가", creator: "나", blocks: blocks, footer: "다"))
            let start = try #require(section.firstRange(of: "<hp:p "))
            #expect(section[start.upperBound...].contains("<hp:run charPrIDRef=\"0\"><hp:secPr"))
            #expect(section.split(separator: "<hp:secPr").count == 2)
        }
    }

    @Test func `A page break stands before the paragraph it is meant for`() throws {
        let section = try part(
            "Contents/section0.xml",
            of: HWPXDocument(
                title: "가", creator: "나",
                blocks: [.title("가"), .pageBreak, .table(HWPXTests.table)]))
        #expect(section.split(separator: "pageBreak=\"1\"").count == 2)
        let place = try #require(section.firstRange(of: "pageBreak=\"1\""))
        #expect(section[place.upperBound...].contains("<hp:tbl"))
    }

    @Test func `A table is as wide as the page, says its size and repeats its header`() throws {
        let section = try part("Contents/section0.xml")
        #expect(section.contains("repeatHeader=\"1\" rowCnt=\"3\" colCnt=\"3\""))
        #expect(section.contains("<hp:cellSz width=\"9638\""))
        #expect(section.split(separator: "<hp:tc name=\"\" header=\"1\"").count == 4)
        #expect(section.contains("<hp:cellAddr colAddr=\"2\" rowAddr=\"2\"/>"))
    }

    @Test func `Text is escaped; line ends and tabs become elements`() throws {
        let section = try part("Contents/section0.xml")
        #expect(section.contains("<hp:t>○ 신규 1건 &amp; 더</hp:t>"))
        #expect(section.contains("<hp:t>- 첫 줄<hp:lineBreak/>둘째 줄</hp:t>"))
        #expect(section.contains("ㆍ 넷째<hp:tab "))
        #expect(try part("Contents/content.hpf").contains("주간 현황 &lt;1&gt;"))
    }
}
