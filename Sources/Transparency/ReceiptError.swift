/// Why a receipt is refused.
package enum ReceiptError: Error, Hashable, Sendable {
    /// Not of the form of C2SP tlog-proof.
    case malformed
    /// The note inside it is refused.
    case note(NoteError)
    /// The note is signed but is no checkpoint.
    case noCheckpoint
    /// The signed checkpoint is of another log.
    case wrongOrigin(String)
    /// The checkpoint does not hold the entry at this place.
    case proof(TreeProofError)
}
