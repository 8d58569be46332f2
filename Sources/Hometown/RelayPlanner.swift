/// 계획 세우기. Reads an edge list as participations: a participation is a person in a calendar year
/// of the relay; an edge gives its nominator the participation of its year and its nominee a
/// nomination, which the nominee's participation of the same year answers, else of the next.
package struct RelayPlanner {
    private struct Year: Hashable {
        let person: RelayPlan.Person
        let year: Int
    }

    private struct Pair: Hashable {
        let run: RelayPlan.Run
        let nominee: RelayPlan.Person
    }

    /// A nomination that a participation may answer, whoever recorded it.
    private struct Waiting {
        let nominator: RelayPlan.Run
        let nominee: RelayPlan.Person
        let year: Int
        let row: Int?
        /// The place among the plan's nominations, or the id of one on record.
        let subject: Subject

        enum Subject {
            case new(Int)
            case known(Identifier)
        }
    }

    private var plan = RelayPlan()
    private var faults = EdgeListFaults()
    private var runByYear: [Year: RelayPlan.Run] = [:]
    private var nominationByPair: [Pair: (row: Int?, known: Nomination?)] = [:]
    private var waiting: [Waiting] = []
    private var links: RelayPlanLinks
    private let holdings: RelayHoldings
    /// Addresses of sources that are on record or planned.
    private var sources: Set<String>

    /// - Throws: `EdgeListFaults` with everything that keeps the list from being recorded.
    package static func plan(
        _ list: EdgeList, for holdings: RelayHoldings, today: CivilDate,
        in registry: GovernmentRegistry
    ) throws(EdgeListFaults) -> RelayPlan {
        var planner = RelayPlanner(holdings)
        let people = RelayPlanPeople(
            list, holdings.people, today: today, registry, &planner.faults)
        planner.plan.people = people.people
        planner.plan.notices = people.notices
        planner.plan.rowCount = list.rows.count
        for row in list.rows { planner.take(row, people.byWho) }
        planner.answer()
        guard planner.faults.found.isEmpty else { throw planner.faults }
        planner.order()
        return planner.plan
    }

    private init(_ holdings: RelayHoldings) {
        self.holdings = holdings
        sources = holdings.sources
        links = RelayPlanLinks()
        let graph = holdings.graph
        for run in graph.participations {
            guard let year = graph.year(of: run) else { continue }
            runByYear[Year(person: .known(run.person), year: year)] = .known(run.id)
        }
        for nomination in graph.nominations {
            let run = RelayPlan.Run.known(nomination.nominator)
            nominationByPair[Pair(run: run, nominee: .known(nomination.nominee))] =
                (nil, nomination)
            if let answer = nomination.answeredBy { _ = links.add(run, .known(answer)) }
        }
    }

    private mutating func take(_ row: EdgeList.Row, _ people: [EdgeList.Who: RelayPlan.Person]) {
        // A name that could not be made out was complained of already.
        guard let nominator = people[row.nominator], let nominee = people[row.nominee] else {
            return
        }
        guard nominator != nominee else {
            return faults.add(row.number, .toPerson, .nominationToSelf)
        }
        let year = Year(person: nominator, year: row.date.date.year)
        let run = runByYear[year] ?? .new(plan.runs.count)
        if runByYear[year] == nil {
            runByYear[year] = run
            plan.runs.append(RelayPlan.NewRun(person: nominator, year: year.year))
        }
        let pair = Pair(run: run, nominee: nominee)
        let earlier = nominationByPair[pair]
        if let number = earlier?.row {
            return faults.add(
                row.number, EdgeList.Column.toPerson.rawValue,
                Refusal.Code.nominationDuplicate.rawValue,
                Bilingual(
                    "같은 해의 참여에서 이미 '\(row.nominee.name)'을(를) 지명했습니다(행 \(number)). 한 행만 남기십시오.",
                    "The participation of that year has nominated \"\(row.nominee.name)\" already "
                        + "(row \(number)). Keep one row."))
        }
        nominationByPair[pair] = (row.number, earlier?.known)
        if let known = earlier?.known {
            plan.knownRowCount += 1
            guard known.answeredBy == nil, known.isWaiting else { return }
            waiting.append(
                Waiting(
                    nominator: run, nominee: nominee, year: year.year, row: row.number,
                    subject: .known(known.id)))
            return
        }
        waiting.append(
            Waiting(
                nominator: run, nominee: nominee, year: year.year, row: row.number,
                subject: .new(plan.nominations.count)))
        plan.nominations.append(
            RelayPlan.NewNomination(
                run: run, nominee: nominee, date: row.date, source: row.source))
        if let source = row.source, sources.insert(source).inserted {
            plan.sources.append(source)
        }
    }

    private mutating func answer() {
        waitOnRecord()
        for nomination in waiting {
            let runs = [nomination.year, nomination.year + 1].compactMap { year in
                runByYear[Year(person: nomination.nominee, year: year)]
            }
            guard !runs.isEmpty else { continue }
            var loop: [RelayPlan.Run] = []
            let answer = runs.first { run in
                guard let closed = links.add(nomination.nominator, run) else { return true }
                if loop.isEmpty { loop = closed }
                return false
            }
            guard let answer else {
                faults.add(
                    nomination.row ?? 1, .toPerson,
                    .nominationCycle(path: (loop + loop.prefix(1)).map(name)))
                continue
            }
            switch nomination.subject {
            case .new(let place): plan.nominations[place].answeredBy = answer
            case .known(let id): plan.answers.append(RelayPlan.Answer(nomination: id, run: answer))
            }
        }
    }

    /// Open nominations on record that no row names: a participation which the list brings may
    /// answer them, so that two lists come to the same in either order.
    private mutating func waitOnRecord() {
        let listed = Set(
            waiting.compactMap { waiting -> Identifier? in
                if case .known(let id) = waiting.subject { return id }
                return nil
            })
        for nomination in holdings.graph.nominations
        where nomination.isWaiting && !listed.contains(nomination.id) {
            guard let year = nomination.nominatedOn?.date.year else { continue }
            let nominee = RelayPlan.Person.known(nomination.nominee)
            let isNew = [year, year + 1].contains { year in
                if case .new? = runByYear[Year(person: nominee, year: year)] { return true }
                return false
            }
            guard isNew else { continue }
            waiting.append(
                Waiting(
                    nominator: .known(nomination.nominator), nominee: nominee, year: year,
                    row: nil, subject: .known(nomination.id)))
        }
    }

    /// Each run after those that lead to it, so that an entry names only what came before it.
    private mutating func order() {
        let generations = links.generations()
        for place in plan.runs.indices {
            plan.runs[place].generation = generations[.new(place)] ?? 0
        }
    }

    /// 홍길동(2023).
    private func name(of run: RelayPlan.Run) -> String {
        switch run {
        case .new(let place):
            return "\(name(of: plan.runs[place].person))(\(plan.runs[place].year))"
        case .known(let id):
            guard let run = holdings.graph[id] else { return id.description }
            let year = holdings.graph.year(of: run).map { "(\($0))" } ?? ""
            return name(of: RelayPlan.Person.known(run.person)) + year
        }
    }

    private func name(of person: RelayPlan.Person) -> String {
        switch person {
        case .new(let place): plan.people[place].name
        case .known(let id):
            holdings.people.first { $0.id == id }?.name.korean ?? id.description
        }
    }
}

extension RelayGraph {
    /// The calendar year of a participation: of its own date, else of the nominations it made
    /// where these lie in one year. `nil` where nothing says.
    package func year(of run: Participation) -> Int? {
        if let date = run.participatedOn { return date.date.year }
        let years = Set(nominations(from: run.id).compactMap { $0.nominatedOn?.date.year })
        return years.count == 1 ? years.first : nil
    }
}
