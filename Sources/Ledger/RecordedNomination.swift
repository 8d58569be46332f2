package import Hometown

/// One nomination, and the run that answered it.
package struct RecordedNomination: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let relay: Identifier
    package let participation: Identifier
    package let nominee: Identifier
    package let happenedOn: EventDate?
    package let answeredBy: Identifier?
    /// As the last reply says; `nil` when there is none or it was taken back.
    package let reply: Nomination.Reply?

    package var no: String { Entry.no(.nomination, recordedAt: recordedAt, number: number) }

    /// Computed lapses do not exist: without an answer a nomination is open, however old.
    package var nomination: Nomination {
        Nomination(
            id: id, nominator: participation, nominee: nominee, nominatedOn: happenedOn,
            answeredBy: answeredBy, reply: reply)
    }
}
