import Crypto
import Hometown

/// How a signature line of a note is to be read (C2SP signed-note). Types not listed are skipped.
package enum NoteKeyType: UInt8, Sendable {
    /// Ed25519 over the text of the note.
    case ed25519 = 0x01
    /// Ed25519 over a time and the text: a witness's cosignature (C2SP tlog-cosignature).
    case cosignature = 0x04
}

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
