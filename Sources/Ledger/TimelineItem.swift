package import Hometown
package import Transparency

/// 연혁 항목. One event in the life of a thing: when it happened in the world, when the ledger was
/// told, and the entry that tells it.
package struct TimelineItem: Hashable, Sendable {
    package let number: Int64
    package let kind: Entry.Kind
    /// Of the thing that the entry brought.
    package let id: Identifier
    package let recordedAt: Instant
    /// The place in the log, once sealed.
    package let logIndex: Int64?
    package let leafHash: Hash256
    package var author: String?
    /// Of a correction: what it does.
    package var action: String?
    /// Of a summary.
    package var title: Bilingual?
    /// In the world; `nil` where the event is one of the ledger alone.
    package var happenedOn: EventDate?

    package var no: String { Entry.no(kind, recordedAt: recordedAt, number: number) }

    init(
        number: Int64, kind: Entry.Kind, id: Identifier, recordedAt: Instant, logIndex: Int64?,
        leafHash: Hash256
    ) {
        self.number = number
        self.kind = kind
        self.id = id
        self.recordedAt = recordedAt
        self.logIndex = logIndex
        self.leafHash = leafHash
    }
}
