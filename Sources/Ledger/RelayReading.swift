package import Hometown

/// 릴레이 읽기. A relay as a log of some size knows it.
struct RelayReading {
    let record: RelayRecord
    let registry: GovernmentRegistry
    let logSize: Int64
    /// What the last word on a nomination was.
    let replies: [Identifier: Nomination.Reply]
    /// Nominations whose answer the log does not know yet.
    let later: Set<Identifier>
    /// Of the period.
    let bounds: Range<Instant>
    let dueOn: CivilDate

    /// Open nominations stand longest first; those without a date come last.
    func facts(namingHolders: Bool) -> Facts.Relay {
        let runs = record.participations.filter { $0.isWithin(logSize) }
        let runsByID = Dictionary(uniqueKeysWithValues: runs.map { ($0.id, $0) })
        let edges = record.nominations.filter { $0.isWithin(logSize) }
        let isAnswered = { (edge: RecordedNomination) in
            !later.contains(edge.id) && edge.answeredBy.map { runsByID[$0] != nil } ?? false
        }
        let isEnded = { (edge: RecordedNomination) in
            [.declined, .lapsed].contains(replies[edge.id])
        }
        let open = edges.filter { !isAnswered($0) && !isEnded($0) }
            .sorted { ($0.happenedOn.place, $0.number) < ($1.happenedOn.place, $1.number) }
        var facts = Facts.Relay(
            name: record.relay.name,
            addedParticipations: Int64(runs.count { bounds.contains($0.recordedAt) }),
            participations: Int64(runs.count), nominations: Int64(edges.count),
            answered: Int64(edges.count(where: isAnswered)),
            open: open.compactMap { edge in
                runsByID[edge.participation].map { self.open(edge, by: $0.person) }
            })
        facts.ended = Int64(edges.count { !isAnswered($0) && isEnded($0) })
        facts.figures = RelayFigures(
            graph(runs, edges, isAnswered: isAnswered), on: dueOn
        ) { registry[id: $0]?.parent ?? $0 }
        let nominators = Set(edges.map(\.participation))
        let holders = runs.filter { !nominators.contains($0.id) }
        facts.holderCount = Int64(holders.count)
        if namingHolders {
            facts.holders = holders.sorted {
                ($0.happenedOn.place, $0.number) < ($1.happenedOn.place, $1.number)
            }.map(holder)
        }
        return facts
    }

    private func graph(
        _ runs: [RecordedParticipation], _ edges: [RecordedNomination],
        isAnswered: (RecordedNomination) -> Bool
    ) -> RelayGraph {
        RelayGraph(
            participations: runs.map { run in
                let offices = record.people[run.person]?.offices.map(\.office) ?? []
                return Participation(
                    id: run.id, person: run.person, participatedOn: run.happenedOn,
                    government: offices.government(on: run.happenedOn?.latest))
            },
            nominations: edges.map { edge in
                Nomination(
                    id: edge.id, nominator: edge.participation, nominee: edge.nominee,
                    nominatedOn: edge.happenedOn,
                    answeredBy: isAnswered(edge) ? edge.answeredBy : nil, reply: replies[edge.id])
            })
    }

    private func open(
        _ edge: RecordedNomination, by nominator: Identifier
    ) -> Facts.OpenNomination {
        let day = edge.happenedOn?.latest ?? edge.recordedAt.koreanDate
        return Facts.OpenNomination(
            nominator: record.person(nominator, on: day),
            nominee: record.person(edge.nominee, on: day), nominatedOn: edge.happenedOn,
            age: Facts.Age(since: edge.happenedOn, on: dueOn))
    }

    private func holder(_ run: RecordedParticipation) -> Facts.Holder {
        let day = run.happenedOn?.latest ?? run.recordedAt.koreanDate
        return Facts.Holder(
            person: record.person(run.person, on: day), ranOn: run.happenedOn,
            age: Facts.Age(since: run.happenedOn, on: dueOn))
    }
}

extension EventDate? {
    /// Where it stands in a list; without a date behind all others.
    fileprivate var place: Int { self?.latest.daysSinceEpoch ?? .max }
}

extension RelayRecord {
    /// With the office held on the day.
    package func person(_ id: Identifier, on day: CivilDate) -> Facts.Person {
        let record = people[id]
        return Facts.Person(
            name: record?.person.name, office: record?.offices.held(on: day)?.title,
            isPublic: record?.offices.mayHoldOffice(on: day) == true)
    }
}
