import Hometown
package import Ledger

extension RecordedPeriod {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.identity(id, no)
            writer.field("period", period)
            writer.field("first_day", first)
            writer.field("last_day", last)
            writer.field("state", state.rawValue)
            writer.field("reason", reason)
            writer.field("author", author)
            writer.field("late_entries", lateEntries)
            writer.name("reopening")
            if let reopening {
                writer.object { reopening.members(to: &$0) }
            } else {
                writer.null()
            }
            writer.recording(recordedAt, logIndex)
        }
    }
}

extension RecordedPeriod.Reopening {
    fileprivate func members(to writer: inout JSONWriter) {
        writer.identity(id, no)
        writer.field("reason", reason)
        writer.field("author", author)
        writer.field("recorded_at", recordedAt)
        writer.field("approved", isApproved)
        writer.field("approver", approver)
        writer.field("decided_at", decidedAt)
    }
}

extension RecordedLateEntry {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.identity(donation, no)
            writer.date("donated_on", donatedOn)
            writer.field("amount", amount)
            writer.field("late_approval", lateApproval)
            writer.field("correction", correction)
            writer.field("author", author)
            writer.field("approver", approver)
            writer.field("recorded_at", recordedAt)
        }
    }
}
