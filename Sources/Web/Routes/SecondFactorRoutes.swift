import Hometown
import Ledger

/// 두 번째 인증 수단. `/me/second-factor`: turning it on with an app, new recovery codes, and turning it
/// off.
struct SecondFactorRoutes: Sendable {
    static let path = "/me/second-factor"
    static let recoveryPath = path + "/recovery-codes"
    static let offPath = path + "/off"
    private static let appPath = path + "/app"
    private static let back = "/me"

    let desk: EntryDesk
    let signIn: SignInDesk
    /// 이 원장의 지자체. The code of the government whose book it is.
    let home: String?

    private var ledger: Ledger { desk.ledger }

    var routes: [Route] { (begin + confirm).map(\.enrolment) + renew + end }

    private var begin: [Route] {
        desk.action(
            Self.path, roles: Role.everybody, "secondFactorForm",
            Bilingual("두 번째 인증 수단 켜기", "Turn the second factor on")
        ) { turn in
            let say = turn.say
            let isOn = try await ledger.recoveryCodesLeft(of: turn.viewer.id) != nil
            let known = Notice(
                kind: "information", title: say.text(AccountProblem.secondFactorOn.text))
            let owed = Notice(
                kind: "warning",
                title: say(
                    "이 역할은 두 번째 인증 수단이 있어야 합니다",
                    "This role takes a second factor"),
                text: say(
                    "켤 때까지 다른 화면은 열리지 않습니다.", "Until it is on no other page opens."))
            return ActionPage(
                title: say("두 번째 인증 수단 켜기", "Turn the second factor on"),
                kind: turn.viewer.login,
                lead: say(
                    "로그인할 때 비밀번호에 더해 휴대전화 인증 앱의 숫자를 묻게 합니다. 켜면 다른 곳의 로그인은 모두 "
                        + "끝납니다.",
                    "Signing in then asks for the digits of an app on a phone, besides the "
                        + "password. Other sign-ins end."),
                before: isOn ? [known] : turn.viewer.owesSecondFactor ? [owed] : [],
                fields: [Self.password(turn)], button: say("다음", "Next"), isDrafted: false,
                isOffered: !isOn, back: Self.back)
        } perform: { turn in
            try signIn.checkTransport(turn.context)
            let account = try await known(turn)
            let (form, session, address) =
                (turn.form, turn.viewer.session, turn.context.address)
            let begun: Void? = try await turn.attempt {
                try await ledger.beginSecondFactor(
                    of: account, in: session, password: form["current"] ?? "",
                    address: address)
            }
            return begun == nil ? .refused : .done(Self.appPath)
        }
    }

    private var confirm: [Route] {
        desk.action(
            Self.appPath, roles: Role.everybody, "secondFactorApp",
            Bilingual("인증 앱 등록", "Register the app")
        ) { turn in
            let (say, viewer) = (turn.say, turn.viewer)
            let secret = try await ledger.begunSecret(
                of: viewer.id, in: viewer.session)
            var before: [any Part] = [
                Notice(
                    kind: "information",
                    title: say.text(AccountProblem.secondFactorNotBegun.text),
                    link: Link(say("처음으로", "Begin"), turn.visitor.path(Self.path)))
            ]
            if let secret {
                before =
                    SecondFactorPage(
                        secret: secret, login: viewer.login, office: try await office(), say: say
                    ).parts
            }
            return ActionPage(
                title: say("인증 앱 등록", "Register the app"), kind: viewer.login,
                lead: say("두 단계가 남았습니다.", "There are two steps left."), before: before,
                fields: [
                    Self.code(turn, hint: say("인증 앱에 보이는 숫자 여섯 자리.", "Six digits of the app."))
                ],
                button: say("켜기", "Turn it on"), isDrafted: false, isOffered: secret != nil,
                back: Self.back)
        } perform: { turn in
            let (form, viewer) = (turn.form, turn.viewer)
            let codes = try await turn.attempt {
                try await ledger.confirmSecondFactor(
                    of: viewer.login, code: form["code"] ?? "", keeping: viewer.session)
            }
            guard let codes else { return .refused }
            signIn.sessions.forget(account: viewer.id)
            return .shown(SecondFactorPage.shown(codes, turn.say))
        }
    }

    private var renew: [Route] {
        desk.action(
            Self.recoveryPath, roles: Role.everybody, "recoveryCodesForm",
            Bilingual("복구 코드 새로 만들기", "Make new recovery codes")
        ) { turn in
            let say = turn.say
            return ActionPage(
                title: say("복구 코드 새로 만들기", "Make new recovery codes"),
                kind: turn.viewer.login,
                lead: say("앞서 만든 복구 코드는 못 쓰게 됩니다.", "Those made before end."),
                fields: [Self.password(turn), Self.code(turn)],
                button: say("새로 만들기", "Make them"), isDrafted: false, back: Self.back)
        } perform: { turn in
            try signIn.checkTransport(turn.context)
            let account = try await known(turn)
            let (form, address) = (turn.form, turn.context.address)
            let codes = try await turn.attempt {
                try await ledger.renewRecoveryCodes(
                    of: account, password: form["current"] ?? "", code: form["code"] ?? "",
                    address: address)
            }
            guard let codes else { return .refused }
            return .shown(SecondFactorPage.shown(codes, turn.say))
        }
    }

    private var end: [Route] {
        desk.action(
            Self.offPath, roles: Role.everybody, "endSecondFactorForm",
            Bilingual("두 번째 인증 수단 끄기", "Turn the second factor off")
        ) { turn in
            let say = turn.say
            return ActionPage(
                title: say("두 번째 인증 수단 끄기", "Turn the second factor off"),
                kind: turn.viewer.login,
                lead: say(
                    "비밀번호만으로 로그인하게 됩니다. 복구 코드도 못 쓰게 되고, 다른 곳의 로그인은 모두 끝납니다.",
                    "The password alone signs in then. Recovery codes end, and other sign-ins."),
                fields: [Self.password(turn), Self.code(turn)],
                button: say("끄기", "Turn it off"), isDrafted: false, back: Self.back)
        } perform: { turn in
            try signIn.checkTransport(turn.context)
            let account = try await known(turn)
            let (form, viewer, address) = (turn.form, turn.viewer, turn.context.address)
            let ended: Void? = try await turn.attempt {
                try await ledger.endSecondFactor(
                    of: account, password: form["current"] ?? "", code: form["code"] ?? "",
                    keeping: viewer.session, address: address)
            }
            guard ended != nil else { return .refused }
            signIn.sessions.forget(account: viewer.id)
            return .done(Done.factorOff.at(Self.back))
        }
    }

    private func known(_ turn: ActionTurn) async throws -> RecordedAccount {
        try await ledger.account(login: turn.viewer.login).found()
    }

    private func office() async throws -> String? {
        guard let home else { return nil }
        return try await ledger.governments()[code: home]?.name.english
    }

    private static func password(_ turn: ActionTurn) -> EntryField {
        var field = turn.field(
            "current", turn.say("지금 비밀번호", "Current password"), .password("current-password"))
        field.isRequired = true
        field.isFocused = turn.problems.isEmpty
        return field
    }

    private static func code(_ turn: ActionTurn, hint: String? = nil) -> EntryField {
        var field = turn.field("code", turn.say[.code], .code, help: hint ?? turn.say[.codeHint])
        field.isRequired = true
        field.lengthMax = 64
        return field
    }
}
