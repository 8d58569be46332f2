/// Both sides of a correction that came too late: what its author had seen, and what stands.
package struct DonationVersions: Hashable, Sendable {
    /// The version the author named.
    package let seen: Int
    package let current: RecordedDonation
    /// What was done to it since.
    package let corrections: [RecordedCorrection]
}
