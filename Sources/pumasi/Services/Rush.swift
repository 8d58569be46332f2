import Ledger

/// 몰림. When very much is recorded at once, what nobody waits for is left until it is over: readers
/// add themselves what no roll-up and no index has yet.
enum Rush {
    private static let entriesPerSecondMin: Int64 = 1_000
    /// Unless so many wait, of which a report or a search makes a second's work.
    private static let backlogMax: Int64 = 2 * Ledger.foldedTakingsMax

    /// How many entries must wait for a pass to be worth its while.
    /// - Parameters:
    ///   - fresh: entries that came since the last pass.
    ///   - pauseMs: how long ago that was.
    static func waitingMin(fresh: Int64, in pauseMs: Int) -> Int64 {
        fresh * 1_000 >= entriesPerSecondMin * Int64(pauseMs) ? backlogMax : 1
    }
}
