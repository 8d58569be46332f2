package import HTTPTypes
import Hometown

/// 멱등 키. The caller's own id of a creating request: 1 to 255 printable ASCII characters, as a
/// quoted string of RFC 9651 or bare (draft-ietf-httpapi-idempotency-key-header-07, 2.1). The
/// same key in either form is the same key.
package struct IdempotencyKey: Hashable, Sendable {
    package static let lengthMax = 255

    package let text: String

    /// - Parameter field: the value of the header, when there is one.
    /// - Throws: `Problem` 400 when it is missing or not well formed.
    package init(required field: String?) throws(Problem) {
        guard let field else { throw IdempotencyKey.missing }
        guard let key = IdempotencyKey(field) else { throw IdempotencyKey.malformed }
        self = key
    }

    /// Reads the value of the header.
    package init?(_ field: String) {
        let bytes = field.utf8
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        guard bytes.first == UInt8(ascii: "\"") else {
            guard (1...IdempotencyKey.lengthMax).contains(bytes.count) else { return nil }
            text = field
            return
        }
        guard bytes.count >= 3, bytes.last == UInt8(ascii: "\""),
            let text = IdempotencyKey.unescape(Array(bytes.dropFirst().dropLast())),
            (1...IdempotencyKey.lengthMax).contains(text.utf8.count)
        else { return nil }
        self.text = text
    }

    /// Only `\"` and `\\` are escapes, and neither stands without one (RFC 9651, 3.3.3).
    private static func unescape(_ quoted: [UInt8]) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(quoted.count)
        var isEscaped = false
        for byte in quoted {
            let needsEscape = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
            if isEscaped {
                guard needsEscape else { return nil }
                bytes.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                guard !needsEscape else { return nil }
                bytes.append(byte)
            }
        }
        return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private static let missing = Problem(
        .idempotencyKeyRequired,
        Bilingual(
            "요청마다 새 Idempotency-Key를 붙이고, 다시 보낼 때는 같은 값을 쓰십시오.",
            "Give each request its own Idempotency-Key, and repeat it when you retry."))

    private static let malformed = Problem(
        .idempotencyKeyInvalid,
        Bilingual(
            "Idempotency-Key는 인쇄할 수 있는 ASCII 1~255자 하나여야 합니다.",
            "An Idempotency-Key is a single text of 1 to 255 printable ASCII characters."))
}

extension HTTPField.Name {
    /// A literal that is a token of RFC 9110, so the initialiser cannot fail.
    package static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    package static let idempotentReplayed = HTTPField.Name("Idempotent-Replayed")!
    package static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
}
