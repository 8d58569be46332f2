import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 지정기부 사업. `/api/v1/projects`.
struct ProjectRoutes: Sendable {
    static let path = "/api/v1/projects"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show, end] }

    private var list: Route {
        Route(
            .get, ProjectRoutes.path, access: .guests,
            document: .list(
                "listProjects",
                Bilingual("지정기부 사업 목록", "Projects that donors may name"), of: "Project",
                filters: ProjectRoutes.filters)
        ) { request, context in
            let list = try ListRequest(of: request, filters: ["government", "open_on"])
            let governments = try await ledger.governments()
            let filter = ProjectFilter(
                government: try list.query.government("government", governments, on: today())?.id,
                openOn: try list.query.value("open_on") { CivilDate($0) })
            let rows = try await ledger.projects(
                filter, after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, ProjectRoutes.path, access: .clerks, body: .json(bytesMax: Route.jsonBytesMax),
            needsIdempotencyKey: true,
            document: .creation(
                "addProject", Bilingual("지정기부 사업 등록", "Record a project"), of: "ProjectDraft")
        ) { _, context in
            let draft = try ProjectForm.draft(context.formBody(), today: today())
            return try await ledger.record(draft, request: context.writing)
                .response(in: ProjectRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, ProjectRoutes.path + "/{id}", access: .guests,
            document: .one("showProject", Bilingual("지정기부 사업 하나", "One project"), "Project")
        ) { _, context in
            let rows = try await ledger.projects(ProjectFilter(id: context.id()), rowsMax: 1)
            let project = try rows.first.found()
            var writer = JSONWriter()
            project.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }

    private var end: Route {
        Route(
            .post, ProjectRoutes.path + "/{id}/endings", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "endProject", Bilingual("지정기부 사업 종료", "End a project"), of: "EndingDraft")
        ) { _, context in
            let draft = try EndingForm.draft(context.formBody(), today: today())
            return try await ledger.end(
                project: context.id(), draft, request: context.writing
            ).response()
        }
    }

    private static let filters: [RouteDocument.Parameter] = [
        .government,
        .init(
            "open_on", ["type": "string", "format": "date"],
            Bilingual("이날 모금 중인 사업", "Open on this day")),
    ]
}

extension RouteDocument.Parameter {
    static let government = RouteDocument.Parameter(
        "government", ["type": "string"],
        Bilingual("지자체의 코드나 이름", "Code or name of the government"))
}
