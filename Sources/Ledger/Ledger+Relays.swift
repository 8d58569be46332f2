package import Hometown
import Postgres

extension Ledger {
    /// Rows of a relay read in one journey, with all that belongs to them.
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
        try await record(NamedDraft([]) { _ in draft }, request: request)
    }

    /// The same with people who are named.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ named: NamedDraft<ParticipationDraft>, request: Request
    ) async throws -> Answer {
        let unresolved = named.unresolved
        let problems = (named.resolved ?? unresolved).problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(
            request, content: named.canonical(\.canonical),
            locks: [unresolved.relay.lockNumber]
        ) { book in
            let draft = named.draft(try await book.find(named.mentions))
            guard draft.problems.isEmpty else { throw Refused(draft.problems) }
            try await book.add(draft)
        }
    }

    /// 지명 기록. Records a nomination from a run on record.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: NominationDraft, request: Request) async throws -> Answer {
        try await record(NamedDraft([]) { _ in draft }, request: request)
    }

    /// The same with a nominee who is named.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ named: NamedDraft<NominationDraft>, request: Request
    ) async throws -> Answer {
        let unresolved = named.unresolved
        guard unresolved.problems.isEmpty else { return .refused(unresolved.problems) }
        return try await write(
            request, content: named.canonical(\.canonical),
            locks: [unresolved.relay.lockNumber]
        ) { book in
            try await book.add(named.draft(try await book.find(named.mentions)))
        }
    }

    /// 챌린지. Relays in the order they were recorded.
    /// - Throws: `LedgerFailure`.
    package func relays(after: Int64 = 0, rowsMax: Int) async throws -> [RecordedRelay] {
        try await ask(ReadRelays(id: nil, after: after, rowsMax: Int32(clamping: rowsMax)))
    }

    /// - Parameter isPublished: whether it is told as everybody may read it.
    /// - Returns: the relay with all its runs and nominations; `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func relay(
        _ id: Identifier, isPublished: Bool = false
    ) async throws -> RelayRecord? {
        try await snapshot { try await relay(id, isPublished: isPublished, in: $0) }
    }

    /// 참여 목록. A page of runs in the order they were recorded, with what they answered.
    /// - Parameter isPublished: whether they are told as everybody may read them.
    /// - Returns: `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func participations(
        of id: Identifier, isPublished: Bool = false, after: Int64 = 0, rowsMax: Int
    ) async throws -> RelayRecord? {
        try await snapshot { transaction in
            let (relays, runs) = try await transaction.pipeline(
                ReadRelays(id: id, after: 0, rowsMax: 1),
                ReadParticipations(relay: id, after: after, rowsMax: Int32(clamping: rowsMax)))
            guard let relay = relays.first else { return nil }
            let answered = try await transaction.run(
                ReadNominations(
                    relay: id, answeredBy: runs.map(\.id), after: 0, rowsMax: .max))
            let record = try await record(of: relay, runs, answered, in: transaction)
            return isPublished ? try await Ledger.published(record, in: transaction) : record
        }
    }

    /// 지명 목록. A page of nominations in the order they were recorded.
    /// - Parameter isPublished: whether they are told as everybody may read them.
    /// - Returns: `nil` when there is no such relay.
    /// - Throws: `LedgerFailure`.
    package func nominations(
        of id: Identifier, isPublished: Bool = false, after: Int64 = 0, rowsMax: Int
    ) async throws -> RelayRecord? {
        try await snapshot { transaction in
            let (relays, nominations) = try await transaction.pipeline(
                ReadRelays(id: id, after: 0, rowsMax: 1),
                ReadNominations(relay: id, after: after, rowsMax: Int32(clamping: rowsMax)))
            guard let relay = relays.first else { return nil }
            let record = try await record(of: relay, [], nominations, in: transaction)
            return isPublished ? try await Ledger.published(record, in: transaction) : record
        }
    }

    func relay(
        _ id: Identifier, isPublished: Bool = false, in transaction: Transaction
    ) async throws -> RelayRecord? {
        let relays = try await transaction.run(ReadRelays(id: id, after: 0, rowsMax: 1))
        guard let relay = relays.first else { return nil }
        let rowsMax = Int32(Ledger.relayRowsMax)
        let runs = try await pages(of: rowsMax, number: \.number) {
            try await transaction.run(
                ReadParticipations(relay: id, after: $0, rowsMax: rowsMax))
        }
        let nominations = try await pages(of: rowsMax, number: \.number) {
            try await transaction.run(ReadNominations(relay: id, after: $0, rowsMax: rowsMax))
        }
        let record = try await record(of: relay, runs, nominations, in: transaction)
        return isPublished ? try await Ledger.published(record, in: transaction) : record
    }

    /// These parts of a relay with the people in them and what sources say.
    private func record(
        of relay: RecordedRelay, _ runs: [RecordedParticipation],
        _ nominations: [RecordedNomination], in transaction: Transaction
    ) async throws -> RelayRecord {
        var ids = Set(runs.map(\.person)).union(nominations.map(\.nominee))
        if let starter = relay.startedBy { ids.insert(starter) }
        let people = try await people(ids: ids.sorted(), in: transaction)
        let subjects = [relay.id] + runs.map(\.id) + nominations.map(\.id)
        return RelayRecord(
            relay: relay, participations: runs, nominations: nominations,
            people: Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) }),
            claims: try await transaction.byKeys(ReadClaims(subjects: subjects)),
            passedOn: try await Ledger.passings(
                of: runs.filter { $0.happenedOn == nil }.map(\.id), in: transaction))
    }

    /// Reads on until a page is not full.
    func pages<Row: Sendable>(
        of rowsMax: Int32, number: (Row) -> Int64, _ page: (Int64) async throws -> [Row]
    ) async throws -> [Row] {
        var rows = try await page(0)
        var isFull = rows.count == Int(rowsMax)
        while isFull, let last = rows.last {
            let next = try await page(number(last))
            isFull = next.count == Int(rowsMax)
            rows += next
        }
        return rows
    }
}

extension Book {
    mutating func add(_ draft: ParticipationDraft) async throws {
        if draft.happenedOn?.isAhead(of: today) == true {
            throw Refused([.participationInFuture(today: today)])
        }
        try refuseImpossible(draft.happenedOn, field: "participated_on")
        try refuseImpossible(draft.proof?.capturedOn, field: "proof.captured_on")
        var members = draft.members
        if try await isBeforeNomination(draft) {
            let code = Warning.Code.participationBeforeNomination.rawValue
            members["warnings"] = .array([.string(code)])
        }
        let place = try await add(
            .participation, members: members,
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

    /// Whether it answers a nomination that certainly came later. It happened, so it is recorded.
    private func isBeforeNomination(_ draft: ParticipationDraft) async throws -> Bool {
        guard let date = draft.happenedOn, !draft.answers.isEmpty else { return false }
        let later = try await transaction.run(
            FindLaterNominations(nominations: draft.answers, day: date.latest))
        return !later.isEmpty
    }

    mutating func add(_ draft: NominationDraft) async throws {
        try refuseImpossible(draft.happenedOn, field: "nominated_on")
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
