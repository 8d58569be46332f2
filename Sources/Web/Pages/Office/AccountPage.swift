import Hometown
import Ledger

/// 사용자 목록.
struct AccountListPage {
    let accounts: [RecordedAccount]
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title = say("사용자", "Accounts")
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "로그인하는 사람과 그 역할입니다. 권한을 주고 거둔 일은 모두 기록에 남습니다.",
                    "Who signs in, in which role. Every right given and taken is on record."),
                actions: [
                    Link(
                        say("사용자 등록", "Make an account"),
                        visit.visitor.path("/admin/users/new"), kind: "button primary")
                ]),
            [visit.done, Block("list", [list])])
    }

    private var list: any Part {
        guard !accounts.isEmpty else {
            return Empty(
                say(
                    "아직 사용자가 없습니다. 첫 사람을 등록하십시오.", "There is nobody yet. Make the first one."))
        }
        return Table(
            say("아이디, 이름, 역할과 상태", "Login, name, role and state"),
            columns: [
                .init(say[.login]), .init(say[.personName]), .init(say("역할", "Role")),
                .init(say("상태", "State")), .init(say("등록", "Since")),
            ],
            rows: accounts.map { account in
                [
                    Cell(account.login, href: visit.visitor.path("/admin/users/\(account.id)")),
                    Cell(account.name), Cell(say.role(account.role)), Cell(Chip(account, say)),
                    Cell(say.moment(account.madeAt)),
                ]
            })
    }
}

/// 사용자 한 사람.
struct AccountPage {
    let account: RecordedAccount
    let sessions: [RecordedSession]
    let tokens: [RecordedToken]
    let changes: [AccountChange]
    let lockSeconds: Int?
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame("\(account.login) - \(say("사용자", "Account"))"),
            Title(
                account.name, kind: say("사용자 \(account.login)", "Account \(account.login)"),
                chip: Chip(account, say), lead: say.role(account.role), actions: actions),
            [
                visit.done, locked,
                Block("facts", say("지금", "Now"), [facts]),
                Block("sessions", say("로그인한 곳", "Signed in at"), [sessionTable]),
                Block(
                    "changes", say("권한 기록", "Rights, given and taken"),
                    intro: say(
                        "개인정보의 안전성 확보조치 기준에 따라 3년 이상 둡니다.",
                        "Kept for three years at least, as the safety standard asks."),
                    [timeline]),
            ])
    }

    private var actions: [Link?] {
        let isOut = account.disabledAt != nil
        func act(_ path: String, _ text: String) -> Link {
            Link(
                text, visit.visitor.path("/admin/users/\(account.id)/\(path)"), kind: "button")
        }
        return [
            act("change", say("이름과 역할", "Name and role")),
            isOut ? nil : act("link", say("일회용 링크", "One-time link")),
            account.hasSecondFactor
                ? act("second-factor", say("두 번째 인증 수단 없애기", "Remove the second factor")) : nil,
            sessions.isEmpty ? nil : act("sign-out", say("세션 끝내기", "End sessions")),
            act("access", isOut ? say("다시 사용", "Let in again") : say("사용 중지", "Keep out")),
        ]
    }

    private var locked: (any Part)? {
        guard let lockSeconds else { return nil }
        let minutes = lockSeconds / 60 + 1
        return Block(
            "locked",
            [
                Notice(
                    kind: "warning",
                    title: say("여러 번 틀려 잠겼습니다", "Locked after wrong passwords"),
                    text: say(
                        "\(minutes)분 뒤에 저절로 풀립니다.", "It ends by itself in \(minutes) min.")),
                LinkRow(
                    .actions, say("잠금", "Lock"),
                    [
                        Link(
                            say("잠금 풀기", "Unlock"),
                            visit.visitor.path("/admin/users/\(account.id)/unlock"),
                            kind: "button")
                    ]),
            ])
    }

    private var facts: FactSheet {
        let live = tokens.count { $0.revokedAt == nil }
        return FactSheet([
            Label(say("역할", "Role"), say.role(account.role)),
            Label(
                say[.password],
                account.hasPassword
                    ? say("정했음", "set") : say("아직 정하지 않음(링크 필요)", "not set yet: needs a link")),
            Label(say[.secondFactor], say.text(OnOff(account.hasSecondFactor).title)),
            Label(say("등록", "Since"), say.moment(account.madeAt)),
            account.disabledAt.map { Label(say("사용 중지", "Kept out since"), say.moment($0)) },
            Label(
                say("토큰", "Tokens"), say.number(Int64(live)),
                href: visit.visitor.path("/tokens")),
        ])
    }

    private var sessionTable: any Part {
        guard !sessions.isEmpty else {
            return Empty(say("지금 로그인한 곳이 없습니다.", "Not signed in anywhere now."))
        }
        return Table(
            say("로그인한 때, 마지막 사용, 주소와 브라우저", "Begun, last used, address and browser"),
            columns: [
                .init(say("로그인", "Begun")), .init(say("마지막 사용", "Last used")),
                .init(say("주소", "Address")), .init(say("브라우저", "Browser")),
            ],
            rows: sessions.map { session in
                [
                    Cell(say.moment(session.begunAt)), Cell(say.moment(session.seenAt)),
                    Cell(session.address ?? "-"), Cell(BrowserName(session.agent, say).text),
                ]
            })
    }

    private var timeline: Timeline {
        Timeline(
            label: say("권한 기록", "Rights"),
            events: changes.map { change in
                Timeline.Event(
                    when: say.day(change.changedAt.koreanDate), what: say.text(change.action.title),
                    detail: "\(say.role(change.role)), \(visit.staff[change.author])",
                    recorded: say.moment(change.changedAt),
                    kind: change.action == .disabled ? "danger" : "")
            })
    }
}

extension Phrases {
    /// What a role of the schema is called.
    func role(_ word: String) -> String { Role.title(of: word).map(text) ?? word }
}

extension Chip {
    fileprivate init(_ account: RecordedAccount, _ say: Phrases) {
        if account.disabledAt != nil {
            self.init("failed", say("사용 중지", "kept out"))
        } else if account.hasPassword {
            self.init("standing", say("사용 중", "in use"))
        } else {
            self.init("open", say("링크 대기", "waits for its link"))
        }
    }
}
