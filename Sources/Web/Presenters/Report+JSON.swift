import Hometown
package import Ledger
import Transparency

extension RecordedSummary {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { $0.members(of: self, for: reader) }
    }
}

extension SummaryRecord {
    package func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.members(of: summary, for: reader)
            writer.array("files", files) { file, writer in
                writer.object { writer in
                    writer.field("name", file.name)
                    writer.field("media_type", file.mediaType)
                    writer.field("sha256", file.sha256.description)
                    writer.field("bytes", file.byteCount)
                }
            }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of summary: RecordedSummary, for reader: Reader) {
        identity(summary.id, summary.no)
        bilingual("title", summary.title, for: reader)
        field("schedule", summary.schedule)
        field("period", summary.period)
        field("revision", summary.revision)
        field("origin", summary.origin.rawValue)
        field("scheduled_for", summary.scheduledFor)
        field("log_size", summary.logSize)
        field("renderer", summary.renderer)
        recording(summary.recordedAt, summary.logIndex)
    }
}
