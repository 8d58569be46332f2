import Hometown
import Ledger
import LocalPostgres
import Logging
import ServiceLifecycle

/// Brings the private server back when it has died: nobody else would.
struct ClusterWatch: Service {
    private static let lookMs = 5_000

    let ledger: Ledger
    let cluster: LocalPostgres
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .milliseconds(ClusterWatch.lookMs))
                do {
                    _ = try await ledger.now()
                } catch {
                    try Task.checkCancellation()
                    await revive()
                }
            }
        }
    }

    private func revive() async {
        logger.error("the private PostgreSQL does not answer and is started again")
        do {
            _ = try await cluster.start()
        } catch {
            logger.error("PostgreSQL did not start", metadata: ["error": "\(error)"])
        }
    }
}
