import Hometown
import Ledger
import Timetable

/// 예약 작업 목록.
struct ScheduleListPage {
    let schedules: [(schedule: RecordedSchedule, runs: [RecordedRun])]
    let now: Instant
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame(say("예약 작업", "Schedules")),
            Title(
                say("예약 작업", "Schedules"),
                lead: say(
                    "언제 무엇을 만드는지, 제때 만들었는지 보입니다.",
                    "What is made when, and whether it was made in time.")),
            schedules.isEmpty
                ? [
                    Empty(
                        say(
                            "예약 작업이 없습니다. pumasi schedule로 만드십시오.",
                            "There is no schedule. Make one with pumasi schedule."))
                ] : [Block("list", [table])])
    }

    private var table: Table {
        Table(
            say(
                "예약 작업과 하는 일, 언제, 다음 실행과 그 기간, 지난 실행, 상태",
                "Schedule and job, when, next run and its period, last runs, state"),
            columns: [
                .init(say("예약 작업", "Schedule")), .init(say("언제", "When")),
                .init(say("다음 실행", "Next run")), .init(say("지난 실행", "Last runs")),
                .init(say[.state]),
            ], rows: schedules.map(row))
    }

    private func row(_ recorded: RecordedSchedule, _ runs: [RecordedRun]) -> [Cell] {
        let schedule = recorded.schedule
        let next = schedule.next(after: now)
        let isRunning = recorded.isOn && schedule.pause == nil
        var last = Cell(runs.isEmpty ? "-" : "")
        if !runs.isEmpty { last.runs = RunCells(runs: runs, visitor: visit.visitor) }
        return [
            Cell(
                say.schedule(recorded.name),
                href: visit.visitor.path("/schedules/\(recorded.name)"),
                sub: say.scheduleHint(recorded.name) ?? say.text(recorded.job.title)),
            Cell(ScheduleSentence(recorded, say).text),
            isRunning
                ? Cell(say.moment(next.scheduledFor), sub: say.period(next.period.text))
                : Cell("-"), last, Cell(Chip(recorded, say), sub: schedule.pause?.note),
        ]
    }
}

/// 예약 작업 하나와 실행 기록.
struct SchedulePage {
    let recorded: RecordedSchedule
    let runs: [RecordedRun]
    let changes: [RecordedScheduleChange]
    let pager: LinkRow
    let now: Instant
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        Screen(
            visit.frame("\(say.schedule(recorded.name)) - \(say("예약 작업", "Schedule"))"),
            Title(
                say.schedule(recorded.name),
                kind: [say("예약 작업", "Schedule"), say.scheduleHint(recorded.name)]
                    .compactMap(\.self).joined(separator: " "), chip: Chip(recorded, say),
                lead: ScheduleSentence(recorded, say).text, actions: actions),
            [
                visit.done, paused, Block("facts", say("설정", "Settings"), [facts]),
                Block(
                    "runs", say("실행 기록", "Runs"),
                    [
                        runs.isEmpty
                            ? Empty(say("아직 실행하지 않았습니다.", "It has not run yet."))
                            : RunCells(
                                runs: Array(runs.prefix(RunTable.cellsMax)),
                                visitor: visit.visitor),
                        runs.isEmpty ? nil : RunTable(runs: runs, visit: visit).table, pager,
                    ]),
                Block("changes", say("변경 이력", "Changes"), [timeline]),
            ])
    }

    /// What moves it, for those who may.
    private var actions: [Link?] {
        guard visit.visitor.role.map(Role.timekeepers.contains) == true else { return [] }
        let isPaused = recorded.schedule.pause != nil
        let acts = [
            ("run", say("지금 실행", "Run by hand"), "button primary"),
            isPaused
                ? ("resume", say("다시 시작", "Resume"), "button")
                : ("pause", say("일시정지", "Pause"), "button"),
            ("backfill", say("기간 채우기", "Fill past periods"), "button"),
        ]
        return acts.map { act, text, kind in
            Link(text, visit.visitor.path("/schedules/\(recorded.name)/\(act)"), kind: kind)
        }
    }

    private var paused: Notice? {
        recorded.schedule.pause.map { pause in
            Notice(
                kind: "warning",
                title: say(
                    "\(say.moment(pause.since))부터 쉽니다",
                    "Paused since \(say.moment(pause.since))"), text: pause.note)
        }
    }

    private var facts: FactSheet {
        let schedule = recorded.schedule
        let next = schedule.next(after: now)
        return FactSheet([
            Label(say("하는 일", "Job"), say.text(recorded.job.title)),
            recorded.standing == .on
                ? Label(
                    say("다음 실행", "Next run"), say.moment(next.scheduledFor),
                    note: say.period(next.period.text))
                : Label(say("다음 실행", "Next run"), say.text(recorded.standing.title)),
            Label(say("시간대", "Time zone"), schedule.zone.name),
            Label(say("놓쳤을 때", "When missed"), say.text(schedule.misfire.title)),
            Label(say("겹칠 때", "On overlap"), say.text(schedule.overlap.title)),
            Label(
                say("따라잡는 기간", "Catches up"),
                say(
                    "\(say.number(schedule.catchUpSeconds / 86_400))일",
                    "\(say.number(schedule.catchUpSeconds / 86_400)) days")),
            Label(say("처음 안 때", "Known since"), say.moment(schedule.knownSince)),
        ])
    }

    private var timeline: any Part {
        guard !changes.isEmpty else { return Empty(say("아직 변경하지 않았습니다.", "It never changed.")) }
        return Timeline(
            label: say("변경 이력", "Changes"),
            events: changes.map { change in
                return Timeline.Event(
                    when: say.day(change.changedAt.koreanDate), what: say.text(change.action.title),
                    detail: [change.note, visit.staff[change.author]].compactMap(\.self)
                        .joined(separator: ", "), recorded: say.moment(change.changedAt))
            })
    }
}

/// 실행 표.
struct RunTable {
    /// Cells above the table.
    static let cellsMax = 20

    let runs: [RecordedRun]
    let visit: Visit

    var table: Table {
        let say = visit.say
        return Table(
            say(
                "기간, 예정, 늦은 정도, 걸린 시간과 결과", "Period, due time, lateness, duration and result"
            ),
            columns: [
                .init(say("기간", "Period")), .init(say("예정", "Due")),
                .init(say("늦음", "Late"), isNumber: true),
                .init(say("걸림(초)", "Took (s)"), isNumber: true),
                .init(say("시도", "Tries"), isNumber: true), .init(say("결과", "Result")),
            ],
            rows: runs.map { run in
                [
                    Cell(
                        say.period(run.period), href: visit.visitor.path("/runs/\(run.id)"),
                        sub: run.revision > 0
                            ? say("\(run.revision)번째 다시", "revision \(run.revision)") : nil),
                    Cell(say.moment(run.scheduledFor)), Cell(say.lateness(run) ?? "-"),
                    Cell(say.decimal(Double(run.durationMicroseconds) / 1_000_000)),
                    Cell(say.number(run.attempts)), Cell(Chip(run.state, say), sub: remark(run)),
                ]
            })
    }

    /// What is out of the ordinary: who or what brought it about, and why it was not filed.
    private func remark(_ run: RecordedRun) -> String? {
        let say = visit.say
        let parts = [
            run.origin == .scheduled ? nil : say.origin(run.origin), run.cause.map(say.cause),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

/// 실행 하나.
struct RunPage {
    let record: RunRecord
    let summary: SummaryRecord?
    /// Of the report that it filed.
    let deliveries: [RecordedDelivery]
    let visit: Visit

    private var say: Phrases { visit.say }

    var screen: Screen {
        let run = record.run
        let (name, period) = (say.schedule(run.schedule), say.period(run.period))
        return Screen(
            visit.frame("\(name) \(period) - \(say("실행", "Run"))"),
            Title(
                "\(name) \(period)", kind: say("실행", "Run"),
                chip: Chip(run.state, say), lead: run.reason, actions: [again]),
            [
                failure,
                Block(
                    "facts", say("실행 내용", "The run"),
                    [
                        FactSheet([
                            Label(
                                say("예약 작업", "Schedule"), name,
                                href: visit.visitor.path("/schedules/\(run.schedule)"),
                                note: say.scheduleHint(run.schedule)),
                            Label(
                                say("실행 구분", "Origin"), say.origin(run.origin),
                                note: visit.staff[run.author]),
                            Label(say("예정", "Due"), say.moment(run.scheduledFor)),
                            Label(
                                say("시작", "Started"), say.moment(run.startedAt),
                                note: say.lateness(run).map { say("\($0) 늦음", "\($0) late") }),
                            Label(
                                say("걸린 시간", "Took"),
                                say(
                                    "\(say.decimal(Double(run.durationMicroseconds) / 1_000_000))초",
                                    "\(say.decimal(Double(run.durationMicroseconds) / 1_000_000)) s"
                                )),
                            run.logSize.map { Label(say[.logSize], say.number($0)) },
                            run.cause.map { Label(say("원인", "Cause"), say.cause($0)) },
                            run.inputHash.map {
                                Label(say("입력 해시", "Input"), "\($0)", isCode: true)
                            },
                            run.outputHash.map {
                                Label(say("출력 해시", "Output"), "\($0)", isCode: true)
                            },
                        ])
                    ]),
                finding,
                summary.map(files),
                DeliveryTable(deliveries: deliveries, say: say).block,
                Block("tries", say("시도", "Attempts"), [attempts]),
            ])
    }

    private func files(_ report: SummaryRecord) -> Block {
        let page = visit.visitor.way(to: "/reports/\(report.summary.id)", for: Role.readers)
        return Block(
            "files", say("보고", "Report"), [SummaryCard(report, at: page, visit.visitor)])
    }

    /// 같은 기간을 다시. A failed period is tried once more, a filed one compared.
    private var again: Link? {
        guard visit.visitor.role.map(Role.timekeepers.contains) == true else { return nil }
        let run = record.run
        return Link(
            run.state == .filed
                ? say("다시 만들어 견주기", "Make it again and compare") : say("다시 실행", "Run it again"),
            visit.visitor.path("/schedules/\(run.schedule)/run") + "?period=\(run.period)",
            kind: run.state == .failed ? "button primary" : "button")
    }

    /// What went wrong last, and what to do about it.
    private var failure: Notice? {
        guard record.run.state == .failed else { return nil }
        let last = record.attempts.last { $0.outcome == .failed }
        return Notice(
            kind: "danger",
            title: say("이 기간을 보고하지 못했습니다", "This period could not be filed"),
            text: say(
                "원인을 고친 뒤 다시 실행하십시오. 저절로 다시 하지 않습니다.",
                "Mend the cause, then run it again: it is not tried by itself any more."),
            items: [record.run.cause.map(say.cause), last?.error].compactMap(\.self))
    }

    /// What a check found.
    private var finding: (any Part)? {
        record.finding.map { finding in
            Block(
                "finding", say("점검 결과", "What was found"),
                intro: finding.text.text(in: say.language),
                [
                    finding.items.isEmpty
                        ? nil
                        : Table(
                            say("찾은 것", "Items"), columns: [.init(say("찾은 것", "Item"))],
                            rows: finding.items.map { [Cell($0)] })
                ])
        }
    }

    private var attempts: any Part {
        guard !record.attempts.isEmpty else {
            return Empty(say("시도한 기록이 없습니다.", "No attempt is on record."))
        }
        return Table(
            say("시도, 시작, 끝, 결과와 오류", "Attempt, start, end, outcome and error"),
            columns: [
                .init(say("시도", "Attempt"), isNumber: true), .init(say("시작", "Started")),
                .init(say("끝", "Ended")), .init(say("결과", "Outcome")), .init(say("오류", "Error")),
            ],
            rows: record.attempts.map { attempt in
                let kind = attempt.outcome == .taken ? "skipped" : attempt.outcome.rawValue
                return [
                    Cell("\(attempt.attempt)"), Cell(say.moment(attempt.startedAt)),
                    Cell(say.moment(attempt.endedAt)),
                    Cell(Chip(kind, say.text(attempt.outcome.title))),
                    Cell(attempt.error ?? "", sub: attempt.errorCode),
                ]
            })
    }
}
