package import Hometown

/// 상호기부 입력 양식. An exchange with all its legs and the donations they name, as a JSON object.
package enum ExchangeForm {
    static let names = [
        "occasion", "on", "date_precision", "agreement_id", "note", "legs", "claims",
    ]
    static let legNames = [
        "from", "department", "to", "on", "date_precision", "people", "amount", "amount_each",
        "donations", "donation_ids", "replaces",
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
            let note = form.text("note", max: FormReader.sentencesMax, lines: .several)
            let legs = form.objects("legs", max: ExchangeDraft.legsMax, names: legNames)
                .compactMap { leg($0, keyed: keyed) }
            let claims = ClaimForm.claims(of: form)
            guard let occasion, let happenedOn else { return nil }
            return ExchangeDraft(
                occasion: occasion, happenedOn: happenedOn, agreement: agreement, note: note,
                legs: legs, claims: claims)
        }
    }

    /// A leg for an exchange on record.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func leg(
        _ body: FormBody, today: CivilDate, keyed: (String) -> Identifier
    ) throws(Problem) -> LegDraft {
        try body.draft(legNames, today: today) { leg($0, keyed: keyed) }
    }

    private static func leg(
        _ form: FormReader, keyed: (String) -> Identifier
    ) -> LegDraft? {
        let from = form.required("from", form.government)
        let to = form.required("to", form.government)
        let happenedOn = form.date("on", precision: "date_precision")
        let people = form.count("people", Int32.self)
        let amount = amount(of: form, people: people)
        let donations = form.donations("donations", max: legDonationsMax, keyed: keyed)
        let links = form.ids("donation_ids", max: LegDraft.linksMax)
        let replaces = form.id("replaces")
        guard let from, let to else { return nil }
        return LegDraft(
            from: from, department: form.text("department"), to: to, happenedOn: happenedOn,
            people: people, amount: amount, donations: donations, links: links,
            replaces: replaces)
    }

    /// `amount` in all, or `amount_each` times `people`; who gives both must mean the same.
    private static func amount(of form: FormReader, people: Int32?) -> Won? {
        let amount = form.amount("amount")
        guard let each = form.amount("amount_each") else { return amount }
        guard let people else {
            form.faults.missing(form.path + "people")
            return nil
        }
        let (product, overflows) = each.amount.multipliedReportingOverflow(by: Int64(people))
        guard !overflows, product <= CanonicalValue.integers.upperBound,
            amount == nil || amount == Won(product)
        else {
            form.faults.add(
                form.path + "amount", "amount_mismatch",
                Bilingual(
                    "금액이 인원 × 1인당 금액과 다릅니다. 하나만 쓰거나 맞추어 주십시오.",
                    "The amount is not people times that of each. Give one, or make them agree."
                ))
            return nil
        }
        return Won(product)
    }

    /// A whole department, named; more than that is counted.
    static let legDonationsMax = 100
}

extension FormReader {
    /// Donations as they stand alone, without the links that their place gives them.
    func donations(
        _ name: String, max: Int, keyed: (String) -> Identifier
    ) -> [DonationDraft] {
        objects(name, max: max).compactMap { place, object in
            DonationForm.draft(
                object, path: place + ".", today: today, keyed: keyed, faults: faults)
        }
    }
}
