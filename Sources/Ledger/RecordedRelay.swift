package import Hometown

/// A relay as the ledger knows it.
package struct RecordedRelay: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let name: Bilingual
    package let startedBy: Identifier?
    package let nominationsPerParticipation: Int16?
    package let endsOn: CivilDate?
    package let goal: Int32?

    package var no: String { Entry.no(.relay, recordedAt: recordedAt, number: number) }
}

/// One run of one person.
package struct RecordedParticipation: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let relay: Identifier
    package let person: Identifier
    package let happenedOn: EventDate?
    package let isImplied: Bool
    package let isOrigin: Bool
    package let proofLink: String?
    /// SHA-256 of the picture.
    package let proofHash: [UInt8]?
    package let proofCapturedOn: CivilDate?
    package let comment: String?
    package let donations: [Identifier]
    /// Of those donations, in their order.
    package let recipients: [Int16]

    package var no: String { Entry.no(.participation, recordedAt: recordedAt, number: number) }
}

/// One nomination, and the run that answered it.
package struct RecordedNomination: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let relay: Identifier
    package let participation: Identifier
    package let nominee: Identifier
    package let happenedOn: EventDate?
    package let answeredBy: Identifier?
    /// As the last reply says; `nil` when there is none or it was taken back.
    package let reply: Nomination.Reply?

    package var no: String { Entry.no(.nomination, recordedAt: recordedAt, number: number) }

    /// Computed lapses do not exist: without an answer a nomination is open, however old.
    package var nomination: Nomination {
        Nomination(
            id: id, nominator: participation, nominee: nominee, nominatedOn: happenedOn,
            answeredBy: answeredBy, reply: reply)
    }
}

/// A relay with its runs, its nominations and the people in them.
package struct RelayRecord: Hashable, Sendable {
    package let relay: RecordedRelay
    package let participations: [RecordedParticipation]
    package let nominations: [RecordedNomination]
    package let people: [Identifier: PersonRecord]
    package let claims: [RecordedClaim]
    /// Whether names are told as everybody may read them.
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

    /// 공개용. The same for everybody: who is no holder of public office is masked.
    package var published: RelayRecord {
        var record = self
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
