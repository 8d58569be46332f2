package import Hometown
package import Ledger

extension RecordedProject {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        // To everybody a few gifts are nobody's business.
        let isTold = reader.readsBook || !reader.smallCounts.isSmall(donations)
        writer.object { writer in
            writer.identity(id, no)
            writer.bilingual("name", name, for: reader)
            writer.government("government", governments[id: government], governments, for: reader)
            writer.field("purpose", purpose.rawValue)
            writer.field("purpose_name", reader.text(purpose.name))
            writer.field("open_from", openFrom)
            writer.field("open_to", openTo)
            writer.field("ended_on", endedOn)
            writer.field("ending_reason", endingReason)
            writer.field("goal", goal)
            writer.field("goal_percent", isTold ? goalPercent : nil)
            writer.field("donations", isTold ? donations : nil)
            writer.field("undisclosed", isTold ? undisclosed : nil)
            writer.field("amount", isTold ? amount : nil)
            writer.recording(recordedAt, logIndex)
        }
    }
}
