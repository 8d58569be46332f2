package import Hometown

/// A closing as the ledger knows it, and whether it still closes anything.
package struct RecordedPeriod: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// 마감.
        case closed
        /// 재개 승인 대기.
        case reopening
        /// 재개됨.
        case open
    }

    /// The last that asked for it to be opened again.
    package struct Reopening: Hashable, Sendable {
        package let id: Identifier
        package let number: Int64
        package let recordedAt: Instant
        package let reason: String
        package let author: String
        /// `nil` while it waits.
        package let isApproved: Bool?
        package let approver: String?
        package let decidedAt: Instant?

        package var no: String {
            Entry.no(.periodReopening, recordedAt: recordedAt, number: number)
        }
    }

    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let period: String
    package let first: CivilDate
    package let last: CivilDate
    package let reason: String
    package let author: String
    package let reopening: Reopening?
    /// Donations that were recorded into it by approval.
    package let lateEntries: Int64

    package var no: String { Entry.no(.periodClosing, recordedAt: recordedAt, number: number) }

    package var state: State {
        guard let reopening else { return .closed }
        return reopening.isApproved.map { $0 ? .open : .closed } ?? .reopening
    }
}

extension RecordedPeriod.State: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .closed: Bilingual("마감", "closed")
        case .reopening: Bilingual("재개 승인 대기", "opening asked")
        case .open: Bilingual("재개됨", "open again")
        }
    }
}
