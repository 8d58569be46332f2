package import Hometown

/// 연결 입력 양식. A donation on record that goes along a leg of an exchange, or no longer does.
package enum LinkForm {
    static let names = ["donation_id", "leg_id", "linked", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of exchange: Identifier, today: CivilDate
    ) throws(Problem) -> LinkDraft {
        try body.draft(names, today: today) { form in
            let donation = form.required("donation_id", form.id)
            let leg = form.id("leg_id")
            let isLinked = form.flag("linked") ?? true
            let reason = form.text("reason", max: FormReader.sentencesMax, lines: .several)
            guard let donation else { return nil }
            return LinkDraft(
                exchange: exchange, donation: donation, leg: leg, isLinked: isLinked,
                reason: reason)
        }
    }
}
