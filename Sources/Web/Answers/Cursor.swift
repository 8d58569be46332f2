/// A place in a list, opaque to callers: whatever keys the list is ordered by, packed into one
/// base64url word (RFC 4648, 5). Nothing secret is in it and nothing is trusted in it.
package struct Cursor: Hashable, Sendable {
    package static let lengthMax = 512

    package let text: String
    /// The keys of the last item that was given, in the order of the list.
    package let keys: [String]

    /// Keys may hold anything but U+001F, which separates them.
    package init(keys: [String]) {
        precondition(
            keys.allSatisfy { !$0.contains("\u{1F}") }, "a key of a cursor has no separator")
        self.keys = keys
        text = Cursor.encode(Array(keys.joined(separator: "\u{1F}").utf8))
    }

    /// `nil` for anything `init(keys:)` did not make.
    package init?(_ text: String) {
        guard (1...Cursor.lengthMax).contains(text.utf8.count),
            let bytes = Cursor.decode(text),
            let joined = String(validating: bytes, as: UTF8.self)
        else { return nil }
        self.init(
            keys: joined.split(separator: "\u{1F}", omittingEmptySubsequences: false)
                .map(String.init))
        guard self.text == text else { return nil }
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func encode(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                digits.append(alphabet[Int(bits >> count & 63)])
            }
        }
        if count > 0 { digits.append(alphabet[Int(bits << (6 - count) & 63)]) }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for digit in text.utf8 {
            guard let value = alphabet.firstIndex(of: digit) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(bits >> count & 0xFF))
            }
        }
        return bytes
    }
}
