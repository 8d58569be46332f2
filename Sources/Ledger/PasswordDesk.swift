import Dispatch
import Hometown
import Synchronization

/// 비밀번호 창구. The one place where passwords are hashed: one at a time, on a queue of its own,
/// because each takes half a second and 128 MiB and the threads that serve requests must not wait.
final class PasswordDesk: Sendable {
    /// Who comes when so many wait is sent away: they would wait half a minute.
    private static let waitingMax = 32

    private let queue = DispatchQueue(label: "pumasi.passwords")
    private let waiting = Atomic(0)
    let cost: PasswordCost

    init(cost: PasswordCost) {
        self.cost = cost
    }

    /// - Throws: `LedgerFailure.overloaded`.
    func hash(_ password: String, salt: [UInt8]) async throws -> PasswordHash {
        let cost = cost
        return try await inLine { try PasswordHash(password, salt: salt, cost: cost) }
    }

    /// Whether the password is the one of `stored`; for somebody without any it takes as long to
    /// say no.
    /// - Throws: `LedgerFailure.overloaded`.
    func check(_ password: String, against stored: PasswordHash?) async throws -> Bool {
        let cost = cost
        return try await inLine {
            if let stored { return try stored.isOf(password) }
            let salt = [UInt8](repeating: 0, count: PasswordHash.saltBytes)
            _ = try PasswordHash(password, salt: salt, cost: cost)
            return false
        }
    }

    private func inLine<Value: Sendable>(
        _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let before = waiting.wrappingAdd(1, ordering: .relaxed).oldValue
        defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
        guard before < PasswordDesk.waitingMax else { throw LedgerFailure.overloaded }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }
}
