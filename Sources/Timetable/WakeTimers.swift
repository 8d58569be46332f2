import Dispatch
import Hometown

/// Two one-shot timers. The wall timer is for what is due; after the clock was set back it would be
/// silent for as long as the jump (Dispatch on Linux sets no cancel-on-set flag), so the uptime
/// timer never lets more than half a minute pass.
///
/// Both sources are made and activated once and only ever scheduled anew: releasing a suspended
/// source or resuming one too often traps.
final class WakeTimers: Sendable {
    enum Timer: Sendable {
        case uptime, wall
    }

    // Dispatch's objects may be used from any thread; its Swift types do not say so.
    nonisolated(unsafe) private let uptime: any DispatchSourceTimer
    nonisolated(unsafe) private let wall: any DispatchSourceTimer

    /// - Parameter fire: called on a queue of its own; it must not block.
    init(fire: @escaping @Sendable (Timer) -> Void) {
        let queue = DispatchQueue(label: "pumasi.timetable")
        uptime = WakeTimers.source(on: queue) { fire(.uptime) }
        wall = WakeTimers.source(on: queue) { fire(.wall) }
    }

    private static func source(
        on queue: DispatchQueue, _ handler: @escaping @Sendable () -> Void
    ) -> any DispatchSourceTimer {
        let source = DispatchSource.makeTimerSource(queue: queue)
        source.setEventHandler(handler: handler)
        source.schedule(deadline: .distantFuture)
        source.activate()
        return source
    }

    /// - Parameters:
    ///   - reading: of the host's clocks, now.
    ///   - nanoseconds: from then until the uptime timer fires.
    ///   - due: when the wall timer fires, by the clock of the reading; `nil` for never.
    func arm(from reading: ClockReading, after nanoseconds: Int64, due: Instant?) {
        uptime.schedule(
            deadline: reading.uptimeDeadline(after: nanoseconds), leeway: .nanoseconds(0))
        if let due {
            let left = due.microseconds - reading.wall.microseconds
            wall.schedule(wallDeadline: .after(microseconds: left), leeway: .nanoseconds(0))
        } else {
            wall.schedule(deadline: .distantFuture)
        }
    }

    /// Returns when neither timer can fire any more.
    func cancel() async {
        for source in [uptime, wall] {
            await withCheckedContinuation { continuation in
                source.setCancelHandler { continuation.resume() }
                source.cancel()
            }
        }
    }
}
