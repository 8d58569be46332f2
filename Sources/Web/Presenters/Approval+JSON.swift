import Hometown
package import Ledger

extension RecordedApproval {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.identity(request, no)
            writer.field("kind", kind.rawValue)
            writer.field("action", action)
            writer.field("subject", subject)
            writer.field("state", state.rawValue)
            // Words about a donation may name its donor.
            writer.field("reason", shows(reader) ? reason : nil)
            writer.field("author", requester)
            writer.field("recorded_at", recordedAt)
            writer.field("approver", approver)
            writer.field("decided_at", decidedAt)
            writer.field("decision_reason", shows(reader) ? decisionReason : nil)
        }
    }

    private func shows(_ reader: Reader) -> Bool {
        kind != .correction || reader.seesPrivateNames
    }
}
