package import Hometown
import Postgres

extension Ledger {
    /// 주장 추가. Records what further sources say of a thing. A claim that contradicts what is
    /// recorded changes nothing until somebody follows it.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ClaimsDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            guard try await book.transaction.run(FindSubject(id: draft.subject)) == [true] else {
                throw Refused([.referenceUnknown(field: "subject")])
            }
            let place = try await book.add(
                .claim, members: draft.members, personal: draft.claims.quotes)
            _ = try await book.transaction.run(
                InsertClaims(
                    number: place.number, subject: draft.subject, claims: draft.claims))
        }
    }

    /// 채택 기록. Records which claim is followed. A choice that would leave a relay with what no
    /// relay can hold is refused.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ChoiceDraft, request: Request) async throws -> Answer {
        guard !draft.reason.isEmpty else { return .refused([.fieldMissing(field: "reason")]) }
        return try await write(request, content: .members(draft.members)) { book in
            let relays = try await book.transaction.run(FindTouchedRelays(subject: draft.subject))
            _ = try await book.transaction.run(
                TakeLocks(numbers: relays.map(\.lockNumber)))
            let meaning = try await meaning(of: draft, today: book.today, in: book.transaction)
            let place = try await book.add(.choice, members: draft.members)
            _ = try await book.transaction.run(
                InsertChoice(
                    number: place.number, id: place.id, draft: draft, author: book.author.id,
                    person: meaning.person, happenedOn: meaning.on,
                    recordedAt: book.recordedAt))
            // Whoever becomes one with another brings the relays of both.
            var touched = Set(relays)
            if let person = meaning.person {
                touched.formUnion(
                    try await book.transaction.run(FindTouchedRelays(subject: person)))
            }
            for relay in touched.sorted() {
                let graph = try await relayGraph(relay, in: book.transaction)?.graph
                let found = graph?.contradictions ?? []
                guard found.isEmpty else { throw Refused(found) }
            }
        }
    }

    private struct Meaning {
        var person: Identifier?
        var on: EventDate?
    }

    private func meaning(
        of draft: ChoiceDraft, today: CivilDate, in transaction: Transaction
    ) async throws -> Meaning {
        guard let place = draft.claim else { return Meaning() }
        let claim = try await transaction.run(ReadClaim(place: place)).first
        guard let claim, claim.subject == draft.subject, claim.attribute == draft.attribute else {
            throw Refused([.referenceUnknown(field: "claim")])
        }
        switch ChoiceDraft.Attribute(rawValue: draft.attribute) {
        case .person, .nominee, .sameAs:
            guard let person = claim.value.flatMap({ Identifier($0) }), person != draft.subject,
                try await transaction.run(FindRoot(person: person)) == [true]
            else { throw Refused([.referenceUnknown(field: "value")]) }
            return Meaning(person: person)
        case .on:
            switch DateReader(today: today).read(claim.value ?? "") {
            case .success(let reading): return Meaning(on: reading.date)
            case .failure(let problem):
                throw Refused([.dateInvalid(field: "value", reason: problem.text)])
            }
        case nil: return Meaning()
        }
    }
}
