/// 합계. What a list comes to.
package struct DonationTotals: Hashable, Sendable {
    /// Rows counted at most: more are said to be more.
    package static let rowsMax = 100_000

    package let rows: Int64
    /// Of these, donations that stand.
    package let standing: Int64
    /// Disclosed amounts of those that stand, in won.
    package let amount: Int64
    /// Of those that stand, ones whose amount nobody disclosed.
    package let undisclosed: Int64
    /// Whether nothing was left out.
    package var isExact: Bool
}
