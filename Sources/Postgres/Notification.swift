/// What a listener hears.
package enum Notification: Sendable, Hashable {
    /// NOTIFY on a channel. The payload is less than 8000 bytes of text.
    case message(channel: String, payload: String, processIdentifier: Int32)
    /// From here on it is listened to. What was sent before, since the beginning or while the
    /// connection was lost, was not heard: look for yourself.
    case reconnected
}
