package import Hometown
import Interchange

/// 지명 목록 양식. An edge list as a JSON object with `edges`, as a table, or as a graph in GraphML or
/// DOT; what `RelayExport` writes is read in each of them.
package enum EdgeListForm {
    static let names = ["edges", "nodes", "csv", "graphml", "dot", "dry_run"]
    /// What an exported edge has beside the cells of its row; it says nothing that they do not.
    static let drawnNames = ["id", "from", "to", "nominated_on", "date_precision", "state"]

    package struct Draft: Sendable {
        package let list: EdgeList
        package let isDryRun: Bool
    }

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> Draft {
        let read: (FormReader) -> (table: Table, isDryRun: Bool)? = { form in
            let isDryRun = form.flag("dry_run") ?? false
            let texts = ["csv", "graphml", "dot"].compactMap { name in
                form.typed(name, max: Route.jsonBytesMax).map { (text: $0, name: name) }
            }
            let given = (form.has("edges") ? ["edges"] : []) + texts.map(\.name)
            for name in given.dropFirst() { form.faults.add(name, "value_invalid", oneList) }
            if let first = texts.first { return (.text(first.text, first.name), isDryRun) }
            return (.records(records(of: form)), isDryRun)
        }
        let (table, isDryRun) = try body.draft(names, today: today, read)
        return Draft(list: try list(table, today), isDryRun: isDryRun)
    }

    /// Of two lists nobody would know which was recorded.
    private static let oneList = Bilingual(
        "목록은 edges, csv, graphml, dot 가운데 하나로만 보내십시오.",
        "Send one list only: edges, csv, graphml or dot.")

    private static func list(_ table: Table, _ today: CivilDate) throws(Problem) -> EdgeList {
        switch table {
        case .text(let text, "csv"): try list(ofTable: Array(text.utf8), today)
        case .text(let text, let name):
            try list(ofGraph: Array(text.utf8), name == "dot" ? .dot : .graphML, today)
        case .records(let records): try list(records, today)
        }
    }

    /// A file: CSV in UTF-8, with or without a byte order mark, or in CP949; JSON, GraphML or DOT,
    /// which are known by how they begin.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func list(_ bytes: [UInt8], _ today: CivilDate) throws(Problem) -> EdgeList {
        if bytes.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "{") {
            return try draft(FormBody(bytes), today: today).list
        }
        if let format = GraphFile.format(of: bytes) {
            return try list(ofGraph: bytes, format, today)
        }
        return try list(ofTable: bytes, today)
    }

    private static func list(
        ofGraph bytes: [UInt8], _ format: GraphFile.Format, _ today: CivilDate
    ) throws(Problem) -> EdgeList {
        let graph: GraphFile
        do {
            graph = try GraphFile(bytes, format)
        } catch {
            throw Problem([
                FieldProblem(
                    field: format == .dot ? "dot" : "graphml", code: error.code,
                    text: Bilingual(error.korean, error.english))
            ])
        }
        return try list(graph.records, today)
    }

    private static func list(
        ofTable bytes: [UInt8], _ today: CivilDate
    ) throws(Problem) -> EdgeList {
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
        /// With the name of its form.
        case text(String, String)
        case records([[String]])
    }

    private static func records(of form: FormReader) -> [[String]] {
        let columns = EdgeList.Column.allCases.map(\.rawValue)
        let rows = form.objects("edges", max: EdgeList.rowsMax, names: columns + drawnNames)
        return [columns]
            + rows.map { row in
                columns.map { row.typed($0, max: FormReader.linkMax) ?? "" }
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

extension GraphFile {
    /// A row an edge, after the header: the cells that the edge has itself, else what its ends are
    /// called. Ways that nobody knows are no nominations.
    fileprivate var records: [[String]] {
        let columns = EdgeList.Column.allCases
        let nominations = edges.filter {
            $0.attributes["nomination"] != RelayExport.unknownWay
        }
        return [columns.map(\.rawValue)]
            + nominations.map { edge in
                columns.map { column in
                    edge.attributes[column.rawValue] ?? cell(column, of: edge)
                }
            }
    }

    private func cell(_ column: EdgeList.Column, of edge: Edge) -> String {
        switch column {
        case .fromPerson: name(of: edge.from)
        case .fromOffice: nodes[edge.from]?["office"] ?? ""
        case .toPerson: name(of: edge.to)
        case .toOffice: nodes[edge.to]?["office"] ?? ""
        case .date, .source: ""
        }
    }

    /// The node's name, else the first line of its label, else its id.
    private func name(of node: String) -> String {
        let attributes = nodes[node] ?? [:]
        let label = attributes["label"]?.split(separator: "\n").first.map { String($0) }
        return attributes["name"] ?? label ?? node
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
