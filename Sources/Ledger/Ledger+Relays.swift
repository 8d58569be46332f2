package import Hometown
import Postgres

extension Ledger {
    /// A relay with more runs than this is read in pages.
    package static let relayRowsMax = 10_000

    /// 챌린지 등록. Records a relay.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: RelayDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            let place = try await book.add(
                .relay, members: draft.members, personal: draft.claims.quotes)
            _ = try await book.transaction.run(
                InsertRelay(
                    number: place.number, id: place.id, draft: draft,
                    recordedAt: book.recordedAt))
            try await book.keep(draft.claims, about: place)
        }
    }

    /// 참여 기록. Records a run with the nominations it answers, its donations and the next runners:
    /// all or nothing.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ParticipationDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(
            request, content: draft.canonical, locks: [draft.relay.lockNumber]
        ) { book in
            try await book.add(draft)
        }
    }

    /// 지명 기록. Records a nomination from a run on record.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: NominationDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(
            request, content: draft.canonical, locks: [draft.relay.lockNumber]
        ) { book in
            try await book.add(draft)
        }
    }

    /// 챌린지. Relays in the order they were recorded.
    /// - Throws: `LedgerFailure`.
    package func relays(after: Int64 = 0, rowsMax: Int) async throws -> [RecordedRelay] {
        try await read {
            try await $0.run(
                ReadRelays(id: nil, after: after, rowsMax: Int32(clamping: rowsMax)))
        }
    }

    /// - Returns: the relay with all its runs and nominations; `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func relay(_ id: Identifier) async throws -> RelayRecord? {
        try await read { try await relay(id, in: $0) }
    }

    func relay(_ id: Identifier, in transaction: Transaction) async throws -> RelayRecord? {
        let rowsMax = Int32(Ledger.relayRowsMax)
        let (relays, runs, nominations) = try await transaction.pipeline(
            ReadRelays(id: id, after: 0, rowsMax: 1),
            ReadParticipations(relay: id, after: 0, rowsMax: rowsMax),
            ReadNominations(relay: id, after: 0, rowsMax: rowsMax))
        guard let relay = relays.first else { return nil }
        var ids = Set(runs.map(\.person)).union(nominations.map(\.nominee))
        if let starter = relay.startedBy { ids.insert(starter) }
        let people = try await people(ids: ids.sorted(), rowsMax: ids.count, in: transaction)
        let subjects = [id] + runs.map(\.id) + nominations.map(\.id)
        return RelayRecord(
            relay: relay, participations: runs, nominations: nominations,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) }),
            claims: try await transaction.run(ReadClaims(subjects: subjects)))
    }
}

extension Book {
    mutating func add(_ draft: ParticipationDraft) async throws {
        if let date = draft.happenedOn, date.precision != .onOrBefore, date.date > today {
            throw Refused([.participationInFuture(today: today)])
        }
        let place = try await add(
            .participation, members: draft.members,
            personal: draft.claims.quotes.merging(["comment": draft.comment]) { first, _ in first })
        _ = try await transaction.run(
            InsertParticipation(
                number: place.number, id: place.id, draft: draft, recordedAt: recordedAt))
        try await keep(draft.claims, about: place)
        if !draft.answers.isEmpty {
            let strangers = try await transaction.run(
                ReadMisaddressed(nominations: draft.answers, person: draft.person))
            guard strangers.isEmpty else {
                throw Refused([.referenceUnknown(field: "answers")])
            }
            _ = try await transaction.run(
                InsertAnswers(
                    relay: draft.relay, participation: place.id, number: place.number,
                    nominations: draft.answers))
        }
        for nominee in draft.nominees {
            try await add(
                NominationDraft(
                    relay: draft.relay, participation: place.id, nominee: nominee.person,
                    happenedOn: nominee.happenedOn ?? draft.happenedOn))
        }
        try await record(
            draft.donations.map { donation in
                var donation = donation
                donation.participation = place.id
                return donation
            })
    }

    mutating func add(_ draft: NominationDraft) async throws {
        // The constraint would say so too, but not whom.
        let earlier = try await transaction.run(
            FindNominee(participation: draft.participation, nominee: draft.nominee))
        if let name = earlier.first { throw Refused([.nominationDuplicate(nominee: name)]) }
        let place = try await add(
            .nomination, members: draft.members, personal: draft.claims.quotes)
        _ = try await transaction.run(
            InsertNomination(
                number: place.number, id: place.id, draft: draft, recordedAt: recordedAt))
        try await keep(draft.claims, about: place)
    }
}
