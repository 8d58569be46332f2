package import Hometown

/// 참여 입력 양식. A run of a relay as a JSON object, with the nominations it answers, the next
/// runners and its donations.
package enum ParticipationForm {
    static let names = [
        "person", "person_name", "person_office", "participated_on", "date_precision", "implied",
        "origin", "answers", "proof", "comment", "nominees", "donations", "claims",
    ]
    static let nomineeNames = [
        "person", "person_name", "person_office", "nominated_on", "date_precision",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of relay: Identifier, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> NamedDraft<ParticipationDraft> {
        try body.draft(names, today: today) { form in
            let happenedOn = form.date("participated_on", precision: "date_precision")
            let person = form.mention("person", on: happenedOn)
            let answers = form.ids("answers", max: ParticipationDraft.answersMax)
            let proof = proof(of: form)
            let comment = form.text("comment", max: FormReader.sentencesMax, lines: .several)
            let nominees = nominees(of: form, happenedOn)
            let donations = form.donations(
                "donations", max: ParticipationDraft.donationsMax, keyed: keyed)
            let claims = ClaimForm.claims(of: form)
            guard let person else { return nil }
            let (isImplied, isOrigin) = (
                form.flag("implied") ?? false, form.flag("origin") ?? false
            )
            return NamedDraft([person] + nominees.map(\.person)) { ids in
                ParticipationDraft(
                    relay: relay, person: ids[0], happenedOn: happenedOn, isImplied: isImplied,
                    isOrigin: isOrigin, answers: answers, proof: proof, comment: comment,
                    nominees: zip(ids.dropFirst(), nominees).map {
                        ParticipationDraft.Nominee(person: $0, happenedOn: $1.happenedOn)
                    }, donations: donations, claims: claims)
            }
        }
    }

    fileprivate static let notOwn = Bilingual(
        "참여와 함께 적을 수 있는 것은 참여한 사람(person) 자신의 공표된 기부(reported)뿐입니다. "
            + "다른 기부는 담당자나 관리자가 등록합니다.",
        "With a run only what its runner (person) is reported to have given is recorded. Any other "
            + "donation is recorded by a clerk or a manager.")

    private static func proof(of form: FormReader) -> ParticipationDraft.Proof? {
        form.object("proof", names: ["link", "sha256", "captured_on"]).map { proof in
            ParticipationDraft.Proof(
                link: proof.link("link"), sha256: proof.sha256("sha256"),
                capturedOn: proof.day("captured_on"))
        }
    }

    private static func nominees(
        of form: FormReader, _ day: EventDate?
    ) -> [(person: NamedPerson, happenedOn: EventDate?)] {
        form.objects(
            "nominees", max: ParticipationDraft.nomineesMax, names: nomineeNames
        ).compactMap { nominee in
            let happenedOn = nominee.date("nominated_on", precision: "date_precision")
            return nominee.mention("person", on: happenedOn ?? day).map { ($0, happenedOn) }
        }
    }
}

extension NamedDraft where Draft == ParticipationDraft {
    /// Whoever keeps relays and takes no donations in writes down what the runner is reported to
    /// have given, and nothing else. The runner is then said by id.
    /// - Throws: `Problem` 403.
    func check(for role: Role?) throws(Problem) {
        if let role, Role.clerks.contains(role) { return }
        var own: DonorReference?
        if case .id(let runner)? = mentions.first?.who { own = .person(runner) }
        let isOwn = unresolved.donations.allSatisfy { $0.origin == .reported && $0.donor == own }
        guard isOwn else { throw Problem(.forbidden, ParticipationForm.notOwn) }
    }
}

extension FormReader {
    /// Somebody by id under `name`, or under `name_name` by name, or by number in its place, with
    /// the office in `name_office`.
    func mention(_ name: String, on day: EventDate?) -> NamedPerson? {
        let (called, office) = (text(name + "_name"), text(name + "_office"))
        guard let called else {
            return required(name, id).map { NamedPerson(.id($0), field: path + name, on: day) }
        }
        return NamedPerson(
            .named(name: called, office: office ?? ""), field: path + name + "_name", on: day)
    }
}
