import NIOCore
import ServiceLifecycle
import Web

/// Tells the supervisor that this daemon is at work, twice within each time it waits for that, and
/// that it has begun to stop. A word comes from the loops that serve requests and only after the
/// checks of life, for a thread of its own would live on when they are stuck.
struct SupervisorNotice: Service {
    /// Over the drain: to end what is left and the private server.
    private static let endSeconds = 10

    let socket: SupervisorSocket
    let health: Health
    let loops: any EventLoopGroup
    let drainSeconds: Int

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            guard let microseconds = socket.watchdogMicroseconds else {
                return try await gracefulShutdown()
            }
            while true {
                if await isAlive { socket.say("WATCHDOG=1") }
                try await Task.sleep(for: .microseconds(microseconds / 2))
            }
        }
        let seconds = drainSeconds + SupervisorNotice.endSeconds
        socket.say("STOPPING=1", "EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)")
    }

    private var isAlive: Bool {
        get async {
            for loop in loops.makeIterator() where (try? await loop.submit {}.get()) == nil {
                return false
            }
            return await health.liveFindings().allSatisfy { $0.isNote || $0.fault == nil }
        }
    }
}
