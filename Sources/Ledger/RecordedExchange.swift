package import Hometown

/// An exchange as the ledger knows it.
package struct RecordedExchange: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let occasion: String
    package let happenedOn: EventDate
    package let agreement: Identifier?
    package let note: String?

    package var no: String { Entry.no(.exchange, recordedAt: recordedAt, number: number) }
}
