package import Hometown

/// 기부자 연결 취소 입력 양식. Why a donor was joined to a person by mistake.
package enum DonorPartingForm {
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of person: Identifier, joining: Identifier, today: CivilDate
    ) throws(Problem) -> DonorPartingDraft {
        try body.draft(["reason"], today: today) { form in
            form.requiredText("reason", max: FormReader.reasonMax, lines: .several).map {
                DonorPartingDraft(person: person, joining: joining, reason: $0)
            }
        }
    }
}
