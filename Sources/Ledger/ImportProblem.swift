package import Hometown
import Interchange

/// 목록 오류. Why a file is no list of donations.
package struct ImportProblem: Error, Hashable, Sendable {
    package let code: String
    package let text: Bilingual

    init(code: String, _ text: Bilingual) {
        self.code = code
        self.text = text
    }

    /// What reading a file may throw, in words; `nil` for what is no fault of the file.
    init?(_ error: any Error) {
        switch error {
        case let problem as ImportProblem: self = problem
        case let problem as DonationColumns.Problem:
            self.init(code: problem.code, problem.text)
        case let problem as SheetProblem: self.init(problem)
        case let fault as FileFault:
            self.init(code: fault.code, Bilingual(fault.korean, fault.english))
        case let failure as FileBytes.Failure:
            self.init(
                code: "file_unreadable",
                Bilingual(
                    "\(failure.path) 파일을 읽을 수 없습니다(\(failure.cause)).",
                    "The file \(failure.path) cannot be read (\(failure.cause))."))
        case let missing as TextConverter.Unavailable:
            self.init(
                code: "encoding_unavailable",
                Bilingual(
                    "이 시스템에는 \(missing.encoding.rawValue) 변환표가 없습니다. UTF-8로 저장해 주십시오.",
                    "This system cannot convert \(missing.encoding.rawValue). Save it as UTF-8."))
        default: return nil
        }
    }

    static func tooManyRows(_ rowsMax: Int) -> ImportProblem {
        ImportProblem(
            code: "too_many_rows",
            Bilingual(
                "여기서는 \(rowsMax)행까지 받습니다. 나누거나 pumasi donation import를 쓰십시오.",
                "This takes \(rowsMax) rows. Split the list, or use pumasi donation import."))
    }

    package static let headerRowEmpty = "header_row_empty"

    static func noHeader(row: Int) -> ImportProblem {
        ImportProblem(
            code: headerRowEmpty,
            Bilingual(
                "\(row)행에 열 이름이 없습니다. 열 이름이 있는 행의 번호를 쓰십시오.",
                "Row \(row) names no columns. Write the number of the row that does."))
    }

    /// R1: what an entry says in the open stands for ever.
    static let residentNumberInReason = ImportProblem(
        code: Refusal.Code.residentNumberPresent.rawValue,
        Refusal.residentNumberPresent(fields: ["force"]).text)

    static func tooMuchText(_ bytesMax: Int) -> ImportProblem {
        ImportProblem(
            code: "file_too_large",
            Bilingual(
                "시트의 글이 모두 \(bytesMax >> 20)MiB를 넘습니다. 목록이 아닌 시트를 지우거나 나누십시오.",
                "The sheets hold more than \(bytesMax >> 20) MiB of text. Remove those that are no "
                    + "list, or split it."))
    }

    /// - Parameter sheet: of a workbook, where they stand.
    static func residentNumbers(rows: [Int], sheet: String?) -> ImportProblem {
        let list = rows.map { "\($0)" }.joined(separator: ", ")
        let name = sheet.map(ResidentNumber.redacting)
        let (korean, english) = (
            name.map { "시트 \($0)의 " } ?? "", name.map { " of sheet \($0)" } ?? ""
        )
        return ImportProblem(
            code: Refusal.Code.residentNumberPresent.rawValue,
            Bilingual(
                "\(korean)\(list)행에 주민등록번호가 있어 목록을 보관하지 않았습니다. 번호를 지우고 다시 "
                    + "올리십시오.",
                "Resident numbers stand in these rows\(english): \(list). The list was not kept; "
                    + "remove them and send it again."))
    }

    /// - Parameter places: where they stand in a workbook, but not as values of its cells.
    static func residentNumbers(in places: [WorkbookPlace]) -> ImportProblem {
        let korean = places.map(\.title.korean).joined(separator: ", ")
        let english = places.map(\.title.english).joined(separator: ", ")
        return ImportProblem(
            code: Refusal.Code.residentNumberPresent.rawValue,
            Bilingual(
                "칸 밖에 주민등록번호가 있어 목록을 보관하지 않았습니다(\(korean)). 번호를 지우거나 값만 새 "
                    + "통합 문서에 붙여 넣어 다시 올리십시오.",
                "Resident numbers stand outside the cells: \(english). The list was not kept; "
                    + "remove them, or paste the values into a new workbook, and send it again."))
    }

    private init(_ problem: SheetProblem) {
        let (code, cause) = ImportProblem.cause(of: problem.cause)
        let korean = "\(problem.row)행" + (problem.column.map { " \($0)번째 칸" } ?? "")
        let english = "Row \(problem.row)" + (problem.column.map { ", cell \($0)" } ?? "")
        self.init(
            code: code,
            Bilingual("\(korean): \(cause.korean)", "\(english): \(cause.english)"))
    }

    private static func cause(of cause: SheetProblem.Cause) -> (String, Bilingual) {
        switch cause {
        case .quoteNotClosed:
            (
                "quote_not_closed",
                Bilingual(
                    "따옴표가 열리고 닫히지 않았습니다. 닫는 따옴표를 넣으십시오.",
                    "A quote is opened and never closed. Close it.")
            )
        case .textAfterQuote:
            (
                "text_after_quote",
                Bilingual(
                    "닫는 따옴표 뒤에 글자가 있습니다. 칸 안의 따옴표는 두 번 쓰십시오.",
                    "Text follows a closing quote. Write a quote within a cell twice.")
            )
        case .rowTooLong(let bytesMax):
            (
                "row_too_long",
                Bilingual(
                    "한 행이 \(bytesMax)바이트를 넘습니다. 줄 바꿈과 따옴표를 확인해 주십시오.",
                    "The row is longer than \(bytesMax) bytes. Check line breaks and quotes.")
            )
        case .tooManyColumns(let columnsMax):
            (
                "too_many_columns",
                Bilingual("열이 \(columnsMax)개를 넘습니다.", "There are more than \(columnsMax) columns.")
            )
        case .notInEncoding(let encoding):
            (
                "not_in_encoding",
                Bilingual(
                    "\(encoding.title)이 아닌 글자가 있습니다. 파일을 UTF-8로 다시 저장해 주십시오.",
                    "These bytes are no \(encoding.title). Save the file as UTF-8.")
            )
        default: cellCause(of: cause)
        }
    }

    fileprivate static func cellCause(of cause: SheetProblem.Cause) -> (String, Bilingual) {
        switch cause {
        case .notAnObject:
            (
                "not_an_object",
                Bilingual(
                    "한 줄에 JSON 객체 하나가 아닙니다.", "The line is no flat JSON object.")
            )
        case .unknownName(let name):
            (
                "field_unknown",
                Bilingual("없는 항목입니다: \(name)", "There is no such field: \(name)")
            )
        case .formulaFailed(let name):
            (
                "formula_failed",
                Bilingual(
                    "칸에 값이 아니라 오류(\(name))가 있습니다. 값으로 바꾸십시오.",
                    "The cell holds \(name) and no value. Put a value in its place.")
            )
        case .formulaWithoutValue:
            (
                "formula_without_value",
                Bilingual(
                    "계산되지 않은 수식입니다. 스프레드시트에서 열어 저장하십시오.",
                    "This formula was never worked out. Open and save it in a spreadsheet.")
            )
        case .zeroLost:
            (
                "date_without_zero",
                Bilingual(
                    "숫자로 저장되어 4.1인지 4.10인지 알 수 없습니다. 2026-04-10처럼 쓰십시오.",
                    "Kept as a number, this may be 4.1 or 4.10. Write it like 2026-04-10.")
            )
        case .sharedWithRow(let row):
            (
                "amount_shared",
                Bilingual(
                    "\(row)행과 병합한 금액입니다. 병합을 풀고 행마다 금액을 쓰십시오.",
                    "The amount is merged with that of row \(row). Split the cell, and write each "
                        + "row's own.")
            )
        default:
            (
                "file_empty",
                Bilingual(
                    "비어 있는 파일입니다. 첫 행에 열 이름을 쓰십시오.",
                    "The file is empty. Its first row names the columns.")
            )
        }
    }
}

extension DonationColumns.CellFault {
    /// - Returns: `nil` for what is wrong with more than a cell.
    init?(_ problem: SheetProblem) {
        guard let column = problem.column else { return nil }
        let (code, text) = ImportProblem.cellCause(of: problem.cause)
        self.init(
            column: column - 1, code: code, text: text,
            fields: DonationColumns.CellFault.doubtful(by: problem.cause))
    }

    /// The fields that cannot be read from a value which may not be what was meant.
    private static func doubtful(by cause: SheetProblem.Cause) -> Set<DonationField>? {
        switch cause {
        case .zeroLost: [.donatedOn, .residenceCheckedOn]
        case .sharedWithRow: [.amount, .giftValue]
        default: nil
        }
    }
}

extension TextEncoding {
    /// As people call it.
    package var title: String {
        switch self {
        case .utf8: "UTF-8"
        case .cp949: "CP949"
        }
    }
}
