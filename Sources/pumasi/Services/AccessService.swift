import Ledger
import Logging
import ServiceLifecycle

/// 접속기록 쓰기 작업. Writes the access log a moment after it happened, many rows at once. It stops
/// after the last request was answered, and not before the database has every row or has refused
/// them for long; then the daemon's own log gets them.
struct AccessService: Service {
    /// What comes in this time goes together.
    static let pauseMsMin = 200
    /// Between attempts while the database is away.
    static let pauseMsMax = 5_000
    /// Of the rows that are left when the daemon stops: four seconds.
    private static let attemptsMax = 20

    let ledger: Ledger
    let book: AccessBook
    let logger: Logger

    func run() async throws {
        await withGracefulShutdownHandler {
            var lastMs = AccessService.pauseMsMin
            for await _ in book.marks {
                let isWritten = await write()
                let pauseMs = AccessService.pauseMs(after: lastMs, isWritten: isWritten)
                lastMs = pauseMs
                try? await cancelWhenGracefulShutdown {
                    try await Task.sleep(for: .milliseconds(pauseMs))
                }
            }
        } onGracefulShutdown: {
            book.finish()
        }
        await writeTheRest()
    }

    /// Longer from failure to failure: each is told in the daemon's own log, on a disk that may be
    /// the one that is full.
    static func pauseMs(after lastMs: Int, isWritten: Bool) -> Int {
        isWritten ? pauseMsMin : min(2 * lastMs, pauseMsMax)
    }

    /// A failure leaves everything waiting and asks for another pass.
    @discardableResult
    private func write() async -> Bool {
        do {
            while try await ledger.write(book) > 0 {}
            return true
        } catch {
            logger.warning(
                "the access log waits and will be written again",
                metadata: ["rows": "\(book.waitingCount)"])
            book.wake()
            return false
        }
    }

    private func writeTheRest() async {
        for _ in 0..<AccessService.attemptsMax where book.waitingCount > 0 {
            await write()
            guard book.waitingCount > 0 else { return }
            try? await Task.sleep(for: .milliseconds(AccessService.pauseMsMin))
        }
        for row in book.remains {
            logger.error("an access was not written down", metadata: ["access": "\(row.summary)"])
        }
    }
}
