import Hometown
package import Ledger

extension RecordedOfficialReceipt {
    /// `id` and `donation_no` are the donation's, `no` is the receipt's own.
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", donation)
            writer.field("no", receiptNo)
            writer.field("donation_no", donationNo)
            writer.field("issued_on", issuedOn)
            writer.field("recalled_on", recalledOn)
            writer.field("recall_reason", recallReason)
            writer.recording(recordedAt, logIndex)
        }
    }
}
