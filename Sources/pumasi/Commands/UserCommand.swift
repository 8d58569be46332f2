import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi user`: who signs in at the console.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: .said("화면에 로그인하는 사용자.", "People who sign in at the console."),
        subcommands: [
            UserAdd.self, UserList.self, UserChange.self, UserDisable.self, UserEnable.self,
            UserLink.self, UserSecondFactorReset.self,
        ])
}

/// `pumasi user add`.
struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: .said(
            "계정과 비밀번호를 정할 링크를 만듭니다.", "Make an account and a link that sets its password."),
        discussion: "pumasi user add jimin --name 김지민 --role clerk")

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("아이디. 바꿀 수 없습니다.", "What the person signs in with; for ever."))
    var login: String

    @Option(name: .long, help: .said("이름.", "What the person is called."))
    var name: String

    @Option(
        name: .long,
        help: .said(
            "clerk, coordinator, manager, auditor, operator 중 하나.",
            "clerk, coordinator, manager, auditor or operator."))
    var role: Role

    func run() async throws {
        let (login, name, role) = (login, name, role)
        let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
        let account = try await options.administer { ledger, author in
            let account = try await ledger.addAccount(
                login: login, name: name, role: role.rawValue, by: author)
            try await ledger.makeLink(
                link.hash, for: account.login, seconds: SignInLink.secondsMax, by: author)
            return account
        }
        try options.say(link, of: account)
    }
}

/// `pumasi user link`: for whoever forgot the password, or never used the first link.
struct UserLink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: .said(
            "새 비밀번호를 정할 일회용 링크를 만듭니다.", "Make a link, good once, that sets a new password."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("그 사람의 아이디.", "The person's login."), completion: .name(of: .account))
    var login: String

    @Option(
        name: .long,
        help: .said("몇 시간 뒤 끝나는지. 최대 168.", "Hours until it expires, 168 at most."))
    var hours = 24

    func validate() throws {
        guard (1...168).contains(hours) else {
            throw ValidationError(.said("--hours: 1부터 168까지 씁니다.", "--hours takes 1 to 168."))
        }
    }

    func run() async throws {
        let (login, hours) = (login, hours)
        let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
        let account = try await options.administer { ledger, author in
            try await ledger.makeLink(
                link.hash, for: login, seconds: hours * 3_600, by: author)
            guard let account = try await ledger.account(login: login) else {
                throw AccountProblem.unknown(login)
            }
            return account
        }
        try options.say(link, of: account)
    }
}

/// `pumasi user list`.
struct UserList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: .said("계정 목록.", "List accounts."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let accounts = try await options.withLedger("user") { try await $0.accounts() }
        var table = TextTable(
            [
                ("아이디", "LOGIN"), ("이름", "NAME"), ("역할", "ROLE"), ("비밀번호", "PASSWORD"),
                ("두 번째 인증", "SECOND FACTOR"), ("언제부터", "SINCE"), ("사용 중지", "DISABLED"),
            ], in: options.language)
        for account in accounts {
            let secondFactor = OnOff(account.hasSecondFactor)
            table.add(
                [
                    account.login, account.name, account.role, account.hasPassword ? "set" : "-",
                    secondFactor.rawValue, account.madeAt.koreanText,
                    account.disabledAt?.koreanText ?? "-",
                ],
                said: [
                    "ROLE": Role.title(of: account.role),
                    "PASSWORD": account.hasPassword ? Bilingual("있음", "set") : nil,
                    "SECOND FACTOR": secondFactor.title,
                ])
        }
        try output.say(table, items: accounts) { account, writer in
            writer.object { account.write(to: &$0) }
        }
    }
}

/// `pumasi user change`.
struct UserChange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: .said(
            "이름이나 역할을 바꿉니다. 역할이 바뀌면 로그아웃됩니다.",
            "Rename somebody or give another role; a new role ends their sessions."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("그 사람의 아이디.", "The person's login."), completion: .name(of: .account))
    var login: String

    @Option(name: .long, help: .said("이름.", "What the person is called."))
    var name: String?

    @Option(
        name: .long,
        help: .said(
            "clerk, coordinator, manager, auditor, operator 중 하나.",
            "clerk, coordinator, manager, auditor or operator."))
    var role: Role?

    func validate() throws {
        guard name != nil || role != nil else {
            throw ValidationError(
                .said("--name이나 --role, 또는 둘 다 쓰십시오.", "Give --name, --role or both."))
        }
    }

    func run() async throws {
        let (login, name, role) = (login, name, role)
        try await options.change { ledger, author in
            try await ledger.changeAccount(
                login, name: name, role: role?.rawValue, by: author)
        }
    }
}

/// `pumasi user disable`: ends the person's sessions; a daemon forgets them within five seconds.
struct UserDisable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable",
        abstract: .said(
            "사용을 중지합니다. 한 일의 기록은 그대로 남습니다.", "Keep somebody out; what they did stays theirs."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("그 사람의 아이디.", "The person's login."), completion: .name(of: .account))
    var login: String

    @OptionGroup var confirmation: ConfirmationOptions

    func run() async throws {
        let login = login
        try await confirmation.confirm(in: options.language) {
            let found = try await options.account(login)
            return Bilingual(
                "\(found.login) 계정(\(found.name))의 사용을 중지합니다. 로그인과 토큰이 5초 안에 모두 "
                    + "끝납니다.",
                "The account \(found.login) of \(found.name) is kept out; its sessions and tokens "
                    + "end within 5 s.")
        }
        try await options.change { ledger, author in
            try await ledger.changeAccount(login, isDisabled: true, by: author)
        }
    }
}

/// `pumasi user enable`.
struct UserEnable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable",
        abstract: .said(
            "쓰던 비밀번호로 다시 로그인하게 합니다.", "Let somebody in again, with the password they had."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("그 사람의 아이디.", "The person's login."), completion: .name(of: .account))
    var login: String

    func run() async throws {
        let login = login
        try await options.change { ledger, author in
            try await ledger.changeAccount(login, isDisabled: false, by: author)
        }
    }
}

/// `pumasi user second-factor-reset`: for whoever lost the app and the recovery codes.
struct UserSecondFactorReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "second-factor-reset",
        abstract: .said(
            "잃어버린 두 번째 인증 수단을 없앱니다. 로그아웃됩니다.",
            "Remove a second factor that was lost; their sessions end."))

    @OptionGroup var options: GlobalOptions

    @Argument(help: .said("그 사람의 아이디.", "The person's login."), completion: .name(of: .account))
    var login: String

    @OptionGroup var confirmation: ConfirmationOptions

    func run() async throws {
        let login = login
        try await confirmation.confirm(in: options.language) {
            let found = try await options.account(login)
            guard found.hasSecondFactor else { throw AccountProblem.secondFactorOff }
            return Bilingual(
                "\(found.login) 계정(\(found.name))이 비밀번호만으로 로그인하게 됩니다. 로그인이 5초 안에 모두 "
                    + "끝납니다.",
                "The account \(found.login) of \(found.name) signs in with its password alone; its "
                    + "sessions end within 5 s.")
        }
        try await options.change { ledger, author in
            try await ledger.resetSecondFactor(of: login, by: author)
        }
    }
}

extension GlobalOptions {
    /// An account that somebody is asked about first.
    fileprivate func account(_ login: String) async throws -> RecordedAccount {
        let found = try await withLedger("user") { try await $0.account(login: login) }
        guard let found else { throw AccountProblem.unknown(login) }
        return found
    }
}
