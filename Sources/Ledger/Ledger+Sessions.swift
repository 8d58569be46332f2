package import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// How often at most doing something is written down.
    private static let touchSeconds: Int32 = 30

    /// 세션 시작. Keeps the hash of a new session's id.
    /// - Parameters:
    ///   - address: where the browser is, at most 64 characters.
    ///   - agent: what the browser calls itself; cut at 200 characters, without
    ///     resident numbers.
    /// - Throws: `LedgerFailure`.
    package func beginSession(
        _ hash: Hash256, of account: Identifier, life: SessionLife, address: String?,
        agent: String?
    ) async throws {
        do {
            try await pool.transaction { transaction in
                _ = try await transaction.pipeline(
                    DeleteEndedSessions(),
                    InsertSession(
                        hash: hash, account: account,
                        secondsMax: Int32(clamping: life.secondsMax),
                        address: address.map { String($0.prefix(64)) },
                        agent: agent.map { String(ResidentNumber.redacting($0).prefix(200)) }))
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// 세션 확인. Whose session it is.
    /// - Parameter isActivity: whether somebody did something, which holds off the end of an idle
    ///   session; a page that asks by itself did not.
    /// - Returns: `nil` when it has ended, never was, or its account is disabled.
    /// - Throws: `LedgerFailure`.
    package func session(
        _ hash: Hash256, life: SessionLife, isActivity: Bool
    ) async throws -> SessionHolder? {
        let idle = Int32(clamping: life.idleSeconds)
        let find = FindSession(hash: hash, idleSeconds: idle)
        guard isActivity else { return try await ask(find).first }
        do {
            return try await pool.transaction { transaction in
                try await transaction.pipeline(
                    WaitForNoDisk(),
                    TouchSession(
                        hash: hash, idleSeconds: idle,
                        afterSeconds: min(Ledger.touchSeconds, idle / 2)),
                    find
                ).2.first
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// The sessions of an account that hold, newest first.
    /// - Throws: `LedgerFailure`.
    package func sessions(
        of account: Identifier, life: SessionLife
    ) async throws -> [RecordedSession] {
        try await ask(
            ReadSessions(account: account, idleSeconds: Int32(clamping: life.idleSeconds)))
    }

    /// 세션 끝. Ends one session of an account, all but one, or all.
    /// - Returns: the hashes of those it ended.
    /// - Throws: `LedgerFailure`.
    package func endSessions(
        of account: Identifier, only: Hash256? = nil, except: Hash256? = nil
    ) async throws -> [Hash256] {
        do {
            return try await pool.transaction { transaction in
                try await transaction.run(
                    DeleteSessions(account: account, only: only, except: except))
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
