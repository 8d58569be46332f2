import Ledger
import Logging
import ServiceLifecycle

/// 찾아보기 작업. Adds what the log has sealed to the index that searches go by. Nothing depends on it
/// but speed: whoever searches looks at what is not in it yet.
struct LookupService: Service {
    /// As long as a pass takes little, the rest that searches look at stays short.
    private static let pauseMs = 2_000

    let ledger: Ledger
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            var size: Int64?
            while true {
                size = await lookUp(since: size)
                try await Task.sleep(for: .milliseconds(LookupService.pauseMs))
            }
        }
    }

    /// - Parameter earlier: how large the log was at the last pass.
    /// - Returns: how large it is.
    private func lookUp(since earlier: Int64?) async -> Int64? {
        do {
            let size = try await ledger.treeHead().size
            let waitingMin = Rush.waitingMin(
                fresh: size - (earlier ?? size), in: LookupService.pauseMs)
            while try await ledger.lookUpDonations(atLeast: waitingMin) > 0 {}
            return size
        } catch {
            // Stopping cancels a pass, which leaves nothing behind.
            if !Task.isCancelled {
                logger.warning(
                    "looking up donations failed and will be repeated",
                    metadata: ["error": "\(error)"])
            }
            return earlier
        }
    }
}
