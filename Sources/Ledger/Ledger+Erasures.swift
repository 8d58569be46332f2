package import Hometown
import Postgres

extension Ledger {
    /// 파기. Deletes the personal fields of one human wherever they stand: name, residence, notes,
    /// comments and what was quoted beside them, with the salts that open their commitments.
    /// Entries, hashes and proofs stay as they are; so does the total of the donor's year, without
    /// which the cap could be passed.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: ErasureDraft, request: Request) async throws -> Answer {
        try await write(request, content: draft.canonical) { book in
            let transaction = book.transaction
            let donors = try await transaction.run(FindDonors(subject: draft.subject))
            guard !donors.isEmpty else { throw Refused([.referenceUnknown(field: "id")]) }
            let entries = try await transaction.run(ErasePersonal(donors: donors)).sorted()
            guard !entries.isEmpty else { throw Refused([.alreadyRecorded(field: "id")]) }
            let place = try await book.add(.erasure, members: draft.members(erasing: entries))
            _ = try await transaction.run(
                InsertErasure(
                    number: place.number, id: place.id, draft: draft,
                    recordedAt: book.recordedAt))
            _ = try await transaction.run(
                InsertErasedEntries(erasure: place.number, entries: entries))
        }
    }
}
