package import Hometown
import Postgres

extension Ledger {
    /// 승인·반려. Records what a second person says of what a first asked for. Approved, it happens in
    /// the same transaction, judged by what stands now.
    /// - Throws: `LedgerFailure`.
    package func decide(_ draft: ApprovalDraft, request: Request) async throws -> Answer {
        guard draft.problems.isEmpty else { return .refused(draft.problems) }
        do {
            let answer = try await write(
                request, content: draft.canonical, locks: [Ledger.periodsLock]
            ) { book in
                try await book.decide(draft)
            }
            periods.forget()
            return answer
        } catch CorrectionStop.unknown {
            return .refused([.referenceUnknown(field: "request")])
        }
    }

    /// 승인 대기. What waits or waited for a second person, newest first. Summaries are filed by the
    /// dozen and need nobody's leave: one is listed once somebody spoke of it, or when asked for.
    /// - Parameters:
    ///   - state: `nil` for all.
    ///   - before: the number of the entry the page ends before.
    /// - Throws: `LedgerFailure`.
    package func approvals(
        of request: Identifier? = nil, state: RecordedApproval.State? = nil,
        before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedApproval] {
        let found = try await ask(
            ReadApprovals(
                request: request, state: state, before: before,
                rowsMax: Int32(clamping: rowsMax)))
        // A correction is of a donation, and its reason may speak of the donor.
        AccessNote.saw(.donation, found.filter { $0.kind == .correction }.map(\.subject))
        return found
    }
}

extension Book {
    /// - Throws: `Refused`, `CorrectionStop`.
    fileprivate mutating func decide(_ draft: ApprovalDraft) async throws {
        let found = try await transaction.run(ReadApprovals(request: draft.request, rowsMax: 1))
        guard let asked = found.first else {
            throw Refused([.referenceUnknown(field: "request")])
        }
        guard asked.isApproved == nil else {
            throw Refused([.alreadyRecorded(field: "request")])
        }
        guard asked.requesterID != author.id else {
            throw Refused([.secondPersonRequired(field: "request")])
        }
        let place = try await add(
            .approval, members: draft.members(of: asked.kind), personal: ["reason": draft.reason])
        _ = try await transaction.run(
            InsertApproval(
                place: place, draft: draft, request: asked, author: author.id,
                recordedAt: recordedAt))
        guard let correction = asked.correction, draft.verdict == .approve else { return }
        try await carryOut(correction, as: draft.request, number: place.number)
    }
}
