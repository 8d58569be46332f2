import Synchronization

/// 박동. When something was last seen to go on, on the uptime clock: what takes long beats on its
/// way, so that a probe can tell work from a standstill.
package final class Heartbeat: Sendable {
    private let clock: HostClock
    private let lastNanoseconds: Mutex<Int64>

    /// The first beat is now.
    package init(clock: HostClock) {
        self.clock = clock
        lastNanoseconds = Mutex(clock.read().uptimeNanoseconds)
    }

    package func beat() {
        let now = clock.read().uptimeNanoseconds
        lastNanoseconds.withLock { $0 = now }
    }

    package var silenceNanoseconds: Int64 {
        clock.read().uptimeNanoseconds - lastNanoseconds.withLock { $0 }
    }
}
