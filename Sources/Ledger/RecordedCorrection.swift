package import Hometown

/// A correction as the ledger knows it.
package struct RecordedCorrection: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// 처리함.
        case done
        /// 승인 대기.
        case pending
        /// 반려.
        case rejected
    }

    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    /// The place in the log, once sealed.
    package let logIndex: Int64?
    package let donation: Identifier
    package let action: CorrectionAction
    /// The correction it undoes.
    package let corrects: Identifier?
    /// Whether it was recorded to wait for a second person.
    package let isPending: Bool
    /// The changed fields as canonical JSON; those about the donor are not among them.
    package let changes: String?
    package let ground: ReturnGround?
    package let giftValue: Won?
    package let amount: Won?
    package let returnedOn: CivilDate?
    package let isReceiptRecalled: Bool?
    /// Erased with its author's words.
    package let reason: String?
    /// Whoever asked for it, by name.
    package let author: String
    /// What a second person said; `nil` while it waits, and where nobody was asked.
    package let isApproved: Bool?
    /// That person, by name.
    package let approver: String?
    /// The donation's version after it; `nil` while it waits, and when it was turned down.
    package let step: Int?
    package let replacement: Identifier?

    package var no: String { Entry.no(.correction, recordedAt: recordedAt, number: number) }
    package var state: State {
        if isApproved == false { return .rejected }
        return step == nil ? .pending : .done
    }
}

extension RecordedCorrection.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .done: Bilingual("처리함", "done")
        case .pending: RecordedApproval.State.pending.title
        case .rejected: RecordedApproval.State.rejected.title
        }
    }
}
