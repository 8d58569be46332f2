package import Hometown

/// 할 일. What staff have to look at, by what it is about; nothing that nobody has to do.
package struct Worklist: Hashable, Sendable {
    /// One sort of work.
    package struct Item: Hashable, Sendable {
        package let code: Code
        /// How many wait; `Worklist.countMax` stands for that and more.
        package let count: Int64
        /// Since when the oldest waits.
        package let since: CivilDate?
        /// Days that the oldest has waited, or that are left where something falls due.
        package let days: Int?
        /// The first of them, oldest first: what they are called and by which id they are found.
        package let first: [Reference]
        /// Of a cost that is too high.
        package var excess: Excess?
    }

    /// 초과. A cost of some year and what the law allows of it.
    package struct Excess: Hashable, Sendable {
        let code: Code
        package let year: Int
        package let cost: Won
        package let limit: Won
    }

    package struct Reference: Hashable, Sendable {
        package let id: Identifier
        package let no: String
    }

    /// In the order in which they are listed.
    package enum Code: String, Sendable, CaseIterable {
        /// 반환 대상 (Act 14(1)).
        case unlawfulReceiptOpen = "unlawful_receipt_open"
        /// 이견.
        case disputed
        /// 영수증 미회수 (Act 14(1)).
        case officialReceiptOutstanding = "official_receipt_outstanding"
        /// 영수증 미발급 (Act 8(2)).
        case officialReceiptMissing = "official_receipt_missing"
        /// 중복 의심.
        case possibleDuplicate = "possible_duplicate"
        /// 승인 대기.
        case approvalPending = "approval_pending"
        /// 제한 사실 미공표 (Act 16, Decree 10).
        case barNotPublished = "bar_not_published"
        /// 모집 비용 한도 초과 (Act 11(3), Decree 7(2)).
        case fundCostOverLimit = "fund_cost_over_limit"
        /// 답례품 비용 한도 초과 (Act 11(4), Decree 7(3)).
        case giftCostOverLimit = "gift_cost_over_limit"
        /// 공개 기한 (Act 13, Decree 9(1)).
        case publicationDue = "publication_due"
    }

    /// More of one sort is a backlog whose exact number helps nobody.
    package static let countMax: Int64 = 1_000
    /// Of each sort.
    package static let firstMax: Int32 = 20
    /// Donations older than this are not looked through for a receipt or for one like them.
    package static let recentDaysMax = 92
    /// A bar is made public within this time (Decree 10).
    package static let publicationDaysMax = 30

    package let asOf: CivilDate
    package let items: [Item]
}

extension Worklist.Item {
    /// What is to be done, with its numbers.
    package var text: Bilingual {
        let isBacklog = count >= Worklist.countMax
        let cases = isBacklog ? "\(count)건 이상" : "\(count)건"
        let (n, d) = (isBacklog ? "\(count) or more" : "\(count)", String(days ?? 0))
        switch code {
        case .unlawfulReceiptOpen:
            return Bilingual("반환 대상 \(cases), 최장 \(d)일", "\(n) to return, oldest \(d) days")
        case .disputed: return Bilingual("이견 \(cases)", "\(n) disputed")
        case .officialReceiptOutstanding:
            return Bilingual("영수증 미회수 \(cases)", "\(n) official receipts not recalled")
        case .officialReceiptMissing:
            return Bilingual("영수증 미발급 \(cases)", "\(n) official receipts not issued")
        case .possibleDuplicate:
            return Bilingual("중복 의심 \(cases)", "\(n) possible duplicates")
        case .approvalPending:
            return Bilingual("승인 대기 \(cases)", "\(n) wait for a second person")
        case .barNotPublished:
            return Bilingual("제한 사실 미공표 \(cases)", "\(n) bars not published")
        case .fundCostOverLimit:
            return excessText(Bilingual("모집 비용", "collection costs"))
        case .giftCostOverLimit:
            return excessText(Bilingual("답례품 비용", "gift costs"))
        case .publicationDue: return publicationText
        }
    }

    private func excessText(_ what: Bilingual) -> Bilingual {
        guard let excess else { return what }
        func won(_ amount: Won, _ language: Language) -> String {
            Notation.amount(amount, in: language)
        }
        return Bilingual(
            "\(excess.year)년 \(what.korean) 한도 \(won(excess.limit, .korean)) 초과"
                + "(\(won(excess.cost, .korean)))",
            "\(what.english) of \(excess.year), \(won(excess.cost, .english)), above limit "
                + won(excess.limit, .english))
    }

    private var publicationText: Bilingual {
        let day = since ?? CivilDate(daysSinceEpoch: 0)
        guard let days, days >= 0 else {
            return Bilingual("공개 기한 경과", "overdue: receipts and use were to be published")
        }
        return Bilingual(
            "공개 기한 \(Notation.date(day, in: .korean))까지 \(days)일",
            "receipts and use are published by \(Notation.date(day, in: .english)), "
                + "\(days) days left")
    }
}

extension Worklist {
    /// 공개 기한. The last day of February, counted down to from New Year (Act 13, Decree 9(1)) and
    /// told of for a month after it.
    static func publication(on today: CivilDate) -> Item? {
        let isLeap = CivilDate.isLeap(today.year)
        guard let due = CivilDate(year: today.year, month: 2, day: isLeap ? 29 : 28),
            let end = CivilDate(year: today.year, month: 3, day: 31), today <= end
        else { return nil }
        return Item(
            code: .publicationDue, count: 1, since: due,
            days: due.daysSinceEpoch - today.daysSinceEpoch, first: [])
    }
}

extension Worklist.Code: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .unlawfulReceiptOpen: DonationQuery.Status.returnDue.title
        case .disputed: DonationQuery.Status.disputed.title
        case .officialReceiptOutstanding: Bilingual("영수증 미회수", "receipts not recalled")
        case .officialReceiptMissing: Bilingual("영수증 미발급", "receipts not issued")
        case .possibleDuplicate: Bilingual("중복 의심", "possible duplicates")
        case .approvalPending: Bilingual("승인 대기", "waiting for approval")
        case .barNotPublished: Bilingual("제한 사실 미공표", "bars not published")
        case .fundCostOverLimit: Bilingual("모집 비용 한도 초과", "collection costs")
        case .giftCostOverLimit: Bilingual("답례품 비용 한도 초과", "gift costs")
        case .publicationDue: Bilingual("공개 기한", "publication")
        }
    }
}
