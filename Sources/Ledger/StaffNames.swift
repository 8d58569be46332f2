/// 직원 이름. What those are called who write under a login. Entries keep the login, which stays; the
/// name is what colleagues know, and follows the account.
package struct StaffNames: Hashable, Sendable {
    private let names: [String: String]

    /// - Parameter accounts: with the login beside a name that several have.
    package init(_ accounts: [(login: String, name: String)] = []) {
        let bearers = Dictionary(grouping: accounts, by: \.name)
        names = accounts.reduce(into: [:]) { names, account in
            let isShared = bearers[account.name].map { $0.count > 1 } ?? false
            names[account.login] = isShared ? "\(account.name) (\(account.login))" : account.name
        }
    }

    /// Whoever has no account is called as the entry has it.
    package subscript(login: String) -> String { names[login] ?? login }
}
