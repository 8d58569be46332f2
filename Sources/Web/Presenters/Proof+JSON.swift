import Hometown
import Ledger
import Transparency

extension EntryProof {
    /// Everything a reader needs to check it who has the entry's bytes and the log's key.
    package func write(to writer: inout JSONWriter) throws {
        let file = String(decoding: try file(), as: UTF8.self)
        writer.object { writer in
            writer.identity(receipt.id, receipt.no)
            writer.field("entry", receipt.number)
            writer.field("kind", receipt.kind.rawValue)
            writer.field("leaf_hash", receipt.leafHash.description)
            writer.recording(receipt.recordedAt, index)
            writer.field("size", checkpoint.size)
            writer.field("root", checkpoint.root.description)
            writer.array("hashes", hashes) { $1.value($0.description) }
            writer.field("checkpoint", checkpoint.note)
            writer.field("tlog_proof", file)
        }
    }
}

extension LogGrowth {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("from", from.size)
            writer.field("from_root", from.root.description)
            writer.field("to", to.size)
            writer.field("to_root", to.root.description)
            writer.array("hashes", hashes) { $1.value($0.description) }
        }
    }
}
