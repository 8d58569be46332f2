import Hometown
package import Ledger

extension RecordedCorrection {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.identity(id, no)
            writer.field("donation", donation)
            writer.field("action", action.rawValue)
            writer.field("corrects", corrects)
            writer.field("state", state.rawValue)
            // Words that a person typed may name another.
            writer.field("reason", reader.seesPrivateNames ? reason : nil)
            writer.field("author", author)
            writer.field("approver", approver)
            writer.field("changes", changedFields ?? .null)
            writer.field("ground", (ground?.rawValue).map { Int($0) })
            writer.field("gift_value", giftValue)
            writer.field("amount", amount)
            writer.field("returned_on", returnedOn)
            writer.field("receipt_recalled", isReceiptRecalled)
            writer.field("version", step)
            writer.field("replacement", replacement)
            writer.recording(recordedAt, logIndex)
        }
    }

    /// Stored by us as canonical JSON.
    private var changedFields: JSONValue? {
        changes.flatMap { try? JSONReader.read(Array($0.utf8)) }
    }
}
