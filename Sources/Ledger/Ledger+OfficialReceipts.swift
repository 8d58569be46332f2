package import Hometown
import Postgres

extension Ledger {
    /// 영수증 등록. Records the official receipt of a donation that came without one.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: OfficialReceiptDraft, request: Request) async throws -> Answer {
        try await write(
            request, content: .members(draft.members), locks: [draft.donation.lockNumber]
        ) { book in
            try book.refuseImpossible(draft.issuedOn, field: "issued_on")
            try await book.expect(donation: draft.donation)
            let known = try await book.transaction.run(
                ReadOfficialReceipts(donation: draft.donation, after: 0, rowsMax: 1))
            guard known.isEmpty else { throw Refused([.alreadyRecorded(field: "no")]) }
            let place = try await book.add(.officialReceipt, members: draft.members)
            _ = try await book.transaction.run(
                InsertOfficialReceipt(place: place, draft: draft, recordedAt: book.recordedAt))
        }
    }

    /// 영수증 회수. Records that the official receipt of a donation came back.
    /// - Throws: `LedgerFailure`.
    package func record(
        _ draft: OfficialReceiptRecallDraft, request: Request
    ) async throws -> Answer {
        try await write(
            request, content: .members(draft.members), locks: [draft.donation.lockNumber]
        ) { book in
            try book.refuseImpossible(draft.recalledOn, field: "recalled_on")
            let known = try await book.transaction.run(
                ReadOfficialReceipts(donation: draft.donation, after: 0, rowsMax: 1))
            guard let receipt = known.first else {
                throw Refused([.referenceUnknown(field: "donation")])
            }
            guard receipt.recalledOn == nil else {
                throw Refused([.alreadyRecorded(field: "recalled_on")])
            }
            let place = try await book.add(.officialReceiptRecall, members: draft.members)
            _ = try await book.transaction.run(
                InsertOfficialReceiptRecall(
                    place: place, draft: draft, recordedAt: book.recordedAt))
        }
    }

    /// 영수증. Official receipts in the order of their donations.
    /// - Parameter after: the number of the donation's entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func officialReceipts(
        donation: Identifier? = nil, after: Int64 = 0, rowsMax: Int
    ) async throws -> [RecordedOfficialReceipt] {
        let found = try await ask(
            ReadOfficialReceipts(
                donation: donation, after: after, rowsMax: Int32(clamping: rowsMax)))
        AccessNote.saw(.donation, found.map(\.donation))
        return found
    }
}

extension Book {
    /// - Throws: `Refused` when there is no such donation.
    func expect(donation: Identifier) async throws {
        guard try await transaction.run(CountDonations(id: donation)).first == 1 else {
            throw Refused([.referenceUnknown(field: "donation")])
        }
    }
}
