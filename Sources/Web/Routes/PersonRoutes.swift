import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 인물. `/api/v1/people`: holders of public office.
struct PersonRoutes: Sendable {
    static let path = "/api/v1/people"

    let ledger: Ledger
    let today: @Sendable () -> CivilDate

    var routes: [Route] { [list, add, show, addOffice, endOffice] }

    private var list: Route {
        Route(
            .get, PersonRoutes.path, access: .readers,
            document: .list(
                "listPeople", Bilingual("인물 목록", "Holders of public office"), of: "Person")
        ) { request, context in
            let list = try ListRequest(of: request)
            let governments = try await ledger.governments()
            let rows = try await ledger.people(after: list.number ?? 0, rowsMax: list.rowsMax)
            return list.page(rows, number: \.person.number).answer {
                $0.write(to: &$1, governments, for: context.reader)
            }
        }
    }

    private var add: Route {
        Route(
            .post, PersonRoutes.path, access: .clerks, body: .json(bytesMax: Route.jsonBytesMax),
            needsIdempotencyKey: true,
            document: .creation(
                "addPerson", Bilingual("인물 등록", "Record a person"), of: "PersonDraft")
        ) { _, context in
            let draft = try PersonForm.draft(
                context.formBody(), today: today(), keyed: ledger.secret.donor)
            return try await ledger.record(draft, request: context.writing)
                .response(in: PersonRoutes.path)
        }
    }

    private var show: Route {
        Route(
            .get, PersonRoutes.path + "/{id}", access: .readers,
            document: .one("showPerson", Bilingual("인물 하나", "One person"), "Person")
        ) { _, context in
            let people = try await ledger.people(ids: [context.id()])
            let person = try people.first.found()
            var writer = JSONWriter()
            person.write(to: &writer, try await ledger.governments(), for: context.reader)
            return .json(writer)
        }
    }

    private var addOffice: Route {
        Route(
            .post, PersonRoutes.path + "/{id}/offices", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "addOffice", Bilingual("직위 등록", "Record an office of a person"),
                of: "OfficeDraft")
        ) { _, context in
            let draft = try PersonForm.office(context.formBody(), today: today())
            return try await ledger.record(draft, of: context.id(), request: context.writing)
                .response()
        }
    }

    private var endOffice: Route {
        Route(
            .post, PersonRoutes.path + "/{id}/offices/{office}/endings", access: .clerks,
            body: .json(bytesMax: Route.jsonBytesMax), needsIdempotencyKey: true,
            document: .creation(
                "endOffice", Bilingual("직위 종료 등록", "End the term of an office"),
                of: "EndingDraft")
        ) { _, context in
            let draft = try EndingForm.draft(context.formBody(), today: today())
            return try await ledger.end(
                office: context.id("office"), of: context.id(), draft, request: context.writing
            ).response()
        }
    }
}
