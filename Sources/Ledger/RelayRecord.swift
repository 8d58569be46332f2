package import Hometown

/// A relay with its runs, its nominations and the people in them.
package struct RelayRecord: Hashable, Sendable {
    package let relay: RecordedRelay
    package private(set) var participations: [RecordedParticipation]
    package let nominations: [RecordedNomination]
    package let people: [Identifier: PersonRecord]
    package let claims: [RecordedClaim]
    /// Of runs without a day of their own, when they first passed the baton on.
    private let passedOn: [Identifier: EventDate]
    /// When the runs were made that answered these nominations, where everybody is told.
    private var answeredOn: [Identifier: EventDate] = [:]
    /// Whether it is told as everybody may read it.
    package private(set) var isPublished = false

    init(
        relay: RecordedRelay, participations: [RecordedParticipation],
        nominations: [RecordedNomination], people: [Identifier: PersonRecord],
        claims: [RecordedClaim], passedOn: [Identifier: EventDate] = [:]
    ) {
        self.relay = relay
        self.participations = participations
        self.nominations = nominations
        self.people = people
        self.claims = claims
        self.passedOn = passedOn
    }

    /// 공개용. The same for everybody: who is no holder of public office is masked, and no run shows a
    /// gift, nor where it went, that would say whom the other masks.
    /// - Parameters:
    ///   - tied: gifts of which everybody is told the run that showed them.
    ///   - answers: when runs were made that are not of this record and answered its nominations.
    func published(
        showing tied: Set<Identifier>, answers: [Identifier: EventDate] = [:]
    ) -> RelayRecord {
        var record = self
        record.participations = participations.map { $0.showing(tied) }
        record.answeredOn = answers
        for run in participations { record.answeredOn[run.id] = day(of: run) }
        record.isPublished = true
        return record
    }

    /// 참여의 날. By which whoever ran is named: a run without a day of its own was made before the
    /// first nomination that came of it.
    package func day(of run: RecordedParticipation) -> EventDate? {
        run.happenedOn ?? passedOn[run.id]
    }

    /// By which whoever ran is named beside a nomination: by the day of that. Everybody is told by
    /// the day of the run, or the one would say whom the other masks.
    package func day(
        of run: RecordedParticipation, beside nomination: RecordedNomination
    ) -> EventDate? {
        isPublished ? day(of: run) : nomination.happenedOn
    }

    /// By which whoever was nominated is named: by the day of that. Everybody is told by the day of
    /// the run that answered it, for the same reason.
    package func day(of nomination: RecordedNomination) -> EventDate? {
        guard isPublished, let answer = nomination.answeredBy else { return nomination.happenedOn }
        return answeredOn[answer]
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

extension RelayRecord {
    /// 부름. Somebody who has not run, with the nominations that wait for it or came to nothing.
    package struct Call: Sendable {
        /// In the order they were recorded, with one at least.
        package fileprivate(set) var nominations: [RecordedNomination]

        package var nominee: Identifier { nominations[0].nominee }
        /// It goes by the first: the person's own id would say who is masked.
        package var id: Identifier { nominations[0].id }
        /// By whose day the person is named: the first that can still be answered.
        package var shown: RecordedNomination {
            nominations.first { $0.nomination.isWaiting } ?? nominations[0]
        }
    }

    /// In the order in which they were first named.
    package var calls: [Call] {
        var places: [Identifier: Int] = [:]
        var calls: [Call] = []
        for nomination in nominations where nomination.answeredBy == nil {
            if let place = places[nomination.nominee] {
                calls[place].nominations.append(nomination)
            } else {
                places[nomination.nominee] = calls.count
                calls.append(Call(nominations: [nomination]))
            }
        }
        return calls
    }
}
