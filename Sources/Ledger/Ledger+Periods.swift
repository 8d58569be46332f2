package import Hometown
import Postgres

extension Ledger {
    /// 마감. Closes a month, a quarter or a year. Answered once no donation can be recorded into it
    /// any more without leave, by whatever daemon.
    /// - Throws: `LedgerFailure`; `unavailable` while a long import is being recorded.
    package func close(_ draft: ClosingDraft, request: Request) async throws -> Answer {
        let answer = try await write(
            request, content: .members(draft.members), locks: [Ledger.periodsLock],
            afterDonations: true
        ) { book in
            let problems = draft.problems(today: book.today)
            guard problems.isEmpty else { throw Refused(problems) }
            let place = try await book.add(.periodClosing, members: draft.members)
            _ = try await book.transaction.run(
                InsertClosing(
                    place: place, draft: draft, author: book.author.id,
                    recordedAt: book.recordedAt))
        }
        periods.forget()
        return answer
    }

    /// 재개 요청. Asks that a closed period be opened again. It waits for a second person.
    /// - Throws: `LedgerFailure`.
    package func reopen(_ draft: ReopeningDraft, request: Request) async throws -> Answer {
        try await write(
            request, content: .members(draft.members), locks: [Ledger.periodsLock]
        ) { book in
            try await book.expectClosed(draft.closing)
            let place = try await book.add(.periodReopening, members: draft.members)
            _ = try await book.transaction.run(
                InsertReopening(
                    place: place, draft: draft, author: book.author.id,
                    recordedAt: book.recordedAt))
        }
    }

    /// 늦은 등록 승인. Lets others record so many donations into a closed period.
    /// - Throws: `LedgerFailure`.
    package func approve(_ draft: LateApprovalDraft, request: Request) async throws -> Answer {
        guard draft.problems.isEmpty else { return .refused(draft.problems) }
        return try await write(
            request, content: draft.canonical, locks: [Ledger.periodsLock]
        ) { book in
            try await book.expectClosed(draft.closing, orReopening: true)
            let place = try await book.add(
                .lateApproval, members: draft.members, personal: ["reason": draft.reason])
            _ = try await book.transaction.run(
                InsertLateApproval(
                    place: place, draft: draft, author: book.author.id,
                    recordedAt: book.recordedAt))
        }
    }

    /// 마감 이력. Closings, newest first.
    /// - Parameters:
    ///   - period: `2025-12`, `2025-Q4`, `2025`; `nil` for all.
    ///   - before: the number of the entry the page ends before.
    /// - Throws: `LedgerFailure`.
    package func periods(
        id: Identifier? = nil, period: String? = nil, before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedPeriod] {
        try await ask(
            ReadPeriods(
                id: id, period: period, before: before, rowsMax: Int32(clamping: rowsMax)))
    }

    /// 늦은 등록 승인. Leave that was given for one closing, newest first, used or not.
    /// - Throws: `LedgerFailure`.
    package func lateApprovals(
        of closing: Identifier, rowsMax: Int
    ) async throws -> [RecordedLateApproval] {
        try await ask(ReadLeave(closing: closing, rowsMax: Int32(clamping: rowsMax)))
    }

    /// 늦은 등록. What was recorded into a period after its closing, newest first; `nil` when there
    /// is no such closing.
    /// - Throws: `LedgerFailure`.
    package func lateEntries(
        of closing: Identifier, before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedLateEntry]? {
        let (periods, rows) = try await ask(
            ReadPeriods(id: closing, rowsMax: 1),
            ReadLateEntries(
                closing: closing, before: before, rowsMax: Int32(clamping: rowsMax)))
        return periods.isEmpty ? nil : rows
    }
}

extension Book {
    /// - Parameter orReopening: whether one that somebody wants to open again will do.
    /// - Throws: `Refused` when it is no closing, or closes nothing any more.
    fileprivate func expectClosed(
        _ closing: Identifier, orReopening: Bool = false
    ) async throws {
        let found = try await transaction.run(ReadPeriods(id: closing, rowsMax: 1))
        guard let period = found.first else {
            throw Refused([.referenceUnknown(field: "closing")])
        }
        guard period.state == .closed || orReopening && period.state == .reopening else {
            throw Refused([.alreadyRecorded(field: "closing")])
        }
    }
}
