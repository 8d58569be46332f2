package import Hometown
package import Interchange

/// 파일 살피기. What a file looks like before anybody says how to read it.
package struct ImportSurvey: Sendable {
    /// `nil` of a workbook.
    package let encoding: TextEncoding?
    /// What parts its cells; `nil` where nothing does.
    package let delimiter: UInt8?
    /// Of a workbook, those that are not hidden.
    package let sheets: [String]
    /// As a spreadsheet counts; the row that names most columns, or the one that is said to.
    package let headerRow: Int
    package let header: [String]
    /// What each of them is taken for.
    package let columns: [DonationColumn?]
    /// The first rows below the header, resident numbers struck out.
    package let sample: [[String]]
}

extension Ledger {
    /// Rows among which the header is looked for, and rows shown below it.
    private static let surveyRowsMax = 14
    private static let headerRowsMax = 10
    private static let sampleRowsMax = 3

    /// 파일 살피기. Looks into a list without judging anything.
    /// - Throws: `LedgerFailure`; `ImportProblem` for what is no list.
    package func survey(_ draft: ImportDraft) async throws -> ImportSurvey {
        // A workbook's shared texts are unpacked whole for its first rows.
        try await withTaskExecutorPreference(importExecutor) { try look(into: draft) }
    }

    private func look(into draft: ImportDraft) throws -> ImportSurvey {
        do {
            let file = try ImportFile(draft)
            var sheets: [String] = []
            if draft.format == .xlsx { sheets = try file.sheetNames() }
            var (rows, _) = try file.open()
            let delimiter = (rows as? CSVReader)?.delimiter
            let isNamed = draft.format == .ndjson
            let said = isNamed ? nil : draft.headerRow
            var read: [(number: Int, cells: [String])] = []
            // Above its first row such a list has the API's names.
            if isNamed { read.append((number: 0, cells: DonationColumns.names)) }
            var cells: [String] = []
            while read.count < Ledger.surveyRowsMax, let number = try rows.next(into: &cells) {
                guard number >= said ?? 0 else { continue }
                read.append((number, cells.map { ResidentNumber.redacting($0.tidied) }))
            }
            let best = try Ledger.header(among: read, said)
            let header = read[best].cells
            return ImportSurvey(
                encoding: file.encoding, delimiter: delimiter, sheets: sheets,
                headerRow: read[best].number, header: header,
                columns: header.map { draft.mapping[$0] ?? DonationColumn.named($0) },
                sample: read[(best + 1)...].prefix(Ledger.sampleRowsMax).map(\.cells))
        } catch {
            if let problem = ImportProblem(error) { throw problem }
            throw LedgerFailure(error, logger: logger)
        }
    }

    private static func header(
        among read: [(number: Int, cells: [String])], _ said: Int?
    ) throws -> Int {
        if let said {
            guard let first = read.first, first.number == said,
                first.cells.contains(where: { !$0.isEmpty })
            else { throw ImportProblem.noHeader(row: said) }
            return 0
        }
        let best = read.prefix(headerRowsMax).indices.max { left, right in
            // Of equals the first.
            (named(read[left].cells), -left) < (named(read[right].cells), -right)
        }
        guard let best else { throw SheetProblem(row: 1, column: nil, .empty) }
        return best
    }

    private static func named(_ cells: [String]) -> Int {
        cells.count { DonationColumn.named($0) != nil }
    }
}
