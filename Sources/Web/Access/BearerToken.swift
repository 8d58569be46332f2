import Hometown
import Transparency

/// An API token: `pmt_` and 256 random bits in hexadecimal. Shown once; only its hash is kept.
/// It travels in the `Authorization` header and nowhere else.
package struct BearerToken: Sendable {
    package static let prefix = "pmt_"
    package static let secretBytes = 32

    /// The whole token as it is shown and sent.
    package let text: String

    /// - Parameter secret: 32 bytes from a cryptographic source; any other count is a bug.
    package init(secret: [UInt8]) {
        precondition(secret.count == BearerToken.secretBytes, "a token has 256 bits")
        text = BearerToken.prefix + Hexadecimal.text(secret)
    }

    /// `nil` for anything that cannot be one of our tokens, which then costs no look-up.
    package init?(_ text: String) {
        var text = text
        let isToken = text.withUTF8 { bytes in
            let prefix = BearerToken.prefix.utf8
            return bytes.count == prefix.count + 2 * BearerToken.secretBytes
                && bytes.starts(with: prefix)
                && bytes[prefix.count...].allSatisfy { Hexadecimal.value(of: $0) != nil }
        }
        guard isToken else { return nil }
        self.text = text
    }

    /// Under what the database knows the token.
    package var hash: TokenHash {
        TokenHash(bytes: Hash256.of(Array(text.utf8)).bytes)
    }
}

/// SHA-256 over the whole token text. A plain hash is enough where the secret has 256 bits.
package struct TokenHash: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}
