package import Hometown
import Postgres

extension Ledger {
    /// 인물 등록. Records a public person and the offices somebody states.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: PersonDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        // Nobody joins the donor to another person meanwhile.
        let locks = draft.donor.map { [$0.lockNumber] } ?? []
        return try await write(request, content: draft.canonical, locks: locks) { book in
            var personal = draft.claims.quotes
            personal["name_en"] = draft.name.english
            personal["name_ko"] = draft.name.korean
            personal["donor"] = draft.donor?.description
            let person = try await book.add(.person, members: draft.members, personal: personal)
            _ = try await book.transaction.run(
                InsertPerson(
                    number: person.number, id: person.id, donor: draft.donor ?? person.id,
                    recordedAt: book.recordedAt))
            try await book.keep(draft.claims, about: person)
            for office in draft.offices { try await book.add(office, of: person.id) }
        }
    }

    /// 직위 등록. Records a further office of a person.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ draft: OfficeDraft, of person: Identifier, request: Request
    ) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        let content = CanonicalValue.object([
            "office": draft.canonical, "person": .string(person.description),
        ])
        return try await write(request, content: content) { book in
            try await book.add(draft, of: person)
        }
    }

    /// 직위 종료. Ends the term of an office whose end was not known, or another; the earliest of its
    /// ends holds.
    /// - Throws: `LedgerFailure`.
    package func end(
        office: Identifier, of person: Identifier, _ draft: EndingDraft, request: Request
    ) async throws -> Answer {
        let members = draft.members(of: .office, office)
        return try await write(request, content: .members(members)) { book in
            let held = try await book.transaction.run(ReadOffices(people: [person]))
            guard held.contains(where: { $0.id == office }) else {
                throw Refused([.referenceUnknown(field: "office")])
            }
            let place = try await book.add(.officeEnding, members: members)
            _ = try await book.transaction.run(
                InsertOfficeEnding(
                    place: place, office: office, draft: draft, recordedAt: book.recordedAt))
        }
    }

    /// 인물. Public persons in the order they were recorded.
    /// - Parameter after: the number of the entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func people(after: Int64 = 0, rowsMax: Int) async throws -> [PersonRecord] {
        try await read { transaction in
            try await complete(
                transaction.run(ReadPeople(after: after, rowsMax: Int32(clamping: rowsMax))),
                in: transaction)
        }
    }

    /// Those of them who are known, in the same order.
    /// - Throws: `LedgerFailure`.
    package func people(ids: [Identifier]) async throws -> [PersonRecord] {
        try await read { try await people(ids: ids, in: $0) }
    }

    func people(
        ids: [Identifier], in transaction: Transaction
    ) async throws -> [PersonRecord] {
        try await complete(transaction.byKeys(ReadPeopleNamed(ids: ids)), in: transaction)
    }

    /// Adds to people what stands in other tables.
    private func complete(
        _ rows: [RecordedPerson], in transaction: Transaction
    ) async throws -> [PersonRecord] {
        AccessNote.saw(.person, rows.map(\.id))
        let (_, offices, claims, _) = try await transaction.pipeline(
            PlanByKeys(), ReadOffices(people: rows.map(\.id)),
            ReadClaims(subjects: rows.map(\.id)), PlanByKeys.End())
        let officesByID = Dictionary(grouping: offices, by: \.person)
        let claimsByID = Dictionary(grouping: claims, by: \.subject)
        return rows.map { person in
            PersonRecord(
                person: person, offices: officesByID[person.id] ?? [],
                claims: claimsByID[person.id] ?? [])
        }
    }
}

extension Book {
    mutating func add(_ draft: OfficeDraft, of person: Identifier) async throws {
        guard let day = draft.readOn else {
            throw Refused([.fieldMissing(field: "known_on")])
        }
        // It may begin and end on a day to come; what is known of it is known already.
        try refuseImpossible(draft.knownOn, field: "known_on")
        var unit: Government?
        if let named = draft.government {
            unit = try government(named, on: day, field: "government")
        }
        let place = try await add(.office, members: draft.members(of: person, unit))
        _ = try await transaction.run(
            InsertOffice(
                number: place.number, id: place.id, person: person, draft: draft,
                government: unit?.id, recordedAt: recordedAt))
    }
}
