import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 실행. The runs of schedules: their history, by hand, and for a past of periods.
struct RunRoutes: Sendable {
    static let path = "/api/v1/runs"
    static let ofSchedule = ScheduleRoutes.one + "/runs"

    let ledger: Ledger
    let desk: SummaryDesk
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, show, listOfSchedule, runNow.slow, backfill] }

    private var list: Route {
        Route(
            .get, RunRoutes.path, access: .timetableReaders,
            document: .list(
                "listAllRuns", Bilingual("모든 실행 기록", "Runs of all schedules"), of: "Run")
        ) { request, _ in
            try await page(of: nil, request)
        }
    }

    private var show: Route {
        Route(
            .get, RunRoutes.path + "/{id}", access: .timetableReaders,
            document: .one(
                "showRun", Bilingual("실행과 모든 시도", "A run with every attempt"),
                "RunWithAttempts")
        ) { _, context in
            let record = try await ledger.run(context.id()).found()
            var writer = JSONWriter()
            record.write(to: &writer, for: context.reader)
            return .json(writer)
        }
    }

    private var listOfSchedule: Route {
        Route(
            .get, RunRoutes.ofSchedule, access: .timetableReaders,
            document: .list(
                "listRuns", Bilingual("실행 기록, 새 것부터", "Runs of a schedule, newest first"),
                of: "Run")
        ) { request, context in
            let name = context.pathParameter("name")
            _ = try await ledger.schedule(name).found()
            return try await page(of: name, request)
        }
    }

    private func page(
        of schedule: String?, _ request: HummingbirdCore.Request
    ) async throws -> Response {
        let query = try Query(of: request)
        try query.allow(["limit", "cursor"])
        let asked = try PageRequest(of: request)
        let limit = asked.limit
        let before = try query.value("cursor") { RunPlace(Cursor($0)) }
        let runs = try await ledger.runs(of: schedule, before: before, rowsMax: limit + 1)
        let items = Array(runs.prefix(limit))
        let next = runs.count > limit ? items.last?.cursor : nil
        return Page(items: items, next: next, headers: asked.headers(next: next))
            .answer { $0.write(to: &$1) }
    }

    private var runNow: Route {
        Route(
            .post, RunRoutes.ofSchedule, access: .timekeepers,
            body: .json(bytesMax: ScheduleRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "runSchedule",
                Bilingual(
                    "지금 실행. 이미 보고한 기간은 같은 조건으로 다시 만들어 비교. 모의 실행이 아니면 사유 필수",
                    "Run a finished period by hand; one that is filed is made again and compared. "
                        + "It takes a reason, a dry run does not"),
                parameters: [.dryRun], request: "RunDraft",
                responses: [(201, .json("Run")), (200, .json("RecheckOrForesight"))])
        ) { request, context in
            let query = try Query(of: request)
            try query.allow([RouteDocument.Parameter.dryRun.name])
            let isDryRun = try query.flag(RouteDocument.Parameter.dryRun.name)
            let (body, reader) = (try context.formBody(), context.reader)
            // Nothing is done that could happen twice, and no key used up.
            guard !isDryRun else { return try await foresight(of: body, context) }
            let form = try RunForm(running: body, today: today())
            return try await context.once(ledger, request) { outcome, _, writer in
                switch outcome {
                case .filed(let run):
                    run.write(to: &writer)
                    return .created
                case .rechecked(let recheck):
                    recheck.write(to: &writer, for: reader)
                    return .ok
                }
            } act: {
                try await ledger.runNow(
                    context.pathParameter("name"), period: form.period,
                    reason: form.reason ?? "", revising: form.revises,
                    desk.acting(as: context.author), errand: $0)
            }
        }
    }

    /// What would be filed; nothing is.
    private func foresight(of body: FormBody, _ context: WebContext) async throws -> Response {
        let form = try RunForm(foreseeing: body, today: today())
        let foresight = try await ledger.foreseeRun(
            context.pathParameter("name"), period: form.period, reason: form.reason,
            revising: form.revises, desk.acting(as: context.author))
        var writer = JSONWriter()
        foresight.write(to: &writer, for: context.reader)
        return .json(writer)
    }

    private var backfill: Route {
        Route(
            .post, ScheduleRoutes.one + "/backfills", access: .timekeepers,
            body: .json(bytesMax: ScheduleRoutes.bodyBytesMax), needsIdempotencyKey: true,
            document: RouteDocument(
                "backfillSchedule",
                Bilingual(
                    "기간 채우기. 곧 차례대로 실행. 모의 실행이 아니면 사유 필수",
                    "Ask for past periods; they run soon, in order. It takes a reason, a dry run "
                        + "does not"),
                request: "BackfillDraft", responses: [(202, .json("Backfill"))])
        ) { request, context in
            let form = try BackfillForm(context.formBody(), today: today())
            // A rehearsal does nothing that could happen twice, and uses no key up.
            guard !form.isRehearsal else {
                var writer = JSONWriter()
                try await backfill(form, context).write(to: &writer, isRehearsal: true)
                return .json(writer, status: .accepted)
            }
            return try await context.once(ledger, request) { backfill, _, writer in
                backfill.write(to: &writer, isRehearsal: false)
                return .accepted
            } act: {
                try await backfill(form, context, $0)
            }
        }
    }

    private func backfill(
        _ form: BackfillForm, _ context: WebContext, _ errand: Errand<Backfill>? = nil
    ) async throws -> Backfill {
        try await ledger.backfill(
            context.pathParameter("name"), from: form.from, to: form.to,
            reason: form.reason ?? "", isRehearsal: form.isRehearsal,
            desk.acting(as: context.author), errand: errand)
    }
}

extension RecordedRun {
    var cursor: Cursor {
        Cursor(keys: [scheduledFor.text, String(revision), id.description])
    }
}

extension RunPlace {
    init?(_ cursor: Cursor?) {
        guard let keys = cursor?.keys, keys.count == 3, let scheduledFor = Instant(keys[0]),
            let revision = Int32(keys[1]), let id = Identifier(keys[2])
        else { return nil }
        self.init(scheduledFor: scheduledFor, revision: revision, id: id)
    }
}
