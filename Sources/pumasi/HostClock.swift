import Foundation
import Hometown
import Web

/// The one place here that reads the host's clocks. What must be right is decided by the
/// database's clock; these serve logs, measures and ids.
enum HostClock {
    /// The wall clock.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }

    /// Runs forward only.
    static let uptime = Uptime {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
