package import Hometown
package import Ledger

extension DonorJoinings {
    package func write(
        to writer: inout JSONWriter, _ governments: GovernmentRegistry, for reader: Reader
    ) {
        writer.object { writer in
            writer.field("person", person)
            writer.array("joinings", joinings) { $0.write(to: &$1, for: reader) }
            writer.array("over_cap", overCap) { year, writer in
                writer.object { writer in
                    writer.field("year", year.year)
                    writer.field("cap", year.cap)
                    writer.field("recorded", year.recorded)
                    writer.array("donations", year.donations) { donation, writer in
                        writer.object { writer in
                            writer.identity(donation.id, donation.no)
                            writer.field("amount", donation.amount)
                            writer.field("donated_on", donation.donatedOn)
                            writer.government(
                                "recipient", governments[id: donation.recipient], governments,
                                for: reader)
                        }
                    }
                }
            }
        }
    }
}

extension DonorJoinings.Joining {
    fileprivate func write(to writer: inout JSONWriter, for reader: Reader) {
        writer.object { writer in
            writer.identity(id, no)
            writer.name("parting")
            if let parting {
                writer.object { writer in
                    writer.identity(parting.id, parting.no)
                    writer.field("recorded_at", parting.recordedAt)
                    // Words that a person typed may name the donor.
                    writer.field("reason", reader.seesPrivateNames ? parting.reason : nil)
                }
            } else {
                writer.null()
            }
            writer.recording(recordedAt, logIndex)
        }
    }
}
