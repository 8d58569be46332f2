package import Hometown

/// 예약 작업의 일. What a schedule does when it is due.
package enum Job: String, Sendable, CaseIterable {
    /// 요약 보고. Files a summary of the period.
    case summary
    /// 모금·사용 결과 공개 (Act 13): what came in, what became of it, what it cost.
    case publication
    /// 공개 기한 알림: how far the publication of the year is, until it is done.
    case publicationReminder = "publication_reminder"
    /// 릴레이 현황: open nominations by age, and who has not passed on.
    case relayState = "relay_state"
    /// 답례 대기: exchanges that nobody answered yet.
    case unansweredExchanges = "unanswered_exchanges"
    /// 원장 검증: everything computed once more from the stored entries.
    case ledgerVerification = "ledger_verification"
    /// 집계 점검: the roll-up held against the donations themselves.
    case takingsCheck = "takings_check"
    /// 접속기록 보존 점검: months of it that need not be kept any longer.
    case accessRetention = "access_retention"

    /// Whether it files a report of a period. The others look at the ledger as it is, file what
    /// they found, and may take long.
    package var isReport: Bool {
        switch self {
        case .summary, .publication, .publicationReminder, .relayState, .unansweredExchanges: true
        case .ledgerVerification, .takingsCheck, .accessRetention: false
        }
    }

    /// Whether a period that was missed is worth coming back to: what is told to be acted upon, or
    /// looks at the ledger as it is, is made once.
    package var isForItsDay: Bool { !isReport || self == .publicationReminder }

    /// Whether it is about a year as a whole (Act 13).
    package var isYearly: Bool { self == .publication || self == .publicationReminder }
}

extension Job: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .summary: Bilingual("요약 보고", "summary")
        case .publication: Bilingual("모금·사용 결과 공개", "publication of receipts and use")
        case .publicationReminder: Bilingual("공개 기한 알림", "reminder of the publication")
        case .relayState: Bilingual("릴레이 현황", "state of the relay")
        case .unansweredExchanges: Bilingual("답례 대기 현황", "exchanges that wait")
        case .ledgerVerification: Bilingual("원장 검증", "verification of the ledger")
        case .takingsCheck: Bilingual("집계 점검", "check of the roll-up")
        case .accessRetention: Bilingual("접속기록 보존 점검", "retention of the access log")
        }
    }
}
