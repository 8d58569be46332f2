/// 정정 심사. What stands against a correction, in the order of the law reference (R25 to R29); what
/// takes the donation's place is judged as any donation is. Empty when nothing does.
package func judge(_ draft: CorrectionDraft, on subject: CorrectionSubject) -> [Refusal] {
    let ladder = CorrectionLadder(draft: draft, subject: subject)
    return [
        ladder.earmark(), ladder.reason(), ladder.settled(), ladder.corrected(), ladder.ground(),
        ladder.returnAmount(), ladder.returnDate(), ladder.changes(),
    ].compactMap { $0 }
}

private struct CorrectionLadder {
    let draft: CorrectionDraft
    let subject: CorrectionSubject

    /// R25. Named money may be used only so; a mistyped designation is reversed and recorded again.
    func earmark() -> Refusal? {
        draft.earmarks.isEmpty ? nil : .earmarkFixed
    }

    /// R26.
    func reason() -> Refusal? {
        (draft.reason ?? "").isEmpty ? .reasonRequired : nil
    }

    /// R27. What was settled can only be corrected through the correction that settled it.
    func settled() -> Refusal? {
        draft.corrects == nil && subject.settlement.outcome != .open ? .alreadySettled : nil
    }

    /// Only what was done last can be undone: whatever came later rests on it.
    func corrected() -> Refusal? {
        guard let corrects = draft.corrects else {
            return draft.action == .restore ? .fieldMissing(field: "corrects") : nil
        }
        let isLast =
            subject.settlement.outcome != .open && subject.settlement.correction == corrects
        return isLast && subject.replacement.outcome == .open ? nil : .correctionNotLast
    }

    /// R28. A donor who changed his mind has no ground; a mistyped entry is reversed.
    func ground() -> Refusal? {
        guard draft.action == .return else { return nil }
        guard let ground = draft.ground else { return .returnGroundRequired }
        guard let taken = subject.unlawful, taken != ground else { return nil }
        return .returnGroundDiffers(recorded: taken)
    }

    /// R29. An amount that nobody disclosed cannot be checked, and of a gift that nobody valued
    /// nobody knows what to deduct.
    func returnAmount() -> Refusal? {
        guard draft.action == .return, let ground = draft.ground, let amount = subject.amount
        else { return nil }
        if subject.giftValue == nil, ground != .unlawfulGift { return .returnGiftUnvalued }
        let gift = subject.giftValue ?? .zero
        let expected = ground.amount(of: amount, gift: gift)
        guard expected < .zero || draft.amount ?? expected != expected else { return nil }
        return .returnAmountMismatch(expected: expected, amount: amount, gift: gift)
    }

    /// Money goes back after it came and not tomorrow.
    func returnDate() -> Refusal? {
        guard draft.action == .return else { return nil }
        guard let day = draft.returnedOn else { return .fieldMissing(field: "returned_on") }
        let first = subject.donatedOn.earliest ?? Scheme.firstDay
        guard day < first || day > subject.today else { return nil }
        return .dateInvalid(
            field: "returned_on",
            reason: Bilingual(
                "반환일은 기부일과 오늘 사이여야 합니다.",
                "The day of the return lies between the donation and today."))
    }

    func changes() -> Refusal? {
        draft.action == .amend && draft.changes.isEmpty && draft.earmarks.isEmpty
            ? .fieldMissing(field: "changes") : nil
    }
}
