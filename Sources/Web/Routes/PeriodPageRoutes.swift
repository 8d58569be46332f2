import Hometown
import Ledger

/// 마감 화면. `/periods`: what is closed; closing, asking to open again, and letting others record
/// late.
struct PeriodPageRoutes: Sendable {
    let reading: PageDesk
    let entry: EntryDesk

    private static let path = "/periods"
    private static let one = path + "/{id}"

    private var ledger: Ledger { entry.ledger }

    var routes: [Route] { list + show + close + reopen + allow }

    private var list: [Route] {
        reading.console(
            Self.path, "periodsPage", Bilingual("마감", "Closing"), roles: Role.overseers,
            [PageDesk.cursor]
        ) { visit in
            let rows = try await ledger.periods(
                before: visit.cursor(), rowsMax: Visit.rowsMax + 1)
            return PeriodListPage(leaf: Leaf(rows, visit) { $0.number }, visit: visit).screen
        }
    }

    private var show: [Route] {
        reading.console(
            Self.one, "periodPage", Bilingual("마감 한 건", "One closing"),
            roles: Role.overseers, [PageDesk.cursor]
        ) { visit in
            let period = try await ledger.periods(id: visit.id(), rowsMax: 1).first.found()
            let late = try await ledger.lateEntries(
                of: period.id, before: visit.cursor(), rowsMax: Visit.rowsMax + 1
            ).found()
            let leave = try await ledger.lateApprovals(
                of: period.id, rowsMax: PeriodPage.leaveMax)
            return PeriodPage(
                period: period, leave: leave, late: Leaf(late, visit) { $0.number }, visit: visit
            ).screen
        }
    }

    private var close: [Route] {
        entry.action(
            Self.path + "/close", roles: [.manager], "closePeriodForm",
            Bilingual("마감하기", "Close a period"), needsKey: true, asked: ["period"]
        ) { turn in
            let say = turn.say
            var period = turn.field(
                "period", say("기간", "Period"),
                help: say(
                    "월은 2026-10, 분기는 2026-Q3, 연도는 2025처럼 씁니다.",
                    "A month as 2026-10, a quarter as 2026-Q3, a year as 2025."),
                initially: Self.lastMonth(before: turn.today))
            period.isRequired = true
            period.isFocused = turn.problems.isEmpty
            return ActionPage(
                title: say("마감하기", "Close a period"), kind: say("마감", "Closing"),
                lead: say(
                    "마감한 기간에는 승인 없이 적을 수 없습니다. 이미 적은 것은 그대로이고, 정정은 다음 요약에 따로 나옵니다.",
                    "Nothing more is recorded into a closed period without leave. What stands "
                        + "stays; corrections are told apart in the next report."),
                fields: [period, turn.reason()], button: say("마감", "Close it"), back: Self.path)
        } perform: { turn in
            let (body, today) = (try turn.body(ClosingForm.names), turn.today)
            let draft = try await turn.attempt { try ClosingForm.draft(body, today: today) }
            guard let draft else { return .refused }
            let answer = try await ledger.close(draft, request: turn.context.writing)
            return entry.outcome(of: answer, &turn, then: Done.closed.at(Self.path))
        }
    }

    private static func lastMonth(before today: CivilDate) -> String {
        let day = today.adding(days: -today.day)
        return "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)"
    }

    private var reopen: [Route] {
        entry.action(
            Self.one + "/reopen", roles: [.manager], "reopenPeriodForm",
            Bilingual("재개 요청", "Ask to open a period again"), needsKey: true
        ) { turn in
            let period = try await period(of: turn)
            let say = turn.say
            return ActionPage(
                title: say("재개 요청", "Ask to open it again"), kind: period.period,
                lead: say(
                    "다른 관리자 한 사람이 승인하면 열립니다. 요청한 사람은 승인할 수 없습니다.",
                    "It opens once another manager approves; whoever asks cannot."),
                fields: [turn.reason()], button: say("재개 요청", "Ask"),
                back: Self.path + "/\(period.id)")
        } perform: { turn in
            let period = try await period(of: turn)
            let (body, today) = (try turn.body(["reason"]), turn.today)
            let draft = try await turn.attempt {
                try ReopeningForm.draft(body, of: period.id, today: today)
            }
            guard let draft else { return .refused }
            let answer = try await ledger.reopen(draft, request: turn.context.writing)
            return entry.outcome(
                of: answer, &turn, then: Done.asked.at(Self.path + "/\(period.id)"))
        }
    }

    /// The id of the leave is shown once: whoever records late names it.
    private var allow: [Route] {
        entry.action(
            Self.one + "/allow", roles: [.manager], "allowLateEntriesForm",
            Bilingual("늦은 등록 승인", "Let others record late"), needsKey: true
        ) { turn in
            let period = try await period(of: turn)
            let say = turn.say
            var count = turn.field(
                "entries_max", say("몇 건까지", "How many at most"), initially: "1")
            count.inputMode = "numeric"
            return ActionPage(
                title: say("늦은 등록 승인", "Let others record late"), kind: period.period,
                lead: say(
                    "이 기간의 기부를 다른 사람이 마감 뒤에 적게 합니다. 승인한 사람은 그 승인으로 적을 수 없습니다.",
                    "Others may record into this period after its closing; you cannot use your "
                        + "own leave."),
                fields: [count, turn.reason()], button: say("승인", "Allow it"),
                back: Self.path + "/\(period.id)")
        } perform: { turn in
            let period = try await period(of: turn)
            var shape = PostedObject.Shape()
            shape.numbers = ["entries_max"]
            let (body, today) = (try turn.body(LateApprovalForm.names, shape), turn.today)
            let draft = try await turn.attempt {
                try LateApprovalForm.draft(body, of: period.id, today: today)
            }
            guard let draft else { return .refused }
            let answer = try await ledger.approve(draft, request: turn.context.writing)
            guard let receipt = entry.receipt(of: answer, &turn.problems) else { return .refused }
            let say = turn.say
            return .shown([
                Done.allowed.notice(say),
                Verbatim(text: "\(receipt.id)", label: say("승인 식별자", "Id of the leave")),
                Remarks([
                    say(
                        "기부를 등록하는 사람이 '늦은 등록 승인' 칸에 붙여 넣습니다. 명령에서는 --late-approval에 씁니다.",
                        "Whoever records the donation pastes it under Leave to record late, or "
                            + "gives it with --late-approval.")
                ]),
            ])
        }
    }

    private func period(of turn: ActionTurn) async throws -> RecordedPeriod {
        try await ledger.periods(id: turn.id(), rowsMax: 1).first.found()
    }
}
