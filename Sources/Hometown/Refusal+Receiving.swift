extension Refusal {
    /// Of R15, R17 to R24 and R31.
    var receivingText: Bilingual? {
        switch self {
        case .donorHasInterestInRecipient(let recipient):
            Bilingual(
                "계약·처분 등 이해관계가 있는 지자체에는 기부할 수 없습니다.",
                "The donor has a contract or other interest relation with \(recipient.english).")
        case .placeNotPublic:
            Bilingual(
                "공개된 장소에서 받은 기부금만 접수할 수 있습니다. 장소를 확인해 주십시오.",
                "Only money received at a public place can be accepted. Check the place.")
        case .earmarkNotAvailable:
            Bilingual(
                "지정기부는 2024. 2. 20.부터 가능합니다.",
                "Designated donations are possible from 20 February 2024.")
        case .projectNotOpen(let project, let recipient, let date):
            Bilingual(
                "\(korean(date))에 모금 중인 사업이 아닙니다(\(project.korean)).",
                "\(project.english) was not open at \(recipient.english) on \(english(date)).")
        case .checksIncomplete(let items, let failed):
            checksText(missing: items.map(\.name), failed: failed.map(\.name))
        case .consentMissing:
            Bilingual(
                "행정정보 공동이용 동의가 없습니다. 동의를 받거나 서류로 확인해 주십시오.",
                "No consent to look up records. Get consent or check papers.")
        case .staffListingForbidden:
            Bilingual(
                "직원별·부서별 실적이나 명단은 제공하지 않습니다(법 제6조).",
                "Results or lists by employee or department are not given (Act 6).")
        default: giftText
        }
    }

    private func checksText(missing: [Bilingual], failed: [Bilingual]) -> Bilingual {
        var texts: [Bilingual] = []
        if !missing.isEmpty {
            texts.append(
                Bilingual(
                    "필수 확인 항목이 비어 있습니다: \(list(missing, \.korean))",
                    "Required checks are missing: \(list(missing, \.english))."))
        }
        if !failed.isEmpty {
            texts.append(
                Bilingual(
                    "확인 결과가 부적합한 항목이 있어 접수할 수 없습니다: \(list(failed, \.korean))",
                    "It cannot be accepted, for these checks failed: "
                        + "\(list(failed, \.english))."))
        }
        return Bilingual(
            texts.map(\.korean).joined(separator: ". "),
            texts.map(\.english).joined(separator: " "))
    }

    private var giftText: Bilingual? {
        switch self {
        case .giftForbiddenKind:
            Bilingual(
                "현금·귀금속·타 지역 상품권 등은 답례품으로 제공할 수 없습니다.",
                "Cash, jewels, outside vouchers and the like cannot be gifts.")
        case .giftOverLimit(let value, let limit):
            giftOverLimitText(Notation.grouped(value.amount), Notation.grouped(limit.amount))
        case .giftNotWanted:
            Bilingual(
                "기부자가 답례품을 받지 않겠다고 하였습니다.", "The donor declined a gift.")
        default: nil
        }
    }

    private func giftOverLimitText(_ value: String, _ limit: String) -> Bilingual {
        Bilingual(
            "답례품 가액 \(value)원이 한도 \(limit)원(기부금의 30%)을 넘습니다.",
            "Gift value \(value) exceeds the limit \(limit) (30% of this donation).")
    }
}
