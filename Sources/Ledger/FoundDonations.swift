/// A page of donations and what is to be said of it.
package struct FoundDonations: Sendable {
    package let donations: [RecordedDonation]
    /// The number of the entry before which the next page begins; `nil` on the last.
    package let next: Int64?
    /// Words of the query that nobody's name holds and no government is called.
    package let unknown: [String]
    /// How much of the log was looked at; `nil` for all that is recorded.
    package let logSize: Int64?
    package let totals: DonationTotals?
}
