package import Hometown

/// 수신처. A receiver as stored.
package struct RecordedReceiver: Hashable, Sendable {
    /// More changes than anybody reads.
    package static let changesMax = 50

    let id: Int16
    package let receiver: Receiver
    /// Switched off, it gets nothing new, and what waits for it goes on waiting.
    package let isOn: Bool
    let secretNumber: Int32
    package let waiting: Int64
    package let givenUp: Int64
    /// 변경 기록, newest first. Read where it was just changed, and empty elsewhere.
    package internal(set) var changes: [RecordedReceiverChange] = []

    package var name: String { receiver.name }
}
