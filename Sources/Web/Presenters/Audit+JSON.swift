import Hometown
package import Ledger
import Transparency

extension AuditRecord {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("at", at)
            writer.field("action", deed.name)
            writer.field("author", author?.name)
            writer.field("author_kind", author?.kind.rawValue)
            writer.field("name", name)
            writer.field("address", address)
            writer.field("kind", kind?.rawValue)
            writer.ids("subjects", subjects)
            writer.field("subject_count", subjectCount)
            writer.field("scope", scope)
            writer.field("reason", reason)
            writer.field("entry", proof?.number)
            writer.field("no", proof?.no)
            writer.field("log_index", proof?.logIndex)
            writer.field("leaf_hash", proof?.leafHash.description)
        }
    }
}
