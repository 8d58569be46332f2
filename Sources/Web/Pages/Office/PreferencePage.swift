import Hometown
import Ledger
import Transparency

/// 내 설정 화면.
struct PreferencePage {
    let turn: ActionTurn
    let done: Done?
    let sessions: [RecordedSession]
    /// How many are left; `nil` where no second factor is on.
    let recoveryCodes: Int?
    /// What the three forms hold unseen.
    let look: [(name: String, value: String)]
    let password: [(name: String, value: String)]
    let sessionEnd: [(name: String, value: String)]

    private var say: Phrases { turn.say }
    private var path: (String) -> String { turn.visitor.path }
    /// Which form the problems are about.
    private var isAboutPassword: Bool { turn.form["password"] != nil }

    var parts: [any Part] {
        [
            Title(
                say("내 설정", "My settings"), kind: turn.viewer.login,
                lead: "\(turn.viewer.name), \(say.text(turn.viewer.role.title))")
        ] + (done.map { [$0.notice(say)] } ?? []) + [
            Block("look", say("화면", "Display"), [lookForm]),
            Block(
                "sessions", say("로그인한 곳", "Where you are signed in"),
                intro: say(
                    "모르는 곳이 있으면 끝내고 비밀번호를 바꾸십시오.",
                    "End what you do not know, and change the password."),
                [sessionTable, others]),
            Block("password", say("비밀번호", "Password"), [passwordForm]),
            Block(
                "second-factor", say[.secondFactor],
                intro: say(
                    "로그인할 때 비밀번호에 더해 휴대전화 인증 앱의 숫자를 묻습니다.",
                    "Signing in asks for the digits of an app on a phone, besides the password."),
                [secondFactor, secondFactorActions]),
        ]
    }

    private var lookForm: EntryForm {
        let chosen = turn.viewer.preferences
        let language = turn.field(
            "language", say("로그인한 뒤의 언어", "Language once signed in"),
            .radios([("ko", "한국어"), ("en", "English")]), initially: chosen.language.rawValue)
        let theme = turn.field(
            "look", say("명암", "Contrast"),
            .radios([
                (Theme.standard.rawValue, say("기본", "Standard")),
                (Theme.contrast.rawValue, say("고대비", "High contrast")),
            ]), initially: chosen.theme.rawValue)
        let size = turn.field(
            "size", say("글자 크기", "Text size"),
            .radios([
                (Preferences.TextSize.standard.rawValue, say("기본", "Standard")),
                (Preferences.TextSize.large.rawValue, say("크게", "Large")),
                (Preferences.TextSize.largest.rawValue, say("아주 크게", "Very large")),
            ]), initially: chosen.textSize.rawValue)
        let shortcuts = turn.field(
            "shortcuts", say("글자 하나로 된 단축키(/, n, ?) 쓰기", "Use single keys (/, n, ?)"), .box,
            help: say(
                "입력 칸 밖에서만 듣습니다. 음성 입력을 쓰면 끄는 것이 좋습니다.",
                "They work outside of fields only. Switch them off when you dictate."),
            initially: chosen.hasShortcuts ? "true" : "")
        return EntryForm(
            action: path("/me"), label: say("화면", "Display"), hidden: look,
            problems: isAboutPassword ? nil : turn.problems, kind: "entry short",
            parts: [language, theme, size, shortcuts],
            buttons: [EntryForm.Button(text: say("저장", "Save"), isPrimary: true)])
    }

    private var sessionTable: Table {
        Table(
            say("로그인한 때, 마지막 사용, 주소와 브라우저", "Begun, last used, address and browser"),
            columns: [
                .init(say("로그인", "Begun")), .init(say("마지막 사용", "Last used")),
                .init(say("주소", "Address")), .init(say("브라우저", "Browser")),
                .init(say("끝내기", "End")),
            ],
            rows: sessions.map { session in
                let isThis = session.hash == turn.viewer.session
                var end = Cell.empty
                if isThis {
                    end = Cell(Chip("information", say("이 브라우저", "this browser")))
                } else {
                    end.form = ButtonForm(
                        action: path("/me/sessions"),
                        hidden: sessionEnd + [("session", session.hash.description)],
                        text: say("끝내기", "End"),
                        label: say(
                            "\(say.moment(session.begunAt))에 시작한 세션 끝내기",
                            "End the session begun \(say.moment(session.begunAt))"))
                }
                return [
                    Cell(say.moment(session.begunAt)), Cell(say.moment(session.seenAt)),
                    Cell(session.address ?? "-"), Cell(BrowserName(session.agent, say).text), end,
                ]
            })
    }

    private var others: ButtonForm? {
        guard sessions.count > 1 else { return nil }
        return ButtonForm(
            action: path("/me/sessions"), hidden: sessionEnd,
            text: say("다른 곳 모두 끝내기", "End all others"))
    }

    private var secondFactor: FactSheet {
        FactSheet([
            Label(say("상태", "State"), say.text(OnOff(recoveryCodes != nil).title)),
            recoveryCodes.map {
                Label(say("남은 복구 코드", "Recovery codes left"), say.number(Int64($0)))
            },
        ])
    }

    private var secondFactorActions: LinkRow {
        func act(_ address: String, _ text: String) -> Link {
            Link(text, path(address), kind: "button")
        }
        let isOn = recoveryCodes != nil
        return LinkRow(
            .actions, say[.secondFactor],
            isOn
                ? [
                    act(
                        SecondFactorRoutes.recoveryPath,
                        say("복구 코드 새로 만들기", "Make new recovery codes")),
                    act(SecondFactorRoutes.offPath, say("끄기", "Turn it off")),
                ] : [act(SecondFactorRoutes.path, say("켜기", "Turn it on"))])
    }

    private var passwordForm: EntryForm {
        var fields = [
            turn.field(
                "current", say("지금 비밀번호", "Current password"), .password("current-password")),
            turn.field(
                "password", say[.newPassword], .password("new-password"), help: say[.passwordHint]),
            turn.field("repeat", say[.repeatPassword], .password("new-password")),
        ]
        for index in fields.indices {
            fields[index].value = ""
            fields[index].isRequired = true
        }
        return EntryForm(
            action: path("/me/password"), label: say("비밀번호 바꾸기", "Change the password"),
            hidden: password, problems: isAboutPassword ? turn.problems : nil,
            kind: "entry short", parts: fields,
            buttons: [EntryForm.Button(text: say("비밀번호 바꾸기", "Change the password"))])
    }
}

/// 단추 하나인 양식. One act in one press, of which nothing needs to be said.
struct ButtonForm: Part {
    let action: String
    let hidden: [(name: String, value: String)]
    let text: String
    /// What is pressed, where several buttons read alike.
    var label: String?

    func write(to writer: inout MarkupWriter) {
        writer.element("form", ["class": "act", "method": "post", "action": action]) { writer in
            for field in hidden {
                writer.element(
                    "input", ["type": "hidden", "name": field.name, "value": field.value])
            }
            writer.tag("button", [("type", "submit"), ("aria-label", label)]) { $0.text(text) }
        }
        writer.raw("\n")
    }
}
