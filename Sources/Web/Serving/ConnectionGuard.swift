import NIOCore
import NIOHTTP1

/// Watches one connection: how fast requests come, how long answers take, whether they are
/// fetched. Whoever serves the connection says what comes and what goes, and at each tick is told
/// what to do about it.
///
/// Two things are followed: what is being read (`Reading`) and how many requests still wait for the
/// end of their answer (`unanswered`).
struct ConnectionGuard {
    /// What a handler says of the request that it is about to answer.
    struct SlowAnswer: Sendable {}

    /// What is to be done now.
    enum Order {
        case nothing
        case close
        case answer(Problem)
        /// As if it had come from the connection.
        case fail(any Error)
    }

    private enum Reading {
        /// Nothing of a request yet: becomes `head` with the first byte.
        case nothing
        /// Part of a header block: becomes `body`.
        case head
        /// Until the end of the request: becomes `nothing`.
        case body(bytes: Int)
        /// The last answer is out or the connection has failed: what comes is thrown away.
        case over
    }

    private let limits: ConnectionLimits
    private var reading = Reading.nothing
    private var readingTicks = 0
    private var unanswered = 0
    private var isAnswering = false
    private var answerTicks = 0
    private var answerMsMax: Int
    private var stallTicks = 0
    /// What an answer to unreadable bytes says.
    private(set) var failure = Problem.malformedRequest

    init(_ limits: ConnectionLimits) {
        self.limits = limits
        answerMsMax = limits.answerMsMax
    }

    var isOver: Bool {
        if case .over = reading { true } else { false }
    }

    /// Our side has said its last; the other gets a moment to read it.
    mutating func finish() {
        read(.over)
    }

    private mutating func read(_ state: Reading) {
        reading = state
        readingTicks = 0
    }
}

// MARK: - What comes

extension ConnectionGuard {
    mutating func bytesCame() {
        if case .nothing = reading { read(.head) }
    }

    mutating func headCame() {
        if unanswered == 0 { answerTicks = 0 }
        unanswered += 1
        read(.body(bytes: 0))
    }

    mutating func bodyCame(_ count: Int) {
        if case .body(let bytes) = reading { reading = .body(bytes: bytes + count) }
        waitForAnswerAnew()
    }

    mutating func endCame() {
        waitForAnswerAnew()
        read(.nothing)
    }

    /// While its body comes, at the least rate or faster, nobody can answer a request. What comes
    /// behind it on the same connection says nothing of it.
    private mutating func waitForAnswerAnew() {
        if unanswered == 1 { answerTicks = 0 }
    }

    /// - Returns: whether the bytes that came are no HTTP; then it is known how to answer them.
    mutating func noteUnreadable(_ error: any Error) -> Bool {
        switch error {
        case HTTPParserError.headerOverflow: failure = .headersTooLarge
        case is ChannelError, is IOError, is Problem: return false
        default: failure = .malformedRequest
        }
        return true
    }
}

// MARK: - What goes

extension ConnectionGuard {
    /// The answer in the making may take minutes.
    mutating func expectSlowAnswer() {
        answerMsMax = limits.slowAnswerMsMax
    }

    mutating func answerBegins() {
        isAnswering = true
        answerTicks = 0
    }

    /// An answer that goes on is no late one; who does not take it is seen by the stall.
    mutating func answerGoesOn() {
        answerTicks = 0
    }

    mutating func answerEnds() {
        isAnswering = false
        unanswered -= 1
        // Nobody is idle who was being answered.
        if case .nothing = reading { readingTicks = 0 }
        answerTicks = 0
        answerMsMax = limits.answerMsMax
    }
}

// MARK: - Time

extension ConnectionGuard {
    /// Once every `ConnectionLimits.tickMs`.
    /// - Parameter isWritable: whether the other side takes what we send.
    mutating func tick(isWritable: Bool) -> Order {
        readingTicks += 1
        stallTicks = isWritable ? 0 : stallTicks + 1
        if unanswered > 0 { answerTicks += 1 }
        if stallTicks >= limits.ticks(limits.stallMsMax) { return .close }
        switch reading {
        case .nothing:
            if unanswered == 0, readingTicks >= limits.ticks(limits.idleMsMax) { return .close }
        case .head:
            if unanswered == 0, readingTicks >= limits.ticks(limits.headMsMax) {
                failure = .requestTooSlow
                return .answer(failure)
            }
        case .body(let bytes):
            if isTooSlow(bytes) { return .fail(Problem.requestTooSlow) }
        case .over:
            return readingTicks >= limits.ticks(limits.lingerMsMax) ? .close : .nothing
        }
        guard answerTicks >= limits.ticks(answerMsMax) else { return .nothing }
        // Half an answer is worse than none: the other side has to see that it broke off.
        return isAnswering ? .close : .answer(.answerTooSlow)
    }

    private func isTooSlow(_ bytes: Int) -> Bool {
        readingTicks >= limits.ticks(limits.bodyGraceMs)
            && bytes * 1_000 < readingTicks * limits.tickMs * limits.bodyBytesPerSecondMin
    }
}
