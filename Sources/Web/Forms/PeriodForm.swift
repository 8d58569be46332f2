package import Hometown
import Timetable

/// 마감 입력 양식. The closing of a month, a quarter or a year.
package enum ClosingForm {
    static let names = ["period", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> ClosingDraft {
        try body.draft(names, today: today) { form in
            let period = form.required("period", form.period)
            let reason = form.requiredText("reason", max: FormReader.reasonMax, lines: .several)
            guard let period, let reason else { return nil }
            return ClosingDraft(
                period: period.text, first: period.first, last: period.last, reason: reason)
        }
    }
}

/// 재개 입력 양식.
package enum ReopeningForm {
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of closing: Identifier, today: CivilDate
    ) throws(Problem) -> ReopeningDraft {
        try body.draft(["reason"], today: today) { form in
            form.requiredText("reason", max: FormReader.reasonMax, lines: .several).map {
                ReopeningDraft(closing: closing, reason: $0)
            }
        }
    }
}

/// 늦은 등록 승인 입력 양식. One entry where nothing else is said.
package enum LateApprovalForm {
    static let names = ["entries_max", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of closing: Identifier, today: CivilDate
    ) throws(Problem) -> LateApprovalDraft {
        try body.draft(names, today: today) { form in
            let entriesMax = form.has("entries_max") ? form.count("entries_max", Int.self) : 1
            let reason = form.requiredText("reason", max: FormReader.reasonMax, lines: .several)
            guard let entriesMax, let reason else { return nil }
            // What is more than a draft can say is more than it may.
            return LateApprovalDraft(
                closing: closing, entriesMax: Int16(clamping: entriesMax), reason: reason)
        }
    }
}

extension FormReader {
    /// `2025-12`, `2025-Q4` or `2025`.
    fileprivate func period(_ name: String) -> PeriodKey? {
        guard let text = text(name) else { return nil }
        if let period = PeriodKey(text),
            [.monthly, .quarterly, .yearly].contains(period.cadence)
        {
            return period
        }
        faults.malformed(
            path + name,
            Bilingual("2025-12, 2025-Q4, 2025", "written like 2025-12, 2025-Q4 or 2025"))
        return nil
    }
}
