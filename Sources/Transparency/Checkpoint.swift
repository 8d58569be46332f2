/// 체크포인트. What the log is at one moment: three lines that are signed (C2SP tlog-checkpoint).
package struct Checkpoint: Hashable, Sendable {
    /// The log's URL without scheme and final slash: `sejong.pumasi.example/log`. It is also the
    /// name of the key that signs.
    package let origin: String
    /// Number of leaves.
    package let size: Int
    package let root: Hash256

    /// `nil` for a negative size, an origin no key may be named by, or an empty tree with a root
    /// that is not the empty tree's.
    package init?(origin: String, size: Int, root: Hash256) {
        guard VerifierKey.isName(origin), size >= 0, size > 0 || root == .emptyTree else {
            return nil
        }
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// The signed text.
    package var text: String {
        "\(origin)\n\(size)\n\(Base64.text(root.bytes))\n"
    }

    /// Reads the text of a note. Extension lines, which the format allows, are refused: no log of
    /// ours has them.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, let size = Int(lines[1]),
            let root = Base64.bytes(lines[2]).flatMap(Hash256.init(bytes:))
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
        // One text per checkpoint: no leading zero, no sign.
        guard self.text == text else { return nil }
    }

    /// The note to publish.
    package func signed(with key: SigningKey) throws -> SignedNote {
        guard var note = SignedNote(text: text) else { throw NoteError.malformed }
        try note.sign(with: key)
        return note
    }
}
