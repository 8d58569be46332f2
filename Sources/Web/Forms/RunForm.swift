package import Hometown

/// 지금 실행 양식. Which finished period to run by hand, and why.
package struct RunForm: Sendable {
    static let names = ["period", "reason"]

    /// `nil`: the newest finished one.
    package let period: String?
    package let reason: String

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(_ body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(RunForm.names, today: today) { form in
            let period = form.text("period")
            let reason = form.requiredText("reason")
            return reason.map { RunForm(period: period, reason: $0) }
        }
    }

    private init(period: String?, reason: String) {
        self.period = period
        self.reason = reason
    }
}
