import Logging
import UnixSignals

/// 두 번째 신호. Whoever asks a second time does not want to wait: answers that are not finished are
/// cut off. What is being committed is committed all the same.
enum SecondSignal {
    /// - Parameter body: what the first signal asks to end in good order.
    /// - Throws: what `body` throws.
    static func shortening(
        _ signals: [UnixSignal], logger: Logger,
        _ body: @escaping @Sendable () async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            let caught = await UnixSignalsSequence(trapping: signals)
            group.addTask {
                // Ends also when the group is cancelled, and has then nothing to say.
                for await _ in caught.dropFirst() {
                    logger.warning("a second signal: what is not finished is cut off")
                    return
                }
            }
            group.addTask { try await body() }
            try await group.next()
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
