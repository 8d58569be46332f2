package import Hometown

/// 상호기부 입력 양식. An exchange with all its legs and the donations they name, as a JSON object.
package enum ExchangeForm {
    static let names = [
        "occasion", "on", "date_precision", "agreement_id", "note", "legs", "claims",
    ]
    static let legNames = [
        "from", "department", "to", "on", "date_precision", "people", "amount", "donations",
    ]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> ExchangeDraft {
        try body.draft(names, today: today) { form in
            let occasion = form.required("occasion") {
                form.choice($0, ExchangeDraft.Occasion.self)
            }
            let happenedOn = form.required("on") { form.date($0, precision: "date_precision") }
            let agreement = form.id("agreement_id")
            let note = form.text("note", max: FormReader.sentencesMax)
            let legs = form.objects("legs", max: ExchangeDraft.legsMax, names: legNames)
                .compactMap { leg($0, keyed: keyed) }
            let claims = ClaimForm.claims(of: form)
            guard let occasion, let happenedOn else { return nil }
            return ExchangeDraft(
                occasion: occasion, happenedOn: happenedOn, agreement: agreement, note: note,
                legs: legs, claims: claims)
        }
    }

    private static func leg(
        _ form: FormReader, keyed: (String) -> Identifier
    ) -> LegDraft? {
        let from = form.required("from", form.government)
        let to = form.required("to", form.government)
        let happenedOn = form.date("on", precision: "date_precision")
        let people = form.count("people", Int32.self)
        let amount = form.amount("amount")
        let donations = form.donations("donations", max: legDonationsMax, keyed: keyed)
        guard let from, let to else { return nil }
        return LegDraft(
            from: from, department: form.text("department"), to: to, happenedOn: happenedOn,
            people: people, amount: amount, donations: donations)
    }

    /// A whole department, named; more than that is counted.
    static let legDonationsMax = 100
}

extension FormReader {
    /// Donations as they stand alone, without the links that their place gives them.
    func donations(
        _ name: String, max: Int, keyed: (String) -> Identifier
    ) -> [DonationDraft] {
        elements(name, max: max).compactMap { place, element in
            guard case .object(let object) = element else {
                faults.malformed(place, Bilingual("객체", "an object"))
                return nil
            }
            return DonationForm.draft(
                object, path: place + ".", today: today, keyed: keyed, faults: faults)
        }
    }
}
