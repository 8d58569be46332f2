/// `timestamptz`: microseconds since 2000-01-01T00:00:00Z.
package struct PostgresTimestamp: PostgresValue, Hashable {
    package var microsecondsSince2000: Int64

    package init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    package static var type: PostgresType { .timestamptz }

    package func encode(into buffer: inout [UInt8]) {
        microsecondsSince2000.appendBigEndian(to: &buffer)
    }

    /// A `timestamp` without zone is refused: it names no instant.
    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.oid == PostgresType.timestamptz.oid,
            let microseconds = Int64(bigEndianBytes: bytes)
        else { throw PostgresError.mismatch(of: "PostgresTimestamp", type, bytes.count) }
        microsecondsSince2000 = microseconds
    }
}
