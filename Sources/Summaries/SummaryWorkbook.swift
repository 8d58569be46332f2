import Hometown
import Interchange

/// 통합 문서. A sheet a table, numbers as numbers.
extension Summary {
    func workbook() throws -> [UInt8] {
        let plans = tables.map { table in
            SheetPlan(
                table.name,
                columns: table.columns.enumerated().map { place, column in
                    SheetColumn(
                        column.title, kind(of: place, in: table),
                        width: column.isNumber ? 16 : 30)
                },
                preface: [
                    [.text(title)], [.text(table.caption)],
                    [table.unit.isEmpty ? .empty : .text(table.unit)],
                ], hasFilter: true, isLandscape: false)
        }
        let date = due.koreanDate
        let time = due.koreanTime
        var writer = try WorkbookWriter(
            [UInt8](), sheets: plans,
            properties: WorkbookProperties(
                title: title, creator: "Pumasi",
                created: SheetDate(
                    year: date.year, month: date.month, day: date.day,
                    secondOfDay: time.hour * 3_600 + time.minute * 60)))
        for table in tables {
            try writer.beginSheet()
            for row in table.rows { try writer.append(row.map(\.value)) }
            if let total = table.total { try writer.append(total.map(\.value), isTotal: true) }
            try writer.endSheet()
        }
        return try writer.finish()
    }

    private func kind(of column: Int, in table: Table) -> SheetColumn.Kind {
        guard table.columns[column].isNumber else { return .text }
        for row in table.rows {
            switch row[column] {
            case .percent: return .percent
            case .decimal: return .general
            case .text, .number, .change, .said, .empty: continue
            }
        }
        return .amount
    }
}

/// 쉼표 구분 목록. Every figure of every table in a row of its own: table, row, column, value.
extension Summary {
    func list() throws -> [UInt8] {
        let words = Words(language: language)
        var writer = try CSVWriter()
        writer.append(
            [
                words.say("표", "table"), words.say("행", "row"), words.say("열", "column"),
                words.say("값", "value"), words.say("단위", "unit"),
            ].map { .text($0) })
        for table in tables {
            let labels = table.columns.prefix { !$0.isNumber }.count
            let named = labels == table.columns.count ? 1 : labels
            for row in table.rows + [table.total].compactMap(\.self) {
                let name = row.prefix(named).map { $0.text(in: language) }
                    .filter { !$0.isEmpty }.joined(separator: " / ")
                for (column, cell) in zip(table.columns, row).dropFirst(named) {
                    let unit: String =
                        if case .percent = cell { "%" } else { table.unit }
                    writer.append([
                        .text(table.name), .text(name), .text(column.title), cell.value,
                        .text(unit),
                    ])
                }
            }
        }
        return writer.take()
    }
}
