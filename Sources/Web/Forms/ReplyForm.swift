package import Hometown

/// 응답 입력 양식. What became of a nomination, as a JSON object.
package enum ReplyForm {
    static let names = [
        "nomination", "reply", "participation", "replied_on", "date_precision", "claims",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of relay: Identifier, today: CivilDate
    ) throws(Problem) -> ReplyDraft {
        try body.draft(names, today: today) { form in
            let nomination = form.required("nomination", form.id)
            let kind = form.required("reply") { form.choice($0, ReplyDraft.Kind.self) }
            let participation = form.id("participation")
            let happenedOn = form.date("replied_on", precision: "date_precision")
            let claims = ClaimForm.claims(of: form)
            guard let nomination, let kind else { return nil }
            return ReplyDraft(
                relay: relay, nomination: nomination, kind: kind, participation: participation,
                happenedOn: happenedOn, claims: claims)
        }
    }
}
