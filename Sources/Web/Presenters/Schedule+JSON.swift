package import Hometown
package import Ledger
import Timetable

extension RecordedSchedule {
    /// - Parameter now: the database's clock.
    package func write(to writer: inout JSONWriter, at now: Instant) {
        writer.object { members(to: &$0, at: now) }
    }

    package func write(
        to writer: inout JSONWriter, at now: Instant, changes: [RecordedScheduleChange]
    ) {
        writer.object { writer in
            members(to: &writer, at: now)
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

    private func members(to writer: inout JSONWriter, at now: Instant) {
        let rule = schedule.rule
        writer.field("name", name)
        writer.field("job", job.rawValue)
        writer.field("rule", rule.cadence.rawValue)
        writer.field("weekday", rule.weekday)
        writer.field("month", rule.month)
        writer.field("day", rule.day.map { $0.number.map(String.init) ?? "last" })
        writer.field("at", schedule.at.text)
        writer.field("zone", schedule.zone.name)
        writer.field("misfire", schedule.misfire.rawValue)
        writer.field("overlap", schedule.overlap.rawValue)
        writer.field("catch_up_seconds", schedule.catchUpSeconds)
        writer.field("on_working_days", schedule.workingDays != nil)
        writer.field("is_on", isOn)
        writer.field("paused_since", schedule.pause?.since)
        writer.field("pause_note", schedule.pause?.note)
        writer.field("known_since", schedule.knownSince)
        let next = schedule.next(after: now)
        writer.object("next") { writer in
            writer.field("period", next.period.text)
            writer.field("scheduled_for", next.scheduledFor)
        }
    }
}

extension Holiday {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("on", on)
            writer.field("name", name)
        }
    }
}
