package import Hometown

/// 인물 입력 양식. A public person, and the offices somebody states, as a JSON object.
package enum PersonForm {
    static let names = ["name_ko", "name_en", "donor_key", "offices", "claims"]
    static let officeNames = [
        "title_ko", "title_en", "government", "constituency_ko", "constituency_en", "party_ko",
        "party_en", "held_from", "held_to", "known_on",
    ]
    /// A long life in public.
    static let officesMax = 100

    /// - Parameter keyed: turns the caller's key of a donor into an opaque reference.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> PersonDraft {
        try body.draft(names, today: today) { form in
            let name = form.requiredBilingual("name")
            let offices = form.objects("offices", max: officesMax, names: officeNames)
                .compactMap(office)
            let claims = ClaimForm.claims(of: form)
            let donor = form.typed("donor_key").map(keyed)
            guard let name else { return nil }
            return PersonDraft(name: name, donor: donor, offices: offices, claims: claims)
        }
    }

    /// 직위 입력 양식. One further office.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func office(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> OfficeDraft {
        try body.draft(officeNames, today: today, office)
    }

    private static func office(_ form: FormReader) -> OfficeDraft? {
        let title = form.requiredBilingual("title")
        let government = form.government("government")
        let constituency = form.bilingual("constituency")
        let party = form.bilingual("party")
        let days = (form.day("held_from"), form.day("held_to"), form.day("known_on"))
        guard let title else { return nil }
        return OfficeDraft(
            title: title, government: government, constituency: constituency, party: party,
            heldFrom: days.0, heldTo: days.1, knownOn: days.2)
    }
}
