import HTTPTypes
import Hometown
import HummingbirdCore
import Ledger

/// 기부 등록. `/donations/new` with what it asks while somebody types.
struct DonationEntryRoutes: Sendable {
    let desk: EntryDesk

    private var ledger: Ledger { desk.ledger }
    private static let path = DonationEntryPage.path
    private static let hintsPath = "/donations/hints"
    private static let undoPath = "/donations/{id}/undo"
    /// Rows below the form.
    private static let recentMax = 8
    /// Designated projects that the form offers.
    private static let projectsMax = 500

    var routes: [Route] {
        show + add + hints + undo
    }

    private var show: [Route] {
        Console.get(
            Self.path, roles: Role.clerks, "donationEntry",
            Bilingual("기부 등록 화면", "The page for recording a donation"),
            parameters: [
                .init("after", .id, Bilingual("방금 등록한 기부", "Recorded a moment ago"))
            ]
        ) { request, context, viewer in
            let query = try Query(of: request)
            try query.allow(["after", "theme"])
            let after = try query.value("after") { Identifier($0) }
            let visitor = Visitor(context)
            return try await page(
                visitor, viewer, after: after, form: nil, EntryProblems(visitor.say))
        }
    }

    private var add: [Route] {
        Console.post(
            Self.path, roles: Role.clerks, "donationEntryAdd",
            Bilingual("기부 등록", "Record a donation"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let entry = DonationEntry(context.form, today: desk.today())
            var problems = EntryProblems(visitor.say)
            problems.add(blankedIn: context.form)
            for blank in entry.blanks(visitor.say) { problems.add(blank.field, blank.text) }
            if let draft = try await draft(entry, visitor, &problems) {
                let answer = try await ledger.record(
                    draft, content: draft.canonicalBytes, request: context.writing)
                let receipt = desk.receipt(
                    of: answer, &problems, at: DonationEntry.place)
                if let receipt {
                    return Console.seeOther(
                        visitor.path(Self.path) + "?after=\(receipt.id)")
                }
            }
            return try await page(visitor, viewer, after: nil, form: context.form, problems)
        }
    }

    private var hints: [Route] {
        Console.post(
            Self.hintsPath, roles: Role.clerks, "donationHints",
            Bilingual("쓰는 동안의 귀띔", "What there is to say while somebody types"),
            answering: "Hints"
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let entry = DonationEntry(context.form, today: desk.today())
            var hints = DonationHints(entry, try await ledger.governments())
            var unsaid = EntryProblems(visitor.say)
            if let draft = try await draft(entry, visitor, &unsaid) {
                let exchange = try await draft.exchange.asyncFlatMap(ledger.exchange)
                hints.take(try await ledger.foresee(draft), exchange: exchange)
            }
            var writer = JSONWriter()
            hints.hints.write(to: &writer, in: visitor.language, path: visitor.path)
            return .json(writer)
        }
    }

    /// 바로 취소. Takes back what was recorded a moment ago: a reversal with its reason filled in.
    /// Where that cannot be done at once the browser goes on to where somebody sees so.
    private var undo: [Route] {
        Console.post(
            Self.undoPath, roles: Role.clerks, "donationUndo",
            Bilingual("방금 등록한 기부 취소", "Take back a donation just recorded"), needsKey: true
        ) { _, context, viewer in
            let visitor = Visitor(context)
            let donation = try await ledger.donation(context.id()).found()
            let correction = visitor.path("/donations/\(donation.id)/correct")
            let age = try await ledger.now().microseconds - donation.recordedAt.microseconds
            guard age <= Self.undoPatienceSeconds * 1_000_000, donation.settlement.step == 0 else {
                return Console.seeOther(correction)
            }
            let draft = CorrectionDraft(
                donation: donation.id, action: .reverse, reason: Self.mistyped)
            guard
                case .answered(let answer) = try await ledger.correct(
                    draft, version: 0, request: context.writing), answer.receipt != nil
            else { return Console.seeOther(correction) }
            // What two people decide is taken down and still stands.
            let step = try await ledger.donation(donation.id).found().settlement.step
            return Console.seeOther(
                visitor.path(
                    step == 0 ? Done.awaited.at("/donations/\(donation.id)") : Self.path))
        }
    }

    /// The button is there for ten seconds; without scripts, and on slow lines, somewhat longer.
    private static let undoPatienceSeconds = 120
    private static let mistyped = "입력 착오"

    // MARK: Reading

    /// What the form amounts to; `nil` after problems were added.
    private func draft(
        _ entry: DonationEntry, _ visitor: Visitor, _ problems: inout EntryProblems
    ) async throws -> DonationDraft? {
        let person = try await person(entry, visitor, &problems)
        let link = try await link(entry, visitor, &problems)
        let fields = entry.fields(person: person, link: link)
        switch fields.draft(today: entry.today, keyed: ledger.secret.donor) {
        case .draft(let draft): return problems.isEmpty ? draft : nil
        case .problems(let found):
            let isTold = Set(problems.found.map(\.field))
            let isDonorTold = isTold.contains(DonationEntry.donorField)
            for problem in found
            where !isTold.contains(DonationEntry.place(of: problem.field))
                && !(isDonorTold && problem.field == DonationField.donorKey.rawValue)
            {
                problems.add(problem, at: DonationEntry.place)
            }
            return nil
        }
    }

    /// Whom the name means that was typed, where nobody was chosen from the list.
    private func person(
        _ entry: DonationEntry, _ visitor: Visitor, _ problems: inout EntryProblems
    ) async throws -> Identifier? {
        let say = visitor.say
        let isChosen = entry.form[DonationField.donorPerson.rawValue].map(\.isEmpty) == false
        let isKeyed = entry.form[DonationField.donorKey.rawValue].map(\.tidied.isEmpty) == false
        guard !isChosen, let name = entry.form[DonationEntry.donorField]?.tidied, !name.isEmpty
        else {
            let names = [DonationEntry.donorField, DonationField.donorKey.rawValue]
            if !isChosen, !isKeyed, Set(names).isDisjoint(with: entry.form.blanked) {
                problems.add(
                    DonationEntry.donorField,
                    say(
                        "기부자를 쓰십시오. 이름이나 초성을 쓰면 목록이 나옵니다.",
                        "Name the donor. A name or its initials bring up the list."))
            }
            return nil
        }
        guard !isKeyed else { return nil }
        let found = try await ledger.person(named: name, on: entry.namesDay)
        if let only = found.first, found.count == 1 { return only.id }
        let several = found.compactMap { $0.office?.title.text(in: visitor.language) }
        problems.add(
            DonationEntry.donorField,
            found.isEmpty
                ? say(
                    "등록된 공직자가 아닙니다. 공직자가 아니면 아래에 기부자 번호와 주소지를 쓰십시오.",
                    "No office holder on record is called so. For anybody else give the donor's "
                        + "number and residence below.")
                : say(
                    "같은 이름이 \(found.count)명입니다. 목록에서 고르십시오: ",
                    "There are \(found.count) of that name. Choose from the list: ")
                    + several.joined(separator: ", "))
        return nil
    }

    /// What the donation belongs to: an exchange or a run, by its number.
    private func link(
        _ entry: DonationEntry, _ visitor: Visitor, _ problems: inout EntryProblems
    ) async throws -> (DonationField, Identifier)? {
        guard let text = entry.form[DonationEntry.linkField]?.tidied, !text.isEmpty
        else { return nil }
        if let found = try await ledger.thing(typed: text) {
            switch found.kind {
            case .exchange: return (.exchange, found.id)
            case .participation: return (.participation, found.id)
            default: break
            }
        }
        problems.add(
            DonationEntry.linkField,
            visitor.say(
                "그런 상호기부나 참여가 없습니다. E-나 P-로 시작하는 번호를 쓰거나 비우십시오.",
                "There is no such exchange or run. Give a number E-… or P-…, or leave it empty."))
        return nil
    }

    // MARK: Drawing

    private func page(
        _ visitor: Visitor, _ viewer: Viewer, after: Identifier?, form: PostedForm?,
        _ problems: EntryProblems
    ) async throws -> Response {
        let registry = try await ledger.governments()
        let rows = try await ledger.donations(rowsMax: Self.recentMax)
        var saved: RecordedDonation?
        var warnings: [Warning.Code] = []
        if let after {
            saved = try await ledger.donation(after)
            warnings = try await ledger.proof(of: .id(after)).warnings
        }
        var link = ""
        if let exchange = saved?.exchange {
            link = try await ledger.exchange(exchange)?.exchange.no ?? ""
        }
        let page = DonationEntryPage(
            visitor: visitor, form: form ?? fresh(after: saved, link: link, visitor),
            problems: problems,
            hidden: desk.hidden(viewer, for: Self.path),
            hintsToken: viewer.formKey.token(for: Self.hintsPath),
            pasteToken: viewer.formKey.token(for: ImportFilePage.path),
            saved: saved.flatMap { donation in
                donation.settlement.step == 0
                    ? DonationEntryPage.Saved(
                        donation: donation, warnings: warnings,
                        undo: desk.hidden(viewer, for: Self.undoPath)) : nil
            },
            recent: RecentDonations(rows: rows, registry: registry, visitor: visitor).parts,
            registry: registry,
            projects: try await ledger.projects(rowsMax: Self.projectsMax))
        return try await desk.page(
            page.title, at: Self.path, for: visitor,
            status: problems.isEmpty ? .ok : .unprocessableContent, page.parts)
    }

    /// The form before anybody typed: day, origin and what it belongs to stay as they were.
    private func fresh(
        after: RecordedDonation?, link: String, _ visitor: Visitor
    ) -> PostedForm {
        PostedForm([
            (
                DonationField.donatedOn.rawValue,
                after?.donatedOn.typed(in: visitor.language) ?? desk.today().description
            ), (DonationField.origin.rawValue, (after?.origin ?? .reported).rawValue),
            (DonationEntry.linkField, link), (DonationField.ownName.rawValue, "true"),
            (
                DonationField.residenceBasis.rawValue,
                after?.receiving.checks?.resident?.basis.rawValue ?? ""
            ), (DonationField.channel.rawValue, after?.channel?.rawValue ?? ""),
            (DonationField.channelName.rawValue, after?.channelName ?? ""),
        ])
    }
}

extension Optional {
    fileprivate func asyncFlatMap<Value>(
        _ transform: (Wrapped) async throws -> Value?
    ) async rethrows -> Value? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
