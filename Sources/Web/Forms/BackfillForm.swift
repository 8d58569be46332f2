package import Hometown

/// 기간 채우기 양식. From which day to which, and why.
package struct BackfillForm: Sendable {
    static let names = ["from", "to", "reason", "dry_run"]

    package let from: CivilDate
    package let to: CivilDate
    /// To see beforehand which periods it would be takes none: nothing is written down.
    package let reason: String?
    package let isRehearsal: Bool

    /// - Parameter isForeseeing: whether it is only looked at, whatever the body says of that.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(
        _ body: FormBody, today: CivilDate, isForeseeing: Bool = false
    ) throws(Problem) {
        self = try body.draft(BackfillForm.names, today: today) { form in
            let from = form.required("from") { form.day($0) }
            let to = form.required("to") { form.day($0) }
            let isDryRun = form.flag("dry_run") ?? false
            let isRehearsal = isForeseeing || isDryRun
            let reason =
                isRehearsal
                ? form.text("reason", lines: .several)
                : form.requiredText("reason", lines: .several)
            guard let from, let to else { return nil }
            return BackfillForm(from: from, to: to, reason: reason, isRehearsal: isRehearsal)
        }
    }

    private init(from: CivilDate, to: CivilDate, reason: String?, isRehearsal: Bool) {
        self.from = from
        self.to = to
        self.reason = reason
        self.isRehearsal = isRehearsal
    }
}
