/// 통합 문서 쓰기. Writes an XLSX workbook (ECMA-376, transitional) row by row in constant memory:
/// texts stand in their cells instead of a shared table, which would have to be held to the end.
///
/// The same plan and rows give the same bytes. Sheets are written in the order of their plans, each
/// between `beginSheet` and `endSheet`.
package struct WorkbookWriter<Sink: ByteSink> {
    /// Bytes that are gathered before they go out.
    private static var bufferBytesMax: Int { 64 << 10 }

    private let plans: [SheetPlan]
    private let choices: SheetChoices
    private var zip: ZipWriter<Sink>
    private var buffer: [UInt8] = []
    /// Where each sheet that is finished ends.
    private var ends: [SheetEnd] = []
    private var row = 0
    /// The last row that is no total: what a filter hides and sorts.
    private var filteredRow = 0
    private var isOpen = false

    package init(
        _ sink: Sink, sheets plans: [SheetPlan], properties: WorkbookProperties
    ) throws {
        precondition(!plans.isEmpty, "a workbook has a sheet")
        precondition(Set(plans.map { $0.name.lowercased() }).count == plans.count, "names differ")
        self.plans = plans
        choices = SheetChoices(plans)
        zip = ZipWriter(sink)
        let sheetCount = plans.count + (choices.isEmpty ? 0 : 1)
        for part in WorkbookParts.opening(sheetCount: sheetCount, properties: properties) {
            try zip.add(part.name, part.bytes)
        }
    }

    /// Begins the next sheet: its columns, preface and header.
    package mutating func beginSheet() throws {
        precondition(!isOpen && ends.count < plans.count, "a plan waits for its rows")
        isOpen = true
        row = 0
        let plan = plans[ends.count]
        try zip.begin(WorkbookParts.sheetName(ends.count))
        buffer.append(contentsOf: SheetParts.head(of: plan, isFirst: ends.isEmpty).utf8)
        for (index, cells) in plan.preface.enumerated() {
            try append(cells, style: { _ in index == 0 ? .title : .text(isTotal: false) })
        }
        try append(plan.columns.map { .text($0.title) }, style: { _ in .header })
        filteredRow = row
    }

    /// A row of values, one a column from the first; fewer leave the rest empty.
    ///
    /// - Parameter isTotal: set in bold under a line.
    package mutating func append(_ values: [CellValue], isTotal: Bool = false) throws {
        precondition(isOpen, "a sheet is open")
        let columns = plans[ends.count].columns
        precondition(values.count <= columns.count, "every value has its column")
        try append(values) { index in
            CellStyle(for: values[index], in: columns[index].kind, isTotal: isTotal)
        }
        if !isTotal { filteredRow = row }
    }

    package mutating func endSheet() throws {
        precondition(isOpen, "a sheet is open")
        let plan = plans[ends.count]
        let end = SheetEnd(lastRow: row, filteredRow: filteredRow)
        let validations = choices.validations(of: plan)
        buffer.append(
            contentsOf: SheetParts.tail(of: plan, end, validations: validations).utf8)
        try flush()
        try zip.end()
        ends.append(end)
        isOpen = false
    }

    /// What comes back is the whole file.
    package consuming func finish() throws -> Sink {
        precondition(!isOpen && ends.count == plans.count, "every plan has its rows")
        if !choices.isEmpty {
            try zip.add(WorkbookParts.sheetName(plans.count), choices.sheet)
        }
        try zip.add(
            "xl/workbook.xml",
            WorkbookParts.workbook(
                plans, ends: ends, choices: choices.isEmpty ? nil : choices.name))
        return try zip.finish()
    }

    private mutating func append(
        _ values: [CellValue], style: (Int) -> CellStyle
    ) throws {
        row += 1
        guard row <= CellReference.rowsMax else { throw FileFault.workbookFull }
        buffer.append(contentsOf: "<row r=\"\(row)\">".utf8)
        for (index, value) in values.enumerated() where value != .empty {
            try SheetParts.append(
                value, at: CellReference(column: index + 1, row: row), style: style(index),
                to: &buffer)
        }
        buffer.append(contentsOf: "</row>".utf8)
        if buffer.count >= WorkbookWriter.bufferBytesMax { try flush() }
    }

    private mutating func flush() throws {
        try zip.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
