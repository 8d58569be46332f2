import Hometown
import Postgres

/// 계획의 항목. The entries of a plan and the rows beside them, each after everything it names.
struct RelayPlanEntries {
    private let plan: RelayPlan
    private let relay: Identifier
    private let recordedAt: Instant
    private let people: [Identifier]
    private let runs: [Identifier]
    private let nominations: [Identifier]
    private var sources: [String: Identifier]
    private(set) var drafts: [Book.Draft] = []

    private var personDrafts: [(place: Int, entry: Int)] = []
    private var officeDrafts: [(place: Int, id: Identifier, entry: Int)] = []
    private var sourceDrafts: [(link: String, entry: Int)] = []
    private var runDrafts: [(place: Int, entry: Int)] = []
    private var nominationDrafts: [(place: Int, entry: Int)] = []
    private var answers: [RelayPlanAnswer] = []

    /// - Parameter known: ids of sources on record, by address.
    init(_ plan: RelayPlan, in relay: Identifier, known: [String: Identifier], _ book: Book) {
        self.plan = plan
        self.relay = relay
        recordedAt = book.recordedAt
        people = plan.people.map { _ in book.newIdentifier() }
        runs = plan.runs.map { _ in book.newIdentifier() }
        nominations = plan.nominations.map { _ in book.newIdentifier() }
        sources = known
        for link in plan.sources { addSource(link, book.newIdentifier()) }
        for place in plan.people.indices { addPerson(place, book) }
        let byRun = Dictionary(grouping: plan.nominations.indices) { plan.nominations[$0].run }
        let answered = Dictionary(grouping: plan.nominations.indices) {
            plan.nominations[$0].answeredBy
        }
        for (place, nomination) in plan.nominations.enumerated() {
            if case .known = nomination.run { addNomination(place) }
        }
        let order = plan.runs.indices.sorted {
            (plan.runs[$0].generation, $0) < (plan.runs[$1].generation, $1)
        }
        for place in order {
            let known = plan.answers.filter { $0.run == .new(place) }.map(\.nomination)
            let new = (answered[.new(place)] ?? []).map { nominations[$0] }
            addRun(place, answers: known + new)
            for nomination in byRun[.new(place)] ?? [] { addNomination(nomination) }
        }
        addLateAnswers(book)
    }

    private mutating func addSource(_ link: String, _ id: Identifier) {
        sources[link] = id
        sourceDrafts.append((link, drafts.count))
        drafts.append(
            Book.Draft(
                kind: .source, id: id,
                members: RelayPlanEntries.draft(link).members.mapValues { $0 }))
    }

    /// An address says who speaks by its host; what it says nobody has read yet.
    static func draft(_ link: String) -> SourceDraft {
        let rest = link.drop { $0 != "/" }.drop { $0 == "/" }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return SourceDraft(outlet: String(host), language: .korean, link: link)
    }

    private mutating func addPerson(_ place: Int, _ book: Book) {
        let person = plan.people[place]
        personDrafts.append((place, drafts.count))
        drafts.append(
            Book.Draft(
                kind: .person, id: people[place],
                members: PersonDraft(name: Bilingual(person.name, person.name)).members,
                personal: ["name_en": person.name, "name_ko": person.name]))
        guard let office = RelayPlanEntries.office(of: person) else { return }
        let id = book.newIdentifier()
        officeDrafts.append((place, id, drafts.count))
        drafts.append(
            Book.Draft(
                kind: .office, id: id,
                members: office.members(of: people[place], person.office?.government)))
    }

    private static func office(of person: RelayPlan.NewPerson) -> OfficeDraft? {
        person.office.map { office in
            OfficeDraft(
                title: Bilingual(office.title, office.title),
                constituency: office.constituency.map { Bilingual($0, $0) },
                knownOn: person.knownOn)
        }
    }

    private mutating func addRun(_ place: Int, answers known: [Identifier]) {
        for nomination in known {
            answers.append(
                RelayPlanAnswer(
                    nomination: nomination, run: runs[place], entry: drafts.count,
                    generation: plan.runs[place].generation))
        }
        runDrafts.append((place, drafts.count))
        drafts.append(
            Book.Draft(
                kind: .participation, id: runs[place],
                members: draft(plan.runs[place], answers: known).members))
    }

    private func draft(
        _ run: RelayPlan.NewRun, answers: [Identifier] = []
    ) -> ParticipationDraft {
        ParticipationDraft(
            relay: relay, person: id(run.person), happenedOn: RelayPlanEntries.year(run.year),
            isImplied: true, answers: answers)
    }

    private static func year(_ year: Int) -> EventDate? {
        CivilDate(year: year, month: 1, day: 1).map { EventDate($0, precision: .year) }
    }

    private mutating func addNomination(_ place: Int) {
        nominationDrafts.append((place, drafts.count))
        drafts.append(
            Book.Draft(
                kind: .nomination, id: nominations[place],
                members: draft(plan.nominations[place]).members))
    }

    private func draft(_ nomination: RelayPlan.NewNomination) -> NominationDraft {
        NominationDraft(
            relay: relay, participation: id(nomination.run), nominee: id(nomination.nominee),
            happenedOn: nomination.date,
            claims: nomination.source.flatMap { sources[$0] }.map { [ClaimDraft(source: $0)] }
                ?? [])
    }

    /// Participations on record that answer: an entry of its own says so.
    private mutating func addLateAnswers(_ book: Book) {
        var late = plan.answers.compactMap { answer -> (Identifier, Identifier)? in
            if case .known(let run) = answer.run { return (answer.nomination, run) }
            return nil
        }
        for (place, nomination) in plan.nominations.enumerated() {
            if case .known(let run)? = nomination.answeredBy {
                late.append((nominations[place], run))
            }
        }
        for (nomination, run) in late {
            answers.append(
                RelayPlanAnswer(
                    nomination: nomination, run: run, entry: drafts.count, generation: .max))
            drafts.append(
                Book.Draft(
                    kind: .reply, id: book.newIdentifier(),
                    members: [
                        "nomination": .id(nomination), "participation": .id(run),
                        "relay": .id(relay), "reply": .string("answered"),
                    ]))
        }
    }

    private func id(_ person: RelayPlan.Person) -> Identifier {
        switch person {
        case .known(let id): id
        case .new(let place): people[place]
        }
    }

    private func id(_ run: RelayPlan.Run) -> Identifier {
        switch run {
        case .known(let id): id
        case .new(let place): runs[place]
        }
    }
}

/// A nomination, the participation that answers it, and the entry that says so.
struct RelayPlanAnswer {
    let nomination: Identifier
    let run: Identifier
    let entry: Int
    let generation: Int
}

extension RelayPlanEntries {
    /// Writes the rows of every table, one statement each. Answers go generation by generation:
    /// then the trigger that refuses loops never has far to walk.
    /// - Parameter numbers: of the drafts.
    func write(in transaction: Transaction, numbers: [Int64]) async throws {
        _ = try await transaction.run(
            InsertPeople(
                numbers: personDrafts.map { numbers[$0.entry] },
                ids: personDrafts.map { people[$0.place] }, recordedAt: recordedAt))
        _ = try await transaction.run(insertOffices(numbers))
        _ = try await transaction.run(
            InsertLinkedSources(
                numbers: sourceDrafts.map { numbers[$0.entry] },
                ids: sourceDrafts.map { sources[$0.link] ?? relay },
                outlets: sourceDrafts.map { RelayPlanEntries.draft($0.link).outlet },
                links: sourceDrafts.map(\.link), recordedAt: recordedAt))
        _ = try await transaction.run(
            InsertRuns(
                numbers: runDrafts.map { numbers[$0.entry] },
                ids: runDrafts.map { runs[$0.place] }, relay: relay,
                people: runDrafts.map { id(plan.runs[$0.place].person) },
                dates: runDrafts.map { RelayPlanEntries.year(plan.runs[$0.place].year)?.date },
                recordedAt: recordedAt))
        _ = try await transaction.run(insertNominations(numbers))
        let claimed = nominationDrafts.compactMap { draft in
            plan.nominations[draft.place].source.flatMap { sources[$0] }.map { (draft, $0) }
        }
        _ = try await transaction.run(
            InsertSupports(
                numbers: claimed.map { numbers[$0.0.entry] },
                subjects: claimed.map { nominations[$0.0.place] }, sources: claimed.map(\.1)))
        let generations = Dictionary(grouping: answers, by: \.generation)
        for (_, answers) in generations.sorted(by: { $0.key < $1.key }) {
            _ = try await transaction.run(
                InsertAnswerRows(
                    relay: relay, nominations: answers.map(\.nomination),
                    participations: answers.map(\.run), numbers: answers.map { numbers[$0.entry] }))
        }
    }

    private func insertOffices(_ numbers: [Int64]) -> InsertOffices {
        let offices = officeDrafts.map { plan.people[$0.place] }
        return InsertOffices(
            numbers: officeDrafts.map { numbers[$0.entry] }, ids: officeDrafts.map(\.id),
            people: officeDrafts.map { people[$0.place] },
            titles: offices.map { $0.office?.title ?? "" },
            governments: offices.map { $0.office?.government?.id },
            constituencies: offices.map { $0.office?.constituency },
            knownOn: offices.map(\.knownOn), recordedAt: recordedAt)
    }

    private func insertNominations(_ numbers: [Int64]) -> InsertNominations {
        let all = nominationDrafts.map { plan.nominations[$0.place] }
        return InsertNominations(
            numbers: nominationDrafts.map { numbers[$0.entry] },
            ids: nominationDrafts.map { nominations[$0.place] }, relay: relay,
            participations: all.map { id($0.run) }, nominees: all.map { id($0.nominee) },
            dates: all.map(\.date.date), precisions: all.map(\.date.precision.rawValue),
            recordedAt: recordedAt)
    }
}

extension Book {
    /// Adds everything a plan holds.
    mutating func carry(out plan: RelayPlan, in relay: Identifier) async throws {
        let links = Set(plan.nominations.compactMap(\.source)).sorted()
        let known = try await transaction.run(FindSources(links: links))
        let entries = RelayPlanEntries(
            plan, in: relay,
            known: Dictionary(known.map { ($0.link, $0.id) }) { first, _ in first }, self)
        let numbers = try await add(entries.drafts)
        try await entries.write(in: transaction, numbers: numbers)
    }
}
