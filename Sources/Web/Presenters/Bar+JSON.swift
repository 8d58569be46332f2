package import Hometown
package import Ledger

extension RecordedBar {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(id, no)
            writer.government(
                "government", governments[id: bar.government], governments, for: reader)
            writer.field("valid_from", bar.validFrom)
            writer.field("valid_to", bar.validTo)
            writer.field("reason", bar.reason)
            writer.field("published_on", publishedOn)
            writer.field("ended_on", endedOn)
            writer.field("ending_reason", endingReason)
            writer.recording(recordedAt, logIndex)
        }
    }
}
