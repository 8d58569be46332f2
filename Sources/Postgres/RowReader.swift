/// Reads one row's columns in order, straight out of the result's own memory.
package struct RowReader {
    private let result: LibPQResult
    private var row: Int32
    private var column: Int32 = 0

    init(_ result: LibPQResult) {
        self.result = result
        row = 0
    }

    /// - Throws: `PostgresError` when the column is NULL, missing or of another type.
    @inlinable
    package mutating func next<T: PostgresValue>(_: T.Type = T.self) throws -> T {
        let (bytes, type) = try nextField()
        guard let bytes else { throw unexpectedNull() }
        return try T(decoding: bytes, type: type)
    }

    @inlinable
    package mutating func next<T: PostgresValue>(_: T?.Type = T?.self) throws -> T? {
        let (bytes, type) = try nextField()
        return try bytes.map { try T(decoding: $0, type: type) }
    }

    /// An array without NULLs in it. See `ArrayReader` for the format.
    @inlinable
    package mutating func next<T: PostgresValue>(_: [T].Type = [T].self) throws -> [T] {
        guard var elements = try nextArray() else { throw unexpectedNull() }
        var values: [T] = []
        values.reserveCapacity(elements.count)
        while let element = try elements.next() {
            guard let bytes = element else { throw unexpectedNull() }
            values.append(try T(decoding: bytes, type: elements.type))
        }
        return values
    }

    @inlinable
    package mutating func next<T: PostgresValue>(_: [T?].Type = [T?].self) throws -> [T?] {
        guard var elements = try nextArray() else { throw unexpectedNull() }
        var values: [T?] = []
        values.reserveCapacity(elements.count)
        while let element = try elements.next() {
            values.append(try element.map { try T(decoding: $0, type: elements.type) })
        }
        return values
    }

    /// The bytes live as long as the result, which the reader keeps.
    @usableFromInline
    mutating func nextField() throws -> (UnsafeRawBufferPointer?, PostgresType) {
        guard column < result.columnCount else {
            throw PostgresError.decoding("the row has \(result.columnCount) columns, no more")
        }
        defer { column += 1 }
        return (result.field(row: row, column: column), result.type(ofColumn: column))
    }

    @usableFromInline
    mutating func nextArray() throws -> ArrayReader? {
        let (bytes, type) = try nextField()
        return try bytes.map { try ArrayReader($0, type) }
    }

    @usableFromInline
    func unexpectedNull() -> PostgresError {
        PostgresError.decoding("column \(column) is NULL or holds one")
    }

    mutating func skipRest() {
        column = result.columnCount
    }

    /// All rows of a result as a statement's own. A column left unread is a bug that would only
    /// show when somebody reorders the columns, so it is refused here.
    static func rows<S: Statement>(of result: LibPQResult, for statement: S.Type) throws -> [S.Row]
    {
        var rows: [S.Row] = []
        rows.reserveCapacity(Int(result.rowCount))
        var reader = RowReader(result)
        while reader.row < result.rowCount {
            reader.column = 0
            rows.append(try S.decode(&reader))
            guard reader.column == result.columnCount else {
                throw PostgresError.decoding(
                    "\(S.self) read \(reader.column) of \(result.columnCount) columns")
            }
            reader.row += 1
        }
        return rows
    }
}
