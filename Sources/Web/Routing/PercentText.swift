import Hometown

/// Text as addresses and forms carry it (WHATWG URL, 5.1): `+` is a blank, `%` begins two
/// hexadecimal digits, and the bytes are UTF-8.
enum PercentText {
    /// - Returns: `nil` for a broken `%` and for what is no UTF-8, lone surrogates among it.
    static func decode(_ encoded: some Sequence<UInt8>) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(encoded.underestimatedCount)
        var rest = encoded.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(Hexadecimal.value(of:)),
                    let low = rest.next().flatMap(Hexadecimal.value(of:))
                else { return nil }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A text for a place in an address: what is not unreserved (RFC 3986, 2.3) becomes `%` and two
    /// digits.
    /// - Parameter kept: what has no meaning of its own in that place and stays readable, in ASCII.
    static func encode(_ text: String, keeping kept: String = "") -> String {
        let plain = Set("-._~".utf8).union(kept.utf8)
        return text.utf8.reduce(into: "") { encoded, byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain =
                plain.contains(byte)
                || character.isASCII && (character.isLetter || character.isNumber)
            encoded += isPlain ? String(character) : "%\(Hexadecimal.text([byte]))"
        }
    }
}
