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
            let given = try await book.firstDay(ofDonation: draft.donation)
            try draft.issuedOn.refuse(before: given, field: "issued_on")
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
            let given = try await book.firstDay(ofDonation: draft.donation)
            try draft.recalledOn.refuse(
                before: receipt.issuedOn ?? given, field: "recalled_on")
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
    /// The first day on which a donation can have been made.
    /// - Throws: `Refused` when there is no such donation.
    fileprivate func firstDay(ofDonation id: Identifier) async throws -> CivilDate {
        guard let date = try await transaction.run(ReadDonationDate(id: id)).first else {
            throw Refused([.referenceUnknown(field: "donation")])
        }
        return date.earliest ?? Scheme.firstDay
    }
}

extension CivilDate {
    /// A receipt follows its donation, and comes back after it went out.
    fileprivate func refuse(before first: CivilDate, field: String) throws {
        guard self < first else { return }
        let reason = Bilingual(
            "영수증은 기부한 뒤에 발급하고 발급한 뒤에 회수합니다. 날짜를 확인해 주십시오.",
            "A receipt is issued after its donation and recalled after that. Check the day.")
        throw Refused([.dateInvalid(field: field, reason: reason)])
    }
}
