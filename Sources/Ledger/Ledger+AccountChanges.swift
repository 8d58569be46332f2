package import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// 권한 변경 기록. What was done to an account, newest first.
    /// - Throws: `LedgerFailure`.
    package func changes(
        of account: Identifier, rowsMax: Int
    ) async throws -> [AccountChange] {
        try await ask(ReadAccountChanges(account: account, rowsMax: Int32(clamping: rowsMax)))
    }

    /// 토큰 권한 기록. Who made and who ended tokens, newest first.
    /// - Throws: `LedgerFailure`.
    package func tokenChanges(rowsMax: Int) async throws -> [AccountChange] {
        try await ask(ReadAccountChanges(rowsMax: Int32(clamping: rowsMax)))
    }

    /// 잠금. How long nobody can sign in under this login because of wrong passwords.
    /// - Returns: seconds; `nil` when there is no lock.
    /// - Throws: `LedgerFailure`.
    package func lockSeconds(of login: String) async throws -> Int? {
        let subject = secret.throttle("login", login)
        return try await ask(ReadLock(subject: subject)).first.map { Int($0) }
    }

    /// 잠금 풀기. Forgets the wrong passwords of a login.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func unlock(_ login: String, by author: Author) async throws {
        try await administer { transaction in
            let account = try await known(account: login, in: transaction)
            _ = try await transaction.run(
                DeleteLock(subject: secret.throttle("login", account.login)))
            try await keep(.unlocked, of: account, by: author, in: transaction)
        }
    }

    /// 세션 끝내기. Ends every session of somebody else, who may sign in again.
    /// - Returns: the hashes of those it ended.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func signOut(_ login: String, by author: Author) async throws -> [Hash256] {
        try await administer { transaction in
            let account = try await known(account: login, in: transaction)
            let ended = try await transaction.run(DeleteSessions(account: account.id))
            try await keep(.sessionsEnded, of: account, by: author, in: transaction)
            return ended
        }
    }

    /// 내 토큰. Keeps the hash of a token that somebody made for himself: in his role and under his
    /// name, for as long as both stand.
    /// - Parameters:
    ///   - label: what for.
    ///   - days: until it expires, `tokenDaysMax` at most.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func addToken(
        hash: Hash256, of owner: RecordedAccount, label: String, days: Int
    ) async throws {
        try await administer { transaction in
            let account = try await known(account: owner.login, in: transaction)
            let now = try await transaction.run(ReadTime())[0]
            let life = Int64(min(max(days, 1), Ledger.tokenDaysMax)) * Instant.microsecondsPerDay
            let id = randomness.identifier(at: now)
            _ = try await transaction.run(
                InsertToken(
                    id: id, author: account.id, role: account.role,
                    hash: hash, label: label, madeAt: now,
                    expiresAt: Instant(microseconds: now.microseconds + life)))
            _ = try await transaction.run(
                InsertTokenChange(token: id, action: .tokenMade, author: account.id))
        }
    }

    /// 토큰 끝내기. Ends a token of an account.
    /// - Returns: whether there was such a token, not yet ended.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func endToken(
        _ id: Identifier, of login: String, by author: Author
    ) async throws -> Bool {
        try await administer { transaction in
            let account = try await known(account: login, in: transaction)
            let ended = try await transaction.run(RevokeToken(id: id, author: account.id))
            guard !ended.isEmpty else { return false }
            _ = try await transaction.run(
                InsertTokenChange(token: id, action: .tokenEnded, author: author.id))
            return true
        }
    }

    private func keep(
        _ action: AccountChange.Action, of account: RecordedAccount, by author: Author,
        in transaction: Transaction
    ) async throws {
        _ = try await transaction.run(
            InsertAccountChange(
                account: account.id, action: action, role: account.role, author: author.id))
    }
}
