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

extension Receiver.Kind: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .directory: Bilingual("디렉터리", "directory")
        case .webhook: Bilingual("웹훅", "webhook")
        case .mail: Bilingual("전자우편", "mail")
        }
    }
}
