/// 현지 시각. A time of day as a clock on the wall shows it.
package struct TimeOfDay: Hashable, Sendable {
    package let hour: Int
    package let minute: Int

    package init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// `09:00`; `nil` for anything else, 24:00 among it.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour: hour, minute: minute)
        guard isOnTheClock else { return nil }
    }

    /// - Parameter minuteOfDay: from 0 to 1439.
    package init(minuteOfDay: Int) {
        self.init(hour: minuteOfDay / 60, minute: minuteOfDay % 60)
    }

    package var minuteOfDay: Int { hour * 60 + minute }

    package var text: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    var isOnTheClock: Bool { (0..<24).contains(hour) && (0..<60).contains(minute) }
}
