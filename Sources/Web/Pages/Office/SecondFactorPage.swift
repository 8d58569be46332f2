import Hometown
import Interchange
import Ledger

/// 인증 앱 등록 화면. What an authenticator app is told: as a picture, and to be typed by hand.
struct SecondFactorPage {
    /// Of the account's one-time codes.
    let secret: [UInt8]
    let login: String
    /// Whose book it is, in Latin letters: in Hangul it would not fit the picture.
    let office: String?
    let say: Phrases

    private static let issuer = "Pumasi"

    var parts: [any Part] {
        let title = say("인증 앱으로 찍는 QR 부호", "QR code for the app")
        let steps = Steps(items: [
            (
                say("앱에 등록", "Tell the app"),
                say(
                    "휴대전화의 인증 앱(TOTP)으로 QR 부호를 찍거나, 그 아래 글자를 입력하십시오.",
                    "Let the authenticator app (TOTP) of a phone see the QR code, or type the "
                        + "letters below it.")
            ),
            (
                say("숫자 확인", "Type what it shows"),
                say(
                    "앱에 나온 여섯 자리를 10분 안에 입력하면 켜집니다.",
                    "With the six digits that the app shows it is on. There are ten minutes.")
            ),
        ])
        var parts: [any Part] = [steps]
        if let code {
            parts.append(
                Picture(label: title, svg: Array(code.svg(title: title).utf8), kind: "qr"))
        }
        parts.append(
            Verbatim(
                text: Base32.groups(Base32.text(secret), separator: " "),
                label: say("손으로 입력하는 글자", "What to type by hand")))
        return parts
    }

    /// `nil` for a login too long for it.
    private var code: QRCode? {
        let issuers: [String?] = [office.map { "\(Self.issuer) \($0)" }, Self.issuer]
        return issuers.compactMap(\.self).lazy.compactMap { QRCode(address(issuer: $0)) }.first
    }

    /// As apps read it (Key Uri Format of Google Authenticator). SHA-1, six digits and thirty
    /// seconds are what they take where nothing is said.
    private func address(issuer: String) -> String {
        let issuer = PercentText.encode(issuer)
        return "otpauth://totp/\(issuer):\(PercentText.encode(login))"
            + "?secret=\(Base32.text(secret))&issuer=\(issuer)"
    }

    /// 복구 코드, shown this once.
    static func shown(_ codes: [RecoveryCode], _ say: Phrases) -> [any Part] {
        [
            Notice(
                kind: "success",
                title: say("복구 코드 \(codes.count)개", "\(codes.count) recovery codes"),
                text: say(
                    "지금 한 번만 보입니다. 앱이 없을 때 하나씩, 한 번만 씁니다. 인쇄하거나 옮겨 적어 따로 두십시오.",
                    "Shown this once. Each is good once, where there is no app. Print or copy "
                        + "them, and keep them apart.")),
            Verbatim(
                text: codes.map(\.text).joined(separator: "\n"),
                label: say("복구 코드", "Recovery codes")),
        ]
    }
}
