import Hometown

/// 처리 알림. What a form did, told on the page that it leads to: the word in the address is one of
/// these and nothing else.
enum Done: String, CaseIterable, Sendable {
    case saved, ended, closed, asked, allowed, approved, endorsed, rejected, paused, resumed
    case requested
    case corrected, reversed, returned, restored, awaited, undone
    case sent, made, changed, unlocked, signedOut = "signed_out", password
    case factorOff = "factor_off"

    static let parameter = "done"

    /// What happened and what comes next.
    var text: Bilingual {
        switch self {
        case .saved: Bilingual("설정을 저장했습니다.", "Your settings are saved.")
        case .ended: Bilingual("끝냈습니다. 5초 안에 어디서나 끝납니다.", "Ended; everywhere within 5 s.")
        case .closed:
            Bilingual(
                "마감했습니다. 이 기간의 기부는 승인이 있어야 적을 수 있습니다.",
                "Closed. Recording into this period takes an approval from now on.")
        case .asked:
            Bilingual(
                "요청했습니다. 다른 관리자가 승인하면 열립니다.",
                "Asked. It opens once another manager approves.")
        case .allowed:
            Bilingual(
                "승인했습니다. 담당자가 아래 식별자로 적을 수 있습니다.",
                "Allowed. Clerks record with the id below.")
        case .approved: Bilingual("승인했습니다. 바로 반영되었습니다.", "Approved; it took effect at once.")
        case .endorsed: Bilingual("보고를 승인했습니다.", "The report is approved.")
        case .rejected: Bilingual("반려했습니다. 바뀐 것이 없습니다.", "Rejected; nothing changed.")
        case .paused:
            Bilingual(
                "일시정지했습니다. 다시 시작할 때까지 실행하지 않습니다.",
                "Paused. It does not run until it is resumed.")
        case .resumed: Bilingual("다시 시작했습니다.", "Resumed.")
        case .requested:
            Bilingual(
                "요청했습니다. 곧 차례대로 실행합니다. 이 화면을 새로 고치면 결과가 보입니다.",
                "Asked. The periods run soon, in order; load this page anew to see them.")
        case .corrected:
            Bilingual(
                "정정했습니다. 이 기록이 앞의 기록을 대신합니다.",
                "Corrected. This record stands in the place of the one before.")
        case .reversed:
            Bilingual(
                "취소했습니다. 합계에서 빠지고 기록은 남습니다.",
                "Reversed. It is in no total any more; the record stays.")
        case .returned:
            Bilingual(
                "반환을 기록했습니다. 합계에서 빠집니다.",
                "The return is recorded. It is in no total any more.")
        case .restored: Bilingual("되살렸습니다. 다시 합계에 듭니다.", "Restored. It counts again.")
        case .undone:
            Bilingual(
                "되돌렸습니다. 이 목록의 기부는 모두 취소되어 합계에서 빠집니다.",
                "Undone. All donations of this list are reversed and in no total any more.")
        case .awaited:
            Bilingual(
                "승인을 요청했습니다. 다른 사람이 승인하면 이루어집니다.",
                "Asked. It happens once somebody else approves.")
        case .sent:
            Bilingual(
                "보내기로 했습니다. 결과는 발송 목록에 나타납니다.",
                "It is on its way; the list of deliveries tells what came of it.")
        case .made: Bilingual("만들었습니다.", "Made.")
        case .changed: Bilingual("바꾸었습니다.", "Changed.")
        case .unlocked: Bilingual("잠금을 풀었습니다. 이제 로그인할 수 있습니다.", "Unlocked.")
        case .signedOut: Bilingual("모든 세션을 끝냈습니다.", "All sessions are ended.")
        case .password:
            Bilingual(
                "비밀번호를 바꾸고 다른 곳의 로그인을 모두 끝냈습니다.",
                "The password is changed, and every other sign-in has ended.")
        case .factorOff:
            Bilingual(
                "두 번째 인증 수단을 끄고 다른 곳의 로그인을 모두 끝냈습니다.",
                "The second factor is off, and every other sign-in has ended.")
        }
    }

    /// An address, in Korean, that tells it.
    func at(_ path: String) -> String { "\(path)?\(Done.parameter)=\(rawValue)" }

    func notice(_ say: Phrases) -> Notice { Notice(kind: "success", title: say.text(text)) }
}
