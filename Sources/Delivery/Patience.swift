import Dispatch
import Hometown
import Synchronization

/// 기다림의 끝. Waits for work that blocks its thread (a disk over the network, a name server), but not
/// for ever: what hangs keeps its own queue and nobody else's.
struct Patience: Sendable {
    let seconds: Int

    /// - Parameter body: runs on the queue to its end, even when nobody waits any more.
    func wait<Value: Sendable>(
        on queue: DispatchQueue, _ body: @escaping @Sendable () -> Result<Value, DeliveryFailure>
    ) async throws(DeliveryFailure) -> Value {
        let waiter = Waiter<Value>()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiter.wait(with: continuation)
                queue.async { waiter.end(with: body()) }
                DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) {
                    waiter.end(with: .failure(tooLong))
                }
            }
        } onCancel: {
            waiter.end(with: .failure(tooLong))
        }
        return try result.get()
    }

    private var tooLong: DeliveryFailure {
        DeliveryFailure(
            Bilingual(
                "\(seconds)초 안에 끝나지 않아 그만 기다렸습니다. 다시 시도합니다.",
                "It did not end within \(seconds) s and was given up; it is tried again."))
    }

    /// Goes on once, with whichever comes first: even before it waits.
    private final class Waiter<Value: Sendable>: Sendable {
        typealias Outcome = Result<Value, DeliveryFailure>

        private struct State {
            var continuation: CheckedContinuation<Outcome, Never>?
            var outcome: Outcome?
        }

        private let state = Mutex(State())

        func wait(with continuation: CheckedContinuation<Outcome, Never>) {
            let outcome = state.withLock { state in
                if state.outcome == nil { state.continuation = continuation }
                return state.outcome
            }
            if let outcome { continuation.resume(returning: outcome) }
        }

        func end(with outcome: Outcome) {
            let continuation = state.withLock { state in
                if state.outcome == nil { state.outcome = outcome }
                return state.continuation.take()
            }
            continuation?.resume(returning: outcome)
        }
    }
}
