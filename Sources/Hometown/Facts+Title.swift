extension Facts.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .daily: Bilingual("일일", "daily")
        case .weekly: Bilingual("주간", "weekly")
        case .monthly: Bilingual("월간", "monthly")
        case .quarterly: Bilingual("분기", "quarterly")
        case .yearly: Bilingual("연간", "yearly")
        case .publication: Bilingual("모금·사용 결과", "receipts and use")
        case .publicationReminder: Bilingual("공개 기한 알림", "reminder")
        case .relayState: Bilingual("릴레이", "relay")
        case .unansweredExchanges: Bilingual("답례 대기", "waiting exchanges")
        }
    }
}

extension Facts.Correction.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .late: Bilingual("뒤늦은 등록", "recorded late")
        case .amended: CorrectionAction.amend.title
        case .reversed: CorrectionAction.reverse.title
        case .returned: CorrectionAction.return.title
        case .restored: CorrectionAction.restore.title
        }
    }
}
