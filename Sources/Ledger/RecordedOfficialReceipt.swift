package import Hometown

/// The official receipt of a donation as the ledger knows it.
package struct RecordedOfficialReceipt: Hashable, Sendable {
    package let donation: Identifier
    /// Of the donation's entry.
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let receiptNo: String
    /// `nil` when the number came with the donation.
    package let issuedOn: CivilDate?
    package let recalledOn: CivilDate?
    package let recallReason: String?

    /// The donation's number.
    package var donationNo: String {
        Entry.no(.donation, recordedAt: recordedAt, number: number)
    }
}
