/// One line of a signed note. What it says is unproven until a key has checked it.
package struct NoteSignature: Hashable, Sendable {
    package let name: String
    /// Four bytes.
    package let keyID: [UInt8]
    /// What follows the key id; its meaning depends on the key's type.
    package let signature: [UInt8]

    var line: String { "\u{2014} \(name) \(Base64.text(keyID + signature))\n" }

    init(name: String, keyID: [UInt8], signature: [UInt8]) {
        self.name = name
        self.keyID = keyID
        self.signature = signature
    }

    /// Reads a line without its LF.
    init?(line: Substring) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "\u{2014}", VerifierKey.isName(parts[1]),
            let bytes = Base64.bytes(parts[2]), bytes.count > 4
        else { return nil }
        self.init(
            name: String(parts[1]), keyID: Array(bytes.prefix(4)), signature: Array(bytes[4...]))
    }
}
