import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Timetable

/// 예약 작업. `/api/v1/schedules` and their runs.
struct ScheduleRoutes: Sendable {
    static let path = "/api/v1/schedules"
    static let runs = path + "/{name}/runs"

    let ledger: Ledger
    let desk: SummaryDesk
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, listRuns, runNow] }

    private var list: Route {
        Route(
            .get, ScheduleRoutes.path, access: .everyRole,
            document: RouteDocument(
                "listSchedules", Bilingual("예약 작업 목록", "Schedules"),
                responses: [(200, .json("ScheduleList"))])
        ) { request, _ in
            try Query(of: request).allow([])
            let now = try await ledger.now()
            return Page(items: try await ledger.schedules(), next: nil).answer {
                $0.write(to: &$1, at: now)
            }
        }
    }

    private var listRuns: Route {
        Route(
            .get, ScheduleRoutes.runs, access: .everyRole,
            document: RouteDocument(
                "listRuns", Bilingual("실행 기록, 새 것부터", "Runs of a schedule, newest first"),
                parameters: [
                    .init(
                        "limit", ["type": "integer", "minimum": 1, "maximum": 500],
                        Bilingual("받을 건수", "How many"))
                ],
                responses: [(200, .json("RunList"))])
        ) { request, context in
            try Query(of: request).allow(["limit"])
            let limit = try PageRequest(of: request).limit
            let name = try await known(context.pathParameter("name"))
            let runs = try await ledger.runs(of: name, rowsMax: limit)
            return Page(items: runs, next: nil).answer { $0.write(to: &$1) }
        }
    }

    /// The period makes a run unique, so a request that is repeated runs nothing twice.
    private var runNow: Route {
        Route(
            .post, ScheduleRoutes.runs, access: .only(.operator), body: .json(bytesMax: 4096),
            document: RouteDocument(
                "runSchedule", Bilingual("지금 실행", "Run a finished period by hand"),
                request: "RunDraft", responses: [(201, .json("Run"))])
        ) { _, context in
            let form = try RunForm(context.formBody(), today: today())
            let name = try await known(context.pathParameter("name"))
            do {
                guard
                    let run = try await ledger.runNow(
                        name, period: form.period, reason: form.reason, desk.acting(context))
                else { throw ScheduleRoutes.settled }
                var writer = JSONWriter()
                run.write(to: &writer)
                return .json(writer, status: .created)
            } catch let problem as ScheduleProblem {
                throw ScheduleRoutes.problem(problem)
            }
        }
    }

    private func known(_ name: String) async throws -> String {
        let names = try await ledger.schedules().map(\.schedule.name)
        guard names.contains(name) else { throw WebContext.nothingThere }
        return name
    }

    private static let settled = Problem(
        .periodSettled,
        Bilingual(
            "이 기간은 이미 실행했습니다. 실행 기록과 보고를 보십시오.",
            "This period has its run. See the runs and the report."))

    private static func problem(_ problem: ScheduleProblem) -> Problem {
        switch problem {
        case .unknownSchedule: WebContext.nothingThere
        case .unknownPeriod:
            Problem([
                FieldProblem(
                    field: "period", code: "value_invalid",
                    text: Bilingual("기간을 2026-11-20처럼 쓰십시오.", "Write a period like 2026-11-20."))
            ])
        case .unfinishedPeriod:
            Problem(
                .periodUnfinished,
                Bilingual(
                    "기간이 끝난 뒤에 실행하십시오.", "Run it when the period has ended."))
        }
    }
}

extension SummaryDesk {
    /// The same desk with whoever asks as the author.
    fileprivate func acting(_ context: WebContext) -> SummaryDesk {
        guard let principal = context.principal else { return self }
        return SummaryDesk(
            author: Author(id: principal.id, kind: .token, name: principal.name), daemon: daemon,
            render: render)
    }
}
