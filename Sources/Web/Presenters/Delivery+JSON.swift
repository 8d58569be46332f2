import Hometown
package import Ledger

extension RecordedDelivery {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("receiver", receiver)
            writer.field("kind", kind.rawValue)
            writer.field("report_id", summary)
            writer.field("schedule", schedule)
            writer.field("period", period)
            writer.field("title", reader.text(title))
            writer.field("state", state.rawValue)
            writer.field("attempts", Int(attempts))
            writer.field("due_at", state == .waiting ? dueAt : nil)
            writer.field("settled_at", settledAt)
            writer.field("result", reader.text(lastText))
        }
    }
}
