package import Hometown
package import Ledger

extension RecordedInterest {
    /// What ties a donor is for whoever needs it.
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(id, no)
            writer.field("donor_person", person)
            writer.government("government", governments[id: government], governments, for: reader)
            writer.field("relation", relation.rawValue)
            writer.field("valid_from", validFrom)
            writer.field("valid_to", validTo)
            writer.field("ended_on", endedOn)
            // Words that a person typed may name the donor.
            writer.field("ending_reason", reader.seesPrivateNames ? endingReason : nil)
            writer.field("note", reader.seesPrivateNames ? note : nil)
            writer.recording(recordedAt, logIndex)
        }
    }
}
