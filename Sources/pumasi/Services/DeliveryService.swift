import CoreMetrics
import Delivery
import Hometown
import Ledger
import Logging
import ServiceLifecycle
import Synchronization

/// 발송 작업. Empties the outbox: takes up what is due, one delivery for each receiver at a time, and
/// says what became of it. Nothing here holds up a run, and no receiver holds up another.
final class DeliveryService: Service {
    /// What waits for its next attempt is looked for this often.
    private static let lookMs = 15_000

    private let ledger: Ledger
    private let courier: Courier
    private let daemon: Identifier
    private let logger: Logger
    private let busy = Mutex<Set<String>>([])

    init(ledger: Ledger, courier: Courier, daemon: Identifier, logger: Logger) {
        self.ledger = ledger
        self.courier = courier
        self.daemon = daemon
        self.logger = logger
    }

    func run() async throws {
        let (wakes, waker) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        // Stopping cancels what is under way; it is due again when its time is over.
        try? await cancelWhenGracefulShutdown {
            try await withThrowingDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in self.ledger.deliveryNotices() { waker.yield() }
                }
                group.addTask {
                    while true {
                        waker.yield()
                        try await Task.sleep(for: .milliseconds(DeliveryService.lookMs))
                    }
                }
                for await _ in wakes {
                    for claimed in await self.claim() {
                        group.addTask {
                            await self.deliver(claimed)
                            waker.yield()
                        }
                    }
                }
            }
        }
    }

    private func claim() async -> [ClaimedDelivery] {
        do {
            let names = busy.withLock { Array($0) }
            let claimed = try await ledger.claimDeliveries(besides: names)
            busy.withLock { $0.formUnion(claimed.map(\.receiver.name)) }
            return claimed
        } catch {
            guard !Task.isCancelled else { return [] }
            logger.warning(
                "the outbox could not be read and will be looked at again",
                metadata: ["error": "\(error)"])
            return []
        }
    }

    private func deliver(_ claimed: ClaimedDelivery) async {
        defer { busy.withLock { _ = $0.remove(claimed.receiver.name) } }
        do {
            let answer = try await courier.deliver(
                claimed.parcel, to: claimed.receiver.receiver,
                secret: ledger.secret(of: claimed.receiver))
            await settle(claimed, arrived: true, Bilingual(answer, answer))
        } catch {
            guard !Task.isCancelled else { return }
            await settle(claimed, arrived: false, error.text, isPermanent: error.isPermanent)
        }
    }

    private func settle(
        _ claimed: ClaimedDelivery, arrived: Bool, _ text: Bilingual, isPermanent: Bool = false
    ) async {
        let kind = claimed.receiver.receiver.kind.rawValue
        var about: Logger.Metadata = [
            "receiver": "\(claimed.receiver.name)", "report": "\(claimed.parcel.no)",
            "attempt": "\(claimed.attempt)",
        ]
        do {
            let state = try await ledger.settle(
                claimed, arrived: arrived, text, isPermanent: isPermanent, daemon: daemon)
            Counter(
                label: "pumasi_deliveries_total",
                dimensions: [("kind", kind), ("result", arrived ? "sent" : "failed")]
            ).increment()
            guard !arrived else { return logger.info("a report was delivered", metadata: about) }
            about["error"] = "\(text.english)"
            logger.log(
                level: state == .givenUp ? .error : .warning,
                state == .givenUp
                    ? "a report could not be delivered and was given up"
                    : "a report could not be delivered and will be tried again", metadata: about)
        } catch {
            // It comes due again by itself, and arrives twice under one id.
            about["error"] = "\(error)"
            logger.warning("the end of a delivery could not be kept", metadata: about)
        }
    }
}
