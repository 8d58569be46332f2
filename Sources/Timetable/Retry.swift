package import Hometown

/// 재시도. When a run that failed is tried again: soon, then less and less often, and never by all
/// daemons at the same moment. Computed from rows, so that a restart neither forgets nor hurries.
package enum Retry {
    package static let delaySecondsMin: Int64 = 5
    package static let delaySecondsMax: Int64 = 15 * 60
    /// Trying again does not help against a bug; after so many attempts a person must look.
    package static let permanentAttemptsMax = 3

    /// min(15 min, 5 s · 2^(n−1)) × 0.5…1.0, in microseconds.
    /// - Parameters:
    ///   - attempts: how many have failed, from 1.
    ///   - jitter: from 0 to 1.
    package static func delayMicroseconds(after attempts: Int, jitter: Double) -> Int64 {
        let doublings = min(max(attempts, 1) - 1, 20)
        let seconds = min(delaySecondsMax, delaySecondsMin << doublings)
        return Int64(Double(seconds) * 1_000_000 * (0.5 + 0.5 * min(max(jitter, 0), 1)))
    }

    /// When a period may be tried again.
    /// - Parameter key: spreads the retries of several schedules; the same key gives the same
    ///   instant in every daemon.
    package static func instant(
        afterFailureAt failed: Instant, attempts: Int, key: String
    ) -> Instant {
        // FNV-1a: stable from process to process, as Swift's own hashing is not.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in "\(key)#\(attempts)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let jitter = Double(hash >> 11) / Double(1 << 53)
        return Instant(
            microseconds: failed.microseconds + delayMicroseconds(after: attempts, jitter: jitter))
    }
}
