import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 인물 등록. `/people/new`: a holder of public office with the offices that are known;
/// `/people/{id}/office`: a further one.
struct PersonEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    static let path = "/people/new"
    private static let office = "/people/{id}/office"
    private static let officesDefault = 1

    var routes: [Route] { show + add + showOffice + addOffice }

    static func path(toOfficeOf person: Identifier) -> String { "/people/\(person)/office" }

    // MARK: A person

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.clerks, "personEntry",
            Bilingual("인물 등록 화면", "The page for recording a person")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            return try await page(visitor, viewer, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var add: [Route] {
        Console.post(
            Self.path, roles: Role.clerks, "personEntryAdd",
            Bilingual("인물 등록", "Record a person"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            var problems = EntryProblems(visitor.say)
            guard context.form[EntrySheet.moreButton] == nil else {
                return try await page(
                    visitor, viewer, context.form, problems, isSentBack: true)
            }
            problems.add(blankedIn: context.form)
            let reading = EntryDesk.Reading(names: PersonForm.names) { (body) throws(Problem) in
                try PersonForm.draft(body, today: desk.today(), keyed: ledger.secret.donor)
            }
            let receipt = try await desk.record(context.form, reading, context, &problems) {
                try await ledger.record($0, request: context.writing)
            }
            if let receipt {
                return desk.saved(context, at: visitor.path("/people/\(receipt.id)"))
            }
            return try await page(visitor, viewer, context.form, problems)
        }
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ form: PostedForm, _ problems: EntryProblems,
        isSentBack: Bool = false
    ) async throws -> Response {
        let fields = EntryFields(visitor: visitor, form: form, problems: problems)
        let say = visitor.say
        var names: [any Part] = fields.bilingual("name", "이름", "Name")
        if var first = names[0] as? EntryField {
            first.isFocused = problems.isEmpty
            names[0] = first
        }
        names.append(
            fields.text(
                "donor_key", say("기부자 번호", "Donor's number"),
                help: say(
                    "이 사람을 이미 번호로 적었으면 그 번호. 바로 해시로 바뀝니다.",
                    "If donations are on record under one of your numbers; hashed at once.")))
        let offices = fields.rows(
            "offices", free: Self.officesDefault, max: PersonForm.officesMax)
        let sheet = EntrySheet(
            title: say("인물 등록", "Record a person"),
            lead: say(
                "공표된 공직자만 적습니다. 그 밖의 기부자는 번호로만 압니다.",
                "Published holders of public office only; other donors are known by a number."),
            path: Self.path, pattern: Self.path, back: "/people",
            more: Bilingual("직위 더하기", "More offices"), isSentBack: isSentBack,
            parts: [EntryGroup(legend: say("인물", "Person"), kind: "line", parts: names)]
                + offices.map { row in
                    EntryGroup(
                        legend: say("\(row + 1)번 직위", "Office \(row + 1)"), kind: "line",
                        parts: Self.office("offices[\(row)].", fields))
                } + [SourceEntry.fields(fields)])
        return try await desk.show(sheet, visitor, viewer, problems)
    }

    // MARK: A further office

    private var showOffice: [Route] {
        Console.get(
            Self.office, roles: Role.clerks, "officeEntry",
            Bilingual("직위 등록 화면", "The page for recording an office")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let person = try await person(context)
            return try await officePage(
                visitor, viewer, person, PostedForm(), EntryProblems(visitor.say))
        }
    }

    private var addOffice: [Route] {
        Console.post(
            Self.office, roles: Role.clerks, "officeEntryAdd",
            Bilingual("직위 등록", "Record an office"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let person = try await person(context)
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            let reading = EntryDesk.Reading(names: PersonForm.officeNames) {
                (body) throws(Problem) in
                try PersonForm.office(body, today: desk.today())
            }
            let receipt = try await desk.record(context.form, reading, context, &problems) {
                try await ledger.record($0, of: person.person.id, request: context.writing)
            }
            if receipt != nil {
                return desk.saved(context, at: visitor.path("/people/\(person.person.id)"))
            }
            return try await officePage(visitor, viewer, person, context.form, problems)
        }
    }

    private func person(_ context: WebContext) async throws -> PersonRecord {
        try await ledger.people(ids: [context.id()]).first.found()
    }

    private func officePage(
        _ visitor: Visitor, _ viewer: Viewer, _ person: PersonRecord, _ form: PostedForm,
        _ problems: EntryProblems
    ) async throws -> Response {
        let fields = EntryFields(visitor: visitor, form: form, problems: problems)
        let say = visitor.say
        let name = person.person.name.map(say.text) ?? say[.erased]
        let sheet = EntrySheet(
            title: say("\(name)의 직위 등록", "Record an office of \(name)"),
            kind: person.person.no, path: Self.path(toOfficeOf: person.person.id),
            pattern: Self.office, back: "/people/\(person.person.id)",
            parts: [
                EntryGroup(
                    legend: say("직위", "Office"), kind: "line", parts: Self.office("", fields))
            ])
        return try await desk.show(sheet, visitor, viewer, problems)
    }

    /// The fields of one office.
    private static func office(_ path: String, _ fields: EntryFields) -> [any Part] {
        let say = fields.say
        return fields.bilingual(path + "title", "직위", "Office") + [
            fields.government(path + "government", say("지자체", "Government")),
            fields.date(path + "held_from", say("재직 시작", "Held from"), help: ""),
            fields.date(
                path + "held_to", say("그만둔 날", "Left on"),
                help: say("이날부터 아님", "From this day on no more")),
            fields.date(
                path + "known_on", say("그 직위로 알려진 날", "Known to hold it on"),
                help: say(
                    "시작한 날을 모르면, 예: 기사의 날짜", "Where the first day is unknown: of an article")),
        ]
            + fields.bilingual(path + "constituency", "지역구", "Constituency")
            + fields.bilingual(path + "party", "정당", "Party")
    }
}
