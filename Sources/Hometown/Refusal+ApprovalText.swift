extension Refusal {
    /// What is said of closed periods and of what two people decide.
    var approvalText: Bilingual? {
        switch self {
        case .periodClosed(let period):
            periodClosedText(period.isEmpty ? "" : "(\(period))")
        case .lateApprovalInvalid:
            Bilingual(
                "이 기부에 쓸 수 있는 늦은 등록 승인이 아닙니다. 승인의 기간과 남은 건수를 확인해 주십시오.",
                "This late approval does not cover the donation. "
                    + "Check its period and how many entries are left.")
        case .approvalRequired:
            Bilingual(
                "다른 사람의 승인을 기다리는 요청입니다. 승인 뒤에 처리됩니다.",
                "This waits for a second person. It happens once that person approves.")
        case .secondPersonRequired:
            Bilingual(
                "요청한 사람과 승인하는 사람은 달라야 합니다. 다른 사람이 처리해 주십시오.",
                "Whoever asks cannot approve. Let another person do it.")
        default: nil
        }
    }

    private func periodClosedText(_ period: String) -> Bilingual {
        Bilingual(
            "마감된 기간\(period)의 기부입니다. 관리자에게 늦은 등록 승인을 받고 그 식별자를 함께 적어 "
                + "다시 등록해 주십시오.",
            "The day lies in a closed period\(period.isEmpty ? "" : " " + period). "
                + "Ask a manager for leave to record late, and record it with the id of that leave."
        )
    }
}
