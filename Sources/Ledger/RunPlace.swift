package import Hometown

/// Where a run stands in the history of its schedule.
package struct RunPlace: Hashable, Sendable {
    package let scheduledFor: Instant
    package let revision: Int32
    package let id: Identifier

    package init(scheduledFor: Instant, revision: Int32, id: Identifier) {
        self.scheduledFor = scheduledFor
        self.revision = revision
        self.id = id
    }
}
