package import Hometown
import Interchange

/// 지명 목록 양식. An edge list as a JSON object with `edges`, or as the text or the file of a table.
package enum EdgeListForm {
    static let names = ["edges", "csv", "dry_run"]

    package struct Draft: Sendable {
        package let list: EdgeList
        package let isDryRun: Bool
    }

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> Draft {
        let read: (FormReader) -> (table: Table, isDryRun: Bool)? = { form in
            let isDryRun = form.flag("dry_run") ?? false
            if let text = form.text("csv", max: Route.jsonBytesMax) {
                return (.text(text), isDryRun)
            }
            return (.records(records(of: form)), isDryRun)
        }
        let (table, isDryRun) = try body.draft(names, today: today, read)
        return Draft(list: try list(table, today), isDryRun: isDryRun)
    }

    private static func list(_ table: Table, _ today: CivilDate) throws(Problem) -> EdgeList {
        switch table {
        case .text(let text): try list(Array(text.utf8), today)
        case .records(let records): try list(records, today)
        }
    }

    /// A file: CSV in UTF-8, with or without a byte order mark, or in CP949; or JSON.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func list(_ bytes: [UInt8], _ today: CivilDate) throws(Problem) -> EdgeList {
        if bytes.first == UInt8(ascii: "{") {
            return try draft(FormBody(bytes), today: today).list
        }
        var survey = TextEncodingSurvey()
        survey.take(bytes)
        do {
            var reader = try CSVReader(
                MemoryBytes(bytes).open(), encoding: survey.encoding, hasMark: survey.hasMark)
            var records: [[String]] = []
            var cells: [String] = []
            while try reader.next(into: &cells) != nil { records.append(cells) }
            return try list(records, today)
        } catch let problem as SheetProblem {
            throw Problem(problem)
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem([
                FieldProblem(
                    field: "csv", code: "encoding_unavailable",
                    text: Bilingual(
                        "이 시스템은 CP949를 읽지 못합니다. UTF-8로 저장하십시오.",
                        "This system cannot read CP949. Save the file in UTF-8."))
            ])
        }
    }

    private enum Table {
        case text(String)
        case records([[String]])
    }

    private static func records(of form: FormReader) -> [[String]] {
        let columns = EdgeList.Column.allCases.map(\.rawValue)
        let rows = form.objects("edges", max: EdgeList.rowsMax, names: columns)
        return [columns]
            + rows.map { row in
                columns.map { row.text($0, max: FormReader.linkMax) ?? "" }
            }
    }

    private static func list(
        _ records: [[String]], _ today: CivilDate
    ) throws(Problem) -> EdgeList {
        do {
            return try EdgeListReader(today: today).read(records)
        } catch {
            throw Problem(error.found)
        }
    }
}

extension Problem {
    /// Where a file stops being a table, and what mends it.
    fileprivate init(_ problem: SheetProblem) {
        let text =
            switch problem.cause {
            case .quoteNotClosed:
                Bilingual("따옴표가 닫히지 않았습니다. 닫는 따옴표를 넣으십시오.", "A quote is not closed. Close it.")
            case .textAfterQuote:
                Bilingual(
                    "닫는 따옴표 뒤에 글자가 있습니다. 따옴표를 두 번 쓰거나 지우십시오.",
                    "Something follows a closing quote. Double the quote or remove it.")
            case .notInEncoding(let encoding):
                Bilingual(
                    "\(encoding.rawValue) 글자가 아닙니다. UTF-8로 다시 저장하십시오.",
                    "These bytes are no text in \(encoding.rawValue). Save the file in UTF-8.")
            default:
                Bilingual(
                    "표로 읽을 수 없습니다. 쉼표로 나눈 CSV로 저장하십시오.",
                    "This is no table. Save it as CSV with commas.")
            }
        let place = problem.column.map { ".columns[\($0)]" } ?? ""
        self.init([
            FieldProblem(
                field: "rows[\(problem.row)]\(place)", code: "file_unreadable",
                text: Bilingual(
                    "행 \(problem.row): \(text.korean)", "Row \(problem.row): \(text.english)"))
        ])
    }
}
