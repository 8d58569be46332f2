import Hometown
import Logging
import Postgres
package import Transparency

extension Ledger {
    /// 로그인. Counts the try, then looks at the password.
    /// - Parameter address: where it comes from; `nil` where nobody can say.
    /// - Throws: `LedgerFailure`; `overloaded` when many try at this moment.
    package func signIn(
        login: String, password: String, address: String?
    ) async throws -> SignIn {
        let login = login.tidied.lowercased()
        let subjects = trySubjects(login: login, address: address)
        if let seconds = try await charge(subjects) { return .locked(seconds: seconds) }
        let stored = try await ask(FindPassword(login: login))
        let kept = stored.first.flatMap { PasswordHash($0.password) }
        guard try await passwords.check(password, against: kept), let kept,
            let id = stored.first?.account
        else {
            tellRefusal(address)
            return .wrong
        }
        let renewed =
            kept.cost == passwords.cost ? nil : try await hash(of: password)
        return try await administer { transaction in
            if let renewed {
                _ = try await transaction.run(
                    UpdatePassword(account: id, password: renewed.text))
            }
            guard let account = try await transaction.run(LockAccount(id: id)).first,
                account.disabledAt == nil
            else { return .wrong }
            guard !account.hasSecondFactor else {
                _ = try await transaction.run(ReturnTry(subjects: subjects))
                return .halfway(account)
            }
            _ = try await transaction.run(ForgiveTry(subjects: subjects))
            return .right(account)
        }
    }

    func trySubjects(login: String, address: String?) -> TrySubjects {
        TrySubjects(
            login: secret.throttle("login", login),
            address: secret.throttle("address", address ?? ""))
    }

    /// Counts a try before it is made. Whoever may not try at all does not count against the logins
    /// he names.
    /// - Returns: `nil` when the try may be made, else for how many seconds none may.
    func charge(_ subjects: TrySubjects) async throws -> Int? {
        for (subject, limit) in [
            (subjects.address, SignInLimit.address), (subjects.login, SignInLimit.login),
        ] {
            let charged = try await administer { transaction in
                try await transaction.run(ChargeTry(subject: subject, limit: limit))
            }
            guard charged.allSatisfy(\.isAllowed) else {
                return charged.map { Int($0.lockSeconds) }.max() ?? 0
            }
        }
        return nil
    }

    /// - Parameter account: whose password was right; `nil` where nobody's was.
    func tellRefusal(_ address: String?, of account: Identifier? = nil) {
        logger.notice(
            "sign-in refused",
            metadata: [
                "account": "\(account?.description ?? "-")", "address": "\(address ?? "-")",
            ])
    }

    /// The password of somebody who is signed in, asked for again.
    /// - Throws: `AccountProblem` for any but the right one, and `LedgerFailure`.
    func checkPassword(
        _ password: String, of account: RecordedAccount, address: String?
    ) async throws {
        switch try await signIn(login: account.login, password: password, address: address) {
        case .right, .halfway: break
        case .wrong, .wrongCode: throw AccountProblem.passwordWrong
        case .locked(let seconds): throw AccountProblem.passwordLocked(seconds: seconds)
        }
    }

    /// 비밀번호 변경. Ends every other session of the account.
    /// - Parameter session: the one that stays.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func changePassword(
        of account: RecordedAccount, from current: String, to new: String, keeping session: Hash256,
        address: String?
    ) async throws {
        if let problem = PasswordRules.problem(
            of: new, login: account.login, name: account.name)
        {
            throw problem
        }
        try await checkPassword(current, of: account, address: address)
        let made = try await hash(of: new)
        try await administer { transaction in
            try await set(made, of: account, by: account.id, in: transaction)
            _ = try await transaction.run(DeleteSessions(account: account.id, except: session))
        }
    }

    /// 일회용 링크. Keeps the hash of a link that lets somebody set a password; links before it end.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func makeLink(
        _ hash: Hash256, for login: String, seconds: Int, by author: Author
    ) async throws {
        try await administer { transaction in
            let account = try await known(account: login, in: transaction)
            _ = try await transaction.pipeline(
                DeleteLinks(account: account.id),
                InsertLink(
                    hash: hash, account: account.id, role: nil,
                    seconds: Int32(clamping: seconds)),
                InsertAccountChange(
                    account: account.id, action: .linkMade, role: account.role,
                    author: author.id))
        }
    }

    /// 첫 링크. Keeps the hash of a link that makes the first account.
    /// - Returns: whether there is need of one: nobody can sign in yet.
    /// - Throws: `LedgerFailure`.
    package func makeFirstLink(
        _ hash: Hash256, role: String, seconds: Int
    ) async throws -> Bool {
        try await administer { transaction in
            guard try await transaction.run(CountPasswords()) == [0] else { return false }
            _ = try await transaction.pipeline(
                DeleteLinks(account: nil),
                InsertLink(
                    hash: hash, account: nil, role: role, seconds: Int32(clamping: seconds)))
            return true
        }
    }

    /// - Returns: `nil` for a link that was used, has expired or never was.
    /// - Throws: `LedgerFailure`.
    package func link(_ hash: Hash256) async throws -> OpenLink? {
        try await ask(FindLink(hash: hash)).first
    }

    /// 링크 사용. Uses a link up, sets the password and takes a lock off: where there is a second
    /// factor its code is still to come. One for nobody yet makes the account.
    /// - Parameters:
    ///   - login, name: of the account it makes; else ignored.
    /// - Throws: `AccountProblem` and `LedgerFailure`; the link then still works.
    package func redeem(
        _ hash: Hash256, login: String, name: String, password: String
    ) async throws -> RecordedAccount {
        guard let open = try await link(hash) else { throw AccountProblem.linkSpent }
        let login = try open.login ?? Ledger.login(login)
        if let problem = PasswordRules.problem(
            of: password, login: login, name: open.name ?? name)
        {
            throw problem
        }
        let made = try await self.hash(of: password)
        return try await administer { transaction in
            guard let link = try await transaction.run(UseLink(hash: hash)).first else {
                throw AccountProblem.linkSpent
            }
            let account: RecordedAccount
            if let known = link.login {
                account = try await self.known(account: known, in: transaction)
            } else {
                account = try await addAccount(
                    login: login, name: name, role: link.role ?? "", by: nil, in: transaction)
            }
            guard account.disabledAt == nil else { throw AccountProblem.linkSpent }
            try await set(made, of: account, by: account.id, in: transaction)
            _ = try await transaction.pipeline(
                DeleteSessions(account: account.id),
                DeleteLock(subject: secret.throttle("login", account.login)))
            return account
        }
    }

    private func hash(of password: String) async throws -> PasswordHash {
        try await passwords.hash(password, salt: randomness.bytes(PasswordHash.saltBytes))
    }

    private func set(
        _ password: PasswordHash, of account: RecordedAccount, by author: Identifier,
        in transaction: Transaction
    ) async throws {
        _ = try await transaction.pipeline(
            UpdatePassword(account: account.id, password: password.text),
            DeleteLinks(account: account.id),
            InsertAccountChange(
                account: account.id, action: .passwordSet, role: account.role, author: author))
    }
}
