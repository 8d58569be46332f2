package import Hometown

/// 업무협약 입력 양식. An agreement as a JSON object.
package enum AgreementForm {
    static let names = [
        "kind", "title_ko", "title_en", "parties", "signed_on", "date_precision", "signed_at",
        "place_ko", "place_en", "places", "fields", "predecessor", "renewal", "starts_on",
        "ends_on", "documents", "status", "claims",
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
            let places = form.objects(
                "places", max: AgreementDraft.placesMax, names: ["place", "place_ko", "place_en"]
            ).compactMap { $0.requiredBilingual("place") }
            let predecessor = form.id("predecessor")
            let isRenewal = form.flag("renewal") ?? false
            let term = (startsOn: form.day("starts_on"), endsOn: form.day("ends_on"))
            let documents = form.objects(
                "documents", max: AgreementDraft.documentsMax, names: documentNames
            ).compactMap(document)
            let status = form.object("status", names: statusNames).flatMap(status)
            let claims = ClaimForm.claims(of: form)
            guard let kind, let signedOn else { return nil }
            return AgreementDraft(
                kind: kind, title: title, parties: parties, signedOn: signedOn,
                signedAt: signedAt, place: place, places: places, fields: fields,
                predecessor: predecessor, isRenewal: isRenewal, startsOn: term.startsOn,
                endsOn: term.endsOn, documents: documents, status: status, claims: claims)
        }
    }

    static let documentNames = ["kind", "title_ko", "title_en", "link", "sha256", "credit"]
    static let statusNames = ["state", "text_ko", "text_en", "on", "date_precision"]

    /// A document for an agreement on record.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func document(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> DocumentDraft {
        try body.draft(documentNames, today: today, document)
    }

    /// What became of an agreement on record.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func status(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> AgreementStatusDraft {
        try body.draft(statusNames, today: today, status)
    }

    private static func document(_ form: FormReader) -> DocumentDraft? {
        let kind = form.required("kind") { form.choice($0, DocumentDraft.Kind.self) }
        let title = form.requiredBilingual("title")
        let link = form.link("link")
        let sha256 = form.sha256("sha256")
        guard let kind, let title else { return nil }
        return DocumentDraft(
            kind: kind, title: title, link: link, sha256: sha256, credit: form.text("credit"))
    }

    private static func status(_ form: FormReader) -> AgreementStatusDraft? {
        let state = form.required("state") { form.choice($0, AgreementStatusDraft.State.self) }
        let text = form.bilingual("text")
        let happenedOn = form.date("on", precision: "date_precision")
        guard let state else { return nil }
        return AgreementStatusDraft(state: state, text: text, happenedOn: happenedOn)
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
        ).enumerated().compactMap { index, field in
            // As answers show them, the fields have numbers; these come from their order.
            if field.has("no"), field["no"] != .integer(Int64(index + 1)) {
                field.faults.add(
                    field.path + "no", "value_invalid",
                    Bilingual(
                        "번호는 적은 순서대로 붙습니다. \(index + 1)로 쓰거나 비우십시오.",
                        "Fields are numbered as they come. Write \(index + 1), or leave it out."))
            }
            guard let name = field.requiredBilingual("name") else { return nil }
            return AgreementDraft.Field(
                name: name, note: field.text("note", max: FormReader.sentencesMax, lines: .several))
        }
    }
}
