import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Transparency

/// 내 설정. `/me`: how the console looks to whoever is signed in, where else they are signed in, and
/// their password; whether they have a second factor.
struct PreferenceRoutes: Sendable {
    let desk: EntryDesk
    let signIn: SignInDesk

    private static let path = "/me"
    private static let passwordPath = path + "/password"
    private static let sessionsPath = path + "/sessions"

    private var ledger: Ledger { desk.ledger }

    var routes: [Route] { show + save + changePassword + endSessions }

    private var show: [Route] {
        Console.get(
            Self.path, "preferences", Bilingual("내 설정", "My settings"),
            parameters: [
                .init(Done.parameter, .words(Done.self), Bilingual("한 일", "What was done"))
            ]
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow([Done.parameter, "theme"])
            let turn = ActionTurn(
                context, viewer, PostedForm(query.all.map { ($0.name, $0.value) }),
                today: desk.today())
            return try await page(turn, done: query[Done.parameter].flatMap(Done.init))
        }
    }

    private var save: [Route] {
        Console.post(Self.path, "savePreferences", Bilingual("설정 저장", "Save the settings")) {
            _, context, viewer in
            var turn = ActionTurn(context, viewer, context.form, today: desk.today())
            guard let chosen = Preferences(context.form) else {
                turn.problems.add(
                    "", turn.say("목록에 있는 것을 고르십시오.", "Choose from what is offered."))
                return try await page(turn)
            }
            try await ledger.changeLook(of: viewer.id, chosen.look)
            signIn.sessions.forget(account: viewer.id)
            return Console.seeOther(Console.address(Done.saved.at(Self.path), in: chosen.language))
        }
    }

    private var changePassword: [Route] {
        Console.post(
            Self.passwordPath, "changePassword", Bilingual("비밀번호 바꾸기", "Change the password")
        ) { request, context, viewer in
            try signIn.checkTransport(context)
            var turn = ActionTurn(context, viewer, context.form, today: desk.today())
            let (form, say) = (context.form, turn.say)
            guard form["password"] == form["repeat"] else {
                turn.problems.add(
                    "repeat",
                    say("두 비밀번호가 다릅니다. 다시 입력하십시오.", "The two differ. Type them again."))
                return try await page(turn)
            }
            let account = try await ledger.account(login: viewer.login).found()
            let address = signIn.address(of: request, context)
            let changed: Void? = try await turn.attempt {
                try await ledger.changePassword(
                    of: account, from: form["current"] ?? "", to: form["password"] ?? "",
                    keeping: viewer.session, address: address)
            }
            guard changed != nil else { return try await page(turn) }
            signIn.sessions.forget(account: viewer.id)
            return Console.seeOther(turn.visitor.path(Done.password.at(Self.path)))
        }
    }

    /// One other session, or all of them; this one ends by signing out.
    private var endSessions: [Route] {
        Console.post(
            Self.sessionsPath, "endSessions", Bilingual("세션 끝내기", "End sessions")
        ) { _, context, viewer in
            let ended: [Hash256]
            if let text = context.form["session"] {
                guard let hash = Hexadecimal.bytes(text).flatMap(Hash256.init(bytes:)) else {
                    throw WebContext.nothingThere
                }
                ended = try await ledger.endSessions(
                    of: viewer.id, only: hash, except: viewer.session)
            } else {
                ended = try await ledger.endSessions(of: viewer.id, except: viewer.session)
            }
            signIn.sessions.forget(ended)
            return Console.seeOther(
                Console.address(Done.ended.at(Self.path), in: context.language))
        }
    }

    private func page(_ turn: ActionTurn, done: Done? = nil) async throws -> Response {
        let viewer = turn.viewer
        let token = { (path: String) in [(FormKey.field, viewer.formKey.token(for: path))] }
        let page = PreferencePage(
            turn: turn, done: done,
            sessions: try await ledger.sessions(of: viewer.id, life: signIn.life),
            recoveryCodes: try await ledger.recoveryCodesLeft(of: viewer.id),
            look: token(Self.path), password: token(Self.passwordPath),
            sessionEnd: token(Self.sessionsPath))
        return try await desk.page(
            turn.say("내 설정", "My settings"), at: Self.path, for: turn.visitor,
            status: turn.problems.isEmpty ? .ok : .unprocessableContent, page.parts)
    }
}

extension Preferences {
    /// As somebody chose them; `nil` for what is not offered.
    fileprivate init?(_ form: PostedForm) {
        guard let language = form["language"].flatMap(Language.init(rawValue:)),
            let theme = form["look"].flatMap(Theme.init(rawValue:)),
            let textSize = form["size"].flatMap(TextSize.init(rawValue:))
        else { return nil }
        self.init()
        self.language = language
        self.theme = theme
        self.textSize = textSize
        hasShortcuts = form["shortcuts"] != nil
    }
}
