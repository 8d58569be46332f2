package import Hometown

/// Which fund figures are asked for.
package struct FundFilter: Hashable, Sendable {
    package var id: Identifier?
    package var year: Int?
    /// Whether those that another took the place of are left out.
    package var isStanding = false
    /// The log as it was of this size; `nil`: as it is, sealed or not.
    package var logSize: Int64?

    package init(
        id: Identifier? = nil, year: Int? = nil, isStanding: Bool = false, logSize: Int64? = nil
    ) {
        self.id = id
        self.year = year
        self.isStanding = isStanding
        self.logSize = logSize
    }
}
