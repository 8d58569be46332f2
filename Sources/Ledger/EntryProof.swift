import Hometown
package import Transparency

/// 포함 증명. That an entry stands in the published log, with all that is needed to check it without
/// the ledger but the entry's bytes and the log's key.
package struct EntryProof: Hashable, Sendable {
    package let receipt: Receipt
    /// The place in the log.
    package let index: Int64
    package let checkpoint: StoredCheckpoint
    /// From the leaf to the root.
    package let hashes: [Hash256]

    /// The file a donor can take home (C2SP tlog-proof). Beside the proof it tells the leaf's hash,
    /// so that whoever has nothing else can follow the way to the root.
    /// - Throws: `NoteError` for a stored note that is none.
    package func file() throws -> [UInt8] {
        let note = try SignedNote(bytes: Array(checkpoint.note.utf8))
        return Transparency.Receipt(
            index: Int(index), proof: hashes, note: note, extra: receipt.leafHash.bytes
        ).bytes
    }
}

/// What became of an entry whose proof was asked for.
package enum ProofAnswer: Hashable, Sendable {
    case unknown
    /// Recorded for good, and not yet in a published checkpoint; it will be in a second or two.
    case unpublished(Receipt)
    case proven(EntryProof)
}

/// 일관성 증명. That the log of one size is the beginning of the log of another.
package struct LogGrowth: Hashable, Sendable {
    package let from: TreeHead
    package let to: TreeHead
    package let hashes: [Hash256]
}
