package import Hometown

/// A relay with its runs, its nominations and the people in them.
package struct RelayRecord: Hashable, Sendable {
    package let relay: RecordedRelay
    package private(set) var participations: [RecordedParticipation]
    package let nominations: [RecordedNomination]
    package let people: [Identifier: PersonRecord]
    package let claims: [RecordedClaim]
    /// Whether it is told as everybody may read it.
    package private(set) var isPublished = false

    init(
        relay: RecordedRelay, participations: [RecordedParticipation],
        nominations: [RecordedNomination], people: [Identifier: PersonRecord],
        claims: [RecordedClaim]
    ) {
        self.relay = relay
        self.participations = participations
        self.nominations = nominations
        self.people = people
        self.claims = claims
    }

    /// 공개용. The same for everybody: who is no holder of public office is masked, and no run shows a
    /// gift, nor where it went, that would say whom the other masks.
    /// - Parameter tied: gifts of which everybody is told the run that showed them.
    func published(showing tied: Set<Identifier>) -> RelayRecord {
        var record = self
        record.participations = participations.map { $0.showing(tied) }
        record.isPublished = true
        return record
    }

    /// Who it was on the day; `nil` once the name is erased.
    package func name(of person: Identifier, on day: CivilDate?) -> Bilingual? {
        guard let record = people[person] else { return nil }
        return isPublished ? record.publishedName(on: day) : record.person.name
    }
}

extension RelayRecord {
    /// The relay as a graph.
    package var graph: RelayGraph {
        RelayGraph(
            participations: participations.map {
                Participation(id: $0.id, person: $0.person, participatedOn: $0.happenedOn)
            }, nominations: nominations.map(\.nomination))
    }

    /// Who started it, where no run of his or hers is on record.
    package var starterApart: Identifier? {
        relay.startedBy.flatMap { starter in
            participations.contains { $0.person == starter } ? nil : starter
        }
    }
}

extension RelayRecord {
    /// Participations of which sources say different things, or of whose nominations they do.
    package var disputedRuns: Set<Identifier> {
        let bySubject = Dictionary(grouping: claims, by: \.subject)
        let runs = participations.map(\.id).filter { bySubject[$0]?.isDisputed == true }
        let nominators = nominations.filter { bySubject[$0.id]?.isDisputed == true }
        return Set(runs).union(nominators.map(\.participation))
    }
}
