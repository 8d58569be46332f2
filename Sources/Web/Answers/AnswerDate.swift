import HTTPTypes
import Hometown
import Synchronization
import Timetable

/// 응답 시각. `Date` of an answer (RFC 9110, 5.6.7 and 6.6.1), written out once a second.
final class AnswerDate: Sendable {
    private struct Shown {
        var second: UInt64?
        var field = HTTPField(name: .date, value: "")
    }

    private let clock: HostClock
    private let uptime: Uptime
    private let shown = Mutex(Shown())

    init(uptime: Uptime, clock: HostClock = .system) {
        self.uptime = uptime
        self.clock = clock
    }

    var field: HTTPField {
        let second = uptime.milliseconds / 1_000
        return shown.withLock { shown in
            if shown.second != second {
                shown.second = second
                shown.field.value = AnswerDate.text(of: clock.read().wall)
            }
            return shown.field
        }
    }

    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(of instant: Instant) -> String {
        let date = instant.date(offset: 0)
        let day = date.day < 10 ? "0\(date.day)" : "\(date.day)"
        let time = instant.text.dropFirst(11).prefix(8)
        return "\(weekdays[date.weekday - 1]), \(day) \(months[date.month - 1]) "
            + "\(instant.text.prefix(4)) \(time) GMT"
    }
}
