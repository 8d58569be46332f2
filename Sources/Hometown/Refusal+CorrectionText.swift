extension Refusal {
    /// What is said of corrections, reversals and legal returns.
    var correctionText: Bilingual? {
        switch self {
        case .earmarkFixed:
            Bilingual(
                "지정한 사업·목적은 정정할 수 없습니다. 오등록이면 취소 후 다시 등록해 주십시오.",
                "A designation cannot be corrected. If mistyped, reverse and record again.")
        case .reasonRequired: Bilingual("사유를 입력해 주십시오.", "Enter a reason.")
        case .alreadySettled:
            Bilingual("이미 취소되었거나 반환된 기부입니다.", "Already reversed or returned.")
        case .correctionNotLast:
            Bilingual(
                "마지막 정정만 되돌릴 수 있습니다. 그 뒤의 정정을 먼저 되돌려 주십시오.",
                "Only the last correction can be undone. Undo the later ones first.")
        case .returnGroundRequired:
            Bilingual(
                "반환에는 법 제14조제1항의 사유(1∼7호)가 필요합니다.",
                "A legal return needs one of the grounds 1 to 7.")
        case .returnGroundDiffers(let recorded):
            Bilingual(
                "제\(recorded.rawValue)호(\(recorded.title.korean))로 받은 기부입니다. "
                    + "같은 사유로 반환하거나 기부를 먼저 정정하십시오.",
                "It was taken on ground \(recorded.rawValue) (\(recorded.title.english)). Return "
                    + "it on the same, or amend the donation first.")
        case .returnGroundUnfit(let found):
            Bilingual(
                "위반한 사항의 반환 사유는 제\(found.rawValue)호(\(found.title.korean))입니다. "
                    + "위법하게 받은 사유를 확인해 주십시오.",
                "What it breaks goes back on ground \(found.rawValue) (\(found.title.english)). "
                    + "Check the ground on which it was taken.")
        case .returnAmountMismatch(let expected, let amount, let gift) where expected < .zero:
            Bilingual(
                "답례품 가액(\(Notation.grouped(gift.amount))원)이 기부금"
                    + "(\(Notation.grouped(amount.amount))원)보다 큽니다. 한도를 넘은 답례품이면 "
                    + "제7호로 반환하고, 가액을 잘못 적었으면 먼저 정정하십시오.",
                "The gift (\(Notation.grouped(gift.amount))) is worth more than the donation "
                    + "(\(Notation.grouped(amount.amount))). A gift over its limit is ground 7; "
                    + "amend the donation first if its value is wrong.")
        case .returnAmountMismatch(let expected, let amount, let gift):
            returnAmountText(expected: expected, amount: amount, gift: gift)
        case .returnGiftUnvalued:
            Bilingual(
                "답례품 가액이 적혀 있지 않아 반환액을 정할 수 없습니다. 답례품 가액을 먼저 정정하십시오.",
                "The value of the gift is not recorded, so nobody knows what to deduct. Amend it "
                    + "first.")
        default: approvalText
        }
    }

    private func returnAmountText(expected: Won, amount: Won, gift: Won) -> Bilingual {
        let back = Notation.grouped(expected.amount)
        let (given, spent) = (Notation.grouped(amount.amount), Notation.grouped(gift.amount))
        return Bilingual(
            "반환액은 \(back)원이어야 합니다(기부금 \(given)원, 답례품 가액 \(spent)원).",
            "The return must be \(back) (donation \(given), gift \(spent)).")
    }
}
