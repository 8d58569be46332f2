package import Hometown

/// 정정 입력 양식. A correction, reversal or legal return as a JSON object.
package enum CorrectionForm {
    static let names = [
        "action", "reason", "corrects", "changes", "ground", "amount", "returned_on",
        "receipt_recalled",
    ]

    /// - Parameters:
    ///   - donation: what it is about.
    ///   - today: the Korean day, for dates in words.
    ///   - keyed: turns the caller's key of a donor into an opaque reference.
    /// - Throws: `Problem` 422 with everything that is wrong.
    package static func draft(
        _ body: FormBody, of donation: Identifier, today: CivilDate,
        keyed: (String) -> Identifier
    ) throws(Problem) -> CorrectionDraft {
        try body.draft(names, today: today) { form in
            let action = form.required("action") { form.choice($0, CorrectionAction.self) }
            let reason = form.text("reason", max: FormReader.sentencesMax, lines: .several)
            guard let action else { return nil }
            var draft = CorrectionDraft(donation: donation, action: action, reason: reason)
            draft.corrects = form.id("corrects")
            draft.ground = form.returnGround("ground")
            draft.amount = form.amount("amount")
            draft.returnedOn = form.day("returned_on")
            draft.isReceiptRecalled = form.flag("receipt_recalled")
            read(form, into: &draft, keyed: keyed)
            refuseStrays(form, of: action)
            return draft
        }
    }

    private static func read(
        _ form: FormReader, into draft: inout CorrectionDraft, keyed: (String) -> Identifier
    ) {
        guard let value = form["changes"] else { return }
        guard case .object(let object) = value else {
            return form.faults.malformed("changes", Bilingual("객체", "an object"))
        }
        let earmarks = object.members.filter {
            CorrectionDraft.earmarkNames.contains($0.name) && $0.value != .null
        }
        draft.earmarks = earmarks.map(\.name).sorted()
        let rest = JSONObject(
            object.members.filter { !CorrectionDraft.earmarkNames.contains($0.name) })
        let given = DonationForm.fields(rest, path: "changes.", faults: form.faults)
        let (fields, problems) = given.changes(today: form.today, keyed: keyed)
        for problem in problems {
            form.faults.add("changes." + problem.field, problem.code, problem.text)
        }
        draft.changes = fields
    }

    /// What belongs to another action is a misunderstanding and not to be dropped silently.
    private static func refuseStrays(_ form: FormReader, of action: CorrectionAction) {
        let strays: [String] =
            switch action {
            case .amend: ["ground", "amount", "returned_on"]
            case .reverse, .restore: ["changes", "ground", "amount", "returned_on"]
            case .return: ["changes"]
            }
        for name in strays where form.has(name) { form.faults.unknown(name) }
    }
}

extension FormReader {
    /// 반환 사유: the number of the item, 1 to 7, or its word.
    func returnGround(_ name: String) -> ReturnGround? {
        guard let value = self[name] else { return nil }
        if let ground = value.fieldText.flatMap({ ReturnGround($0) }) { return ground }
        faults.add(FieldProblem(.returnGroundRequired))
        return nil
    }
}
