/// Where a cell stands: `C5` is column 3 (counted from 1) of row 5.
package struct CellReference: Hashable, Sendable {
    /// What a spreadsheet has at most (ECMA-376 part 1, 18.3.1.73).
    package static let rowsMax = 1_048_576
    package static let columnsMax = 16_384

    package let column: Int
    package let row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// `C5`, also `$C$5`.
    init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            guard column <= CellReference.columnsMax, row <= CellReference.rowsMax else {
                return nil
            }
        }
        guard row > 0 else { return nil }
        self.init(column: column, row: row)
    }

    package var text: String { CellReference.letters(of: column) + String(row) }

    /// `A` for 1, `AA` for 27.
    package static func letters(of column: Int) -> String {
        precondition(column > 0, "columns are counted from 1")
        var rest = column
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}
