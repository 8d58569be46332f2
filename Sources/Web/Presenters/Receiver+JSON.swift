import Hometown
package import Ledger

extension RecordedReceiver {
    package func write(to writer: inout JSONWriter) {
        writer.object { members(to: &$0) }
    }

    /// - Parameter secret: of a webhook, where it was just made; shown this once.
    package func write(
        to writer: inout JSONWriter, secret: String?, changes: [RecordedReceiverChange]
    ) {
        writer.object { writer in
            members(to: &writer)
            writer.field("secret", secret)
            writer.array("changes", changes) { change, writer in
                writer.object { writer in
                    writer.field("action", change.action.rawValue)
                    writer.field("note", change.note)
                    writer.field("author", change.author)
                    writer.field("changed_at", change.changedAt)
                }
            }
        }
    }

    private func members(to writer: inout JSONWriter) {
        writer.field("name", name)
        writer.field("kind", receiver.kind.rawValue)
        writer.field("address", receiver.address)
        writer.array("schedules", receiver.schedules) { $1.value($0) }
        writer.array("formats", receiver.formats) { $1.value($0) }
        writer.field("is_on", isOn)
        writer.field("waiting", waiting)
        writer.field("given_up", givenUp)
    }
}
