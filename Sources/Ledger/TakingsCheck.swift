package import Hometown

/// 집계 점검. What came of holding the roll-up against the donations.
package struct TakingsCheck: Hashable, Sendable {
    /// A figure of the roll-up.
    package struct Place: Hashable, Sendable {
        /// `day` to `year`, and its first day.
        package let span: String
        package let startsOn: CivilDate
        /// 0 stands for all governments together.
        package let recipient: Int64
        /// As the roll-up numbers them.
        package let facet: Int32
        package let member: Int64
        /// What the donations say beyond it; negative where they say less.
        package let missing: Facts.Tally

        /// `month 2026-02-01 recipient 0 facet 1 member 2: 1 gifts, 100000 won, 0 undisclosed`.
        package var text: String {
            "\(span) \(startsOn) recipient \(recipient) facet \(facet) member \(member): "
                + "\(missing.count) gifts, \(missing.amount.amount) won, "
                + "\(missing.undisclosed) undisclosed"
        }
    }

    /// How much of the log was folded.
    package let logSize: Int64
    /// Figures of the roll-up.
    package let figures: Int64
    /// Those that are wrong, missing or too many.
    package let faults: Int64
    /// The foremost of them.
    package let first: Place?
}
