import Hometown
import Interchange

extension WorkbookPlace {
    /// More of a part's name is no help in finding it.
    private static let partMax = 80

    /// 자리. As somebody knows it who sees the workbook and not the file. Names in it come from the
    /// file: resident numbers are struck out of them.
    var title: Bilingual {
        switch self {
        case .sheetName: Bilingual("시트 이름", "the name of a sheet")
        case .definedName: Bilingual("정의된 이름", "a defined name")
        case .comment: Bilingual("메모나 댓글", "a comment")
        case .drawing: Bilingual("글상자나 그림 설명", "a text box or what describes a picture")
        case .chart: Bilingual("차트", "a chart")
        case .pageEdge(let sheet): WorkbookPlace.edge(of: ResidentNumber.redacting(sheet))
        case .sheet(let sheet): WorkbookPlace.rest(of: ResidentNumber.redacting(sheet))
        case .property: Bilingual("문서 속성", "the properties of the document")
        case .pivot: Bilingual("피벗 테이블에 남은 원본", "the source that a pivot table keeps")
        case .link: Bilingual("다른 파일이나 웹으로 가는 링크", "a link to a file or page")
        case .embedded: Bilingual("시트에 넣은 다른 문서", "a document that lies on a sheet")
        case .sharedText:
            Bilingual("지운 칸의 글이나 윗주", "the text of a deleted cell or a phonetic guide")
        case .part(let name): WorkbookPlace.inside(ResidentNumber.redacting(name))
        }
    }

    private static func edge(of sheet: String) -> Bilingual {
        Bilingual("시트 \(sheet)의 머리글·바닥글", "the header or footer of sheet \(sheet)")
    }

    private static func rest(of sheet: String) -> Bilingual {
        Bilingual(
            "시트 \(sheet)의 수식·링크·필터·입력 규칙",
            "a formula, link, filter or rule for entries of sheet \(sheet)")
    }

    private static func inside(_ name: String) -> Bilingual {
        let plain = name.prefix(partMax)
        return Bilingual("파일 안의 \(plain)", "\(plain) inside the file")
    }
}
