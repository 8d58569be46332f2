package import Hometown
import Postgres

extension Ledger {
    /// 업무협약 등록. Records an agreement with its parties, fields and sources.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: AgreementDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
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
            try await book.keep(draft.claims, about: place)
        }
    }

    /// 업무협약. Agreements in the order they were recorded.
    /// - Throws: `LedgerFailure`.
    package func agreements(after: Int64 = 0, rowsMax: Int) async throws -> [AgreementRecord] {
        try await read {
            try await agreements(id: nil, after: after, rowsMax: rowsMax, in: $0)
        }
    }

    /// - Returns: `nil` when there is no such agreement.
    /// - Throws: `LedgerFailure`.
    package func agreement(_ id: Identifier) async throws -> AgreementRecord? {
        try await read {
            try await agreements(id: id, after: 0, rowsMax: 1, in: $0).first
        }
    }

    func agreements(
        id: Identifier?, after: Int64, rowsMax: Int, in transaction: Transaction
    ) async throws -> [AgreementRecord] {
        let registry = try await registry.current(in: transaction)
        let rows = try await transaction.run(
            ReadAgreements(id: id, after: after, rowsMax: Int32(clamping: rowsMax)))
        let (fields, claims) = try await transaction.pipeline(
            ReadFields(agreements: rows.map(\.id)), ReadClaims(subjects: rows.map(\.id)))
        let fieldsByID = Dictionary(grouping: fields, by: \.agreement)
        let claimsByID = Dictionary(grouping: claims, by: \.subject)
        return rows.map { row in
            AgreementRecord(
                agreement: row, parties: row.parties.compactMap { registry[id: $0] },
                fields: fieldsByID[row.id] ?? [], claims: claimsByID[row.id] ?? [])
        }
    }
}
