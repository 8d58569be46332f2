/// A rectangle of cells: `A1:C5`, or one cell.
struct CellRange: Hashable {
    let first: CellReference
    let last: CellReference

    init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false)
        guard corners.count <= 2, let first = corners.first.flatMap({ CellReference($0) }),
            let last = corners.last.flatMap({ CellReference($0) }),
            first.column <= last.column, first.row <= last.row
        else { return nil }
        self.first = first
        self.last = last
    }
}
