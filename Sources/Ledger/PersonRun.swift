package import Hometown

/// 참여 이력. One run of a person, with the relay it belongs to.
package struct PersonRun: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let relay: Identifier
    package let relayName: Bilingual
    package let happenedOn: EventDate?

    package var no: String { Entry.no(.participation, recordedAt: recordedAt, number: number) }
}
