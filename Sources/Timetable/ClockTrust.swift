package import Hometown

/// Whether the database's clock is to be believed. One that suddenly stands far ahead of the time
/// that has passed would make periods due that are not: it is believed once two passes agree. One
/// that went back makes nothing due and is believed at once.
package struct ClockTrust: Sendable {
    /// More than slewing, leap seconds and a slow pass explain.
    package static let jumpMicrosecondsMin: Int64 = 60_000_000

    /// The clock less the time the host has been up, as the last passes found it.
    private var believed: Int64?
    private var doubted: Int64?

    package init() {}

    /// - Parameters:
    ///   - now: by the database's clock.
    ///   - bootNanoseconds: of the host, which nobody can set and which goes on in its sleep.
    /// - Returns: whether a pass may act upon `now`.
    package mutating func believes(_ now: Instant, bootNanoseconds: Int64) -> Bool {
        let offset = now.microseconds - bootNanoseconds / 1000
        let jump = ClockTrust.jumpMicrosecondsMin
        if let believed, offset - believed > jump {
            guard let doubted, abs(offset - doubted) <= jump else {
                self.doubted = offset
                return false
            }
        }
        believed = offset
        doubted = nil
        return true
    }
}
