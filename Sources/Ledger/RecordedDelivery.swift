package import Hometown

/// 발송 상태.
package enum DeliveryState: String, Sendable, CaseIterable {
    /// To be sent, or to be tried again.
    case waiting
    case sent
    /// Tried in vain until there was no sense in it; a person must look.
    case givenUp = "given_up"
}

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

/// A delivery that a daemon has taken up.
package struct ClaimedDelivery: Sendable {
    package let number: Int64
    package let receiver: RecordedReceiver
    package let parcel: Parcel
    /// From 1.
    package let attempt: Int32
    /// Since somebody last asked for it, this one included.
    let attemptsSince: Int32
}
