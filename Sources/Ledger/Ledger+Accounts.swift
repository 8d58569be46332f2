package import Hometown
import Postgres

extension Ledger {
    /// Who may make accounts and change their rights.
    package static let administrators: Set<String> = ["manager", "operator"]

    private static let loginCharacters = 2...64
    private static let nameCharacters = 1...100

    /// All accounts, those that may sign in first.
    /// - Throws: `LedgerFailure`.
    package func accounts() async throws -> [RecordedAccount] {
        try await ask(ReadAccounts())
    }

    /// 직원 이름. What pages for staff call those who write in the book.
    /// - Throws: `LedgerFailure`.
    package func staffNames() async throws -> StaffNames {
        StaffNames(try await ask(ReadStaffNames()))
    }

    /// - Returns: `nil` when nobody has this login.
    /// - Throws: `LedgerFailure`.
    package func account(login: String) async throws -> RecordedAccount? {
        let login = login.tidied.lowercased()
        return try await ask(ReadAccounts(login: login)).first
    }

    /// 사용자 등록. Makes an account that has no password yet: a link sets it.
    /// - Parameters:
    ///   - login: for ever; taken in lower case.
    ///   - role: one of the five; the schema knows no other.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func addAccount(
        login: String, name: String, role: String, by author: Author
    ) async throws -> RecordedAccount {
        try await administer { transaction in
            try await addAccount(
                login: login, name: name, role: role, by: author.id, in: transaction)
        }
    }

    /// - Parameter author: `nil` for whoever makes the account for himself.
    func addAccount(
        login: String, name: String, role: String, by author: Identifier?,
        in transaction: Transaction
    ) async throws -> RecordedAccount {
        let login = try Ledger.login(login)
        let name = try Ledger.name(name)
        let now = try await transaction.run(ReadTime())[0]
        let made = Author(id: randomness.identifier(at: now), kind: .user, name: login)
        let (_, found) = try await transaction.pipeline(
            InsertAuthor(author: made), FindAuthor(kind: .user, name: login))
        guard found.first == made else { throw AccountProblem.loginTaken(login) }
        let (_, _, rows) = try await transaction.pipeline(
            InsertAccount(author: made.id, login: login, name: name, role: role),
            InsertAccountChange(
                account: made.id, action: .created, role: role, author: author ?? made.id),
            ReadAccounts(login: login))
        guard let account = rows.first else { throw LedgerFailure.bug }
        return account
    }

    /// 권한 변경. Renames an account, gives it another role, disables it or lets it in again. Its
    /// sessions end with its rights.
    /// - Parameters:
    ///   - name, role, isDisabled: what stays is `nil`.
    ///   - author: who does it, which is not the account itself where rights change.
    /// - Throws: `AccountProblem` and `LedgerFailure`.
    package func changeAccount(
        _ login: String, name: String? = nil, role: String? = nil, isDisabled: Bool? = nil,
        by author: Author
    ) async throws -> RecordedAccount {
        try await administer { transaction in
            let old = try await known(account: login, in: transaction)
            let name = try name.map(Ledger.name) ?? old.name
            let role = role ?? old.role
            let wasDisabled = old.disabledAt != nil
            let isDisabled = isDisabled ?? wasDisabled
            let changesRights = role != old.role || isDisabled != wasDisabled
            var actions: [AccountChange.Action] = []
            if name != old.name { actions.append(.renamed) }
            if role != old.role { actions.append(.roleChanged) }
            if isDisabled != wasDisabled { actions.append(isDisabled ? .disabled : .enabled) }
            if changesRights {
                guard author.id != old.id else { throw AccountProblem.ownRights }
                _ = try await transaction.run(DeleteSessions(account: old.id))
            }
            _ = try await transaction.run(
                UpdateRights(account: old.id, name: name, role: role, isDisabled: isDisabled))
            for action in actions {
                _ = try await transaction.run(
                    InsertAccountChange(
                        account: old.id, action: action, role: role, author: author.id))
            }
            let all = try await transaction.run(ReadAccounts())
            guard !old.mayAdminister || all.contains(where: \.mayAdminister) else {
                throw AccountProblem.lastAdministrator
            }
            return try await known(account: login, in: transaction)
        }
    }

    /// 화면 설정. How the console looks to an account.
    /// - Throws: `LedgerFailure`.
    package func changeLook(of account: Identifier, _ look: RecordedAccount.Look) async throws {
        try await administer { transaction in
            _ = try await transaction.run(UpdateLook(account: account, look: look))
        }
    }

    /// The account, held until the transaction ends.
    func known(
        account login: String, in transaction: Transaction
    ) async throws -> RecordedAccount {
        let login = login.tidied.lowercased()
        guard let found = try await transaction.run(ReadAccounts(login: login)).first,
            let held = try await transaction.run(LockAccount(id: found.id)).first
        else { throw AccountProblem.unknown(login) }
        return held
    }

    static func login(_ text: String) throws(AccountProblem) -> String {
        let login = text.tidied.lowercased()
        guard loginCharacters.contains(login.unicodeScalars.count),
            login.unicodeScalars.allSatisfy({
                !$0.properties.isWhitespace && $0.properties.generalCategory != .control
                    && $0.properties.generalCategory != .format
            })
        else { throw .loginInvalid }
        guard !ResidentNumber.isPresent(in: login) else { throw .residentNumber }
        return login
    }

    private static func name(_ text: String) throws(AccountProblem) -> String {
        let name = text.tidied
        guard nameCharacters.contains(name.unicodeScalars.count),
            HiddenCharacter(in: name) == nil
        else { throw .nameInvalid }
        guard !ResidentNumber.isPresent(in: name) else { throw .residentNumber }
        return name
    }
}

extension RecordedAccount {
    fileprivate var mayAdminister: Bool {
        disabledAt == nil && Ledger.administrators.contains(role)
    }
}
