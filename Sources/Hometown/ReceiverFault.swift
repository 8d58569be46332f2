/// What is wrong with a receiver as somebody wants it.
package enum ReceiverFault: Error, Hashable {
    case name(String)
    case address(Receiver.Kind)
    case schedules
    case format(String)

    /// What is wrong and how to mend it.
    package var text: Bilingual {
        switch self {
        case .name:
            Bilingual(
                "수신처 이름은 영문 소문자, 숫자, 하이픈 40자까지입니다. 예: office-share",
                "A receiver's name has up to 40 small letters, digits and hyphens: office-share.")
        case .address(.directory):
            Bilingual(
                "디렉터리는 /srv/reports처럼 /로 시작하는 경로로 쓰십시오.",
                "Give the directory as a path that begins with /, as in /srv/reports.")
        case .address(.webhook):
            Bilingual(
                "웹훅은 https://로 시작하는 주소로 쓰십시오. 한글과 빈칸은 %로 바꾸십시오.",
                "Give the webhook as an address that begins with https://, percent-encoded.")
        case .address(.mail):
            Bilingual(
                "전자우편 주소는 이름@기관 모양으로, 쉼표로 나누어 \(Receiver.mailAddressesMax)개까지 쓰십시오.",
                "Give mail addresses as name@office, divided by commas, up to "
                    + "\(Receiver.mailAddressesMax).")
        case .schedules:
            Bilingual(
                "예약 작업은 \(Receiver.schedulesMax)개까지 고릅니다. 비우면 모두 보냅니다.",
                "Choose up to \(Receiver.schedulesMax) schedules; none means all.")
        case .format:
            Bilingual(
                "형식은 \(ReceiverFault.forms)에서 고르십시오. PDF는 보고 화면에서 그때그때 만듭니다.",
                "Choose formats from \(ReceiverFault.forms). A PDF is made on the page of a "
                    + "report, and not kept.")
        }
    }

    private static let forms = RenderedSummary.Form.filed.map(\.rawValue)
        .joined(separator: ", ")
}
