package import Hometown

/// 업무협약 입력 양식. An agreement as a JSON object.
package enum AgreementForm {
    static let names = [
        "kind", "title_ko", "title_en", "parties", "signed_on", "date_precision", "signed_at",
        "place_ko", "place_en", "fields", "predecessor", "claims",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> AgreementDraft {
        try body.draft(names, today: today) { form in
            let kind = form.required("kind") { form.choice($0, AgreementDraft.Kind.self) }
            let title = form.bilingual("title")
            let parties = parties(of: form)
            let signedOn = form.required("signed_on") {
                form.date($0, precision: "date_precision")
            }
            let signedAt = form.instant("signed_at")
            let place = form.bilingual("place")
            let fields = fields(of: form)
            let predecessor = form.id("predecessor")
            let claims = ClaimForm.claims(of: form)
            guard let kind, let signedOn else { return nil }
            return AgreementDraft(
                kind: kind, title: title, parties: parties, signedOn: signedOn,
                signedAt: signedAt, place: place, fields: fields, predecessor: predecessor,
                claims: claims)
        }
    }

    /// `government`, or `code` as answers show it.
    private static func parties(of form: FormReader) -> [AgreementDraft.Party] {
        form.objects(
            "parties", max: AgreementDraft.partiesMax,
            names: ["government", "code", "name", "full_name", "signatory"]
        ).compactMap { party in
            guard let government = party.government("government") ?? party.text("code") else {
                party.faults.missing(party.path + "government")
                return nil
            }
            return AgreementDraft.Party(government: government, signatory: party.id("signatory"))
        }
    }

    private static func fields(of form: FormReader) -> [AgreementDraft.Field] {
        form.objects(
            "fields", max: AgreementDraft.fieldsMax, names: ["no", "name_ko", "name_en", "note"]
        ).compactMap { field in
            guard let name = field.requiredBilingual("name") else { return nil }
            return AgreementDraft.Field(
                name: name, note: field.text("note", max: FormReader.sentencesMax))
        }
    }
}
