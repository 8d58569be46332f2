package import Hometown

/// 승인 대상. What somebody asked for that a second person decides, and what came of it.
package struct RecordedApproval: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// 승인 대기.
        case pending
        /// 승인.
        case approved
        /// 반려.
        case rejected
    }

    /// What was asked for: a correction, a reopening or a filed summary, by its own id and number.
    package let request: Identifier
    package let kind: Entry.Kind
    package let number: Int64
    package let recordedAt: Instant
    package let requesterID: Identifier
    package let requester: String
    /// The donation that is to be corrected, the closing that is to be undone, or the summary.
    package let subject: Identifier
    /// What is to be done to it.
    package let action: String
    package let reason: String?
    /// The correction as it was asked for; `nil` of what is none.
    package let correction: CorrectionDraft?
    /// `nil` while it waits.
    package let isApproved: Bool?
    package let approver: String?
    package let decidedAt: Instant?
    package let decisionReason: String?
    /// The donation's number, or the period that was closed; `nil` of a summary.
    package var subjectName: String?

    package var no: String { Entry.no(kind, recordedAt: recordedAt, number: number) }

    package var state: State {
        isApproved.map { $0 ? .approved : .rejected } ?? .pending
    }
}

extension RecordedApproval.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .pending: Bilingual("승인 대기", "waiting")
        case .approved: Bilingual("승인", "approved")
        case .rejected: Bilingual("반려", "rejected")
        }
    }
}
