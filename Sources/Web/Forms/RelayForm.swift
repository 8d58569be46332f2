package import Hometown

/// 챌린지 입력 양식. A relay as a JSON object.
package enum RelayForm {
    static let names = [
        "name_ko", "name_en", "started_by", "nominations_per_participation", "ends_on", "goal",
        "claims",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> RelayDraft {
        try body.draft(names, today: today) { form in
            let name = form.requiredBilingual("name")
            let startedBy = form.id("started_by")
            let nominations = form.count("nominations_per_participation", Int16.self)
            let endsOn = form.day("ends_on")
            let goal = form.count("goal", Int32.self)
            let claims = ClaimForm.claims(of: form)
            guard let name else { return nil }
            return RelayDraft(
                name: name, startedBy: startedBy, nominationsPerParticipation: nominations,
                endsOn: endsOn, goal: goal, claims: claims)
        }
    }
}
