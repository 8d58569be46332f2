import Crypto
import Foundation
import Hometown
import Postgres

extension Ledger {
    /// 답 찾기. What an errand was answered; `nil` while nobody ran it.
    /// - Throws: `ErrandStop.keyReused` and `LedgerFailure`.
    package func answer<Effect>(to errand: Errand<Effect>) async throws -> KeptAnswer? {
        do {
            return try await pool.transaction { transaction in
                let kept = try await answer(to: errand, in: transaction)
                if kept != nil { _ = try await transaction.run(WriteMark()) }
                return kept
            }
        } catch let stop as ErrandStop {
            throw stop
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// Runs what changes something but the book, once. If we die before the commit, neither effect
    /// nor answer was ever there; after it, both are.
    /// - Parameter errand: `nil` where nobody would ask a second time.
    /// - Throws: `ErrandStop`, and whatever `body` throws.
    func once<Effect>(
        _ errand: Errand<Effect>?, in transaction: Transaction,
        _ body: @Sendable (Transaction) async throws -> Effect
    ) async throws -> Effect {
        guard let errand else { return try await body(transaction) }
        let key = errand.request.key
        guard try await transaction.run(TryLock(number: key.lockNumber))[0] else {
            throw ErrandStop.inFlight
        }
        if let kept = try await answer(to: errand, in: transaction) {
            throw ErrandStop.answered(kept)
        }
        let effect = try await body(transaction)
        guard try await keep(errand, effect, in: transaction) else { throw ErrandStop.inFlight }
        return effect
    }

    /// - Returns: whether the answer is kept now; else somebody else was first.
    func keep<Effect>(
        _ errand: Errand<Effect>, _ effect: Effect, in transaction: Transaction
    ) async throws -> Bool {
        let now = try await transaction.run(ReadTime())[0]
        let (answer, key) = (try errand.tell(effect, now), errand.request.key)
        let box = try AES.GCM.seal(answer.body, using: secret.answerKey(key))
        // There is a combined form whenever the nonce has the usual length, and it has.
        guard let sealed = box.combined else { throw LedgerFailure.bug }
        let kept = try await transaction.run(
            InsertKeptAnswer(
                key: key, fingerprint: secret.fingerprint(errand.content.bytes),
                status: Int16(clamping: answer.status), sealed: PostgresBytes(Array(sealed))))
        return !kept.isEmpty
    }

    private func answer<Effect>(
        to errand: Errand<Effect>, in transaction: Transaction
    ) async throws -> KeptAnswer? {
        let key = errand.request.key
        guard let kept = try await transaction.run(ReadKeptAnswer(key: key)).first else {
            return nil
        }
        guard kept.fingerprint == secret.fingerprint(errand.content.bytes) else {
            throw ErrandStop.keyReused
        }
        do {
            let box = try AES.GCM.SealedBox(combined: kept.sealed)
            let body = try AES.GCM.open(box, using: secret.answerKey(key))
            return KeptAnswer(status: Int(kept.status), body: Array(body))
        } catch {
            throw LedgerFailure.damaged
        }
    }
}
