/// Why a note is refused.
package enum NoteError: Error, Hashable, Sendable {
    /// Not of the form of C2SP signed-note, or too large.
    case malformed
    /// A known key's signature is wrong: somebody changed the text.
    case badSignature(name: String)
    /// None of the signatures is of a known key.
    case noKnownKey
}
