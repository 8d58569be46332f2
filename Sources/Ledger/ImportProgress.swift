/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
    package let rows: Int
    package let bytesRead: Int64
    package let bytesMax: Int64
    package let refused: Int

    package init(rows: Int, bytesRead: Int64, bytesMax: Int64, refused: Int) {
        self.rows = rows
        self.bytesRead = bytesRead
        self.bytesMax = bytesMax
        self.refused = refused
    }
}
