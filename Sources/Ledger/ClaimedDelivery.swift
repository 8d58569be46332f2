package import Hometown

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
