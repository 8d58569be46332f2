/// 마감된 기간. Days whose donations are no longer added to, unless somebody approves.
package struct ClosedPeriod: Hashable, Sendable {
    /// The closing that closed it.
    package let closing: Identifier
    /// `2025-12`, `2025-Q4` or `2025`.
    package let period: String
    package let first: CivilDate
    /// Inclusive.
    package let last: CivilDate

    package init(closing: Identifier, period: String, first: CivilDate, last: CivilDate) {
        self.closing = closing
        self.period = period
        self.first = first
        self.last = last
    }

    /// Whether a donation of this date is counted on one of its days: where less than the day is
    /// known, the date it is kept under decides.
    package func contains(_ date: EventDate) -> Bool { first <= date.date && date.date <= last }
}

extension Collection where Element == ClosedPeriod {
    /// Whether every day of a period is closed, by one closing or by several beside each other.
    package func cover(_ days: ClosedRange<CivilDate>) -> Bool {
        var next = days.lowerBound
        for closed in sorted(by: { $0.first < $1.first }) {
            guard closed.first <= next else { return false }
            if closed.last >= days.upperBound { return true }
            next = Swift.max(next, closed.last.adding(days: 1))
        }
        return false
    }
}

/// 마감 초안. A period that somebody closes; its name has been read into days.
package struct ClosingDraft: Hashable, Sendable {
    package var period: String
    package var first: CivilDate
    package var last: CivilDate
    package var reason: String

    package init(period: String, first: CivilDate, last: CivilDate, reason: String) {
        self.period = period
        self.first = first
        self.last = last
        self.reason = reason
    }

    /// What goes on is not closed.
    package func problems(today: CivilDate) -> [Refusal] {
        guard last >= today else { return [] }
        let reason = Bilingual(
            "아직 끝나지 않은 기간입니다. 끝난 뒤에 마감해 주십시오.",
            "The period has not ended. Close it when it is over.")
        return [.dateInvalid(field: "period", reason: reason)]
    }

    /// What the entry says, and what a request asks for.
    package var members: [String: CanonicalValue?] {
        [
            "first_day": .date(first), "last_day": .date(last), "period": .string(period),
            "reason": .string(reason),
        ]
    }
}

/// 재개 초안. Somebody asks that a closed period be opened again; another person decides.
package struct ReopeningDraft: Hashable, Sendable {
    package var closing: Identifier
    package var reason: String

    package init(closing: Identifier, reason: String) {
        self.closing = closing
        self.reason = reason
    }

    /// What the entry says, and what a request asks for. It waits, as every reopening does.
    package var members: [String: CanonicalValue?] {
        ["closing": .id(closing), "pending": .bool(true), "reason": .string(reason)]
    }
}

/// 늦은 등록 승인 초안. So many donations may still be recorded into a closed period, by anybody but
/// the one who approves them.
package struct LateApprovalDraft: Hashable, Sendable {
    /// More in one go would be a reopening.
    package static let entriesMax: Int16 = 1_000

    package var closing: Identifier
    package var entriesMax: Int16
    /// Only committed to: words about a late donation may name its donor.
    package var reason: String

    package init(closing: Identifier, entriesMax: Int16, reason: String) {
        self.closing = closing
        self.entriesMax = entriesMax
        self.reason = reason
    }

    package var problems: [Refusal] {
        guard entriesMax > LateApprovalDraft.entriesMax else { return [] }
        let max = Int(LateApprovalDraft.entriesMax)
        return [.tooMany(field: "entries_max", max: max)]
    }

    /// What the entry says.
    package var members: [String: CanonicalValue?] {
        ["closing": .id(closing), "entries_max": .number(entriesMax)]
    }

    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = members
        all["reason"] = .string(reason)
        return .members(all)
    }
}

/// 늦은 등록 승인. What is left of a leave to record into a closed period.
package struct LateApproval: Hashable, Sendable {
    package let id: Identifier
    package let approver: Identifier
    package let first: CivilDate
    /// Inclusive.
    package let last: CivilDate
    package var entriesLeft: Int

    package init(
        id: Identifier, approver: Identifier, first: CivilDate, last: CivilDate, entriesLeft: Int
    ) {
        self.id = id
        self.approver = approver
        self.first = first
        self.last = last
        self.entriesLeft = entriesLeft
    }
}
