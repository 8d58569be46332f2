package import Hometown

/// 정정 예고. What would come of a correction if it were made now: found by making it and undoing it,
/// so that it cannot differ from what recording it would bring.
package struct CorrectionForesight: Sendable {
    /// What one donor's year holds before and after.
    package struct Year: Hashable, Sendable {
        /// Whether it is the year of whoever the donation is said to be from now on.
        package let isOfNewDonor: Bool
        package let year: Int
        package let before: Standing
        package let after: Standing

        package var cap: Won? { Scheme.annualCap(in: year) }
        /// 상한까지 남은 금액.
        package var left: Won? { cap.map { $0 - after.recorded } }
    }

    /// An exchange along which the donation goes, or would go.
    package struct Exchange: Sendable {
        package let before: ExchangeRecord
        package let after: ExchangeRecord
    }

    /// 반환액 (Act 14(2)).
    package struct Returned: Hashable, Sendable {
        /// 답례품 가액 that was provided.
        package let giftValue: Won
        /// What goes back to the donor; `nil` where nobody disclosed the donation's amount.
        package let amount: Won?
    }

    package let action: CorrectionAction
    /// Of a legal return; `nil` of whatever else.
    package let returned: Returned?
    /// Why it would wait for a second person; empty where it would not.
    package let fourEyes: [FourEyes]
    package let before: RecordedDonation
    /// What would stand in its place; the same donation where nothing does.
    package let after: RecordedDonation
    /// What the correction that is undone had put in its place, and stands no more.
    package let undone: RecordedDonation?
    /// What both are judged by of the donor's home and employer.
    package let groundsBefore: DonorGrounds
    package let groundsAfter: DonorGrounds
    package let years: [Year]
    package let exchanges: [Exchange]
    /// Filed summaries whose period had the donation, with the value it has now. They stay as they
    /// are; the next one tells the correction.
    package let summaries: [RecordedSummary]

    /// What the totals of lawful receipts gain, in donations; below zero what they lose.
    package var donations: Int {
        after.count - before.count - (undone?.count ?? 0)
    }

    /// The same in won.
    package var difference: Won {
        after.counted - before.counted - (undone?.counted ?? .zero)
    }
}

extension RecordedDonation {
    fileprivate var counts: Bool { status == .standing }
    fileprivate var count: Int { counts ? 1 : 0 }
    fileprivate var counted: Won { counts ? amount ?? .zero : .zero }
}

/// What came of asking what a correction would do.
package enum CorrectionForesightAnswer: Sendable {
    case foreseen(CorrectionForesight)
    case refused([Refusal])
    /// Somebody was quicker.
    case stale(DonationVersions)
    /// There is no such donation.
    case unknown
}
