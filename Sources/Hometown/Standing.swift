/// 기부자의 해. What the ledger holds of the donor in the year of the cap, read under the lock of
/// that donor and year, so that it cannot change between judging and recording.
package struct Standing: Hashable, Sendable {
    /// Disclosed amounts over all recipients that count: neither reversed nor returned nor
    /// disputed.
    package var recorded: Won
    /// How many more have no disclosed amount.
    package var undisclosedCount: Int

    package static let empty = Standing(recorded: .zero, undisclosedCount: 0)

    package init(recorded: Won, undisclosedCount: Int) {
        self.recorded = recorded
        self.undisclosedCount = undisclosedCount
    }
}
