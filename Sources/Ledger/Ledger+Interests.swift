package import Hometown
import Postgres

extension Ledger {
    /// 이해관계 신고 등록. Records what ties a donor to a government. From now on the donor's gifts to it
    /// are judged by it.
    /// - Throws: `LedgerFailure`.
    package func record(_ draft: InterestDraft, request: Request) async throws -> Answer {
        let problems = draft.problems
        guard problems.isEmpty else { return .refused(problems) }
        return try await write(request, content: draft.canonical) { book in
            let unit = try book.government(
                draft.government, on: draft.readOn(today: book.today), field: "government")
            let donors = try await DonationSitting.Donor.read([draft.donor], in: book.transaction)
            guard let donor = donors[0]?.id else {
                throw Refused([.referenceUnknown(field: "donor_person")])
            }
            let place = try await book.add(
                .interest, members: draft.members(unit),
                personal: ["donor": donor.description, "note": draft.note])
            _ = try await book.transaction.run(
                InsertInterest(
                    place: place, draft: draft, donor: donor, government: unit.id,
                    recordedAt: book.recordedAt))
        }
    }

    /// 이해관계 종료. Ends a declared interest; the earliest of its ends holds.
    /// - Throws: `LedgerFailure`.
    package func end(
        interest: Identifier, _ draft: EndingDraft, request: Request
    ) async throws -> Answer {
        let members = draft.members(of: .interest, interest)
        return try await write(request, content: .members(members)) { book in
            let place = try await book.add(.interestEnding, members: members)
            _ = try await book.transaction.run(
                InsertInterestEnding(
                    place: place, interest: interest, draft: draft,
                    recordedAt: book.recordedAt))
        }
    }

    /// 이해관계. Declared interests in the order they were recorded.
    /// - Parameter after: the number of the entry the page starts after.
    /// - Throws: `LedgerFailure`.
    package func interests(
        id: Identifier? = nil, after: Int64 = 0, rowsMax: Int
    ) async throws -> [RecordedInterest] {
        let found = try await ask(
            ReadRecordedInterests(id: id, after: after, rowsMax: Int32(clamping: rowsMax)))
        AccessNote.saw(.interest, found.map(\.id))
        return found
    }
}
