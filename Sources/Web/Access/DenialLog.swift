import Synchronization

/// 거절 기록. How many lines a minute tell of requests that were kept out: whoever floods us with them
/// must not fill the disk, too.
final class DenialLog: Sendable {
    static let linesPerMinuteMax = 20

    private struct State {
        var minute: UInt64 = 0
        var told = 0
        var untold = 0
    }

    private let uptime: Uptime
    private let state = Mutex(State())

    init(uptime: Uptime) {
        self.uptime = uptime
    }

    /// - Returns: how many were left out since the last line; `nil` where this one is, too.
    func admit() -> Int? {
        let minute = uptime.milliseconds / 60_000
        return state.withLock { state in
            if state.minute != minute {
                state.minute = minute
                state.told = 0
            }
            guard state.told < DenialLog.linesPerMinuteMax else {
                state.untold += 1
                return nil
            }
            state.told += 1
            defer { state.untold = 0 }
            return state.untold
        }
    }
}
