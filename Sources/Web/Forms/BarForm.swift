package import Hometown

/// 모금·접수 제한 입력 양식. A bar as a JSON object.
package enum BarForm {
    static let names = ["government", "valid_from", "valid_to", "reason", "published_on"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> BarDraft {
        try body.draft(names, today: today) { form in
            let government = form.required("government", form.government)
            let validFrom = form.required("valid_from", form.day)
            let validTo = form.required("valid_to", form.day)
            let reason = form.requiredText("reason", max: FormReader.reasonMax, lines: .several)
            let publishedOn = form.day("published_on")
            guard let government, let validFrom, let validTo, let reason else { return nil }
            return BarDraft(
                government: government, validFrom: validFrom, validTo: validTo, reason: reason,
                publishedOn: publishedOn)
        }
    }

    /// 공표 입력 양식. The day on which a bar was made public.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func publication(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> CivilDate {
        try body.draft(["published_on"], today: today) { form in
            form.required("published_on", form.day)
        }
    }
}
