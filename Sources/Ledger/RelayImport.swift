package import Hometown

/// 목록 등록의 답. What came of an edge list.
package enum RelayImport: Sendable {
    /// What would be recorded; nothing was.
    case planned(RelayPlan)
    case recorded(RelayPlan, Receipt)
    /// The ledger holds all of it.
    case unchanged(RelayPlan)
    /// Nothing was recorded.
    case faulty(EdgeListFaults)
    /// The request as such was answered before, or cannot be answered now.
    case answered(Answer)
}
