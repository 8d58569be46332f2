package import Hometown

/// 영수증 입력 양식. The official receipt of a donation, or its recall, as a JSON object.
package enum OfficialReceiptForm {
    static let names = ["donation", "no", "issued_on"]
    static let recallNames = ["donation", "recalled_on", "reason"]

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> OfficialReceiptDraft {
        try body.draft(names, today: today) { form in
            let donation = form.required("donation", form.id)
            let no = form.requiredText("no")
            let issuedOn = form.required("issued_on", form.day)
            guard let donation, let no, let issuedOn else { return nil }
            return OfficialReceiptDraft(donation: donation, no: no, issuedOn: issuedOn)
        }
    }

    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func recall(
        _ body: FormBody, today: CivilDate
    ) throws(Problem) -> OfficialReceiptRecallDraft {
        try body.draft(recallNames, today: today) { form in
            let donation = form.required("donation", form.id)
            let recalledOn = form.required("recalled_on", form.day)
            let reason = form.requiredText("reason", max: FormReader.reasonMax, lines: .several)
            guard let donation, let recalledOn, let reason else { return nil }
            return OfficialReceiptRecallDraft(
                donation: donation, recalledOn: recalledOn, reason: reason)
        }
    }
}
