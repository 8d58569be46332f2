package import Hometown

/// 발송. A summary on its way to a receiver, as stored.
package struct RecordedDelivery: Hashable, Sendable {
    package let number: Int64
    package let id: Identifier
    package let receiver: String
    package let kind: Receiver.Kind
    package let summary: Identifier
    package let schedule: String
    package let period: String
    package let title: Bilingual
    package let state: DeliveryState
    package let attempts: Int32
    /// When it is tried next, while it waits.
    package let dueAt: Instant
    package let settledAt: Instant?
    /// What the last attempt came to.
    package let lastText: Bilingual?
}
