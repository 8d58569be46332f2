import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 정정·취소·반환. `/donations/{id}/correct`: filled in, looked at, and only then recorded.
struct CorrectionEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = CorrectionEntryPage.path
    /// The hidden field that says which version its author has seen.
    private static let versionField = "version"

    var routes: [Route] { show + send }

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.clerks, "correctionEntry",
            Bilingual("정정 화면", "The page for correcting a donation")
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let donation = try await ledger.donation(context.id()).found()
            let registry = try await ledger.governments()
            let entry = CorrectionEntry(
                form: PostedForm(), donation: donation, registry: registry, reader: visitor.reader)
            return try await page(
                visitor, viewer, donation, entry.asItStands, EntryProblems(visitor.say))
        }
    }

    private var send: [Route] {
        Console.post(
            Self.path, roles: Role.clerks, "correctionEntryAdd",
            Bilingual("정정, 취소, 반환 기록", "Record a correction"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let donation = try await ledger.donation(context.id()).found()
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            guard let draft = try await draft(context.form, donation, visitor, &problems),
                context.form["again"] == nil
            else { return try await page(visitor, viewer, donation, context.form, problems) }
            let seen = context.form[Self.versionField].flatMap { Int($0) }
            guard context.form["confirm"] != nil else {
                let foresight = try await foresight(
                    of: draft, version: seen, viewer, &problems)
                let current = try await ledger.donation(donation.id).found()
                return try await page(
                    visitor, viewer, current, context.form, problems, asking: draft,
                    foreseeing: foresight)
            }
            switch try await ledger.correct(draft, version: seen, request: context.writing) {
            case .answered(let answer):
                if desk.receipt(of: answer, &problems, at: CorrectionEntry.place) != nil {
                    let place = try await place(after: draft, version: seen)
                    return desk.saved(context, at: visitor.path(place))
                }
            case .unknown: throw WebContext.nothingThere
            case .stale: problems.add("", Self.stale(visitor.say))
            }
            let current = try await ledger.donation(donation.id).found()
            return try await page(visitor, viewer, current, context.form, problems)
        }
    }

    /// What would come of it, by making it and undoing it.
    /// - Returns: `nil` after problems were added.
    private func foresight(
        of draft: CorrectionDraft, version: Int?, _ viewer: Viewer,
        _ problems: inout EntryProblems
    ) async throws -> CorrectionForesight? {
        switch try await ledger.foresee(draft, version: version, author: viewer.author) {
        case .foreseen(let foresight): return foresight
        case .refused(let refusals): problems.add(refusals, at: CorrectionEntry.place)
        case .stale: problems.add("", Self.stale(problems.say))
        case .unknown: throw WebContext.nothingThere
        }
        return nil
    }

    /// Where what came of it is seen: the record that stands now, and what happened.
    private func place(after draft: CorrectionDraft, version: Int?) async throws -> String {
        let settlement = try await ledger.donation(draft.donation).found().settlement
        let done: Done =
            switch draft.action {
            case _ where settlement.step == version ?? 0: .awaited
            case .amend: .corrected
            case .reverse: .reversed
            case .return: .returned
            case .restore: .restored
            }
        return done.at("/donations/\(settlement.replacement ?? draft.donation)")
    }

    private static func stale(_ say: Phrases) -> String {
        say(
            "그 사이에 다른 사람이 정정했습니다. 지금 내용을 확인하고 다시 하십시오.",
            "Somebody corrected it meanwhile. Look at what stands now and repeat.")
    }

    /// Whom the name means that was typed, where nobody was chosen from the list.
    private func resolveDonor(
        in form: inout PostedForm, on day: CivilDate, _ problems: inout EntryProblems
    ) async throws {
        let (field, person) = (
            DonationEntry.donorField, CorrectionEntry.name(of: .donorPerson)
        )
        let key = CorrectionEntry.name(of: .donorKey)
        guard let name = form.text(field)?.tidied, form.text(person) == nil,
            form.text(key) == nil
        else { return }
        let found = try await ledger.person(named: name, on: day)
        if let only = found.first, found.count == 1 { return form.set(person, "\(only.id)") }
        problems.add(
            field,
            found.isEmpty
                ? problems.say(
                    "등록된 공직자가 아닙니다. 공직자가 아니면 기부자 번호를 쓰십시오.",
                    "No office holder on record is called so. For anybody else give the number.")
                : problems.say(
                    "같은 이름이 \(found.count)명입니다. 목록에서 고르십시오.",
                    "There are \(found.count) of that name. Choose from the list."))
    }

    /// What the form asks for; fields that read as they did are no changes.
    private func draft(
        _ form: PostedForm, _ donation: RecordedDonation, _ visitor: Visitor,
        _ problems: inout EntryProblems
    ) async throws -> CorrectionDraft? {
        let registry = try await ledger.governments()
        let entry = CorrectionEntry(
            form: form, donation: donation, registry: registry, reader: visitor.reader)
        var form = entry.changed
        let isAmending = form["action"] == CorrectionAction.amend.rawValue
        if entry.lacksBasis {
            problems.add(
                CorrectionEntry.name(of: .residenceBasis),
                visitor.say("무엇으로 확인했는지 고르십시오.", "Choose on what basis it was checked."))
        }
        if isAmending {
            try await resolveDonor(in: &form, on: donation.donatedOn.latest, &problems)
        }
        if form["action"] != CorrectionAction.return.rawValue {
            for name in ["ground", "returned_on", "receipt_recalled"] { form.drop(name) }
        }
        var shape = PostedObject.Shape()
        shape.flags = ["receipt_recalled"]
        let posted = PostedObject(form, names: Set(CorrectionForm.names), shape: shape)
        do {
            let draft = try CorrectionForm.draft(
                FormBody(object: posted.object), of: donation.id, today: desk.today(),
                keyed: ledger.secret.donor)
            if isAmending, draft.changes.isEmpty, draft.earmarks.isEmpty {
                problems.add(
                    "changes.donated_on",
                    visitor.say(
                        "고칠 내용이 없습니다. 바뀐 항목을 쓰거나 취소를 고르십시오.",
                        "Nothing reads otherwise. Change an item, or choose to reverse it."))
            }
            if draft.reason == nil {
                problems.add(
                    "reason",
                    visitor.say("사유를 쓰십시오. 기록에 남습니다.", "Give the reason; it is recorded."))
            }
            return problems.isEmpty ? draft : nil
        } catch {
            problems.add(error, at: CorrectionEntry.place)
            return nil
        }
    }

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, _ donation: RecordedDonation, _ form: PostedForm,
        _ problems: EntryProblems, asking draft: CorrectionDraft? = nil,
        foreseeing foresight: CorrectionForesight? = nil
    ) async throws -> Response {
        let registry = try await ledger.governments()
        let page = CorrectionEntryPage(
            visitor: visitor, donation: donation, registry: registry, form: form,
            problems: problems,
            hidden: desk.hidden(viewer, for: Self.path) + [
                (Self.versionField, "\(donation.settlement.step)")
            ], draft: draft,
            effects: foresight.map {
                CorrectionEffects(foresight: $0, registry: registry, visitor: visitor)
            })
        return try await desk.page(
            page.title, at: "/donations/\(donation.id)/correct", for: visitor,
            status: problems.isEmpty ? .ok : .unprocessableContent, page.parts)
    }
}
