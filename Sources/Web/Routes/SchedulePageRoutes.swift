import Hometown
import Ledger
import Timetable

/// 예약 작업을 움직이는 화면. Running a period by hand, pausing and resuming, and filling past periods.
struct SchedulePageRoutes: Sendable {
    let entry: EntryDesk
    let summaries: SummaryDesk

    private static let one = "/schedules/{name}"
    /// Told by name before a backfill is asked for.
    private static let periodsShownMax = 60

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] { run.map(\.slow) + pause + resume + backfill }

    private func known(_ turn: ActionTurn) async throws -> RecordedSchedule {
        try await ledger.schedule(turn.parameter("name")).found()
    }

    private var run: [Route] {
        entry.action(
            Self.one + "/run", roles: Role.timekeepers, "runScheduleForm",
            Bilingual("지금 실행", "Run a period by hand"), asked: ["period", "revises"]
        ) { turn in
            let recorded = try await known(turn)
            let say = turn.say
            let newest = try await newestPeriod(of: recorded)
            var period = turn.field(
                "period", say("기간", "Period"),
                help: say(
                    "끝난 기간. 가장 최근 기간이 적혀 있습니다.", "One that has ended; the newest is filled in."),
                initially: newest)
            period.isFocused = turn.problems.isEmpty
            let revises = turn.field(
                "revises", say("고칠 판(선택)", "Revision to follow (optional)"),
                help: say(
                    "비우면 이미 보고한 기간은 같은 조건으로 다시 만들어 비교만 합니다. 판 번호를 쓰면 그다음 판을 "
                        + "보고합니다.",
                    "Left empty, a filed period is only made again and compared. With the number "
                        + "of its newest revision, another is filed."))
            return ActionPage(
                title: say("지금 실행", "Run by hand"), kind: say.schedule(recorded.name),
                lead: ScheduleSentence(recorded, say).text,
                fields: [period, revises, turn.reason()], button: say("실행", "Run it"),
                previewing: recorded.job.isReport ? say("미리보기", "Preview") : nil,
                remaining: [turn.reason()],
                back: "/schedules/\(recorded.name)")
        } perform: { turn in
            let recorded = try await known(turn)
            var shape = PostedObject.Shape()
            shape.numbers = ["revises"]
            let (body, today) = (try turn.body(RunForm.names, shape), turn.today)
            let author = turn.viewer.author
            guard !turn.isPreview else { return try await preview(of: recorded, body, &turn) }
            let outcome = try await turn.attempt {
                let form = try RunForm(running: body, today: today)
                return try await ledger.runNow(
                    recorded.name, period: form.period, reason: form.reason ?? "",
                    revising: form.revises, summaries.acting(as: author))
            }
            switch outcome {
            case nil: return .refused
            case .filed(let run): return .done("/runs/\(run.id)")
            case .rechecked(let recheck):
                return .shown([RecheckNotice(recheck, turn.visitor).part])
            }
        }
    }

    /// What would be filed; nothing is until somebody runs it.
    private func preview(
        of recorded: RecordedSchedule, _ body: FormBody, _ turn: inout ActionTurn
    ) async throws -> ActionOutcome {
        let (today, author) = (turn.today, turn.viewer.author)
        let foresight = try await turn.attempt {
            let form = try RunForm(foreseeing: body, today: today)
            return try await ledger.foreseeRun(
                recorded.name, period: form.period, reason: form.reason,
                revising: form.revises, summaries.acting(as: author))
        }
        guard let foresight else { return .refused }
        return .foreseen(RunPreview(foresight: foresight, visitor: turn.visitor).parts)
    }

    private func newestPeriod(of recorded: RecordedSchedule) async throws -> String {
        recorded.schedule.newestEnded(at: try await ledger.now()).text
    }

    private var pause: [Route] {
        entry.action(
            Self.one + "/pause", roles: Role.timekeepers, "pauseScheduleForm",
            Bilingual("일시정지", "Pause a schedule")
        ) { turn in
            let recorded = try await known(turn)
            let say = turn.say
            return ActionPage(
                title: say("일시정지", "Pause"), kind: say.schedule(recorded.name),
                lead: say(
                    "다시 시작할 때까지 실행하지 않습니다. 그 사이의 기간은 건너뛴 것으로 남거나, 다시 시작할 때 "
                        + "따라잡게 할 수 있습니다.",
                    "Nothing runs until it is resumed. What comes due meanwhile is skipped, or "
                        + "caught up if resuming says so."),
                fields: [turn.reason("note")], button: say("일시정지", "Pause it"),
                back: "/schedules/\(recorded.name)")
        } perform: { turn in
            let recorded = try await known(turn)
            let (body, today) = (try turn.body(["note"]), turn.today)
            let author = turn.viewer.author
            let paused = try await turn.attempt {
                let form = try PauseForm(pausing: body, today: today)
                return try await ledger.pauseSchedule(
                    recorded.name, note: form.note ?? "", author: author)
            }
            return paused == nil
                ? .refused : .done(Done.paused.at("/schedules/\(recorded.name)"))
        }
    }

    private var resume: [Route] {
        entry.action(
            Self.one + "/resume", roles: Role.timekeepers, "resumeScheduleForm",
            Bilingual("다시 시작", "Resume a schedule")
        ) { turn in
            let recorded = try await known(turn)
            let say = turn.say
            return ActionPage(
                title: say("다시 시작", "Resume"), kind: say.schedule(recorded.name),
                lead: recorded.schedule.pause.map { pause in
                    say(
                        "\(say.moment(pause.since))부터 쉬고 있습니다: \(pause.note)",
                        "Paused since \(say.moment(pause.since)): \(pause.note)")
                },
                fields: [
                    turn.field(
                        "catch_up", say("쉬는 동안 놓친 기간도 실행", "Run what came due meanwhile"), .box),
                    turn.reason("note", isRequired: false),
                ], button: say("다시 시작", "Resume it"), back: "/schedules/\(recorded.name)")
        } perform: { turn in
            let recorded = try await known(turn)
            var shape = PostedObject.Shape()
            shape.flags = ["catch_up"]
            let (body, today) = (try turn.body(["note", "catch_up"], shape), turn.today)
            let author = turn.viewer.author
            let resumed = try await turn.attempt {
                let form = try PauseForm(resuming: body, today: today)
                return try await ledger.resumeSchedule(
                    recorded.name, catchingUp: form.catchesUp, note: form.note,
                    summaries.acting(as: author))
            }
            return resumed == nil
                ? .refused : .done(Done.resumed.at("/schedules/\(recorded.name)"))
        }
    }

    /// Shows which periods it would be before anything is asked for.
    private var backfill: [Route] {
        entry.action(
            Self.one + "/backfill", roles: Role.timekeepers, "backfillScheduleForm",
            Bilingual("기간 채우기", "Fill past periods"), asked: ["from", "to"]
        ) { turn in
            let recorded = try await known(turn)
            let say = turn.say
            let help = say("예: 2026. 1. 1.", "As in 2026-01-01.")
            return ActionPage(
                title: say("기간 채우기", "Fill past periods"), kind: say.schedule(recorded.name),
                lead: say(
                    "보고하지 않은 지난 기간을 차례대로 실행합니다. 먼저 어느 기간인지 보입니다.",
                    "Past periods that were never filed are run in order. First you see which."),
                fields: [
                    EntryGroup(
                        legend: say("언제부터 언제까지", "From when to when"), kind: "line",
                        parts: [
                            turn.field("from", say("부터", "From"), help: help),
                            turn.field("to", say("까지", "To"), help: help),
                        ]), turn.reason(isRequired: false),
                ], button: say("미리보기", "Preview"), confirming: say("채우기", "Fill them"),
                remaining: [turn.reason()], back: "/schedules/\(recorded.name)")
        } perform: { turn in
            let recorded = try await known(turn)
            let (body, today) = (
                try turn.body(["from", "to", "reason"]), turn.today
            )
            let (author, isConfirmed) = (turn.viewer.author, turn.isConfirmed)
            let backfill = try await turn.attempt {
                let form = try BackfillForm(body, today: today, isForeseeing: !isConfirmed)
                return try await ledger.backfill(
                    recorded.name, from: form.from, to: form.to, reason: form.reason ?? "",
                    isRehearsal: form.isRehearsal, summaries.acting(as: author))
            }
            guard let backfill else { return .refused }
            guard !isConfirmed else {
                return .done(Done.requested.at("/schedules/\(recorded.name)"))
            }
            guard !backfill.periods.isEmpty else {
                turn.problems.add(
                    "from",
                    turn.say(
                        "그 사이의 기간은 모두 보고했습니다. 채울 것이 없습니다.",
                        "Every period in between is filed. There is nothing to fill."))
                return .refused
            }
            return .foreseen(Self.rehearsal(backfill, turn.say))
        }
    }

    private static func rehearsal(_ backfill: Backfill, _ say: Phrases) -> [any Part] {
        let shown = backfill.periods.prefix(periodsShownMax).map(\.text)
        let more = backfill.periods.count - shown.count
        let count = Int64(backfill.periods.count)
        return [
            Notice(
                kind: "information",
                title: say("모의 실행: 기록하지 않음", "A rehearsal: nothing is recorded"),
                text: say(
                    "\(say.number(count))개 기간을 실행합니다. 이미 보고한 \(backfill.filedCount)개는 "
                        + "그대로 둡니다.",
                    "\(say.number(count)) periods would run; \(backfill.filedCount) are filed "
                        + "already and stay.")),
            Block(
                "periods", say("실행할 기간", "Periods"),
                [
                    Verbatim(
                        text: shown.joined(separator: "  ")
                            + (more > 0 ? say("  외 \(more)개", "  and \(more) more") : ""),
                        label: say("실행할 기간", "Periods"))
                ]),
        ]
    }
}

/// 재확인 결과. What came of making a filed period once more.
struct RecheckNotice {
    private let recheck: Recheck
    private let visitor: Visitor

    init(_ recheck: Recheck, _ visitor: Visitor) {
        self.recheck = recheck
        self.visitor = visitor
    }

    var part: any Part {
        let say = visitor.say
        let text = recheck.text.text(in: visitor.language)
        return switch recheck.verdict {
        case .identical:
            Notice(
                kind: "success", title: say("바이트까지 같습니다", "The same, byte for byte"),
                text: text + " " + say("새로 보고한 것은 없습니다.", "Nothing new was filed."))
        case .namesErased:
            Notice(
                kind: "information",
                title: say("파기한 이름만 다릅니다", "Only erased names are missing"), text: text)
        case .rendererChanged:
            Notice(
                kind: recheck.hasSameFigures ? "information" : "warning",
                title: say("쓰는 방식이 달라졌습니다", "It is written otherwise now"), text: text)
        case .different:
            Notice(
                kind: "danger", title: say("다릅니다. 바로 살펴보십시오", "It differs: look at once"),
                text: text, items: recheck.differing)
        }
    }
}
