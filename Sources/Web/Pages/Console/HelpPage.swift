import Hometown

/// 도움말. In the same place on every page.
struct HelpPage {
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say[.help]),
            Title(
                say[.help],
                lead: say(
                    "찾는 말을 모를 때 여기서 시작하십시오.", "Start here when you do not know the word for it.")),
            [
                Block("words", say("이 장부의 말", "Words of this ledger"), [words]),
                Block("how", say("자주 하는 일", "What is often done"), [steps]),
                Block("more", say("더 보기", "More"), [further]),
            ])
    }

    private var further: LinkList {
        let links: [Link?] = [
            Link(say("단축키", "Keyboard shortcuts"), visit.visitor.path("/help/shortcuts")),
            visit.visitor.verifyPath().map { Link(say("원장 확인", "Verify the ledger"), $0) },
            Link(say("기계가 쓰는 창구", "The interface for machines"), "/openapi.json"),
        ]
        return LinkList(links.compactMap(\.self).map { LinkList.Item($0) })
    }

    private var words: Table {
        let rows: [(String, String)] = [
            (
                say("상호기부", "exchange"),
                say(
                    "두 지자체의 사람들이 서로의 고향에 기부하는 일. 한쪽만 주었으면 한쪽, 되주었으면 답례함입니다.",
                    "People of two governments give to each other's hometowns: one-sided until the "
                        + "other side answers.")
            ),
            (
                say("미공개", "not disclosed"),
                say(
                    "금액이 알려지지 않은 기부. 건수에는 들어가고 금액 합계에는 들어가지 않습니다.",
                    "A gift whose amount is not known: counted as a gift and never as money.")
            ),
            (
                say("이견", "disputed"),
                say(
                    "알려진 대로 적었지만 규칙에 맞지 않는 기록. 합계에 넣지 않습니다.",
                    "Recorded as reported although it breaks a rule; in no total.")
            ),
            (
                say("참여와 지명", "run and nomination"),
                say(
                    "참여는 기부하고 인증한 일, 지명은 다음 사람을 부른 일입니다. 기한은 없습니다.",
                    "A run is a gift with its proof; a nomination names the next. There is no "
                        + "deadline.")
            ),
            (
                say("정정, 취소, 반환", "amend, reverse, return"),
                say(
                    "셋 다 새 기록을 더합니다. 먼저 적은 것은 지워지지 않습니다.",
                    "All three add a record; what was recorded before stays.")
            ),
            (
                say("봉인", "seal"),
                say(
                    "적은 것에 차례를 매기고 해시 나무에 넣어 서명하는 일. 1초쯤 걸립니다.",
                    "Records get their place in the hash tree, and its root is signed; it takes "
                        + "about a second.")
            ),
        ]
        return Table(
            say("말과 뜻", "Word and meaning"),
            columns: [.init(say("말", "Word")), .init(say("뜻", "Meaning"))],
            rows: rows.map { [Cell($0.0), Cell($0.1)] })
    }

    private var steps: Steps {
        Steps(items: [
            (
                say("잘못 적었을 때", "When something was mistyped"),
                say(
                    "기부 화면에서 정정이나 취소를 고르고 사유를 적습니다. 합계와 다음 요약에 반영됩니다.",
                    "Amend or reverse it from the donation's page and say why; totals and the next "
                        + "report follow.")
            ),
            (
                say("기부자에게 증거를 줄 때", "When a donor asks for proof"),
                say(
                    "기부 화면에서 증명 파일을 내려받아 건넵니다. 누구나 원장 확인 화면에서 확인합니다.",
                    "Hand over the proof from the donation's page; anybody can verify it."
                )
            ),
            (
                say("보고서가 없을 때", "When a report is missing"),
                say(
                    "예약 작업에서 마지막 실행을 봅니다. 실패했다면 원인과 할 일이 적혀 있습니다.",
                    "Look at the last run under Schedules; a failure tells its cause."
                )
            ),
        ])
    }
}

/// 단축키.
struct ShortcutPage {
    let visit: Visit

    var screen: Screen {
        let say = visit.say
        let keys: [(String, String)] = [
            ("/", say("찾기로 가기", "go to search")), ("n", say("기부 등록", "record a donation")),
            ("?", say("이 화면 열기", "open this page")),
            ("Enter", say("다음 칸", "next field")),
            ("Ctrl + Enter", say("저장하고 계속", "save and continue")),
            ("Alt + ↑", say("앞의 값과 같게", "same as last")),
            (
                "Alt + N, K, G, A, R",
                say("날짜, 기부자, 지자체, 금액, 협약으로", "to day, donor, government, amount, agreement")
            ),
            (
                "Alt + M",
                say("상호기부의 반대쪽 채우기로", "to the button that fills in the other side")
            ), ("Esc", say("닫기", "close")),
            ("↑ ↓ ← →", say("주고받은 표의 칸에서 칸으로", "from cell to cell of the matrix")),
            ("Alt + L", say("곧 끝날 로그인 연장", "hold a sign-in that is about to end")),
        ]
        return Screen(
            visit.frame(say("단축키", "Keyboard shortcuts")),
            Title(
                say("단축키", "Keyboard shortcuts"),
                lead: say(
                    "글자 하나인 것은 입력 칸 밖에서만 듣고, 내 설정에서 끌 수 있습니다.",
                    "Single letters work outside of fields only and can be switched off.")),
            [
                Block(
                    "keys",
                    [
                        Table(
                            say("누르는 글쇠와 하는 일", "Keys and what they do"),
                            columns: [.init(say("글쇠", "Keys")), .init(say("하는 일", "Does"))],
                            rows: keys.map { [.code($0.0), Cell($0.1)] }, kind: "plain")
                    ])
            ])
    }
}
