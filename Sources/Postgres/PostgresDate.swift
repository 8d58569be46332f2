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
