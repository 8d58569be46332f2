package import Hometown

/// 지금 실행 양식. Which finished period to run by hand, and why.
package struct RunForm: Sendable {
    static let names = ["period", "reason", "revises"]

    /// `nil`: the newest finished one.
    package let period: String?
    /// To see beforehand what would be filed takes none: nothing is written down.
    package let reason: String?
    /// The revision that another is to follow; `nil` only compares what is filed already.
    package let revises: Int32?

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(running body: FormBody, today: CivilDate) throws(Problem) {
        try self.init(body, today: today) { $0.requiredText("reason", lines: .several) }
    }

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(foreseeing body: FormBody, today: CivilDate) throws(Problem) {
        try self.init(body, today: today) { $0.text("reason", lines: .several) }
    }

    private init(
        _ body: FormBody, today: CivilDate, reason: (FormReader) -> String?
    ) throws(Problem) {
        self = try body.draft(RunForm.names, today: today) { form in
            RunForm(
                period: form.text("period"), reason: reason(form),
                revises: form.wholeNumber("revises"))
        }
    }

    private init(period: String?, reason: String?, revises: Int32?) {
        self.period = period
        self.reason = reason
        self.revises = revises
    }
}

extension FormReader {
    /// A whole number from 0.
    fileprivate func wholeNumber(_ name: String) -> Int32? {
        guard case .integer(0)? = self[name] else { return count(name, Int32.self) }
        return 0
    }
}
