/// A value in PostgreSQL's binary format, both ways. The format of each type is what its `send`
/// and `receive` functions in the server do: whole numbers big-endian, text in UTF-8.
package protocol PostgresValue: Sendable {
    /// What the parameter is declared as.
    static var type: PostgresType { get }

    /// Appends the value's bytes, without their length.
    func encode(into buffer: inout [UInt8])

    /// - Parameters:
    ///   - bytes: of one field that is not NULL; valid during the call only.
    ///   - type: what the server says the field is (`arrayOID` may be 0).
    /// - Throws: `PostgresError` when these bytes are no such value.
    init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws
}

extension FixedWidthInteger {
    /// Appends the number in network byte order.
    @inlinable
    package func appendBigEndian(to buffer: inout [UInt8]) {
        withUnsafeBytes(of: bigEndian) { buffer.append(contentsOf: $0) }
    }

    /// - Parameter bytes: exactly as many as the number is wide, in network byte order.
    @inlinable
    package init?(bigEndianBytes bytes: UnsafeRawBufferPointer) {
        guard bytes.count == MemoryLayout<Self>.size else { return nil }
        self.init(bigEndian: bytes.loadUnaligned(as: Self.self))
    }
}
