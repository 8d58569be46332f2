package import Hometown

/// 되돌리기 양식. Why an import is to be undone, and its number once more: whoever undoes a whole list
/// must mean this one.
package struct ImportReversalForm: Sendable {
    package let reason: String
    package let confirm: String

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(_ body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(["reason", "confirm"], today: today) { form in
            let reason = form.requiredText(
                "reason", max: FormReader.sentencesMax, lines: .several)
            let confirm = form.requiredText("confirm")
            guard let reason, let confirm else { return nil }
            return ImportReversalForm(reason: reason, confirm: confirm)
        }
    }

    private init(reason: String, confirm: String) {
        self.reason = reason
        self.confirm = confirm
    }
}
