import Hometown
package import Ledger
import Timetable
import Transparency

extension RecordedRun {
    package func write(to writer: inout JSONWriter) {
        writer.object { members(to: &$0) }
    }

    fileprivate func members(to writer: inout JSONWriter) {
        writer.field("id", id)
        writer.field("schedule", schedule)
        writer.field("period", period)
        writer.field("revision", revision)
        writer.field("state", state.rawValue)
        writer.field("cause", cause)
        writer.field("former_cause", formerCause)
        writer.field("origin", origin.rawValue)
        writer.field("reason", reason)
        writer.field("author", author)
        writer.field("scheduled_for", scheduledFor)
        writer.field("started_at", startedAt)
        writer.field("filed_at", filedAt)
        writer.field("lag_seconds", lagSeconds)
        writer.field("duration_ms", durationMicroseconds / 1000)
        writer.field("attempts", attempts)
        writer.field("log_size", logSize)
        writer.field("input_sha256", inputHash?.description)
        writer.field("output_sha256", outputHash?.description)
        writer.field("report_id", summary)
    }
}

extension RunRecord {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            run.members(to: &writer)
            writer.name("finding")
            if let finding { finding.write(to: &writer, for: reader) } else { writer.null() }
            writer.array("tries", attempts) { attempt, writer in
                writer.object { writer in
                    writer.field("attempt", attempt.attempt)
                    writer.field("daemon", attempt.daemon)
                    writer.field("started_at", attempt.startedAt)
                    writer.field("ended_at", attempt.endedAt)
                    writer.field("outcome", attempt.outcome.rawValue)
                    writer.field("error_code", attempt.errorCode)
                    writer.field("error", attempt.error)
                }
            }
        }
    }
}

extension RunFinding {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("fault", fault)
            writer.field("text", text.text(in: reader.language))
            writer.object("figures") { writer in
                for (name, count) in figures.sorted(by: { $0.key < $1.key }) {
                    writer.field(name, count)
                }
            }
            writer.array("items", items) { item, writer in writer.value(item) }
        }
    }
}

extension Recheck {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("verdict", verdict.rawValue)
            writer.field("text", text.text(in: reader.language))
            writer.field("filed_renderer", Int64(filedRenderer))
            writer.field("renderer", Int64(renderer))
            writer.field("output_sha256", outputHash.description)
            writer.array("differing", differing) { name, writer in writer.value(name) }
            writer.object("run") { run.members(to: &$0) }
        }
    }
}

extension RunForesight {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.field("dry_run", true)
            switch self {
            case .files(let report):
                writer.object("report") { report.members(to: &$0, for: reader) }
                writer.field("run", JSONValue.null)
            case .stands(let run):
                writer.field("report", JSONValue.null)
                writer.object("run") { run.members(to: &$0) }
            }
        }
    }
}

extension RunForesight.Report {
    /// 본문. Whoever does not read the book is told what everybody may be.
    package func text(for reader: Reader) -> String? {
        rendered.text.map { reader.readsBook ? $0.office : $0.published }?
            .text(in: reader.language)
    }

    fileprivate func members(to writer: inout JSONWriter, for reader: Reader) {
        writer.field("schedule", schedule)
        writer.field("period", period)
        writer.field("revision", revision)
        writer.field("title", rendered.title.text(in: reader.language))
        writer.field("log_size", logSize)
        writer.field("text", text(for: reader))
        writer.array("files", rendered.files) { file, writer in
            writer.object { writer in
                writer.field("name", file.name)
                writer.field("media_type", file.mediaType)
                writer.field("sha256", Hash256.of(file.bytes).description)
                writer.field("bytes", file.bytes.count)
            }
        }
    }
}

extension Backfill {
    package func write(to writer: inout JSONWriter, isRehearsal: Bool) {
        writer.object { writer in
            writer.field("dry_run", isRehearsal)
            writer.field("filed_already", filedCount)
            writer.array("periods", periods) { period, writer in writer.value(period.text) }
        }
    }
}
