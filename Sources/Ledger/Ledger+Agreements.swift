package import Hometown
import Postgres

extension Ledger {
    /// 업무협약 등록. Records an agreement with its parties, fields and sources.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: AgreementDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            try book.refuseImpossible(draft.signedOn, field: "signed_on")
            try book.refuseImpossible(draft.signedAt?.koreanDate, field: "signed_at")
            try book.refuseImpossible(draft.status?.happenedOn, field: "status.on")
            let parties = try draft.parties.map {
                try book.government($0.government, on: draft.signedOn.latest, field: "parties")
            }
            let place = try await book.add(
                .agreement, members: draft.members(parties), personal: draft.claims.quotes)
            _ = try await book.transaction.pipeline(
                InsertAgreement(
                    number: place.number, id: place.id, draft: draft,
                    recordedAt: book.recordedAt),
                InsertParties(
                    agreement: place.id, governments: parties.map(\.id),
                    signatories: draft.parties.map(\.signatory)),
                InsertFields(agreement: place.id, fields: draft.fields))
            _ = try await book.transaction.pipeline(
                InsertPlaces(agreement: place.id, places: draft.places),
                InsertDocuments(
                    number: place.number, agreement: place.id, documents: draft.documents,
                    recordedAt: book.recordedAt))
            if let status = draft.status {
                _ = try await book.transaction.run(
                    InsertAgreementStatus(
                        number: place.number, agreement: place.id, status: status,
                        recordedAt: book.recordedAt))
            }
            try await book.keep(draft.claims, about: place)
        }
    }

    /// 협약 자료 추가. Adds a document to an agreement on record.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ draft: DocumentDraft, of agreement: Identifier, request: Request
    ) async throws -> Answer {
        try await write(request, content: draft.canonical(of: agreement)) { book in
            var members = draft.members
            members["agreement"] = .id(agreement)
            let place = try await book.add(.document, members: members)
            _ = try await book.transaction.run(
                InsertDocuments(
                    number: place.number, agreement: agreement, documents: [draft],
                    recordedAt: book.recordedAt))
        }
    }

    /// 협약 현황 기록. Says what became of an agreement on record.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ draft: AgreementStatusDraft, of agreement: Identifier, request: Request
    ) async throws -> Answer {
        try await write(request, content: draft.canonical(of: agreement)) { book in
            try book.refuseImpossible(draft.happenedOn, field: "on")
            var members = draft.members
            members["agreement"] = .id(agreement)
            let place = try await book.add(.agreementStatus, members: members)
            _ = try await book.transaction.run(
                InsertAgreementStatus(
                    number: place.number, agreement: agreement, status: draft,
                    recordedAt: book.recordedAt))
        }
    }

    /// 업무협약. Agreements in the order they were recorded.
    /// - Throws: `LedgerFailure`.
    package func agreements(
        _ filter: AgreementFilter = AgreementFilter(), after: Int64 = 0, rowsMax: Int
    ) async throws -> [AgreementRecord] {
        try await read {
            try await agreements(filter, after: after, rowsMax: rowsMax, in: $0)
        }
    }

    /// - Returns: `nil` when there is no such agreement.
    /// - Throws: `LedgerFailure`.
    package func agreement(_ id: Identifier) async throws -> AgreementRecord? {
        try await read {
            try await agreements(AgreementFilter(id: id), after: 0, rowsMax: 1, in: $0).first
        }
    }

    func agreements(
        _ filter: AgreementFilter = AgreementFilter(), after: Int64, rowsMax: Int,
        in transaction: Transaction
    ) async throws -> [AgreementRecord] {
        try await complete(
            transaction.run(
                ReadAgreements(filter: filter, after: after, rowsMax: Int32(clamping: rowsMax))),
            in: transaction)
    }

    /// Adds to agreements what stands in other tables.
    func complete(
        _ rows: [RecordedAgreement], in transaction: Transaction
    ) async throws -> [AgreementRecord] {
        let registry = try await registry.current(in: transaction)
        let ids = rows.map(\.id)
        let (_, fields, claims, places, documents, statuses, chains, _, time) =
            try await transaction.pipeline(
                PlanByKeys(), ReadFields(agreements: ids), ReadClaims(subjects: ids),
                ReadPlaces(agreements: ids), ReadDocuments(agreements: ids),
                ReadAgreementStatuses(agreements: ids), ReadChains(agreements: ids),
                PlanByKeys.End(), ReadTime())
        let signatories = Set(rows.flatMap(\.signatories).compactMap { $0 }).sorted()
        let people =
            signatories.isEmpty
            ? []
            : try await people(ids: signatories, in: transaction)
        let peopleByID = Dictionary(uniqueKeysWithValues: people.map { ($0.person.id, $0) })
        let fieldsByID = Dictionary(grouping: fields, by: \.agreement)
        let claimsByID = Dictionary(grouping: claims, by: \.subject)
        let placesByID = Dictionary(grouping: places, by: \.agreement)
        let documentsByID = Dictionary(grouping: documents, by: \.agreement)
        let statusesByID = Dictionary(grouping: statuses, by: \.agreement)
        let chainsByID = Dictionary(grouping: chains, by: \.start)
        return rows.map { row in
            AgreementRecord(
                agreement: row, parties: row.parties.compactMap { registry[id: $0] },
                fields: fieldsByID[row.id] ?? [], claims: claimsByID[row.id] ?? [],
                places: (placesByID[row.id] ?? []).map(\.place),
                documents: documentsByID[row.id] ?? [], statuses: statusesByID[row.id] ?? [],
                chain: chainsByID[row.id] ?? [],
                people: peopleByID.filter { row.signatories.contains($0.key) },
                readOn: time[0].koreanDate)
        }
    }
}
