/// 지자체 표. Why a table of governments could not be read, and where.
package struct GovernmentTableError: Error, Hashable, CustomStringConvertible {
    /// The first line, the header, is 1.
    package let line: Int
    package let column: String
    package let reason: String

    package var description: String {
        "governments, line \(line), column \(column): \(reason)"
    }
}
