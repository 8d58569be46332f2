import Hometown

/// How many rows of a list came to what.
package struct ImportCounts: Hashable, Sendable {
    /// Rows that hold anything.
    package var rows = 0
    /// 정상. Recorded, or good to be recorded.
    package var recorded = 0
    /// 오류.
    package var refused = 0
    /// 이미 등록됨. Recognised by their ids.
    package var known = 0
    /// 이견. Of those recorded: reported against a rule.
    package var disputed = 0
    /// 중복 의심. Of those recorded: like another donation.
    package var duplicates = 0
    /// Disclosed amounts of those recorded, in won.
    package var amount: Int64 = 0

    package init() {}

    mutating func add(_ other: ImportCounts) {
        rows += other.rows
        recorded += other.recorded
        refused += other.refused
        known += other.known
        disputed += other.disputed
        duplicates += other.duplicates
        add(Won(other.amount))
    }

    /// More than a ledger can hold is the most it can: the preview of a list of absurd amounts
    /// still comes to an end.
    mutating func add(_ sum: Won) {
        amount = (Won(amount) + sum).amount
    }
}
