package import Hometown
package import Ledger
import Timetable

extension RecordedSchedule {
    /// - Parameter now: the database's clock.
    package func write(to writer: inout JSONWriter, at now: Instant) {
        writer.object { writer in
            writer.field("name", schedule.name)
            writer.field("job", job)
            switch schedule.rule {
            case .daily(let hour, let minute):
                writer.field("rule", "daily")
                writer.field("at", RecordedSchedule.time(hour, minute))
            }
            writer.field("zone", schedule.zone.name)
            writer.field("misfire", schedule.misfire.rawValue)
            writer.field("catch_up_seconds", schedule.catchUpSeconds)
            writer.field("known_since", schedule.knownSince)
            let next = schedule.next(after: now)
            writer.object("next") { writer in
                writer.field("period", next.period.text)
                writer.field("scheduled_for", next.scheduledFor)
            }
        }
    }

    private static func time(_ hour: Int, _ minute: Int) -> String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

extension RecordedRun {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", id)
            writer.field("schedule", schedule)
            writer.field("period", period)
            writer.field("revision", revision)
            writer.field("state", state.rawValue)
            writer.field("cause", cause)
            writer.field("origin", origin.rawValue)
            writer.field("reason", reason)
            writer.field("scheduled_for", scheduledFor)
            writer.field("started_at", startedAt)
            writer.field("filed_at", filedAt)
            writer.field("lag_seconds", lagSeconds)
            writer.field("report_id", summary)
        }
    }
}
