import ArgumentParser
import Hometown
import Ledger
import Web

/// `pumasi token`: who may use the interface.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: .said("HTTP 접속 토큰.", "Tokens of the HTTP interface."),
        subcommands: [
            TokenCreate.self, TokenList.self, TokenRevoke.self, TokenHistory.self,
        ])
}

extension Role: ExpressibleByArgument {}

/// `pumasi token create`.
struct TokenCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: .said("토큰을 만들어 이번 한 번만 보입니다.", "Make a token and show it, this once."))

    @OptionGroup var options: GlobalOptions

    @Option(
        name: .long,
        help: .said(
            "clerk, coordinator, manager, auditor, operator 중 하나.",
            "clerk, coordinator, manager, auditor or operator."))
    var role: Role

    @Option(name: .long, help: .said("누구의 것인지, 무엇에 쓰는지.", "Whose it is, or what for."))
    var name: String

    @Option(name: .long, help: .said("며칠 뒤 끝나는지. 최대 365.", "Days until it expires, 365 at most."))
    var days = Ledger.tokenDaysMax

    func validate() throws {
        guard (1...200).contains(name.unicodeScalars.count) else {
            throw ValidationError(
                .said("--name: 1부터 200자까지 씁니다.", "--name takes 1 to 200 characters."))
        }
        try WrittenText.check(name, "--name", lines: .one)
        guard (1...Ledger.tokenDaysMax).contains(days) else {
            throw ValidationError(
                .said(
                    "--days: 1부터 \(Ledger.tokenDaysMax)까지 씁니다.",
                    "--days takes 1 to \(Ledger.tokenDaysMax)."))
        }
    }

    func run() async throws {
        let actor = try options.actorName()
        let (role, name, days) = (role, name, days)
        let made = try await options.withLedger("token") { ledger in
            let maker = try await ledger.author(.account, name: actor)
            let (id, token) = try await ledger.makeToken(
                role: role, name: name, days: days, by: maker)
            return (id: id, text: token.text)
        }
        options.say(made.text) { writer in
            writer.field("token", made.text)
            writer.field("id", made.id)
            writer.field("role", role.rawValue)
            writer.field("name", name)
        }
    }
}

/// `pumasi token list`: everything but the tokens themselves, which nobody keeps.
struct TokenList: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: .said("토큰 목록. 토큰 자체는 보이지 않습니다.", "List tokens, without their text."))

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let tokens = try await options.withLedger("token") { try await $0.tokens() }
        var table = TextTable(
            [
                ("ID", "ID"), ("역할", "ROLE"), ("이름", "NAME"), ("만료", "EXPIRES"), ("끝냄", "REVOKED"),
                ("마지막 사용", "USED"),
            ], in: options.language)
        for token in tokens {
            table.add(
                [
                    token.id.description, token.role, token.author.name,
                    token.expiresAt.koreanText, token.revokedAt?.koreanText ?? "-",
                    token.usedAt?.koreanText ?? "-",
                ], said: ["ROLE": Role.title(of: token.role)])
        }
        try output.say(table, items: tokens) { token, writer in
            writer.object { writer in
                writer.field("id", token.id)
                writer.field("role", token.role)
                writer.field("name", token.author.name)
                writer.field("made_at", token.madeAt)
                writer.field("expires_at", token.expiresAt)
                writer.field("revoked_at", token.revokedAt)
                writer.field("used_at", token.usedAt)
            }
        }
    }
}

/// `pumasi token revoke`: bites within five seconds, in every daemon.
struct TokenRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: .said(
            "토큰을 끝냅니다. 5초 안에 어디서나 끝납니다.", "End a token; a daemon forgets it within 5 s."))

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: .said("토큰의 id. token list가 보입니다.", "The token's id, as token list shows it."),
        completion: .name(of: .token))
    var id: String

    @OptionGroup var confirmation: ConfirmationOptions

    func run() async throws {
        guard let id = Identifier(id) else { throw unknown }
        try await confirmation.confirm(in: options.language) {
            let tokens = try await options.withLedger("token") { try await $0.tokens() }
            guard let token = tokens.first(where: { $0.id == id && $0.revokedAt == nil }) else {
                throw unknown
            }
            let name = token.author.name
            let role = Role.title(of: token.role) ?? Bilingual(token.role, token.role)
            return Bilingual(
                "토큰 \(id)(\(name), \(role.korean))의 사용을 끝냅니다. 되살릴 수 없고, 쓰던 프로그램은 "
                    + "새 토큰이 있어야 합니다.",
                "The token \(id) ends for good: \(name), \(role.english). Programs that use it "
                    + "need another.")
        }
        let actor = try options.actorName()
        let isRevoked = try await options.withLedger("token") { ledger in
            try await ledger.revokeToken(id, by: ledger.author(.account, name: actor))
        }
        guard isRevoked else { throw unknown }
        options.say("\(id)") { writer in writer.field("revoked", id) }
    }

    private var unknown: CommandFailure {
        CommandFailure(
            .notFound,
            Bilingual("쓸 수 있는 토큰이 아닙니다: \(id)", "There is no token \(id) in use."),
            hint: Bilingual("pumasi token list", "pumasi token list"))
    }
}

/// `pumasi token history`: the record of rights that the safety standard asks for.
struct TokenHistory: ListCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: .said("누가 토큰을 만들고 끝냈는지, 새것부터.", "Who made and who ended tokens, newest first."))

    @OptionGroup var output: OutputOptions

    @OptionGroup var listing: ListOptions

    func run() async throws {
        let rowsMax = listing.limit
        let changes = try await options.withLedger("token") {
            try await $0.tokenChanges(rowsMax: rowsMax)
        }
        var table = TextTable(
            [
                ("시각", "AT"), ("한 일", "ACTION"), ("토큰", "TOKEN"), ("역할", "ROLE"), ("누가", "BY"),
            ], in: options.language)
        for change in changes {
            table.add(
                [
                    change.changedAt.koreanText, change.action.rawValue,
                    change.token?.description ?? "-", change.role, change.author,
                ], said: ["ACTION": change.action.title, "ROLE": Role.title(of: change.role)])
        }
        try output.say(table, items: changes) { change, writer in
            writer.object { writer in
                writer.field("at", change.changedAt)
                writer.field("action", change.action.rawValue)
                writer.field("token", change.token)
                writer.field("role", change.role)
                writer.field("author", change.author)
            }
        }
    }
}
