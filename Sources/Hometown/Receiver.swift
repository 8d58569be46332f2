/// 수신처. Somebody to whom filed summaries are handed on.
package struct Receiver: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A directory on the daemon's machine, by its absolute path.
        case directory
        /// An https address that is posted to.
        case webhook
        /// Mail addresses, divided by commas.
        case mail
    }

    package static let addressCharactersMax = 2_000
    package static let mailAddressesMax = 20
    package static let schedulesMax = 50

    /// `office-share`: lower-case letters, digits and hyphens, 40 at most.
    package let name: String
    package let kind: Kind
    package let address: String
    /// Names of the schedules whose summaries it gets; empty for all.
    package let schedules: [String]
    /// File name extensions, as in `hwpx`; empty for all.
    package let formats: [String]

    /// - Throws: `ReceiverFault`, the first that is found.
    package init(
        name: String, kind: Kind, address: String, schedules: [String] = [],
        formats: [String] = []
    ) throws(ReceiverFault) {
        guard Receiver.isName(name) else { throw .name(name) }
        let address = address.tidied
        guard address.count <= Receiver.addressCharactersMax,
            Receiver.isAddress(address, of: kind)
        else { throw .address(kind) }
        guard schedules.count <= Receiver.schedulesMax else { throw .schedules }
        if let wrong = formats.first(where: { !Receiver.isFormat($0) }) { throw .format(wrong) }
        self.name = name
        self.kind = kind
        self.address = address
        self.schedules = schedules
        self.formats = formats
    }

    /// The addresses of a receiver by mail.
    package var mailAddresses: [String] {
        address.split(separator: ",").map { String($0).tidied }
    }

    /// Whether it wants a file of this name.
    package func wants(_ fileName: String) -> Bool {
        formats.isEmpty || formats.contains { fileName.hasSuffix("." + $0) }
    }

    private static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count) && !text.hasPrefix("-")
            && text.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            }
    }

    private static func isFormat(_ text: String) -> Bool {
        (1...8).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }

    private static func isAddress(_ text: String, of kind: Kind) -> Bool {
        switch kind {
        case .directory:
            text.hasPrefix("/") && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
        case .webhook:
            (text.hasPrefix("https://") || text.hasPrefix("http://"))
                && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        case .mail: isMailList(text)
        }
    }

    /// Plain addresses of RFC 5321 without quoting: what an office uses, and nothing that could
    /// become a second header.
    private static func isMailList(_ text: String) -> Bool {
        let addresses = text.split(separator: ",", omittingEmptySubsequences: false)
        guard (1...mailAddressesMax).contains(addresses.count) else { return false }
        return addresses.allSatisfy { address in
            let sides = String(address).tidied.split(
                separator: "@", omittingEmptySubsequences: false)
            return sides.count == 2 && (1...64).contains(sides[0].utf8.count)
                && (1...255).contains(sides[1].utf8.count) && !sides[0].hasPrefix("-")
                && sides.allSatisfy { side in side.utf8.allSatisfy(isMailByte) }
        }
    }

    private static func isMailByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2E, 0x2D, 0x5F, 0x2B: true
        default: false
        }
    }
}

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
                "형식은 hwpx처럼 파일 확장자로 쓰십시오.",
                "Give formats as file name extensions, as in hwpx.")
        }
    }
}
