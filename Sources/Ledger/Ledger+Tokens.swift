package import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// A year, the longest a token may live.
    package static let tokenDaysMax = 365

    /// Keeps the hash of a token that was just made.
    /// - Parameters:
    ///   - role: one of the five; the schema knows no other.
    ///   - days: until it expires, `tokenDaysMax` at most.
    ///   - maker: who makes it.
    /// - Throws: `LedgerFailure`.
    package func addToken(
        hash: Hash256, role: String, name: String, days: Int = Ledger.tokenDaysMax,
        by maker: Author
    ) async throws -> Identifier {
        let author = try await author(.token, name: name)
        do {
            return try await pool.transaction { transaction in
                let now = try await transaction.run(ReadTime())[0]
                let id = randomness.identifier(at: now)
                let life =
                    Int64(min(max(days, 1), Ledger.tokenDaysMax)) * Instant.microsecondsPerDay
                _ = try await transaction.run(
                    InsertToken(
                        id: id, author: author.id, role: role, hash: hash, madeAt: now,
                        expiresAt: Instant(microseconds: now.microseconds + life)))
                _ = try await transaction.run(
                    InsertTokenChange(token: id, action: .tokenMade, author: maker.id))
                return id
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }

    /// - Returns: `nil` for an unknown, revoked or expired token.
    /// - Throws: `LedgerFailure`.
    package func token(hash: Hash256) async throws -> RecordedToken? {
        try await ask(FindToken(hash: hash)).first?.token
    }

    /// 토큰 사용. The same of somebody who asks with it now, which is written down once a minute.
    /// - Throws: `LedgerFailure`.
    package func useToken(hash: Hash256) async throws -> RecordedToken? {
        let found = try await ask(FindToken(hash: hash)).first
        guard let found, found.isUseStale else { return found?.token }
        do {
            try await pool.transaction { transaction in
                _ = try await transaction.pipeline(
                    WaitForNoDisk(), TouchToken(id: found.token.id))
            }
        } catch {
            // Nobody is kept out because this cannot be written down.
            _ = LedgerFailure(error, logger: logger)
        }
        return found.token
    }

    /// - Parameter account: whose; `nil` for all.
    /// - Throws: `LedgerFailure`.
    package func tokens(of account: Identifier? = nil) async throws -> [RecordedToken] {
        try await ask(ReadTokens(author: account))
    }

    /// - Returns: whether there was such a token, not yet revoked.
    /// - Throws: `LedgerFailure`.
    package func revokeToken(_ id: Identifier, by author: Author) async throws -> Bool {
        do {
            return try await pool.transaction { transaction in
                guard !(try await transaction.run(RevokeToken(id: id))).isEmpty else {
                    return false
                }
                _ = try await transaction.run(
                    InsertTokenChange(token: id, action: .tokenEnded, author: author.id))
                return true
            }
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}
