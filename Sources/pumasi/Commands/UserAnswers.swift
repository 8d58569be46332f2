import Hometown
import Ledger
import Web

extension GlobalOptions {
    /// Runs what somebody does to accounts, under the name of whoever acts.
    func administer<Value: Sendable>(
        _ body: @escaping @Sendable (Ledger, Author) async throws -> Value
    ) async throws -> Value {
        let name = try actorName()
        return try await withLedger("user") { ledger in
            try await body(ledger, try await ledger.author(.account, name: name))
        }
    }

    /// The same, saying what the account is afterwards.
    func change(
        _ login: String,
        _ body: @escaping @Sendable (Ledger, Author) async throws -> RecordedAccount
    ) async throws {
        let account = try await administer(body)
        let state = account.disabledAt == nil ? account.role : "disabled"
        say("\(account.login) \(account.name): \(state)") { account.write(to: &$0) }
    }

    /// Shows a link, this once.
    func say(_ link: SignInLink, of account: RecordedAccount) throws {
        let configuration = try configuration()
        let address = configuration.address(of: link, in: language)
        say(address) { writer in
            account.write(to: &writer)
            writer.field("link", address)
        }
    }
}

extension DaemonConfiguration {
    /// Where a browser finds the page of a link.
    func address(of link: SignInLink, in language: Language, port: Int? = nil) -> String {
        let site = siteURL ?? "http://\(host):\(port ?? self.port)"
        return site + link.path(in: language)
    }
}

extension RecordedAccount {
    func write(to writer: inout JSONWriter) {
        writer.field("login", login)
        writer.field("name", name)
        writer.field("role", role)
        writer.field("has_password", hasPassword)
        writer.field("made_at", madeAt)
        writer.field("disabled_at", disabledAt)
    }
}

extension CommandFailure {
    init(_ problem: AccountProblem) {
        let status: ExitStatus =
            switch problem {
            case .unknown, .linkSpent: .notFound
            case .loginTaken, .lastAdministrator: .conflict
            case .ownRights: .notAllowed
            default: .rejected
            }
        self.init(status, problem.text)
    }
}
