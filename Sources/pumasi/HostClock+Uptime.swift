import Hometown
import Timetable
import Web

/// What is right is decided by the database's clock; the host's serves logs, measures and ids.
extension HostClock {
    /// The wall clock.
    static var now: Instant { system.read().wall }

    /// Runs forward only.
    static let uptime = Uptime { UInt64(uptimeNanoseconds) }
}
