import Synchronization

/// Pieces of work given out in order, and what came of them. After a fault only what lies before it
/// still counts, so that the fault that is told is the foremost.
final class PieceQueue<Outcome: Sendable>: Sendable {
    private struct State {
        var given = 0
        var outcomes: [Int: Outcome] = [:]
        var fault: (index: Int, fault: LedgerFault)?
    }

    private let count: Int
    private let state = Mutex(State())

    init(count: Int) {
        self.count = count
    }

    /// `nil` when nothing is left to do.
    func next() -> Int? {
        state.withLock { state in
            guard state.given < count, state.fault == nil else { return nil }
            defer { state.given += 1 }
            return state.given
        }
    }

    func finish(_ index: Int, _ outcome: Outcome) {
        state.withLock { $0.outcomes[index] = outcome }
    }

    func stop(_ index: Int, _ fault: LedgerFault) {
        state.withLock { state in
            if let earlier = state.fault, earlier.index < index { return }
            state.fault = (index, fault)
        }
    }

    /// - Throws: the foremost fault.
    func outcomes() throws -> [Outcome] {
        try state.withLock { state in
            if let found = state.fault { throw found.fault }
            return (0..<count).compactMap { state.outcomes[$0] }
        }
    }
}
