package import Hometown
import Postgres
package import Transparency

extension Ledger {
    /// How long somebody may take to put the secret into an app.
    private static let enrolmentSeconds: Int32 = 600
    /// How long a right password waits for its code.
    package static let pendingSeconds: Int32 = 300

    /// 등록 시작. Makes the secret of a second factor, which is on once a code of it was right.
    /// - Parameters:
    ///   - session: in which the code has to come, too.
    ///   - password: of the account, asked for again.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func beginSecondFactor(
        of account: RecordedAccount, in session: Hash256, password: String, address: String?
    ) async throws {
        guard !account.hasSecondFactor else { throw AccountProblem.secondFactorOn }
        try await checkPassword(password, of: account, address: address)
        let sealed = try SecondFactor.seal(
            randomness.bytes(OneTimeCode.secretBytes), of: account.id, begunIn: session,
            under: secret)
        try await administer { transaction in
            let begun = try await transaction.run(
                BeginSecondFactor(account: account.id, sealed: PostgresBytes(sealed)))
            guard !begun.isEmpty else { throw AccountProblem.secondFactorOn }
        }
    }

    /// The secret of a second factor that was begun and may still be confirmed: for the app.
    /// - Returns: `nil` as well for one that was begun in another session. Whoever knows the
    ///   password could else look on from elsewhere, and have every code to come.
    /// - Throws: `LedgerFailure`.
    package func begunSecret(
        of account: Identifier, in session: Hash256
    ) async throws -> [UInt8]? {
        let found = try await ask(
            FindBegunSecondFactor(account: account, secondsMax: Ledger.enrolmentSeconds))
        return found.first.flatMap { unseal($0, of: account, begunIn: session) }
    }

    private func unseal(
        _ sealed: [UInt8], of account: Identifier, begunIn session: Hash256
    ) -> [UInt8]? {
        try? SecondFactor.open(sealed, of: account, begunIn: session, under: secret)
    }

    /// 등록 끝. Turns the second factor on, once the app has shown a right code, and ends the other
    /// sessions of the account.
    /// - Parameter session: in which it was begun, and which stays.
    /// - Returns: the recovery codes, which nobody can show again.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func confirmSecondFactor(
        of login: String, code: String, keeping session: Hash256
    ) async throws -> [RecoveryCode] {
        try await administer { transaction in
            let account = try await known(account: login, in: transaction)
            let (begun, times) = try await transaction.pipeline(
                FindBegunSecondFactor(
                    account: account.id, secondsMax: Ledger.enrolmentSeconds),
                ReadTime())
            let shown = begun.first.flatMap { unseal($0, of: account.id, begunIn: session) }
            guard let shown else { throw AccountProblem.secondFactorNotBegun }
            let app = OneTimeCode(secret: shown)
            guard let step = app.step(of: code, at: times[0], after: 0) else {
                throw AccountProblem.codeWrong
            }
            let sealed = try SecondFactor.seal(shown, of: account.id, under: secret)
            _ = try await transaction.pipeline(
                ConfirmSecondFactor(
                    account: account.id, sealed: PostgresBytes(sealed), step: step),
                InsertAccountChange(
                    account: account.id, action: .secondFactorOn, role: account.role,
                    author: account.id),
                DeleteSessions(account: account.id, except: session))
            return try await makeRecoveryCodes(of: account.id, in: transaction)
        }
    }

    /// - Returns: how many recovery codes are left; `nil` where no second factor is on.
    /// - Throws: `LedgerFailure`.
    package func recoveryCodesLeft(of account: Identifier) async throws -> Int? {
        try await ask(CountRecoveryCodes(account: account)).first.map { Int($0) }
    }

    /// 복구 코드 새로. Those before end.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func renewRecoveryCodes(
        of account: RecordedAccount, password: String, code: String, address: String?
    ) async throws -> [RecoveryCode] {
        try await prove(account, password: password, code: code, address: address) {
            transaction in
            _ = try await transaction.run(
                InsertAccountChange(
                    account: account.id, action: .recoveryCodesMade, role: account.role,
                    author: account.id))
            return try await makeRecoveryCodes(of: account.id, in: transaction)
        }
    }

    /// 끄기. Takes the second factor off, and ends the other sessions of the account.
    /// - Parameter session: the one that stays.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func endSecondFactor(
        of account: RecordedAccount, password: String, code: String, keeping session: Hash256,
        address: String?
    ) async throws {
        try await prove(account, password: password, code: code, address: address) {
            transaction in
            try await remove(of: account, by: account.id, in: transaction)
            _ = try await transaction.run(DeleteSessions(account: account.id, except: session))
        }
    }

    /// 잃어버린 인증 수단 없애기. Takes the second factor of somebody else off, who lost it, and ends all
    /// sessions of the account.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func resetSecondFactor(
        of login: String, by author: Author
    ) async throws -> RecordedAccount {
        try await administer { transaction in
            let account = try await known(account: login, in: transaction)
            guard account.id != author.id else { throw AccountProblem.ownSecondFactor }
            guard account.hasSecondFactor else { throw AccountProblem.secondFactorOff }
            try await remove(of: account, by: author.id, in: transaction)
            _ = try await transaction.run(DeleteSessions(account: account.id))
            return try await known(account: login, in: transaction)
        }
    }

    /// 로그인의 첫 단계. Keeps the hash of what a browser holds between a right password and its code.
    /// - Throws: `LedgerFailure`.
    package func holdSignIn(_ hash: Hash256, of account: Identifier) async throws {
        try await administer { transaction in
            _ = try await transaction.pipeline(
                DeleteEndedPendingSignIns(),
                InsertPendingSignIn(
                    hash: hash, account: account, seconds: Ledger.pendingSeconds))
        }
    }

    /// - Returns: `nil` for a sign-in that was finished, took too long or never began.
    /// - Throws: `LedgerFailure`.
    package func pendingSignIn(_ hash: Hash256) async throws -> RecordedAccount? {
        try await ask(FindPendingSignIn(hash: hash)).first
    }

    /// 로그인의 두 번째 단계. Counts the try, as a password's is counted, then looks at the code.
    /// - Parameter code: a one-time code or a recovery code.
    /// - Returns: `nil` where no sign-in waits for a code.
    /// - Throws: `LedgerFailure`.
    package func finishSignIn(
        _ hash: Hash256, code: String, address: String?
    ) async throws -> SignIn? {
        guard let pending = try await pendingSignIn(hash) else { return nil }
        let subjects = trySubjects(login: pending.login, address: address)
        if let seconds = try await charge(subjects) { return .locked(seconds: seconds) }
        let finished: SignIn? = try await administer { transaction in
            guard let account = try await transaction.run(LockAccount(id: pending.id)).first,
                try await transaction.run(FindPendingSignIn(hash: hash)).first != nil
            else { return nil }
            guard try await use(code, of: account, in: transaction) else {
                return .wrongCode(account.id)
            }
            _ = try await transaction.pipeline(
                DeletePendingSignIn(hash: hash), ForgiveTry(subjects: subjects))
            return .right(account)
        }
        if case .wrongCode(let account)? = finished { tellRefusal(address, of: account) }
        return finished
    }

    /// Asks for password and code, and does then what whoever has both may do.
    /// - Throws: `AccountProblem`, `LedgerFailure`, and what `act` throws.
    private func prove<Value: Sendable>(
        _ account: RecordedAccount, password: String, code: String, address: String?,
        _ act: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        guard account.hasSecondFactor else { throw AccountProblem.secondFactorOff }
        try await checkPassword(password, of: account, address: address)
        let subjects = trySubjects(login: account.login, address: address)
        if let seconds = try await charge(subjects) {
            throw AccountProblem.codeLocked(seconds: seconds)
        }
        do {
            return try await administer { transaction in
                _ = try await known(account: account.login, in: transaction)
                guard try await use(code, of: account, in: transaction) else {
                    throw AccountProblem.codeWrong
                }
                _ = try await transaction.run(ForgiveTry(subjects: subjects))
                return try await act(transaction)
            }
        } catch AccountProblem.codeWrong {
            tellRefusal(address, of: account.id)
            throw AccountProblem.codeWrong
        }
    }

    /// Whether a code is right; it is used up then, and the use of a recovery code is written down.
    private func use(
        _ code: String, of account: RecordedAccount, in transaction: Transaction
    ) async throws -> Bool {
        if let recovery = RecoveryCode(code) {
            let used = try await transaction.run(
                UseRecoveryCode(account: account.id, hash: recovery.hash))
            guard !used.isEmpty else { return false }
            _ = try await transaction.run(
                InsertAccountChange(
                    account: account.id, action: .recoveryCodeUsed, role: account.role,
                    author: account.id))
            return true
        }
        let (found, times) = try await transaction.pipeline(
            FindSecondFactor(account: account.id), ReadTime())
        guard let factor = found.first else { return false }
        let app = OneTimeCode(
            secret: try SecondFactor.open(factor.sealed, of: account.id, under: secret))
        guard let step = app.step(of: code, at: times[0], after: factor.lastStep) else {
            return false
        }
        return try await !transaction.run(UseStep(account: account.id, step: step)).isEmpty
    }

    private func makeRecoveryCodes(
        of account: Identifier, in transaction: Transaction
    ) async throws -> [RecoveryCode] {
        let codes = (0..<RecoveryCode.count).map { _ in
            RecoveryCode(secret: randomness.bytes(RecoveryCode.secretBytes))
        }
        _ = try await transaction.pipeline(
            DeleteRecoveryCodes(account: account),
            InsertRecoveryCodes(account: account, hashes: codes.map(\.hash)))
        return codes
    }

    private func remove(
        of account: RecordedAccount, by author: Identifier, in transaction: Transaction
    ) async throws {
        _ = try await transaction.pipeline(
            DeleteRecoveryCodes(account: account.id), DeleteSecondFactor(account: account.id),
            InsertAccountChange(
                account: account.id, action: .secondFactorOff, role: account.role,
                author: author))
    }
}
