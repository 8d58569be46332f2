/// What ends a correction before anything is judged.
enum CorrectionStop: Error {
    /// There is no such donation.
    case unknown
    /// Somebody was quicker.
    case stale(DonationVersions)
    /// Of an import that is to be undone: something stands in the way.
    case blocked(ImportReversalPlan)
}
