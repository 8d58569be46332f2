/// How long a connection may keep us waiting. The figures of RFC 9110 and 9112 are none; these
/// are ours, small enough that four thousand slow connections starve nobody.
package struct ConnectionLimits: Sendable {
    /// All times are counted in these ticks: no clock is read while a request is served.
    package var tickMs = 1_000
    /// From the first byte of a request to the end of its header block.
    package var headMsMax = 10_000
    /// After this long a body must come at `bodyBytesPerSecondMin` on average.
    package var bodyGraceMs = 20_000
    package var bodyBytesPerSecondMin = 1_000
    /// Between two requests, and before the first.
    package var idleMsMax = 60_000
    /// From a request's end to its answer's head, or between two parts of its body. The
    /// ledger's own limits are shorter; this one holds when they fail.
    package var answerMsMax = 30_000
    /// The same where much has to be read or printed first (`Route.isSlow`): longer than a PDF may
    /// take at most.
    package var slowAnswerMsMax = 660_000
    /// While the other side does not take what we send.
    package var stallMsMax = 30_000
    /// How long what still comes is thrown away after the last answer, so that the answer is
    /// not lost to a reset (RFC 9112, 9.6).
    package var lingerMsMax = 2_000
    /// The header block; bytes and fields.
    package var headBytesMax = 16 * 1024
    package var headFieldsMax = 100
    /// Open connections from one address, the machine itself and the proxies excepted.
    package var connectionsPerAddressMax = 64
    package var connectionsMax = 4_096

    package init() {}

    func ticks(_ milliseconds: Int) -> Int {
        max(1, (milliseconds + tickMs - 1) / tickMs)
    }
}
