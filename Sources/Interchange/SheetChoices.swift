/// The lists that drop-downs offer. They stand on a hidden sheet behind the others, one a column,
/// since a list in the validation itself ends at 255 characters and cannot hold a comma.
struct SheetChoices {
    private let lists: [[String]]
    /// The name of the hidden sheet, unlike that of any other.
    let name: String

    init(_ plans: [SheetPlan]) {
        var lists: [[String]] = []
        for column in plans.flatMap(\.columns)
        where !column.choices.isEmpty && !lists.contains(column.choices) {
            lists.append(column.choices)
        }
        self.lists = lists
        let taken = Set(plans.map(\.name))
        var name = "목록"
        while taken.contains(name) { name += "_" }
        self.name = name
    }

    var isEmpty: Bool { lists.isEmpty }

    /// Drop-downs from the row below the header to the last row a sheet can have.
    func validations(of plan: SheetPlan) -> String {
        let all = plan.columns.enumerated().compactMap { index, column -> String? in
            guard let list = lists.firstIndex(of: column.choices) else { return nil }
            let letters = CellReference.letters(of: index + 1)
            let source = CellReference.letters(of: list + 1)
            let style = column.takesOnlyChoices ? "" : "errorStyle=\"warning\" "
            return """
                <dataValidation type="list" \(style)allowBlank="1" showErrorMessage="1" \
                sqref="\(letters)\(plan.headerRow + 1):\(letters)\(CellReference.rowsMax)">\
                <formula1>'\(name)'!$\(source)$1:$\(source)$\(column.choices.count)</formula1>\
                </dataValidation>
                """
        }
        guard !all.isEmpty else { return "" }
        return "<dataValidations count=\"\(all.count)\">\(all.joined())</dataValidations>"
    }

    /// The hidden sheet.
    var sheet: [UInt8] {
        get throws(FileFault) {
            var bytes = Array(
                "\(WorkbookParts.declaration)<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetData>"
                    .utf8)
            for row in 1...(lists.map(\.count).max() ?? 1) {
                bytes.append(contentsOf: "<row r=\"\(row)\">".utf8)
                for (index, list) in lists.enumerated() where row <= list.count {
                    try SheetParts.append(
                        .text(list[row - 1]), at: CellReference(column: index + 1, row: row),
                        style: .text(isTotal: false), to: &bytes)
                }
                bytes.append(contentsOf: "</row>".utf8)
            }
            return bytes + Array("</sheetData></worksheet>".utf8)
        }
    }
}
