import Hometown
package import Ledger

extension RecordedOfficialReceipt {
    /// Whole, as a command at the machine says it.
    package func write(to writer: inout JSONWriter) {
        write(recalledFor: recallReason, to: &writer)
    }

    package func write(to writer: inout JSONWriter, for reader: Reader) {
        // Words that a person typed may name the donor.
        write(recalledFor: reader.seesPrivateNames ? recallReason : nil, to: &writer)
    }

    /// `id` and `donation_no` are the donation's, `no` is the receipt's own.
    private func write(recalledFor reason: String?, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", donation)
            writer.field("no", receiptNo)
            writer.field("donation_no", donationNo)
            writer.field("issued_on", issuedOn)
            writer.field("recalled_on", recalledOn)
            writer.field("recall_reason", reason)
            writer.recording(recordedAt, logIndex)
        }
    }
}
