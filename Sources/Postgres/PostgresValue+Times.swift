/// `date`: days since 2000-01-01. The calendar is the caller's; PostgreSQL's is the proleptic
/// Gregorian one. `infinity` and `-infinity` are the extremes of the number.
package struct PostgresDate: PostgresValue, Hashable {
    package var daysSince2000: Int32

    package init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    package static var type: PostgresType { .date }

    package func encode(into buffer: inout [UInt8]) {
        daysSince2000.appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.oid == PostgresType.date.oid, let days = Int32(bigEndianBytes: bytes) else {
            throw PostgresError.mismatch(of: "PostgresDate", type, bytes.count)
        }
        daysSince2000 = days
    }
}

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

/// `uuid`: sixteen bytes, the first eight in `high`.
package struct PostgresUUID: PostgresValue, Hashable {
    package var high: UInt64
    package var low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package static var type: PostgresType { .uuid }

    package func encode(into buffer: inout [UInt8]) {
        high.appendBigEndian(to: &buffer)
        low.appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard type.oid == PostgresType.uuid.oid, bytes.count == 16 else {
            throw PostgresError.mismatch(of: "PostgresUUID", type, bytes.count)
        }
        high = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
        low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    }
}
