/// One statement, one type. Its SQL is constant and prepared once on each connection; what
/// changes from call to call are the values bound to `$1`, `$2`, ….
package protocol Statement: Sendable {
    /// What one row becomes. A statement without rows leaves it out.
    associatedtype Row: Sendable = Void

    /// One statement in SQL.
    static var sql: String { get }

    /// Appends one value for each parameter, in order and always of the same types. The default
    /// binds nothing.
    func bind(to parameters: inout Parameters)

    /// Reads the columns in order, all of them.
    static func decode(_ row: inout RowReader) throws -> Row
}

extension Statement {
    package func bind(to parameters: inout Parameters) {}
}

extension Statement where Row == Void {
    package static func decode(_ row: inout RowReader) throws {
        row.skipRest()
    }
}
