import Crypto
import Hometown

/// 검증 열쇠. What anybody needs to check the signatures of one signer: `name+id+base64` of
/// C2SP signed-note ("vkey").
package struct VerifierKey: Hashable, Sendable {
    package let name: String
    package let type: NoteKeyType
    package let publicKey: [UInt8]

    /// `nil` for a name no note may carry or a key that is not one of Ed25519.
    package init?(name: String, type: NoteKeyType, publicKey: [UInt8]) {
        guard VerifierKey.isName(name),
            (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil
        else { return nil }
        self.name = name
        self.type = type
        self.publicKey = publicKey
    }

    /// Reads the text form; its key id must be the right one.
    package init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 8, let key = Base64.bytes(parts[2]),
            let type = key.first.flatMap(NoteKeyType.init)
        else { return nil }
        self.init(name: String(parts[0]), type: type, publicKey: Array(key.dropFirst()))
        guard text == self.text else { return nil }
    }

    package var text: String {
        "\(name)+\(Hexadecimal.text(id))+\(Base64.text([type.rawValue] + publicKey))"
    }

    /// Four bytes: the beginning of SHA-256(name ‖ LF ‖ type ‖ public key).
    package var id: [UInt8] {
        Array(Hash256.of(Array(name.utf8) + [0x0A, type.rawValue] + publicKey).bytes.prefix(4))
    }

    /// Not empty, without white space (Unicode) and without `+`.
    package static func isName(_ name: some StringProtocol) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0 != "+" }
    }

    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        return key?.isValidSignature(signature, for: message) ?? false
    }
}
