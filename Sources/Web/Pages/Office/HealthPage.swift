import Hometown
import Ledger

/// 점검 화면.
struct HealthPage {
    let lines: [CheckupLine]
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let title = say("점검", "Health")
        return Screen(
            visit.frame(title),
            Title(
                title, chip: overall,
                lead: say(
                    "명령줄의 pumasi doctor와 같은 것을 봅니다. 화면을 열 때마다 새로 봅니다.",
                    "The same as pumasi doctor says, looked at anew whenever this page opens."),
                actions: [
                    Link(say("다시 점검", "Look again"), visit.address(), kind: "button")
                ]),
            [
                Block(
                    "lines",
                    [
                        Table(
                            say("본 것, 상태, 결과와 할 일", "What, state, finding and what to do"),
                            columns: [
                                .init(say("본 것", "What")), .init(say("상태", "State")),
                                .init(say("결과", "Finding")),
                            ],
                            rows: lines.map { line in
                                [
                                    Cell(say.text(line.name)), Cell(Chip(line.state, say)),
                                    Cell(say.text(line.value), sub: line.hint.map(say.text)),
                                ]
                            })
                    ])
            ])
    }

    private var overall: Chip {
        let worst =
            [.failing, .warning].first { state in lines.contains { $0.state == state } } ?? .ok
        return Chip(worst, say)
    }
}

extension Chip {
    init(_ state: CheckupLine.State, _ say: Phrases) {
        let kind =
            switch state {
            case .ok: "filed"
            case .warning: "disputed"
            case .failing: "failed"
            }
        self.init(kind, say.text(state.title))
    }
}
