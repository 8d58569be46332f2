package import Hometown
package import Transparency

/// 일회용 링크. 256 random bits in an address, of which only the hash is kept. Opening it changes
/// nothing, for mail readers open addresses too; sending the form behind it uses it up.
package struct SignInLink: Sendable {
    package static let secretBytes = 32
    /// Of the first link of a ledger, which stands in a terminal.
    package static let firstSecondsMax = 600
    /// Of a link that is handed on to somebody.
    package static let secondsMax = 86_400

    private let secret: [UInt8]

    /// - Parameter secret: 32 bytes from a cryptographic source; any other count is a bug.
    package init(secret: [UInt8]) {
        precondition(secret.count == SignInLink.secretBytes, "a link has 256 bits")
        self.secret = secret
    }

    /// `nil` for anything that cannot be the end of one of our links.
    package init?(_ key: String) {
        guard key.utf8.count == 2 * SignInLink.secretBytes,
            let secret = Hexadecimal.bytes(key)
        else { return nil }
        self.secret = secret
    }

    package var hash: Hash256 { Hash256.of(secret) }

    /// Where it leads, below the address of this site.
    package func path(in language: Language) -> String {
        Console.address("/login/link/\(Hexadecimal.text(secret))", in: language)
    }
}
