package import Hometown
package import Ledger

extension RecordedDonation {
    /// The donor's name as the reader may see it. A public person's is published; anybody else's
    /// is for whoever needs it, and masked for the rest.
    package func donorName(for reader: Reader) -> String? {
        if let donorName { return donorName.text(in: reader.language) }
        guard reader.isKnown, let privateName else { return nil }
        return reader.seesPrivateNames ? privateName : Notation.masked(privateName)
    }

    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.identity(id, no)
            writer.object("donor") { writer in
                writer.field("name", donorName(for: reader))
                writer.field("office", reader.text(office?.title))
                writer.field("person", person)
            }
            writer.government("recipient", recipient, governments, for: reader)
            writer.field("amount", amount)
            writer.date("donated_on", donatedOn)
            writer.field("origin", origin.rawValue)
            writer.field("channel", channel?.rawValue)
            writer.field("channel_name", channelName)
            writer.field("exchange_id", exchange)
            writer.field("leg_id", leg)
            writer.field("participation_id", participation)
            writer.field("status", status.rawValue)
            writer.field("disputed", disputed)
            writer.claims(claims, for: reader)
            writer.recording(recordedAt, logIndex)
        }
    }
}
