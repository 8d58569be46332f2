package import Hometown

/// 일시정지와 다시 시작 양식.
package struct PauseForm: Sendable {
    /// Why; a pause needs it.
    package let note: String?
    /// Whether what came due during the pause is to be run after all.
    package let catchesUp: Bool

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(pausing body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(["note"], today: today) { form in
            form.requiredText("note", lines: .several).map { PauseForm(note: $0, catchesUp: false) }
        }
    }

    /// - Throws: `Problem` 422 with everything that is wrong.
    package init(resuming body: FormBody, today: CivilDate) throws(Problem) {
        self = try body.draft(["note", "catch_up"], today: today) { form in
            PauseForm(
                note: form.text("note", lines: .several),
                catchesUp: form.flag("catch_up") ?? false)
        }
    }

    private init(note: String?, catchesUp: Bool) {
        self.note = note
        self.catchesUp = catchesUp
    }
}
