import Hometown
import Ledger
import Web

extension GlobalOptions {
    /// Runs what somebody does to accounts, under the name of whoever acts.
    /// - Throws: what `body` throws; else as `withLedger`.
    func administer<Value: Sendable>(
        _ body: @escaping @Sendable (Ledger, Author) async throws -> Value
    ) async throws -> Value {
        let name = try actorName()
        return try await withLedger("user") { ledger in
            try await body(ledger, try await ledger.author(.account, name: name))
        }
    }

    /// The same, saying what the account is afterwards.
    /// - Throws: the same.
    func change(
        _ body: @escaping @Sendable (Ledger, Author) async throws -> RecordedAccount
    ) async throws {
        let account = try await administer(body)
        let state = account.disabledAt == nil ? account.role : "disabled"
        say("\(account.login) \(account.name): \(state)") { account.write(to: &$0) }
    }

    /// Shows a link, this once. Only the daemon knows on which port it listens, if that was chosen
    /// as it started; without an address of the site the link says what it takes for granted.
    /// - Throws: `CommandFailure` 2 for settings that cannot be read.
    func say(_ link: SignInLink, of account: RecordedAccount) throws {
        let configuration = try configuration()
        let address = configuration.address(of: link, in: language)
        say(address) { writer in
            account.write(to: &writer)
            writer.field("link", address)
        }
        guard configuration.siteURL == nil else { return }
        let taken = configuration.address.url()
        Terminal.complain(
            Bilingual(
                "데몬이 \(taken)에서 듣는 것으로 보고 만든 링크입니다. 데몬이 다른 주소를 알렸으면 "
                    + "앞을 그 주소로 바꾸십시오. 설정 site.url이 있으면 링크는 그 주소로 시작합니다.",
                "The link takes the daemon to listen on \(taken). Where it told another address, "
                    + "put that in its place; with the setting site.url links begin with that."),
            language)
    }
}

extension DaemonConfiguration {
    /// Where a daemon with these settings is found.
    var address: ListenAddress { ListenAddress(host: host, port: port) }

    /// Where a browser finds the page of a link.
    func address(of link: SignInLink, in language: Language, port: Int? = nil) -> String {
        (siteURL ?? address.url(port: port)) + link.path(in: language)
    }
}

extension RecordedAccount {
    func write(to writer: inout JSONWriter) {
        writer.field("login", login)
        writer.field("name", name)
        writer.field("role", role)
        writer.field("has_password", hasPassword)
        writer.field("has_second_factor", hasSecondFactor)
        writer.field("made_at", madeAt)
        writer.field("disabled_at", disabledAt)
    }
}

extension CommandFailure {
    init(_ problem: AccountProblem) {
        let status: ExitStatus =
            switch problem {
            case .unknown, .linkSpent: .notFound
            case .loginTaken, .lastAdministrator, .secondFactorOff: .conflict
            case .ownRights: .notAllowed
            default: .rejected
            }
        self.init(status, problem.text)
    }
}
