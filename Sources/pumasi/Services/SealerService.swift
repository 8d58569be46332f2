import Hometown
import Ledger
import Logging
import ServiceLifecycle
import Synchronization
import Timetable

/// 봉인 작업. Gives recorded entries their places in the log: at once when one is announced after a
/// pause, then once a second for as long as there is work. Announcements are hints, too: without
/// any it looks for itself. What was sealed is signed and published at once.
final class SealerService: Service {
    /// Between two passes: under load one pass seals what a second brought.
    private static let pauseMs = 1_000
    /// The longest silence without an announcement.
    private static let silenceMsMax = 30_000
    /// Passes that failed for this long are reported by `/readyz`.
    private static let lateNanosecondsMax: Int64 = 90_000_000_000

    private let ledger: Ledger
    private let signer: LogSigner
    private let clock: HostClock
    private let logger: Logger
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation
    /// On the uptime clock.
    private let lastSuccessNanoseconds: Atomic<Int64>

    init(ledger: Ledger, signer: LogSigner, clock: HostClock, logger: Logger) {
        self.ledger = ledger
        self.signer = signer
        self.clock = clock
        self.logger = logger
        // One waiting mark stands for all that came while a pass was busy.
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        lastSuccessNanoseconds = Atomic(clock.read().uptimeNanoseconds)
    }

    /// Whether no pass has succeeded for so long that somebody should look.
    var isLate: Bool {
        let last = lastSuccessNanoseconds.load(ordering: .relaxed)
        return clock.read().uptimeNanoseconds - last > SealerService.lateNanosecondsMax
    }

    /// After the last request is answered one more pass is made, so that a ledger at rest is
    /// sealed.
    func run() async throws {
        ledger.tellAdditions(to: wake)
        await withGracefulShutdownHandler {
            await withTaskGroup { group in
                group.addTask { await self.lookNowAndThen() }
                for await _ in wakes {
                    await seal()
                    try? await cancelWhenGracefulShutdown {
                        try await Task.sleep(for: .milliseconds(SealerService.pauseMs))
                    }
                }
                group.cancelAll()
            }
        } onGracefulShutdown: {
            self.wake.finish()
        }
        await seal()
    }

    private func lookNowAndThen() async {
        while !Task.isCancelled {
            wake.yield()
            try? await Task.sleep(for: .milliseconds(SealerService.silenceMsMax))
        }
    }

    private func seal() async {
        do {
            // What arrives meanwhile waits for the next second: many small passes cost writers more
            // than few large ones. Only a pass that left work behind is followed at once.
            while try await ledger.seal() >= Ledger.fullPassEntriesMin { await signer.sign() }
            // One pass may seal and not live to sign.
            await signer.sign()
            lastSuccessNanoseconds.store(clock.read().uptimeNanoseconds, ordering: .relaxed)
        } catch {
            // Stopping cancels a pass, which leaves nothing behind.
            guard !Task.isCancelled else { return }
            logger.warning(
                "sealing failed and will be repeated", metadata: ["error": "\(error)"])
        }
    }
}
