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
