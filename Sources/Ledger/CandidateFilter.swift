package import Hometown

/// Which candidates to list.
package struct CandidateFilter: Hashable, Sendable {
    /// The window around the gift, in days.
    package var daysMax: Int
    package var exchange: Identifier?
    /// The donation that may be an answer.
    package var donation: Identifier?

    /// A year: departments repeat their exchanges yearly.
    package static let daysMaxDefault = 365

    package init(
        daysMax: Int = CandidateFilter.daysMaxDefault, exchange: Identifier? = nil,
        donation: Identifier? = nil
    ) {
        self.daysMax = daysMax
        self.exchange = exchange
        self.donation = donation
    }
}
