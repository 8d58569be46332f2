package import Hometown

/// 이해관계 신고 입력 양식. A declared interest as a JSON object.
package enum InterestForm {
    static let names = [
        "donor_person", "donor_key", "government", "relation", "valid_from", "valid_to", "note",
    ]

    /// - Parameter keyed: turns the caller's key of a donor into an opaque reference.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> InterestDraft {
        try body.draft(names, today: today) { form in
            let donor = form.donor(keyed: keyed)
            let government = form.required("government", form.government)
            let relation = form.required("relation") {
                form.choice($0, Interest.Relation.self)
            }
            let days = (form.day("valid_from"), form.day("valid_to"))
            let note = form.text("note", max: FormReader.reasonMax, lines: .several)
            guard let donor, let government, let relation else { return nil }
            return InterestDraft(
                donor: donor, government: government, relation: relation, validFrom: days.0,
                validTo: days.1, note: note)
        }
    }
}

extension FormReader {
    /// `donor_person` or `donor_key`: one of the two.
    func donor(keyed: (String) -> Identifier) -> DonorReference? {
        guard has("donor_key") else {
            return required("donor_person", id).map(DonorReference.person)
        }
        guard !has("donor_person") else {
            faults.add(
                path + "donor_key", "value_invalid",
                Bilingual(
                    "donor_person과 donor_key 가운데 하나만 쓰십시오.",
                    "Give either donor_person or donor_key."))
            return nil
        }
        return required("donor_key") { typed($0) }.map { .keyed(keyed($0)) }
    }
}
