/// What came of asking for a correction.
package enum CorrectionAnswer: Sendable {
    case answered(Answer)
    /// Somebody was quicker. Nothing was recorded.
    case stale(DonationVersions)
    /// There is no such donation.
    case unknown
}
