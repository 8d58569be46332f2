import Hometown
package import Logging
import Synchronization
import Transparency

/// 검증 주문. One verification of the whole ledger at a time, asked for by somebody and done beside
/// everything else; what came of it is written into the access log, where every daemon finds it.
package final class VerificationOrder: Sendable {
    private let isOpen = Mutex(false)
    private let orders: AsyncStream<AccessOrigin>
    private let order: AsyncStream<AccessOrigin>.Continuation

    package init() {
        (orders, order) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Whether one waits or is at work here.
    package var isUnderWay: Bool { isOpen.withLock { $0 } }

    /// - Returns: whether it is begun for this one; else one is under way already.
    @discardableResult
    package func place(by origin: AccessOrigin) -> Bool {
        let isNew = isOpen.withLock { isOpen in
            defer { isOpen = true }
            return !isOpen
        }
        if isNew { order.yield(origin) }
        return isNew
    }

    /// Verifies whenever somebody asks, until it is cancelled.
    /// - Parameter verification: with today's keys and what was signed last.
    package func run(
        _ ledger: Ledger, logger: Logger,
        _ verification: @Sendable () throws -> Verification
    ) async {
        for await origin in orders {
            do {
                let report = try await ledger.verify(try verification())
                try await ledger.write([
                    Access(
                        .verified, author: origin.author, address: origin.address,
                        count: Int(report.entries), scope: report.line)
                ])
            } catch {
                guard !Task.isCancelled else { return }
                logger.error("the ledger was not verified", metadata: ["error": "\(error)"])
            }
            isOpen.withLock { $0 = false }
        }
    }
}

extension Verification.Report {
    /// What the access log keeps of it: `ok`, or `wrong` with the code and the place.
    package var line: String {
        guard let fault else {
            // As pages show a root; the whole of it stands in the checkpoint of this size.
            let root = head.root.description.prefix(16)
            return "ok entries=\(entries) size=\(head.size) root=\(root)"
        }
        let place = fault.entry.map { " entry=\($0)" } ?? fault.index.map { " log_index=\($0)" }
        return "wrong \(fault.code)\(place ?? "") entries=\(entries) size=\(head.size)"
    }
}
