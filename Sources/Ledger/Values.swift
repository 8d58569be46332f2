package import Hometown
package import Postgres
package import Transparency

// The domain's values as PostgreSQL stores them.

extension Identifier: PostgresValue {
    package static var type: PostgresType { .uuid }

    package func encode(into buffer: inout [UInt8]) {
        high.appendBigEndian(to: &buffer)
        low.appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        let uuid = try PostgresUUID(decoding: bytes, type: type)
        self.init(high: uuid.high, low: uuid.low)
    }
}

extension CivilDate: PostgresValue {
    /// PostgreSQL counts days from 2000-01-01.
    private static let postgresEpoch = 10_957

    package static var type: PostgresType { .date }

    package func encode(into buffer: inout [UInt8]) {
        Int32(daysSinceEpoch - CivilDate.postgresEpoch).appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        let date = try PostgresDate(decoding: bytes, type: type)
        // PostgreSQL's calendar begins earlier and ends later than ours.
        let days = Int(date.daysSince2000) + CivilDate.postgresEpoch
        guard CivilDate.bounds.contains(days) else { throw LedgerFailure.damaged }
        self.init(daysSinceEpoch: days)
    }
}

extension Instant: PostgresValue {
    /// PostgreSQL counts microseconds from 2000-01-01T00:00:00Z.
    private static let postgresEpoch: Int64 = 946_684_800_000_000

    package static var type: PostgresType { .timestamptz }

    package func encode(into buffer: inout [UInt8]) {
        (microseconds - Instant.postgresEpoch).appendBigEndian(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        try self.init(PostgresTimestamp(decoding: bytes, type: type))
    }

    /// - Throws: `LedgerFailure.damaged` for infinity and for what has no day in our calendar:
    ///   PostgreSQL's begins earlier and ends later.
    init(_ timestamp: PostgresTimestamp) throws {
        let (microseconds, overflows) = timestamp.microsecondsSince2000
            .addingReportingOverflow(Instant.postgresEpoch)
        let instant = Instant(microseconds: microseconds)
        guard !overflows, Instant.bounds.contains(instant) else { throw LedgerFailure.damaged }
        self = instant
    }
}

extension Hash256: PostgresValue {
    package static var type: PostgresType { .bytea }

    package func encode(into buffer: inout [UInt8]) {
        append(to: &buffer)
    }

    package init(decoding bytes: UnsafeRawBufferPointer, type: PostgresType) throws {
        guard let hash = Hash256(bytes: bytes) else { throw LedgerFailure.damaged }
        self = hash
    }
}
