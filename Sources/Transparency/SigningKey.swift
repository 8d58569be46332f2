import Crypto
import Hometown

/// 서명 열쇠. The secret half. The seed comes from outside: this room has no randomness.
package struct SigningKey: Sendable {
    package let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// `nil` for a seed that has not 32 bytes or a name no note may carry.
    package init?(name: String, type: NoteKeyType = .ed25519, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed),
            let verifier = VerifierKey(
                name: name, type: type, publicKey: Array(key.publicKey.rawRepresentation))
        else { return nil }
        self.key = key
        self.verifier = verifier
    }

    func signature(of message: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: message))
    }
}

extension SigningKey {
    private static let opening = "PRIVATE+KEY+"

    /// How the key is kept: `PRIVATE+KEY+name+id+base64(type ‖ seed)`, the form that Go's note
    /// package writes, so that other tools of the trade can sign with it, too. A secret.
    package var secretText: String {
        let seed = Base64.text([verifier.type.rawValue] + Array(key.rawRepresentation))
        return "\(SigningKey.opening)\(verifier.name)+\(Hexadecimal.text(verifier.id))+\(seed)"
    }

    /// Reads what `secretText` wrote; its key id must be the right one.
    package init?(secretText text: String) {
        guard text.hasPrefix(SigningKey.opening) else { return nil }
        let parts = text.dropFirst(SigningKey.opening.count)
            .split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.bytes(parts[2]),
            let type = bytes.first.flatMap(NoteKeyType.init)
        else { return nil }
        self.init(name: String(parts[0]), type: type, seed: Array(bytes.dropFirst()))
        guard secretText == text else { return nil }
    }
}
