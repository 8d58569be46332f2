/// Base32 of RFC 4648, 6, without padding: letters and digits that a person can copy by hand.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    private static let bitsPerCharacter = 5
    /// How many characters stand together where a person copies them.
    private static let groupSize = 4

    package static func text(_ bytes: [UInt8]) -> String {
        var characters: [UInt8] = []
        var (pending, bitCount) = (0, 0)
        for byte in bytes {
            pending = pending << 8 | Int(byte)
            bitCount += 8
            while bitCount >= bitsPerCharacter {
                bitCount -= bitsPerCharacter
                characters.append(alphabet[pending >> bitCount])
                pending &= (1 << bitCount) - 1
            }
        }
        if bitCount > 0 {
            characters.append(alphabet[pending << (bitsPerCharacter - bitCount)])
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// Whether a text has no other characters, in capitals.
    package static func isText(_ text: String) -> Bool {
        text.utf8.allSatisfy(alphabet.contains)
    }

    /// A text in groups of four characters, the last of which may be shorter.
    package static func groups(_ text: String, separator: String) -> String {
        let characters = Array(text)
        return stride(from: 0, to: characters.count, by: groupSize).map { start in
            String(characters[start..<min(start + groupSize, characters.count)])
        }.joined(separator: separator)
    }
}
