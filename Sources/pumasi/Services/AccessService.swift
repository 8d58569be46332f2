import Ledger
import Logging
import ServiceLifecycle

/// 접속기록 쓰기 작업. Writes the access log a moment after it happened, many rows at once. It stops
/// after the last request was answered, and not before the database has every row or has refused
/// them for long; then the daemon's own log gets them.
struct AccessService: Service {
    /// What comes in this time goes together.
    private static let pauseMs = 200
    /// Of the rows that are left when the daemon stops: four seconds.
    private static let attemptsMax = 20

    let ledger: Ledger
    let book: AccessBook
    let logger: Logger

    func run() async throws {
        await withGracefulShutdownHandler {
            for await _ in book.marks {
                await write()
                try? await cancelWhenGracefulShutdown {
                    try await Task.sleep(for: .milliseconds(AccessService.pauseMs))
                }
            }
        } onGracefulShutdown: {
            book.finish()
        }
        await writeTheRest()
    }

    /// A failure leaves everything waiting and asks for another pass.
    private func write() async {
        do {
            while try await ledger.write(book) > 0 {}
        } catch {
            logger.warning(
                "the access log waits and will be written again",
                metadata: ["rows": "\(book.waitingCount)"])
            book.wake()
        }
    }

    private func writeTheRest() async {
        for _ in 0..<AccessService.attemptsMax where book.waitingCount > 0 {
            await write()
            guard book.waitingCount > 0 else { return }
            try? await Task.sleep(for: .milliseconds(AccessService.pauseMs))
        }
        for row in book.remains {
            logger.error("an access was not written down", metadata: ["access": "\(row.summary)"])
        }
    }
}
