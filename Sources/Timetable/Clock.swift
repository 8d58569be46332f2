import Dispatch
import Foundation
package import Hometown

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the host's clocks showed at one moment. Only differences of the last two mean anything.
package struct ClockReading: Hashable, Sendable {
    /// The time of day, which people and NTP set.
    package let wall: Instant
    /// Nanoseconds that stand still while the machine sleeps; Dispatch's own uptime.
    package let uptimeNanoseconds: Int64
    /// Nanoseconds that go on while the machine sleeps.
    package let bootNanoseconds: Int64

    package init(wall: Instant, uptimeNanoseconds: Int64, bootNanoseconds: Int64) {
        self.wall = wall
        self.uptimeNanoseconds = uptimeNanoseconds
        self.bootNanoseconds = bootNanoseconds
    }
}

/// The one place where this program asks the host for the time. What is due is never decided by it:
/// that is the database's clock. It is for timers, for measuring, and for noticing that somebody
/// set the clock.
package struct HostClock: Sendable {
    private let reading: @Sendable () -> ClockReading

    /// - Parameter read: tests put their own clock here.
    package init(read: @escaping @Sendable () -> ClockReading) {
        reading = read
    }

    package func read() -> ClockReading { reading() }

    package static let system = HostClock {
        #if canImport(Darwin)
            let boot = CLOCK_MONOTONIC_RAW
        #else
            let boot = CLOCK_BOOTTIME
        #endif
        return ClockReading(
            wall: Instant(microseconds: nanoseconds(CLOCK_REALTIME) / 1000),
            uptimeNanoseconds: uptimeNanoseconds, bootNanoseconds: nanoseconds(boot))
    }

    /// That of the system alone: requests are measured by it, several times each.
    package static var uptimeNanoseconds: Int64 {
        #if canImport(Darwin)
            nanoseconds(CLOCK_UPTIME_RAW)
        #else
            // CLOCK_MONOTONIC is the clock Dispatch's timers run by on Linux.
            nanoseconds(CLOCK_MONOTONIC)
        #endif
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        // It can only fail for a clock that does not exist, and these do.
        let result = clock_gettime(clock, &time)
        precondition(result == 0, "the host has the clocks of POSIX and its own boot clock")
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension ClockReading {
    /// For a timer on the uptime clock.
    func uptimeDeadline(after nanoseconds: Int64) -> DispatchTime {
        DispatchTime(uptimeNanoseconds: UInt64(max(0, uptimeNanoseconds + nanoseconds)))
    }
}

extension DispatchWallTime {
    /// For a timer on the wall clock. Counted from the host's own clock, whatever clock said how
    /// long it is until then.
    static func after(microseconds: Int64) -> DispatchWallTime {
        .now() + .microseconds(Int(max(0, microseconds)))
    }
}
