import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 참여 기록. `/relays/{id}/record`: a run with its proof, its next runners and its donations, named as
/// people say them.
struct ParticipationEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let pattern = ParticipationEntryPage.pattern

    var routes: [Route] { show + add }

    private var show: [Route] {
        Console.get(
            Self.pattern, roles: Role.coordinators, "participationEntry",
            Bilingual("참여 기록 화면", "The page for recording a relay run"),
            parameters: [
                .init("nomination", .id, Bilingual("응답하는 지명", "The nomination it answers")),
                .init("after", .id, Bilingual("방금 기록한 참여", "Recorded a moment ago")),
            ]
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow(["nomination", "after", "theme"])
            let relay = try await ledger.relay(context.id()).found()
            let after = try query.value("after") { Identifier($0) }
            let nomination = try query.value("nomination") { Identifier($0) }
            let saved = relay.participations.first { $0.id == after }
            let asked = relay.nominations.first { $0.id == nomination }
            let visitor = Visitor(context)
            return try await page(
                visitor, viewer, relay, fresh(relay, after: saved, asked: asked, visitor),
                EntryProblems(visitor.say), saved: saved)
        }
    }

    private var add: [Route] {
        Console.post(
            Self.pattern, roles: Role.coordinators, "participationEntryAdd",
            Bilingual("참여 기록", "Record a relay run"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let relay = try await ledger.relay(context.id()).found()
            var problems = EntryProblems(visitor.say)
            guard context.form[EntrySheet.moreButton] == nil else {
                return try await page(
                    visitor, viewer, relay, context.form, problems, isSentBack: true)
            }
            problems.add(blankedIn: context.form)
            var form = context.form
            let earlier = try await ledger.recorded(under: context.writing)
            let options = try await complete(&form, relay, &problems, but: earlier?.id)
            let receipt = try await desk.record(
                form, reading(of: relay.relay.id, by: viewer.role), context, &problems
            ) { try await ledger.record($0, request: context.writing) }
            if let receipt {
                return Console.seeOther(
                    visitor.path(ParticipationEntryPage.path(relay.relay.id))
                        + "?after=\(receipt.id)")
            }
            return try await page(
                visitor, viewer, relay, context.form, problems, options: options)
        }
    }

    // MARK: Reading

    /// Puts in what nobody types: whom names mean, which nominations the run answers, and of its
    /// donations whose they are and when they were given.
    /// - Parameter earlier: the run that the same form made when it came before.
    private func complete(
        _ form: inout PostedForm, _ relay: RelayRecord, _ problems: inout EntryProblems,
        but earlier: Identifier?
    ) async throws -> MentionOptions {
        let person = ParticipationEntryPage.person
        let nominees = (0..<form.rowsInUse(of: "nominees")).map(ParticipationEntryPage.nominee)
        let isNamed = form.text(person.name) != nil || form.text(person.path) != nil
        if !isNamed, !form.blanked.contains(person.name) {
            problems.add(
                person.name,
                problems.say(
                    "참여한 사람을 쓰십시오. 이름이나 초성을 쓰면 목록이 나옵니다.",
                    "Say who ran. A name or its initials bring up the list."))
        }
        let day = desk.day("participated_on", of: form)
        let options = try await desk.resolve([person] + nominees, on: day, in: &form, &problems)
        let runner = form.text(person.path).flatMap { Identifier($0) }
        if form[ParticipationEntryPage.answeringField] != nil {
            let open = relay.nominations.filter {
                $0.nominee == runner
                    && ($0.nomination.isWaiting || earlier != nil && $0.answeredBy == earlier)
            }
            for (row, nomination) in open.prefix(ParticipationDraft.answersMax).enumerated() {
                form.set("answers[\(row)]", "\(nomination.id)")
            }
        }
        for row in 0..<form.rowsInUse(of: "donations") {
            let path = "donations[\(row)]."
            let isUsed = ["recipient", "amount"].contains { form.text(path + $0) != nil }
            let amount = path + DonationField.amount.rawValue
            if isUsed, form.text(amount) == nil, !form.blanked.contains(amount) {
                problems.add(amount, DonationEntry.amountUnsaid(problems.say))
            }
            guard isUsed, let runner else { continue }
            form.set(path + DonationField.donorPerson.rawValue, "\(runner)")
            form.set(path + DonationField.origin.rawValue, Origin.reported.rawValue)
            form.set(
                path + DonationField.donatedOn.rawValue, form.text("participated_on") ?? "")
        }
        return options
    }

    private func reading(
        of relay: Identifier, by role: Role
    ) -> EntryDesk.Reading<NamedDraft<ParticipationDraft>> {
        var shape = PostedObject.Shape()
        shape.flags = ["origin"]
        return EntryDesk.Reading(
            names: ParticipationForm.names, shape: shape, place: Self.place
        ) { (body) throws(Problem) in
            let draft = try ParticipationForm.draft(
                body, of: relay, today: desk.today(), keyed: ledger.secret.donor)
            // What the form does not show may be sent all the same.
            try draft.check(for: role)
            return draft
        }
    }

    /// The field that somebody sees for one of the API's.
    static func place(of path: String) -> String {
        let person = ParticipationEntryPage.person
        switch path.split(separator: ".").last.map(String.init) ?? path {
        case "nominee": return ParticipationEntryPage.nominee(0).name
        case "person", "person_name", "person_office":
            return path.hasPrefix("nominees") ? path + "_name" : person.name
        case "donor_person": return person.name
        case "donated_on": return "participated_on"
        case let field where field.hasPrefix("answers"):
            return ParticipationEntryPage.answeringField
        default: return path
        }
    }

    // MARK: Drawing

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ relay: RelayRecord, _ form: PostedForm,
        _ problems: EntryProblems, options: MentionOptions = [:], isSentBack: Bool = false,
        saved: RecordedParticipation? = nil
    ) async throws -> Response {
        let fields = EntryFields(
            visitor: visitor, form: form, problems: problems, day: "participated_on")
        let page = ParticipationEntryPage(
            fields: fields, relay: relay, options: options, isSentBack: isSentBack, saved: saved,
            today: desk.today())
        return try await desk.show(page.sheet, visitor, viewer, problems)
    }

    /// The form before anybody typed: the day stays as it was, and whoever is waited for is named.
    private func fresh(
        _ relay: RelayRecord, after: RecordedParticipation?, asked: RecordedNomination?,
        _ visitor: Visitor
    ) -> PostedForm {
        let person = ParticipationEntryPage.person
        var fields: [(name: String, value: String)] = [
            (
                "participated_on",
                after?.happenedOn?.typed(in: visitor.language) ?? desk.today().description
            ),
            (ParticipationEntryPage.answeringField, "true"),
        ]
        if let asked {
            let who = Incumbent(asked.nominee, in: relay, on: nil, visitor.say)
            fields += [(person.path, "\(asked.nominee)"), (person.name, who.name)]
        }
        return PostedForm(fields)
    }
}
