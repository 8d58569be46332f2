/// 원장 수령증. A file that proves, without the ledger, that an entry stands in the log: the place,
/// the way to the root, and the signed checkpoint (C2SP tlog-proof; `.tlog-proof`).
package struct Receipt: Hashable, Sendable {
    package let index: Int
    /// From the leaf to the root.
    package let proof: [Hash256]
    /// The checkpoint verbatim, with its cosignatures.
    package let note: SignedNote
    /// Whatever the issuer adds; nobody has signed it.
    package let extra: [UInt8]?

    private static let header = "c2sp.org/tlog-proof@v1"
    /// A tree of 2^63 leaves has no longer way.
    private static let proofHashesMax = 63

    package init(index: Int, proof: [Hash256], note: SignedNote, extra: [UInt8]? = nil) {
        self.index = index
        self.proof = proof
        self.note = note
        self.extra = extra
    }

    package var bytes: [UInt8] {
        var lines = [Receipt.header]
        if let extra { lines.append("extra \(Base64.text(extra))") }
        lines.append("index \(index)")
        lines += proof.map { Base64.text($0.bytes) }
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + note.bytes
    }

    package init(bytes: [UInt8]) throws(ReceiptError) {
        // The proof part has no blank line, so the first one ends it.
        guard bytes.count > 1, bytes.count <= SignedNote.bytesMax,
            let blank = (1..<bytes.count).first(where: {
                bytes[$0] == 0x0A && bytes[$0 - 1] == 0x0A
            }), let head = String(validating: bytes[..<(blank - 1)], as: UTF8.self)
        else { throw .malformed }
        var lines = head.split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst() == Receipt.header[...] else { throw .malformed }
        var extra: [UInt8]?
        if let line = lines.first, line.hasPrefix("extra ") {
            guard let value = Base64.bytes(line.dropFirst(6)) else { throw .malformed }
            extra = value
            lines.removeFirst()
        }
        guard let line = lines.popFirst(), line.hasPrefix("index "),
            let index = Int(line.dropFirst(6)), line == "index \(index)", index >= 0,
            lines.count <= Receipt.proofHashesMax
        else { throw .malformed }
        var proof: [Hash256] = []
        for line in lines {
            guard let hash = Base64.bytes(line).flatMap(Hash256.init(bytes:)) else {
                throw .malformed
            }
            proof.append(hash)
        }
        do {
            let note = try SignedNote(bytes: Array(bytes[(blank + 1)...]))
            self.init(index: index, proof: proof, note: note, extra: extra)
        } catch {
            throw .note(error)
        }
    }

    /// Passes when the log that `key` belongs to has signed a tree that holds the entry here.
    /// - Parameters:
    ///   - leaf: `Hash256.leaf` of the entry's bytes.
    ///   - log: the log's key; its name is the origin.
    ///   - witnesses: further keys whose cosignatures count.
    /// - Returns: the checkpoint and all signatures confirmed, the log's among them.
    @discardableResult
    package func verify(
        leaf: Hash256, log: VerifierKey, witnesses: [VerifierKey] = []
    ) throws(ReceiptError) -> (checkpoint: Checkpoint, signatures: [SignedNote.Verified]) {
        let signatures: [SignedNote.Verified]
        do {
            signatures = try note.verified(by: [log] + witnesses)
        } catch {
            throw .note(error)
        }
        guard signatures.contains(where: { $0.key == log }) else { throw .note(.noKnownKey) }
        guard let checkpoint = Checkpoint(text: note.text) else { throw .noCheckpoint }
        guard checkpoint.origin == log.name else { throw .wrongOrigin(checkpoint.origin) }
        do {
            try TreeProof.verifyInclusion(
                of: leaf, at: index, in: checkpoint.size, root: checkpoint.root, proof: proof)
        } catch {
            throw .proof(error)
        }
        return (checkpoint, signatures)
    }
}
