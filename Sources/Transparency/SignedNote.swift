/// 서명 문서. A text and the signatures of those who stand behind it (C2SP signed-note 1.0).
///
///     text, ending in LF
///     (blank line)
///     — name base64(key id ‖ signature)
package struct SignedNote: Hashable, Sendable {
    package let text: String
    package private(set) var signatures: [NoteSignature]

    /// Far above a checkpoint with all its witnesses (a few kilobytes).
    static let bytesMax = 1_000_000
    /// The format asks readers to take 16 at least.
    static let signaturesMax = 100

    /// A note that nobody has signed yet; `nil` for a text that no note may carry.
    package init?(text: String) {
        guard SignedNote.isText(text), text.utf8.count < SignedNote.bytesMax else { return nil }
        self.text = text
        signatures = []
    }

    /// Reads a note with at least one signature.
    package init(bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= SignedNote.bytesMax,
            let note = String(validating: bytes, as: UTF8.self),
            let separator = SignedNote.lastBlankLine(bytes)
        else { throw .malformed }
        let boundary = note.utf8.index(note.startIndex, offsetBy: separator)
        text = String(note[..<boundary])
        guard SignedNote.isText(text), bytes.last == 0x0A, bytes.count > separator + 1 else {
            throw .malformed
        }
        signatures = []
        let rest = note[note.utf8.index(after: boundary)...].dropLast()
        for line in rest.split(separator: "\n", omittingEmptySubsequences: false) {
            guard let signature = NoteSignature(line: line),
                signatures.count < SignedNote.signaturesMax
            else { throw .malformed }
            signatures.append(signature)
        }
    }

    package var bytes: [UInt8] {
        Array((text + "\n" + signatures.map(\.line).joined()).utf8)
    }

    /// The text ends in LF and has no other control character.
    private static func isText(_ text: String) -> Bool {
        text.utf8.last == 0x0A && text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
    }

    /// Offset of the second LF of the last blank line: signatures have none.
    private static func lastBlankLine(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 1 else { return nil }
        return (1..<bytes.count).last { bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A }
    }
}

extension SignedNote {
    /// Adds the signature of a key; a cosigner also says when.
    /// - Parameter seconds: since 1970; only a key of type `cosignature` uses it, and then it must
    ///   not be zero.
    package mutating func sign(with key: SigningKey, at seconds: UInt64 = 0) throws {
        let verifier = key.verifier
        var signature: [UInt8] = []
        if verifier.type == .cosignature {
            precondition(seconds > 0, "a cosignature says when it was made")
            signature = withUnsafeBytes(of: seconds.bigEndian) { Array($0) }
        }
        signature += try key.signature(of: message(for: verifier.type, at: seconds))
        signatures.append(
            NoteSignature(name: verifier.name, keyID: verifier.id, signature: signature))
    }

    /// What a signature is made over. A cosignature does not name its signer, which is why a
    /// witness has a key of its own.
    private func message(for type: NoteKeyType, at seconds: UInt64) -> [UInt8] {
        switch type {
        case .ed25519: Array(text.utf8)
        case .cosignature: Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
        }
    }

    /// A signature that its key has confirmed.
    package struct Verified: Hashable, Sendable {
        package let key: VerifierKey
        /// Seconds since 1970; `nil` for a signature without a time.
        package let seconds: UInt64?
    }

    /// Those of `keys` that signed this note. Signatures of unknown keys are skipped; one that is
    /// wrong although its key is known condemns the note.
    package func verified(by keys: [VerifierKey]) throws(NoteError) -> [Verified] {
        var found: [Verified] = []
        for signature in signatures {
            guard
                let key = keys.first(where: {
                    $0.name == signature.name && $0.id == signature.keyID
                }), !found.contains(where: { $0.key == key })
            else { continue }
            guard let verified = verify(signature, with: key) else {
                throw .badSignature(name: key.name)
            }
            found.append(verified)
        }
        guard !found.isEmpty else { throw .noKnownKey }
        return found
    }

    private func verify(_ signature: NoteSignature, with key: VerifierKey) -> Verified? {
        var bytes = signature.signature[...]
        var seconds: UInt64?
        if key.type == .cosignature {
            guard bytes.count == 72 else { return nil }
            let time = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            guard time > 0 else { return nil }
            seconds = time
            bytes = bytes.dropFirst(8)
        }
        let message = message(for: key.type, at: seconds ?? 0)
        guard bytes.count == 64, key.verifies(Array(bytes), of: message) else { return nil }
        return Verified(key: key, seconds: seconds)
    }
}
