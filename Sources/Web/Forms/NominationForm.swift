package import Hometown

/// 지명 입력 양식. A nomination from a run on record, as a JSON object.
package enum NominationForm {
    static let names = [
        "participation_id", "nominee", "nominee_name", "nominee_office", "nominated_on",
        "date_precision", "claims",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of relay: Identifier, today: CivilDate
    ) throws(Problem) -> NamedDraft<NominationDraft> {
        try body.draft(names, today: today) { form in
            let participation = form.required("participation_id", form.id)
            let happenedOn = form.date("nominated_on", precision: "date_precision")
            let nominee = form.mention("nominee", on: happenedOn)
            let claims = ClaimForm.claims(of: form)
            guard let participation, let nominee else { return nil }
            return NamedDraft([nominee]) { ids in
                NominationDraft(
                    relay: relay, participation: participation, nominee: ids[0],
                    happenedOn: happenedOn, claims: claims)
            }
        }
    }
}
