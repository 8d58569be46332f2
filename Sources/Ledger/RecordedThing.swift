package import Hometown

/// 등록된 것. What one entry brought, whatever kind of thing it is.
package struct RecordedThing: Hashable, Sendable {
    package let kind: Entry.Kind
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant

    package var no: String { Entry.no(kind, recordedAt: recordedAt, number: number) }
}
