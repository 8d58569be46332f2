extension Refusal {
    /// Of legs and of donations that are linked to them.
    var exchangeText: Bilingual? {
        switch self {
        case .legLeadsElsewhere:
            Bilingual(
                "이 기부와 방향이 다른 한쪽 기부입니다. 주는 지자체와 받는 지자체를 확인해 주십시오.",
                "This leg goes another way than the donation. Check giver and recipient.")
        case .legReplaced:
            Bilingual(
                "이미 다른 기록이 고친 한쪽 기부입니다. 마지막 기록을 고쳐 주십시오.",
                "Another leg mends this one already. Mend the latest.")
        case .donationLinked:
            Bilingual(
                "이미 상호기부에 연결된 기부입니다. 먼저 그 연결을 풀어 주십시오.",
                "This donation goes along a leg already. Take that link back first.")
        case .donationNotLinked:
            Bilingual(
                "이 상호기부에 연결된 기부가 아닙니다. 연결을 확인해 주십시오.",
                "This donation goes along no leg of this exchange. Check its link.")
        default: nil
        }
    }
}
