/// How a signature line of a note is to be read (C2SP signed-note). Types not listed are skipped.
package enum NoteKeyType: UInt8, Sendable {
    /// Ed25519 over the text of the note.
    case ed25519 = 0x01
    /// Ed25519 over a time and the text: a witness's cosignature (C2SP tlog-cosignature).
    case cosignature = 0x04
}
