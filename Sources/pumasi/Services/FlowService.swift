import Ledger
import Logging
import ServiceLifecycle

/// 접기 작업. Folds what the log has sealed into the roll-ups of flows and takings, now and then.
/// Nothing depends on it but speed: whoever reads them adds what is not folded yet.
struct FlowService: Service {
    /// As long as a pass takes little, the tail that readers add stays short.
    private static let pauseMs = 5_000

    let ledger: Ledger
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await fold()
                try await Task.sleep(for: .milliseconds(FlowService.pauseMs))
            }
        }
    }

    private func fold() async {
        do {
            var fresh: Int64 = 0
            while case let folded = try await ledger.foldFlows(), folded > 0 { fresh += folded }
            // Takings cost most.
            let waitingMin = Rush.waitingMin(fresh: fresh, in: FlowService.pauseMs)
            while try await ledger.foldTakings(atLeast: waitingMin) > 0 {}
        } catch {
            // Stopping cancels a pass, which leaves nothing behind.
            guard !Task.isCancelled else { return }
            logger.warning(
                "folding failed and will be repeated", metadata: ["error": "\(error)"])
        }
    }
}
