import Synchronization

/// 등록 문. How many lists are read at once: whoever comes when it is too many is sent away and may
/// come again; nothing was begun.
final class ImportGate: Sendable {
    private let underWay = Atomic(0)

    /// - Parameter countMax: lists at once; one may always go.
    /// - Throws: `LedgerFailure.overloaded`; what the body throws.
    func run<Value>(
        atMost countMax: Int, _ body: () async throws -> Value
    ) async throws -> Value {
        let before = underWay.add(1, ordering: .relaxed).oldValue
        defer { underWay.subtract(1, ordering: .relaxed) }
        guard before < max(1, countMax) else { throw LedgerFailure.overloaded }
        return try await body()
    }
}
