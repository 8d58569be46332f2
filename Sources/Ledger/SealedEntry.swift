package import Hometown
import Postgres

/// 봉인된 기록. That an entry has its place in the log: where, of what kind, and what it is called.
package struct SealedEntry: Hashable, Sendable {
    package let logIndex: Int64
    package let number: Int64
    /// As the entry says it; a kind of a later version has no number.
    package let kind: String
    package let recordedAt: Instant

    /// `D-2026-000123`; `nil` for kinds that people do not call by a number.
    package var no: String? {
        Entry.Kind(rawValue: kind).map { Entry.no($0, recordedAt: recordedAt, number: number) }
    }

    init(row: inout RowReader) throws {
        logIndex = try row.next()
        number = try row.next()
        kind = try row.next()
        recordedAt = try row.next()
    }
}

extension Ledger {
    /// What the log holds after a place, in its order.
    /// - Throws: `LedgerFailure`.
    package func sealedEntries(after index: Int64, rowsMax: Int) async throws -> [SealedEntry] {
        try await ask(ReadSealedEntries(after: index, rowsMax: Int32(clamping: rowsMax)))
    }

    /// Gives a sign when entries got their places, and when it may have missed one.
    package func sealings() -> some AsyncSequence<Void, Never> & Sendable {
        pool.notifications(on: "log").map { _ in }
    }
}
