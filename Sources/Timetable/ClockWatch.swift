import Hometown

/// Something happened to the host's clocks between two readings.
package enum ClockEvent: Hashable, Sendable {
    /// Somebody set the clock; forward is positive.
    case set(microseconds: Int64)
    /// The machine slept.
    case slept(microseconds: Int64)
}

/// Compares each reading of the clocks with the last. A clock that is slewed is left in peace: only
/// a jump is told.
package struct ClockWatch: Sendable {
    /// A second: more than slewing does between two passes, less than anybody would set by hand.
    package static let jumpMicrosecondsMin: Int64 = 1_000_000

    private var last: ClockReading?

    package init() {}

    package mutating func observe(_ reading: ClockReading) -> [ClockEvent] {
        defer { last = reading }
        guard let last else { return [] }
        let wall = reading.wall.microseconds - last.wall.microseconds
        let boot = (reading.bootNanoseconds - last.bootNanoseconds) / 1000
        let uptime = (reading.uptimeNanoseconds - last.uptimeNanoseconds) / 1000
        var events: [ClockEvent] = []
        if abs(wall - boot) > ClockWatch.jumpMicrosecondsMin {
            events.append(.set(microseconds: wall - boot))
        }
        if boot - uptime > ClockWatch.jumpMicrosecondsMin {
            events.append(.slept(microseconds: boot - uptime))
        }
        return events
    }
}
