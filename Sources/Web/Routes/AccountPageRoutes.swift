import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 사용자 화면. `/admin/users`: who may sign in, in which role; letting people in and keeping them out.
struct AccountPageRoutes: Sendable {
    let reading: PageDesk
    let entry: EntryDesk
    let signIn: SignInDesk
    let office: SiteFacts

    private static let path = "/admin/users"
    private static let one = path + "/{id}"
    private static let changesMax = 50

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] {
        list + add + show + change + access + link + secondFactor + signOut + unlock
    }

    private var list: [Route] {
        reading.console(
            Self.path, "accountsPage", Bilingual("사용자", "Accounts"), roles: [.operator]
        ) { visit in
            AccountListPage(accounts: try await ledger.accounts(), visit: visit).screen
        }
    }

    private var show: [Route] {
        reading.console(
            Self.one, "accountPage", Bilingual("사용자 한 사람", "One account"), roles: [.operator]
        ) { visit in
            let id = try visit.id()
            let account = try await ledger.accounts().first { $0.id == id }.found()
            return AccountPage(
                account: account,
                sessions: try await ledger.sessions(of: id, life: signIn.life),
                tokens: try await ledger.tokens(of: id),
                changes: try await ledger.changes(of: id, rowsMax: Self.changesMax),
                lockSeconds: try await ledger.lockSeconds(of: account.login), visit: visit
            ).screen
        }
    }

    private func known(_ turn: ActionTurn) async throws -> RecordedAccount {
        let id = try turn.id()
        return try await ledger.accounts().first { $0.id == id }.found()
    }

    private func page(of account: RecordedAccount) -> String { Self.path + "/\(account.id)" }

    private static func roles(_ turn: ActionTurn) -> EntryField.Control {
        .radios(Role.allCases.map { ($0.rawValue, turn.say.text($0.title)) })
    }

    /// - Throws: `Problem` 422 for a role that there is not.
    private static func role(_ turn: ActionTurn) throws(Problem) -> Role {
        guard let role = turn.form["role"].flatMap(Role.init(rawValue:)) else {
            throw Problem(
                .invalidFields, Bilingual("역할을 고르십시오.", "Choose a role."),
                errors: [
                    .init("role", "value_missing", Bilingual("역할을 고르십시오.", "Choose a role."))
                ])
        }
        return role
    }

    private var add: [Route] {
        entry.action(
            Self.path + "/new", roles: [.operator], "addAccountForm",
            Bilingual("사용자 등록", "Make an account")
        ) { turn in
            let say = turn.say
            var login = turn.field("login", say[.login], help: say[.loginHint])
            login.isFocused = turn.problems.isEmpty
            login.lengthMax = 64
            login.isRequired = true
            var name = turn.field("name", say[.personName])
            name.lengthMax = 100
            name.isRequired = true
            return ActionPage(
                title: say("사용자 등록", "Make an account"), kind: say("사용자", "Accounts"),
                lead: say(
                    "비밀번호는 본인이 정합니다. 등록하면 하루 동안 한 번 쓸 수 있는 링크를 보여 드립니다.",
                    "The person sets the password, by a link that is shown once and good for a "
                        + "day."),
                fields: [login, name, turn.field("role", say("역할", "Role"), Self.roles(turn))],
                button: say("등록", "Make it"), back: Self.path)
        } perform: { turn in
            let (form, author, sent) = (turn.form, turn.viewer.author, turn)
            let made = try await turn.attempt {
                try await ledger.addAccount(
                    login: form["login"] ?? "", name: form["name"] ?? "",
                    role: try Self.role(sent).rawValue, by: author)
            }
            guard let made else { return .refused }
            return .shown(try await newLink(for: made, turn))
        }
    }

    private func newLink(
        for account: RecordedAccount, _ turn: ActionTurn
    ) async throws -> [any Part] {
        let link = SignInLink(secret: Randomness.system.bytes(SignInLink.secretBytes))
        try await ledger.makeLink(
            link.hash, for: account.login, seconds: SignInLink.secondsMax,
            by: turn.viewer.author)
        let say = turn.say
        return [
            Notice(
                kind: "success",
                title: say(
                    "\(account.name)님(\(account.login))의 일회용 링크",
                    "The link of \(account.name) (\(account.login))"),
                text: say(
                    "지금 한 번만 보입니다. 24시간 안에 한 번 쓸 수 있습니다. 본인에게 직접 건네십시오.",
                    "Shown this once, good once within 24 hours. Hand it to the person "
                        + "yourself.")),
            Verbatim(
                text: (office.site ?? turn.site ?? "") + link.path(in: turn.visitor.language),
                label: say("일회용 링크", "One-time link")),
        ]
    }

    private var link: [Route] {
        entry.action(
            Self.one + "/link", roles: [.operator], "accountLinkForm",
            Bilingual("일회용 링크 만들기", "Make a one-time link")
        ) { turn in
            let account = try await known(turn)
            let say = turn.say
            return ActionPage(
                title: say("일회용 링크 만들기", "Make a one-time link"), kind: account.login,
                lead: say(
                    "비밀번호를 잊은 사람이 새로 정하게 합니다. 앞서 만든 링크는 못 쓰게 됩니다.",
                    "For whoever forgot the password. Links made before end."),
                button: say("링크 만들기", "Make it"), back: page(of: account))
        } perform: { turn in
            .shown(try await newLink(for: try await known(turn), turn))
        }
    }

    private var change: [Route] {
        entry.action(
            Self.one + "/change", roles: [.operator], "changeAccountForm",
            Bilingual("이름과 역할 바꾸기", "Change name and role")
        ) { turn in
            let account = try await known(turn)
            let say = turn.say
            return ActionPage(
                title: say("이름과 역할 바꾸기", "Change name and role"), kind: account.login,
                lead: say(
                    "역할을 바꾸면 그 사람의 로그인이 모두 끝나고, 그 역할로 만든 토큰도 못 쓰게 됩니다.",
                    "A new role ends the person's sessions, and tokens made in the old one."),
                fields: [
                    turn.field("name", say[.personName], initially: account.name),
                    turn.field(
                        "role", say("역할", "Role"), Self.roles(turn), initially: account.role),
                ], button: say("바꾸기", "Change it"), back: page(of: account))
        } perform: { turn in
            let account = try await known(turn)
            let (form, author, sent) = (turn.form, turn.viewer.author, turn)
            let changed = try await turn.attempt {
                try await ledger.changeAccount(
                    account.login, name: form["name"], role: try Self.role(sent).rawValue,
                    by: author)
            }
            guard changed != nil else { return .refused }
            signIn.sessions.forget(account: account.id)
            return .done(Done.changed.at(page(of: account)))
        }
    }

    /// 사용 중지와 다시 사용.
    private var access: [Route] {
        entry.action(
            Self.one + "/access", roles: [.operator], "accountAccessForm",
            Bilingual("사용 중지 또는 다시 사용", "Keep out or let in again")
        ) { turn in
            let account = try await known(turn)
            let say = turn.say
            let isOut = account.disabledAt != nil
            return ActionPage(
                title: isOut ? say("다시 사용", "Let in again") : say("사용 중지", "Keep out"),
                kind: account.login,
                lead: isOut
                    ? say("전의 비밀번호로 다시 로그인할 수 있습니다.", "The old password works again.")
                    : say(
                        "로그인과 토큰이 5초 안에 모두 끝납니다. 적은 기록은 그대로 남습니다.",
                        "Sessions and tokens end within 5 s. What the person recorded stays."),
                button: isOut ? say("다시 사용", "Let in") : say("사용 중지", "Keep out"),
                back: page(of: account))
        } perform: { turn in
            let account = try await known(turn)
            let author = turn.viewer.author
            let changed = try await turn.attempt {
                try await ledger.changeAccount(
                    account.login, isDisabled: account.disabledAt == nil, by: author)
            }
            guard changed != nil else { return .refused }
            signIn.sessions.forget(account: account.id)
            return .done(Done.changed.at(page(of: account)))
        }
    }

    private var secondFactor: [Route] {
        entry.action(
            Self.one + "/second-factor", roles: [.operator], "resetSecondFactorForm",
            Bilingual("두 번째 인증 수단 없애기", "Remove the second factor")
        ) { turn in
            let account = try await known(turn)
            return ActionPage(
                title: turn.say("두 번째 인증 수단 없애기", "Remove the second factor"),
                kind: account.login,
                lead: turn.say(
                    "앱과 복구 코드를 모두 잃어버린 사람이 비밀번호만으로 로그인하게 됩니다. 본인의 요청인지 먼저 확인하십시오. "
                        + "로그인이 모두 끝납니다.",
                    "For whoever lost app and recovery codes: the password alone signs in then. "
                        + "See first that it is the person who asks. Their sessions end."),
                button: turn.say("없애기", "Remove it"), back: page(of: account))
        } perform: { turn in
            let account = try await known(turn)
            let author = turn.viewer.author
            let changed = try await turn.attempt {
                try await ledger.resetSecondFactor(of: account.login, by: author)
            }
            guard changed != nil else { return .refused }
            signIn.sessions.forget(account: account.id)
            return .done(Done.changed.at(page(of: account)))
        }
    }

    private var signOut: [Route] {
        entry.action(
            Self.one + "/sign-out", roles: [.operator], "signAccountOutForm",
            Bilingual("세션 모두 끝내기", "End all sessions")
        ) { turn in
            let account = try await known(turn)
            return ActionPage(
                title: turn.say("세션 모두 끝내기", "End all sessions"), kind: account.login,
                lead: turn.say(
                    "그 사람은 다시 로그인할 수 있습니다. 입력하던 내용은 그 사람의 탭에 남습니다.",
                    "The person may sign in again; what was typed stays in their tab."),
                button: turn.say("모두 끝내기", "End them"), back: page(of: account))
        } perform: { turn in
            let account = try await known(turn)
            signIn.sessions.forget(
                try await ledger.signOut(account.login, by: turn.viewer.author))
            return .done(Done.signedOut.at(page(of: account)))
        }
    }

    private var unlock: [Route] {
        entry.action(
            Self.one + "/unlock", roles: [.operator], "unlockAccountForm",
            Bilingual("잠금 풀기", "Unlock")
        ) { turn in
            let account = try await known(turn)
            return ActionPage(
                title: turn.say("잠금 풀기", "Unlock"), kind: account.login,
                lead: turn.say(
                    "비밀번호를 여러 번 틀려 잠긴 것을 풉니다. 본인이 틀린 것인지 먼저 물어보십시오.",
                    "Forgets the wrong passwords. Ask first whether it was the person."),
                button: turn.say("잠금 풀기", "Unlock it"), back: page(of: account))
        } perform: { turn in
            let account = try await known(turn)
            try await ledger.unlock(account.login, by: turn.viewer.author)
            return .done(Done.unlocked.at(page(of: account)))
        }
    }
}
