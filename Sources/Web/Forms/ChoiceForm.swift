package import Hometown

/// 채택 입력 양식. Which claim about an attribute of a thing is followed, as a JSON object.
package enum ChoiceForm {
    static let names = ["subject", "attribute", "claim", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> ChoiceDraft {
        try body.draft(names, today: today) { form in
            let subject = form.required("subject", form.id)
            let attribute = form.requiredText("attribute")
            let reason = form.requiredText("reason", max: FormReader.sentencesMax, lines: .several)
            let text = form.text("claim")
            let place = text.flatMap { ChoiceDraft.ClaimPlace($0) }
            if text != nil, place == nil {
                form.faults.malformed(
                    "claim", Bilingual("주장 번호(123/0)", "a claim as answers show it (123/0)"))
            }
            guard let subject, let attribute, let reason else { return nil }
            return ChoiceDraft(
                subject: subject, attribute: attribute, claim: place, reason: reason)
        }
    }
}

/// 주장 입력 양식. What further sources say of a thing on record.
package enum ClaimsForm {
    static let names = ["subject", "claims"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(_ body: FormBody, today: CivilDate) throws(Problem) -> ClaimsDraft {
        try body.draft(names, today: today) { form in
            let subject = form.required("subject", form.id)
            let claims = ClaimForm.claims(of: form)
            return subject.map { ClaimsDraft(subject: $0, claims: claims) }
        }
    }
}
