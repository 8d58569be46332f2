import Logging
import ServiceLifecycle
import Web

/// Stops first: tells the watchers that this daemon is leaving before it stops accepting.
struct DrainNotice: Service {
    let health: Health
    let logger: Logger

    func run() async throws {
        try await gracefulShutdown()
        logger.notice("draining")
        health.drain()
    }
}
