import Hometown
import UnixSignals

/// Ctrl-C and SIGTERM during a command: what was begun is ended in good order first, the private
/// server too if nobody else uses it. What could not be stopped any more has happened, and is told.
enum Interruption {
    /// - Throws: what `body` throws; `CommandFailure` 130 when a signal came first and `body` did
    ///   not come to its end all the same.
    static func watched<Value: Sendable>(
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm, .sighup)
            group.addTask {
                // Ends also when the group is cancelled, and is then not the first.
                for await _ in signals { break }
                return nil
            }
            group.addTask { try await body() }
            let first = try await group.next() ?? nil
            group.cancelAll()
            if let first { return first }
            // The body says that it was cancelled, in whatever words, or that it was done.
            if let late = try? await group.next() ?? nil { return late }
            throw CommandFailure(.interrupted, Bilingual("중단했습니다.", "Interrupted."))
        }
    }
}
