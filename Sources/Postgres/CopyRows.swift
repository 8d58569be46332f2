/// Rows in the binary format of `COPY … (FORMAT binary)`: a signature, flags and no extension; for
/// each row the number of its fields and each field after its length, -1 for NULL; -1 at the end.
/// Rows go in by COPY at about half the cost of an INSERT from arrays.
package struct CopyRows: Sendable {
    @usableFromInline var bytes: [UInt8]
    /// How many rows were begun.
    package private(set) var count = 0

    /// - Parameter bytesMin: room to make at once.
    package init(capacity bytesMin: Int = 0) {
        bytes = []
        bytes.reserveCapacity(bytesMin)
        bytes += Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]
        Int32(0).appendBigEndian(to: &bytes)
        Int32(0).appendBigEndian(to: &bytes)
    }

    /// Begins a row; its fields follow in the order of the COPY's columns.
    package mutating func begin(fieldCount: Int16) {
        count += 1
        fieldCount.appendBigEndian(to: &bytes)
    }

    @inlinable @inline(__always)
    package mutating func append<T: PostgresValue>(_ value: T) {
        let start = bytes.count
        Int32(0).appendBigEndian(to: &bytes)
        value.encode(into: &bytes)
        let length = Int32(bytes.count - start - 4)
        bytes.withUnsafeMutableBytes {
            $0.storeBytes(of: length.bigEndian, toByteOffset: start, as: Int32.self)
        }
    }

    @inlinable @inline(__always)
    package mutating func append<T: PostgresValue>(_ value: T?) {
        if let value {
            append(value)
        } else {
            Int32(-1).appendBigEndian(to: &bytes)
        }
    }

    /// The bytes so far, for a COPY that is sent in pieces; what follows goes on behind them.
    package mutating func taken() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// All bytes of the COPY, or what is left of them.
    package mutating func finished() -> [UInt8] {
        Int16(-1).appendBigEndian(to: &bytes)
        return taken()
    }
}
