/// Reads the chunks of a `COPY … TO STDOUT (FORMAT binary)` row by row (PostgreSQL, COPY, File
/// Formats): for rows by the million, whose columns are looked at where they lie.
package struct CopyRowReader {
    /// `PGCOPY\n\377\r\n\0`, flags, and the length of an extension.
    private static let headerBytes = 19

    private var isAtStart = true

    package init() {}

    /// Calls `body` with each row of a chunk, which holds whole rows.
    /// - Throws: `PostgresError` for bytes that are no such rows; what `body` throws.
    package mutating func read(
        _ chunk: [UInt8], _ body: (inout CopyRow) throws -> Void
    ) throws {
        try chunk.withUnsafeBytes { bytes in
            var row = CopyRow(bytes: bytes)
            if isAtStart {
                guard bytes.count >= CopyRowReader.headerBytes else { throw CopyRow.malformed }
                row.offset = CopyRowReader.headerBytes
                isAtStart = false
            }
            while row.offset < bytes.count {
                row.columnsLeft = Int(try row.integer(Int16.self))
                // The trailer.
                if row.columnsLeft == -1 { return }
                try body(&row)
                guard row.columnsLeft == 0 else { throw CopyRow.malformed }
            }
        }
    }
}

/// One row; its columns are taken in order, all of them, while `body` runs.
package struct CopyRow {
    fileprivate let bytes: UnsafeRawBufferPointer
    fileprivate var offset = 0
    fileprivate var columnsLeft = 0

    fileprivate static let malformed = PostgresError.decoding("no row of a binary COPY")

    fileprivate init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// The bytes of the next column, which live as long as the chunk; `nil` for NULL.
    package mutating func next() throws -> UnsafeRawBufferPointer? {
        columnsLeft -= 1
        guard columnsLeft >= 0 else { throw CopyRow.malformed }
        let length = Int(try integer(Int32.self))
        guard length >= 0 else { return nil }
        guard length <= bytes.count - offset else { throw CopyRow.malformed }
        defer { offset += length }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }

    /// The next column as a bigint.
    package mutating func nextInt64() throws -> Int64 {
        guard let field = try next(), let value = Int64(bigEndianBytes: field) else {
            throw CopyRow.malformed
        }
        return value
    }

    /// The next column's text; `nil` for NULL.
    package mutating func nextText() throws -> String? {
        try next().map { String(decoding: $0, as: UTF8.self) }
    }

    fileprivate mutating func integer<Value: FixedWidthInteger>(_: Value.Type) throws -> Value {
        let size = MemoryLayout<Value>.size
        guard bytes.count - offset >= size else { throw CopyRow.malformed }
        defer { offset += size }
        return Value(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
    }
}
