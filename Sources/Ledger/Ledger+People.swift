package import Hometown
import Postgres

extension Ledger {
    /// 인물 등록. Records a public person and the offices somebody states.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: PersonDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
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
        let content = CanonicalValue.object([
            "office": draft.canonical, "person": .string(person.description),
        ])
        return try await write(request, content: content) { book in
            try await book.add(draft, of: person)
        }
    }

    /// 인물. Public persons in the order they were recorded.
    /// - Parameter after: the number of the entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func people(
        ids: [Identifier]? = nil, after: Int64 = 0, rowsMax: Int
    ) async throws -> [PersonRecord] {
        try await read { try await people(ids: ids, after: after, rowsMax: rowsMax, in: $0) }
    }

    func people(
        ids: [Identifier]?, after: Int64 = 0, rowsMax: Int, in transaction: Transaction
    ) async throws -> [PersonRecord] {
        let rows = try await transaction.run(
            ReadPeople(ids: ids, after: after, rowsMax: Int32(clamping: rowsMax)))
        AccessNote.saw(.person, rows.map(\.id))
        let (offices, claims) = try await transaction.pipeline(
            ReadOffices(people: rows.map(\.id)), ReadClaims(subjects: rows.map(\.id)))
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
