import Hometown
import Transparency

/// 복구 코드. Stands in for a one-time code, once, for whoever lost the app. 120 random bits, so
/// that a plain hash is enough to know it by (OWASP ASVS 5.0, 6.5.2).
package struct RecoveryCode: Hashable, Sendable {
    /// So many are shown at once; new ones end those before.
    package static let count = 10
    static let secretBytes = 15
    private static let characterCount = 24

    /// As it is shown, this once: `ABCD-EFGH-…`.
    package let text: String

    /// - Parameter secret: fifteen bytes from a cryptographic source; any other count is a bug.
    init(secret: [UInt8]) {
        precondition(secret.count == RecoveryCode.secretBytes, "a recovery code has 120 bits")
        text = Base32.groups(Base32.text(secret), separator: "-")
    }

    /// - Parameter typed: as somebody typed it: hyphens, blanks and small letters do not matter.
    /// - Returns: `nil` for what cannot be one, such as six digits.
    init?(_ typed: String) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        guard letters.utf8.count == RecoveryCode.characterCount, Base32.isText(letters) else {
            return nil
        }
        text = Base32.groups(letters, separator: "-")
    }

    /// Under what the database knows it.
    var hash: Hash256 { Hash256.of(Array(text.utf8)) }
}
