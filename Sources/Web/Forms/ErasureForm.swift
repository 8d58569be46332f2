package import Hometown

/// 파기 입력 양식. Why personal fields are erased, in words that name nobody.
package enum ErasureForm {
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func reason(_ body: FormBody, today: CivilDate) throws(Problem) -> String {
        try body.draft(["reason"], today: today) { form in
            form.requiredText("reason", max: FormReader.reasonMax, lines: .several)
        }
    }
}
