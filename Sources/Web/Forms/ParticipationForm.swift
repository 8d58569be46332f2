package import Hometown

/// 참여 입력 양식. A run of a relay as a JSON object, with the nominations it answers, the next
/// runners and its donations.
package enum ParticipationForm {
    static let names = [
        "person", "participated_on", "date_precision", "implied", "origin", "answers", "proof",
        "comment", "nominees", "donations", "claims",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of relay: Identifier, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> ParticipationDraft {
        try body.draft(names, today: today) { form in
            let person = form.required("person", form.id)
            let happenedOn = form.date("participated_on", precision: "date_precision")
            let answers = form.ids("answers", max: ParticipationDraft.answersMax)
            let proof = proof(of: form)
            let comment = form.text("comment", max: FormReader.sentencesMax)
            let nominees = nominees(of: form)
            let donations = form.donations(
                "donations", max: ParticipationDraft.donationsMax, keyed: keyed)
            let claims = ClaimForm.claims(of: form)
            guard let person else { return nil }
            return ParticipationDraft(
                relay: relay, person: person, happenedOn: happenedOn,
                isImplied: form.flag("implied") ?? false, isOrigin: form.flag("origin") ?? false,
                answers: answers, proof: proof, comment: comment, nominees: nominees,
                donations: donations, claims: claims)
        }
    }

    private static func proof(of form: FormReader) -> ParticipationDraft.Proof? {
        form.object("proof", names: ["link", "sha256", "captured_on"]).map { proof in
            ParticipationDraft.Proof(
                link: proof.link("link"), sha256: proof.sha256("sha256"),
                capturedOn: proof.day("captured_on"))
        }
    }

    private static func nominees(of form: FormReader) -> [ParticipationDraft.Nominee] {
        form.objects(
            "nominees", max: ParticipationDraft.nomineesMax,
            names: ["person", "nominated_on", "date_precision"]
        ).compactMap { nominee in
            guard let person = nominee.required("person", nominee.id) else { return nil }
            return ParticipationDraft.Nominee(
                person: person,
                happenedOn: nominee.date("nominated_on", precision: "date_precision"))
        }
    }
}
