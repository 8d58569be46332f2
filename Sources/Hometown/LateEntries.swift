/// 늦은 등록 심사. What is closed, and what may be added to it all the same: of use while donations are
/// judged one after another, each taking one of the entries its approval allows.
package struct LateEntries: Sendable {
    private let closed: [ClosedPeriod]
    /// Nearly every donation is dated after it.
    private let lastDay: CivilDate?
    private var approvals: [Identifier: LateApproval]

    package init(closed: [ClosedPeriod], approvals: [LateApproval] = []) {
        self.closed = closed
        lastDay = closed.map(\.last).max()
        self.approvals = Dictionary(
            approvals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package static let none = LateEntries(closed: [])

    /// Takes in further approvals that are named.
    package mutating func learn(_ more: [LateApproval]) {
        for approval in more where approvals[approval.id] == nil {
            approvals[approval.id] = approval
        }
    }

    /// The closed period that a donation is dated into; `nil` for an open day.
    package func period(of date: EventDate) -> ClosedPeriod? {
        guard let lastDay, date.date <= lastDay else { return nil }
        return closed.first { $0.contains(date) }
    }

    /// What stands against recording the draft on its date; `nil` where nothing does.
    /// - Parameter author: who records it; not whoever approved it. `nil` where nobody does.
    package func refusal(of draft: DonationDraft, by author: Identifier?) -> Refusal? {
        guard draft.lateCorrection == nil else { return nil }
        let period = period(of: draft.donatedOn)
        guard let named = draft.lateApproval else {
            return period.map { .periodClosed(period: $0.period) }
        }
        guard period != nil, let approval = approvals[named], approval.entriesLeft > 0,
            approval.first <= draft.donatedOn.date, draft.donatedOn.date <= approval.last
        else { return .lateApprovalInvalid }
        return approval.approver == author ? .secondPersonRequired(field: "late_approval") : nil
    }

    /// Takes one of the entries that the draft's approval allows.
    package mutating func take(_ draft: DonationDraft) {
        guard let named = draft.lateApproval else { return }
        approvals[named]?.entriesLeft -= 1
    }

    /// Gives it back, for a draft that something else stands against.
    package mutating func giveBack(_ draft: DonationDraft) {
        guard let named = draft.lateApproval else { return }
        approvals[named]?.entriesLeft += 1
    }
}

extension Verdict {
    /// The same with a further refusal, which keeps it from being recorded.
    package func refused(_ refusal: Refusal) -> Verdict {
        Verdict(
            outcome: .refused, answers: answers, refusals: refusals + [refusal],
            recipient: recipient, residence: residence, capYear: capYear, warnings: warnings)
    }
}
