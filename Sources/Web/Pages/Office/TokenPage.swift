import Hometown
import Ledger

/// 토큰 목록. Mine, and for operators those of everybody.
struct TokenListPage {
    let tokens: [RecordedToken]
    let owner: RecordedAccount
    let now: Instant
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title = say("토큰", "Tokens")
        let others = tokens.filter { $0.author.id != owner.id }
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "프로그램이 로그인하는 열쇠입니다. 내 이름으로 일하고, 내 역할이 바뀌거나 계정이 중지되면 함께 끝납니다.",
                    "What programs sign in with. They act under my name and end with my role or "
                        + "my account."),
                actions: [
                    Link(
                        say("토큰 만들기", "Make a token"), visit.visitor.path("/tokens/new"),
                        kind: "button primary")
                ]),
            [
                visit.done,
                Block(
                    "mine", say("내 토큰", "My tokens"),
                    [table(tokens.filter { $0.author.id == owner.id }, isMine: true)]),
                visit.visitor.role == .operator
                    ? Block(
                        "others", say("다른 토큰", "Other tokens"),
                        intro: say(
                            "다른 사람과 명령줄이 만든 것입니다. 운영자는 어느 것이든 끝낼 수 있습니다.",
                            "Made by others and by the command line. Operators may end any."),
                        [table(others, isMine: false)]) : nil,
            ])
    }

    private func table(_ tokens: [RecordedToken], isMine: Bool) -> any Part {
        guard !tokens.isEmpty else {
            return Empty(
                isMine
                    ? say(
                        "아직 없습니다. 프로그램을 연결할 때 만드십시오.",
                        "There is none yet. Make one to connect a program.")
                    : say("다른 토큰이 없습니다.", "There is no other."))
        }
        return Table(
            say(
                "쓰는 곳, 역할, 만든 때, 마지막으로 쓴 때, 기한과 상태",
                "What for, role, made, last used, until and state"),
            columns: [
                .init(say("쓰는 곳", "What for")), .init(say("역할", "Role")),
                .init(say("만든 때", "Made")), .init(say("마지막 사용", "Last used")),
                .init(say("기한", "Until")),
                .init(say("상태", "State")), .init(say("끝내기", "End")),
            ],
            rows: tokens.reversed().map { token in
                let name = token.label ?? token.author.name
                let works = token.revokedAt == nil && token.expiresAt > now
                return [
                    Cell(name, sub: isMine || token.label == nil ? nil : token.author.name),
                    Cell(say.role(token.role)), Cell(say.moment(token.madeAt)),
                    Cell(token.usedAt.map(say.moment) ?? say("쓴 적 없음", "never")),
                    Cell(say.moment(token.expiresAt)), Cell(chip(token)),
                    works
                        ? Cell(
                            say("끝내기", "End") + " " + name,
                            href: visit.visitor.path("/tokens/\(token.id)/end")) : .empty,
                ]
            })
    }

    private func chip(_ token: RecordedToken) -> Chip {
        if token.revokedAt != nil { return Chip("reversed", say("끝남", "ended")) }
        if token.expiresAt <= now { return Chip("skipped", say("기한 지남", "expired")) }
        return Chip("standing", say("사용 중", "in use"))
    }
}
