import Foundation
import Interchange

/// A workbook to be written.
struct WorkbookOrder: Decodable {
    struct Sheet: Decodable {
        let name: String
        let preface: [[Cell]]
        let columns: [Column]
        let rows: [[Cell]]
        /// How many of the rows, from the last, are totals.
        let totals: Int
    }

    struct Column: Decodable {
        let title: String
        let kind: String
        let width: Double
        let choices: [String]
        let takesOnlyChoices: Bool
    }

    /// `["text", "…"]`, and so on by the names of `CellValue`; a date in ISO 8601.
    struct Cell: Decodable {
        let value: CellValue

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            let kind = try container.decode(String.self)
            let text = container.isAtEnd ? "" : try container.decode(String.self)
            value = try Cell.value(kind, text)
        }

        private static func value(_ kind: String, _ text: String) throws -> CellValue {
            switch kind {
            case "text": return .text(text)
            case "number": return .number(text)
            case "boolean": return .boolean(text == "true")
            case "error": return .error(text)
            case "date":
                let numbers = text.split { "-T:".contains($0) }.compactMap { Int($0) }
                guard numbers.count == 3 || numbers.count == 6 else { break }
                let seconds =
                    numbers.count == 6 ? numbers[3] * 3600 + numbers[4] * 60 + numbers[5] : nil
                return .date(
                    SheetDate(
                        year: numbers[0], month: numbers[1], day: numbers[2],
                        secondOfDay: seconds))
            case "empty": return .empty
            default: break
            }
            throw CocoaError(.coderInvalidValue)
        }
    }

    let title: String
    let creator: String
    let created: Cell
    let sheets: [Sheet]

    var bytes: [UInt8] {
        get throws {
            guard case .date(let created) = created.value else {
                throw CocoaError(.coderInvalidValue)
            }
            var writer = try WorkbookWriter(
                [UInt8](), sheets: sheets.map(\.plan),
                properties: WorkbookProperties(title: title, creator: creator, created: created))
            for sheet in sheets {
                try writer.beginSheet()
                for (index, row) in sheet.rows.enumerated() {
                    try writer.append(
                        row.map(\.value), isTotal: index >= sheet.rows.count - sheet.totals)
                }
                try writer.endSheet()
            }
            return try writer.finish()
        }
    }
}

extension WorkbookOrder.Sheet {
    var plan: SheetPlan {
        SheetPlan(
            name, columns: columns.map(\.column), preface: preface.map { $0.map(\.value) })
    }
}

extension WorkbookOrder.Column {
    var column: SheetColumn {
        let kinds: [String: SheetColumn.Kind] = [
            "text": .text, "amount": .amount, "date": .date, "dateTime": .dateTime,
        ]
        return SheetColumn(
            title, kinds[kind] ?? .general, width: width, choices: choices,
            takesOnlyChoices: takesOnlyChoices)
    }
}

/// A line for every row that was read.
struct WorkbookListing: Encodable {
    struct Cell: Encodable {
        let column: String
        let kind: String
        let value: String
        let formula: Bool
        let mergedFrom: String?
        /// Whether the sheet hides its column.
        let columnHidden: Bool
    }

    let row: Int
    let hidden: Bool
    let cells: [Cell]

    static func write(of file: [UInt8], sheet: String?) throws {
        let reader = try WorkbookReader(file)
        let rows = try reader.rows(of: reader.sheet(named: sheet))
        while let row = try rows.next() {
            let cells = row.cells.map { cell in
                let (kind, value) = text(of: cell.value)
                return Cell(
                    column: CellReference.letters(of: cell.column), kind: kind, value: value,
                    formula: cell.isFormula,
                    mergedFrom: cell.mergedFrom?.text,
                    columnHidden: rows.isColumnHidden(cell.column))
            }
            try Lines.write(
                WorkbookListing(row: row.number, hidden: row.isHidden, cells: cells))
        }
    }

    private static func text(of value: CellValue) -> (kind: String, value: String) {
        switch value {
        case .empty: ("empty", "")
        case .text(let text): ("text", text)
        case .number(let text): ("number", text)
        case .date(let date): ("date", date.text)
        case .boolean(let isTrue): ("boolean", isTrue ? "true" : "false")
        case .error(let code): ("error", code)
        }
    }
}

/// A line for every text that a workbook has outside its cells.
struct TextListing: Encodable {
    let place: String
    let text: String

    static func write(of file: [UInt8]) throws {
        try WorkbookReader.texts(of: file).each { text, place in
            try Lines.write(TextListing(place: "\(place)", text: text))
        }
    }
}
