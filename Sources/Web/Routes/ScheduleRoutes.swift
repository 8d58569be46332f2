import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger
import Timetable

/// 예약 작업. `/api/v1/schedules`: made, changed, paused and resumed.
struct ScheduleRoutes: Sendable {
    static let path = "/api/v1/schedules"
    static let one = path + "/{name}"
    static let bodyBytesMax = 4096
    private static let changesMax = 50

    let ledger: Ledger
    let desk: SummaryDesk
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, show, make, change, pause, resume] }

    private var list: Route {
        Route(
            .get, ScheduleRoutes.path, access: .timetableReaders,
            document: RouteDocument(
                "listSchedules", Bilingual("예약 작업 목록", "Schedules"),
                responses: [(200, .json("ScheduleList"))])
        ) { _, _ in
            let now = try await ledger.now()
            return Page(items: try await ledger.schedules(), next: nil).answer {
                $0.write(to: &$1, at: now)
            }
        }
    }

    private var show: Route {
        Route(
            .get, ScheduleRoutes.one, access: .timetableReaders,
            document: .one(
                "showSchedule", Bilingual("예약 작업과 변경 기록", "A schedule and its changes"),
                "ScheduleWithChanges")
        ) { _, context in
            let recorded = try await ledger.schedule(context.pathParameter("name")).found()
            let changes = try await ledger.changes(
                of: recorded, rowsMax: ScheduleRoutes.changesMax)
            let now = try await ledger.now()
            var writer = JSONWriter()
            recorded.write(to: &writer, at: now, changes: changes)
            return .json(writer)
        }
    }

    private var make: Route {
        Route(
            .post, ScheduleRoutes.path, access: .only(.operator),
            body: .json(bytesMax: ScheduleRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "makeSchedule", Bilingual("예약 작업 만들기", "Make a schedule"),
                request: "ScheduleDraft", responses: [(201, .json("Schedule"))])
        ) { request, context in
            let form = try ScheduleForm(context.formBody(), today: today(), isNew: true)
            return try await told(request, context, status: .created) {
                try await ledger.makeSchedule(
                    form.name ?? "", form.draft, note: form.note, author: context.author,
                    errand: $0)
            }
        }
    }

    private var change: Route {
        Route(
            .patch, ScheduleRoutes.one, access: .only(.operator),
            body: .json(bytesMax: ScheduleRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "changeSchedule", Bilingual("예약 작업 바꾸기, 켜고 끄기", "Move or switch a schedule"),
                request: "ScheduleChange", responses: [(200, .json("Schedule"))])
        ) { request, context in
            let form = try ScheduleForm(context.formBody(), today: today(), isNew: false)
            return try await told(request, context) {
                try await ledger.changeSchedule(
                    context.pathParameter("name"), form.draft, note: form.note,
                    author: context.author, errand: $0)
            }
        }
    }

    private var pause: Route {
        Route(
            .post, ScheduleRoutes.one + "/pause", access: .timekeepers,
            body: .json(bytesMax: ScheduleRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "pauseSchedule", Bilingual("일시정지", "Pause a schedule"),
                request: "PauseDraft", responses: [(200, .json("Schedule"))])
        ) { request, context in
            let form = try PauseForm(pausing: context.formBody(), today: today())
            return try await told(request, context) {
                try await ledger.pauseSchedule(
                    context.pathParameter("name"), note: form.note ?? "",
                    author: context.author, errand: $0)
            }
        }
    }

    private var resume: Route {
        Route(
            .post, ScheduleRoutes.one + "/resume", access: .timekeepers,
            body: .json(bytesMax: ScheduleRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "resumeSchedule", Bilingual("다시 시작", "Resume a schedule"),
                request: "ResumeDraft", responses: [(200, .json("Schedule"))])
        ) { request, context in
            let form = try PauseForm(resuming: context.formBody(), today: today())
            return try await told(request, context) {
                try await ledger.resumeSchedule(
                    context.pathParameter("name"), catchingUp: form.catchesUp, note: form.note,
                    desk.acting(as: context.author), errand: $0)
            }
        }
    }

    private func told(
        _ request: HummingbirdCore.Request, _ context: WebContext,
        status: HTTPResponse.Status = .ok,
        _ act: (Errand<RecordedSchedule>) async throws -> RecordedSchedule
    ) async throws -> Response {
        try await context.once(ledger, request) { recorded, now, writer in
            recorded.write(to: &writer, at: now)
            return status
        } act: {
            try await act($0)
        }
    }
}
