package import Hometown

/// A bar as the ledger knows it.
package struct RecordedBar: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let bar: Bar
    package let publishedOn: CivilDate?

    package var no: String { Entry.no(.bar, recordedAt: recordedAt, number: number) }
}
