import Hometown
import Ledger

/// 마감 목록.
struct PeriodListPage {
    let leaf: Leaf<RecordedPeriod>
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let path = visit.visitor.path
        let title = say("마감", "Closing")
        return Screen(
            visit.frame(title),
            Title(
                title,
                lead: say(
                    "마감한 기간의 기부는 승인이 있어야 적고, 정정은 다음 요약에 따로 나옵니다.",
                    "Recording into a closed period takes an approval; corrections are told apart "
                        + "in the next report."),
                actions: [
                    visit.visitor.role == .manager
                        ? Link(
                            say("마감하기", "Close a period"), path("/periods/close"),
                            kind: "button primary") : nil
                ]),
            [visit.done, Block("list", [list, leaf.pager])])
    }

    private var list: any Part {
        guard !leaf.rows.isEmpty else {
            return Empty(
                say(
                    "아직 마감한 기간이 없습니다. 한 달의 확인이 끝나면 마감하십시오.",
                    "Nothing is closed yet. Close a month once it has been looked through."))
        }
        return Table(
            say("기간, 상태, 사유, 마감한 사람과 때", "Period, state, reason, by whom and when"),
            columns: [
                .init(say("기간", "Period")), .init(say("번호", "No.")), .init(say("상태", "State")),
                .init(say("사유", "Reason")), .init(say("마감", "Closed")),
                .init(say("늦은 등록", "Recorded late"), isNumber: true),
            ],
            rows: leaf.rows.map { period in
                [
                    Cell(
                        period.period, href: visit.visitor.path("/periods/\(period.id)"),
                        sub: say.range(period)),
                    .code(period.no), Cell(Chip(period.state, say)), Cell(period.reason),
                    Cell(say.moment(period.recordedAt), sub: visit.staff[period.author]),
                    Cell(say.number(period.lateEntries)),
                ]
            })
    }
}

/// 마감 한 건.
struct PeriodPage {
    let period: RecordedPeriod
    /// The newest.
    let leave: [RecordedLateApproval]
    let late: Leaf<RecordedLateEntry>
    let visit: Visit

    static let leaveMax = 50

    private var say: Phrases { visit.say }
    private var path: (String) -> String { visit.visitor.path }

    var screen: Screen {
        Screen(
            visit.frame("\(period.period) - \(say("마감", "Closing"))"),
            Title(
                period.period, kind: say("마감 \(period.no)", "Closing \(period.no)"),
                chip: Chip(period.state, say), lead: period.reason, actions: actions),
            [
                visit.done, waiting,
                Block("facts", say("무엇을 마감했는지", "What is closed"), [facts]),
                Block("story", say("이력", "History"), [timeline]), leaveGiven,
                Block(
                    "late", say("마감 뒤에 적은 기부", "Recorded after the closing"),
                    [lateEntries, late.pager]),
            ])
    }

    private var actions: [Link?] {
        guard visit.visitor.role == .manager, period.state != .open else { return [] }
        let here = "/periods/\(period.id)"
        return [
            Link(
                say("늦은 등록 승인", "Let others record late"), path(here + "/allow"),
                kind: "button"),
            period.state == .closed
                ? Link(say("재개 요청", "Ask to open it"), path(here + "/reopen"), kind: "button")
                : nil,
        ]
    }

    private var waiting: Notice? {
        guard period.state == .reopening, let asked = period.reopening else { return nil }
        let asker = visit.staff[asked.author]
        return Notice(
            kind: "warning",
            title: say("재개 승인을 기다립니다", "Opening it again waits for an approval"),
            text: say(
                "\(asker)님이 요청했습니다. 다른 관리자가 승인 화면에서 정합니다.",
                "\(asker) asked; another manager decides under Approvals."))
    }

    private var facts: FactSheet {
        FactSheet([
            Label(say("기간", "Days"), say.range(period)),
            Label(
                say("마감한 때", "Closed"), say.moment(period.recordedAt),
                note: visit.staff[period.author]),
            Label(say("늦은 등록", "Recorded late"), say.count(period.lateEntries)),
            Label(period.logIndex, say),
        ])
    }

    private var timeline: Timeline {
        var events = [
            Timeline.Event(
                when: say.day(period.recordedAt.koreanDate), what: say("마감", "Closed"),
                detail: "\(period.reason), \(visit.staff[period.author])",
                recorded: say.moment(period.recordedAt), kind: "done")
        ]
        if let asked = period.reopening {
            events.append(
                Timeline.Event(
                    when: say.day(asked.recordedAt.koreanDate),
                    what: say("재개 요청", "Asked to be opened again"),
                    href: path("/approvals/\(asked.id)"),
                    detail: "\(asked.reason), \(visit.staff[asked.author])",
                    recorded: say.moment(asked.recordedAt)))
            if let decidedAt = asked.decidedAt, let isApproved = asked.isApproved {
                events.append(
                    Timeline.Event(
                        when: say.day(decidedAt.koreanDate),
                        what: isApproved ? say("재개", "Opened again") : say("반려", "Rejected"),
                        detail: asked.approver.map { visit.staff[$0] },
                        recorded: say.moment(decidedAt),
                        kind: isApproved ? "done" : "danger"))
            }
        }
        return Timeline(label: say("이력", "History"), events: events)
    }

    /// 늦은 등록 승인. Found again by whoever is to use it, and by whoever looks at what is open.
    private var leaveGiven: Block? {
        guard !leave.isEmpty else { return nil }
        return Block(
            "leave", say("늦은 등록 승인", "Leave to record late"),
            [
                Table(
                    say("번호와 식별자, 사용한 건수, 승인한 사람, 사유", "Number and id, used, by, reason"),
                    columns: [
                        .init(say("번호", "No.")), .init(say("식별자", "Id")),
                        .init(say("사용", "Used"), isNumber: true),
                        .init(say("승인", "Approved by")), .init(say("사유", "Reason")),
                    ],
                    rows: leave.map { one in
                        [
                            .code(one.no), .code("\(one.id)"),
                            Cell("\(one.entriesUsed) / \(one.entriesMax)"),
                            Cell(visit.staff[one.author], sub: say.moment(one.recordedAt)),
                            Cell(visit.reader.seesPrivateNames ? one.reason ?? "-" : "-"),
                        ]
                    })
            ])
    }

    private var lateEntries: any Part {
        guard !late.rows.isEmpty else {
            return Empty(
                say(
                    "마감 뒤에 적은 기부가 없습니다.", "Nothing was recorded into it afterwards."))
        }
        return Table(
            say("기부, 기부일, 금액, 적은 사람과 승인한 사람", "Donation, day, amount, by and approved by"),
            unit: say[.unitWon],
            columns: [
                .init(say("기부", "Donation")), .init(say[.donatedOn]),
                .init(say[.amount], isNumber: true), .init(say("적은 사람", "Recorded by")),
                .init(say("승인", "Approved by")),
            ],
            rows: late.rows.map { entry in
                [
                    Cell(entry.no, href: path("/donations/\(entry.donation)"), kind: "code"),
                    Cell(say.date(entry.donatedOn)),
                    Cell(entry.amount.map { Notation.grouped($0.amount) } ?? say[.undisclosedAll]),
                    Cell(visit.staff[entry.author], sub: say.moment(entry.recordedAt)),
                    Cell(
                        entry.approver.map { visit.staff[$0] } ?? "-",
                        sub: entry.correction == nil ? nil : say("정정에 따름", "by a correction")),
                ]
            })
    }
}

extension Phrases {
    /// 2025. 12. 1.∼12. 31.
    fileprivate func range(_ period: RecordedPeriod) -> String {
        Notation.range(period.first...period.last, in: language)
    }
}

extension Chip {
    fileprivate init(_ state: RecordedPeriod.State, _ say: Phrases) {
        let kind =
            switch state {
            case .closed: "filed"
            case .reopening: "paused"
            case .open: "open"
            }
        self.init(kind, say.text(state.title))
    }
}
