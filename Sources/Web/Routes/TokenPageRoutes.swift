import Hometown
import Ledger
import Transparency

/// 토큰 화면. `/tokens`: what programs of mine sign in with. Operators see everybody's and may end any.
struct TokenPageRoutes: Sendable {
    let reading: PageDesk
    let entry: EntryDesk

    private static let path = "/tokens"
    private static let endPath = path + "/{id}/end"
    private static let labelCharacters = 1...100

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] { list + make + end }

    private var list: [Route] {
        reading.console(
            Self.path, "tokensPage", Bilingual("토큰", "Tokens"), roles: Role.everybody
        ) { visit in
            let login = visit.viewer?.login ?? ""
            let account = try await ledger.account(login: login).found()
            let isOperator = visit.visitor.role == .operator
            return TokenListPage(
                tokens: try await ledger.tokens(of: isOperator ? nil : account.id),
                owner: account, now: try await ledger.now(), visit: visit
            ).screen
        }
    }

    private var make: [Route] {
        entry.action(
            Self.path + "/new", roles: Role.everybody, "makeTokenForm",
            Bilingual("토큰 만들기", "Make a token")
        ) { turn in
            let say = turn.say
            var label = turn.field(
                "label", say("어디에 쓰는지", "What for"),
                help: say("예: 회계 프로그램 연결", "As in: the accounting program."))
            label.isRequired = true
            label.isFocused = turn.problems.isEmpty
            label.lengthMax = Self.labelCharacters.upperBound
            var days = turn.field(
                "days", say("며칠 동안", "For how many days"),
                help: say(
                    "\(Ledger.tokenDaysMax)일까지", "\(Ledger.tokenDaysMax) at most"), initially: "90")
            days.inputMode = "numeric"
            let role = say.text(turn.viewer.role.title)
            return ActionPage(
                title: say("토큰 만들기", "Make a token"), kind: turn.viewer.login,
                lead: say(
                    "프로그램이 이 토큰으로 하는 일은 모두 내 이름으로, \(role) 역할로 남습니다.",
                    "Whatever a program does with it is written under my name, as \(role)."),
                fields: [label, days], button: say("만들기", "Make it"), back: Self.path)
        } perform: { turn in
            guard let (label, days) = Self.read(&turn) else { return .refused }
            let account = try await ledger.account(login: turn.viewer.login).found()
            let live = try await ledger.tokens(of: account.id).filter { $0.revokedAt == nil }
            guard !live.contains(where: { $0.label == label }) else {
                // Sent twice, a form makes one token.
                turn.problems.add(
                    "label",
                    turn.say(
                        "같은 곳에 쓰는 토큰이 이미 있습니다. 그것을 끝내거나 다르게 적으십시오.",
                        "There is one for that already. End it, or name this one otherwise."))
                return .refused
            }
            let token = BearerToken(secret: Randomness.system.bytes(BearerToken.secretBytes))
            guard let hash = Hash256(bytes: token.hash.bytes) else { throw LedgerFailure.bug }
            try await ledger.addToken(hash: hash, of: account, label: label, days: days)
            let say = turn.say
            return .shown([
                Notice(
                    kind: "success", title: say("토큰 '\(label)'", "The token \"\(label)\""),
                    text: say(
                        "지금 한 번만 보입니다. 프로그램의 비밀 설정에 옮기고 어디에도 적어 두지 마십시오.",
                        "Shown this once. Put it into the program's secrets and write it down "
                            + "nowhere.")),
                Verbatim(text: token.text, label: say("토큰", "Token")),
            ])
        }
    }

    private static func read(_ turn: inout ActionTurn) -> (String, Int)? {
        let say = turn.say
        let label = (turn.form["label"] ?? "").tidied
        if !labelCharacters.contains(label.unicodeScalars.count) {
            turn.problems.add(
                "label", say("1자에서 100자까지 쓰십시오.", "Write 1 to 100 characters."))
        }
        let days = Int((turn.form["days"] ?? "").tidied) ?? 0
        if !(1...Ledger.tokenDaysMax).contains(days) {
            turn.problems.add(
                "days",
                say(
                    "1에서 \(Ledger.tokenDaysMax)까지의 수로 쓰십시오.",
                    "Write a number from 1 to \(Ledger.tokenDaysMax)."))
        }
        return turn.problems.isEmpty ? (label, days) : nil
    }

    private var end: [Route] {
        entry.action(
            Self.endPath, roles: Role.everybody, "endTokenForm",
            Bilingual("토큰 끝내기", "End a token")
        ) { turn in
            let token = try await token(turn)
            let say = turn.say
            return ActionPage(
                title: say("토큰 끝내기", "End a token"), kind: token.label ?? token.author.name,
                lead: say(
                    "5초 안에 못 쓰게 되고 되살릴 수 없습니다. 쓰던 프로그램은 새 토큰이 있어야 합니다.",
                    "It stops working within 5 s and never works again; the program needs "
                        + "another."),
                button: say("끝내기", "End it"), back: Self.path)
        } perform: { turn in
            let token = try await token(turn)
            guard token.author.kind == .user else {
                _ = try await ledger.revokeToken(token.id, by: turn.viewer.author)
                return .done(Done.ended.at(Self.path))
            }
            let login = token.author.name
            _ = try await ledger.endToken(token.id, of: login, by: turn.viewer.author)
            return .done(Done.ended.at(Self.path))
        }
    }

    /// One's own, or for operators anybody's, while it works.
    private func token(_ turn: ActionTurn) async throws -> RecordedToken {
        let id = try turn.id()
        let owner = turn.viewer.role == .operator ? nil : turn.viewer.id
        return try await ledger.tokens(of: owner).first { $0.id == id && $0.revokedAt == nil }
            .found()
    }
}
