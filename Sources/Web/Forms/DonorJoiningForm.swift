package import Hometown

/// 기부자 잇기 입력 양식. Under which key of the caller's a public person is a donor, too.
package enum DonorJoiningForm {
    /// - Parameter keyed: turns the caller's key of a donor into an opaque reference.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of person: Identifier, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> DonorJoiningDraft {
        try body.draft(["donor_key"], today: today) { form in
            form.required("donor_key") { form.typed($0) }.map {
                DonorJoiningDraft(person: person, donor: keyed($0))
            }
        }
    }
}
