package import Foundation
package import Hometown
package import Interchange

/// 목록 쓰기. Donations on their way into a list: CSV and NDJSON as bytes to send on, a workbook into a
/// file, whose beginning is only known at its end.
package struct DonationListWriter {
    package enum Format: String, Sendable, CaseIterable {
        case csv, xlsx, ndjson

        package var mediaType: String {
            switch self {
            case .csv: "text/csv; charset=utf-8"
            case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            case .ndjson: "application/x-ndjson"
            }
        }
    }

    private enum Writer {
        case csv(CSVWriter)
        case ndjson(NDJSONWriter)
        case xlsx(WorkbookWriter<FileSink>)
    }

    private var writer: Writer?
    private let language: Language

    /// - Parameters:
    ///   - file: where a workbook goes; the other formats leave it alone.
    ///   - day: of the export, for the properties of a workbook.
    /// - Throws: `TextConverter.Unavailable` for an encoding that the machine does not have; what
    ///   writing the file throws.
    package init(
        _ format: Format, encoding: TextEncoding = .utf8, language: Language, day: CivilDate,
        file: FileHandle
    ) throws {
        self.language = language
        let titles = DonationExport.titles(in: language)
        switch format {
        case .csv:
            var csv = try CSVWriter(encoding: encoding)
            csv.append(titles.map(CellValue.text))
            writer = .csv(csv)
        case .ndjson: writer = .ndjson(NDJSONWriter(names: DonationExport.names))
        case .xlsx:
            let title = Bilingual("기부 대장", "Donations").text(in: language)
            var workbook = try WorkbookWriter(
                FileSink(file),
                sheets: [
                    SheetPlan(title, columns: DonationExport.sheetColumns(in: language)),
                    DonationExport.Tally.plan(in: language),
                ],
                properties: WorkbookProperties(
                    title: title, creator: "pumasi",
                    created: SheetDate(year: day.year, month: day.month, day: day.day)))
            try workbook.beginSheet()
            writer = .xlsx(workbook)
        }
    }

    /// - Returns: the bytes to send on; none of a workbook.
    /// - Throws: what writing the file throws.
    package mutating func append(_ batch: [[CellValue]]) throws -> [UInt8] {
        guard let open = writer.take() else { return [] }
        switch open {
        case .csv(var csv):
            for row in batch { csv.append(row) }
            let bytes = csv.take()
            writer = .csv(csv)
            return bytes
        case .ndjson(var lines):
            for row in batch { lines.append(row) }
            let bytes = lines.take()
            writer = .ndjson(lines)
            return bytes
        case .xlsx(var workbook):
            for row in batch { try workbook.append(row) }
            writer = .xlsx(workbook)
            return []
        }
    }

    /// Ends the list. A workbook says on a sheet of its own what its rows come to.
    /// - Returns: the last bytes, and what the encoding does not have.
    /// - Throws: what writing the file throws.
    package mutating func finish(_ tally: DonationExport.Tally) throws -> (
        bytes: [UInt8], problems: [CSVWriter.Unencodable]
    ) {
        guard let open = writer.take() else { return ([], []) }
        switch open {
        case .csv(var csv): return (csv.take(), csv.problems)
        case .ndjson(var lines): return (lines.take(), [])
        case .xlsx(var workbook):
            try workbook.endSheet()
            try workbook.beginSheet()
            for row in tally.rows(in: language) { try workbook.append(row) }
            try workbook.endSheet()
            _ = try workbook.finish()
            return ([], [])
        }
    }
}

extension DonationExport.Tally {
    static func plan(in language: Language) -> SheetPlan {
        SheetPlan(
            Bilingual("요약", "Summary").text(in: language),
            columns: [
                SheetColumn(Bilingual("항목", "Item").text(in: language), .general),
                SheetColumn(Bilingual("값", "Value").text(in: language), .amount),
            ])
    }

    /// With what the columns are called in the API: the dictionary goes where the file goes.
    func rows(in language: Language) -> [[CellValue]] {
        let figures: [(Bilingual, CellValue)] = [
            (Bilingual("행", "Rows"), .number(Int64(rows))),
            (Bilingual("기부", "Donations"), .number(Int64(donations))),
            (Bilingual("합계(원)", "Sum (won)"), .number(amount.amount)),
        ]
        let titles = DonationExport.titles(in: language)
        return figures.map { [.text($0.text(in: language)), $1] }
            + zip(titles, DonationExport.names).map { [.text($0), .text($1)] }
    }
}
