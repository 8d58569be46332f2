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
            while true {
                await lookUp()
                try await Task.sleep(for: .milliseconds(LookupService.pauseMs))
            }
        }
    }

    private func lookUp() async {
        do {
            while try await ledger.lookUpDonations() > 0 {}
        } catch {
            // Stopping cancels a pass, which leaves nothing behind.
            guard !Task.isCancelled else { return }
            logger.warning(
                "looking up donations failed and will be repeated",
                metadata: ["error": "\(error)"])
        }
    }
}
