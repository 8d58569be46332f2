import Hometown
import Interchange

extension Summary.Cell {
    /// As a page writes it.
    func text(in language: Language) -> String {
        let words = Words(language: language)
        switch self {
        case .text(let text), .said(let text): return text
        case .number(let number): return Notation.grouped(number)
        case .change(let number): return words.change(number)
        case .percent(let tenths): return words.percent(tenths)
        case .decimal(let hundredths): return words.decimal(hundredths)
        case .empty: return ""
        }
    }

    /// As a spreadsheet counts on with it.
    var value: CellValue {
        switch self {
        case .text(let text), .said(let text): .text(text)
        case .number(let number), .change(let number): .number(number)
        case .percent(let tenths):
            .number("\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)")
        case .decimal(let hundredths):
            .number(
                "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100)."
                    + "\(hundredths.magnitude % 100 < 10 ? "0" : "")\(hundredths.magnitude % 100)")
        case .empty: .empty
        }
    }
}

extension Summary {
    var gistLabel: String { Words(language: language).say("문서요지", "In short") }

    /// 키워드: the words in one line.
    var keywordLine: String {
        Words(language: language).say("키워드: ", "Keywords: ")
            + keywords.joined(separator: ", ")
    }

    /// 본문. The statements of the first page with the marks of their items, without its table.
    var plainText: String {
        let stated = sections.map { section -> String in
            let items = section.items.flatMap { item -> [String] in
                ["  ○ \(item.text)"] + item.details.map { "    - \($0)" }
                    + item.notes.map { "    ※ \($0)" }
            }
            return (["□ \(section.heading)"] + items).joined(separator: "\n")
        }
        return ([gist.joined(separator: "\n")] + stated).joined(separator: "\n\n")
    }

    /// 붙임 1. 상세 내역.
    func heading(of attachment: Int) -> String {
        let title = attachments[attachment].title
        return Words(language: language).say(
            "붙임 \(attachment + 1). \(title)", "Attachment \(attachment + 1). \(title)")
    }
}
