package import Hometown
import Synchronization

/// 접속기록부. Takes what happened in some hundred nanoseconds; it is written down a moment later,
/// many rows at once, and no request waits for it. Rows stay here until the database has them. When
/// it is away so long that too many wait, whoever wants to read has to wait, too: nothing is shown
/// that cannot be written down.
package final class AccessBook: Sendable {
    /// Rows and the subjects in them: some 10 MB.
    package static let weightMax = 400_000
    /// Rows of one statement.
    package static let rowsMax = 1_000
    /// An author's address is told once in this time.
    package static let connectedMs: UInt64 = 3_600_000
    /// An address that goes on trying while it is locked out is told once in this time.
    package static let lockedMs: UInt64 = 60_000
    /// Beyond it all are told again.
    private static let meetingsMax = 10_000
    /// Rows of one moment follow one another in the log as they did; a clock that was set back by
    /// more than this is believed.
    private static let orderedMicroseconds: Int64 = 1_000_000

    private struct Waiting {
        let access: Access
        /// By the book's own time.
        let atMs: UInt64
    }

    /// What is told once in a time.
    private struct Meeting: Hashable {
        let action: Access.Action
        let author: Identifier?
        let address: String?
    }

    private struct State {
        var waiting: [Waiting] = []
        var weight = 0
        /// The foremost rows, as they were sent to the database: until it has them, they are
        /// sent as they are.
        var sent: [StampedAccess] = []
        /// Of the last row that was sent, in microseconds.
        var lastAt = Int64.min
        var meetings: [Meeting: UInt64] = [:]
    }

    private let state = Mutex(State())
    private let uptimeMs: @Sendable () -> UInt64
    private let mark: AsyncStream<Void>.Continuation
    /// Gives a mark when there is something to write; one stands for all.
    package let marks: AsyncStream<Void>

    /// - Parameter uptimeMs: time that only runs forward, in milliseconds.
    package init(uptimeMs: @escaping @Sendable () -> UInt64) {
        self.uptimeMs = uptimeMs
        (marks, mark) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Asks for another pass.
    package func wake() { mark.yield() }

    /// Ends the marks; what is added from now on is written by whoever asks for it.
    package func finish() { mark.finish() }

    /// How many rows the database does not have yet.
    package var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// What the database never got.
    package var remains: [Access] { state.withLock { $0.waiting.map(\.access) } }

    /// Takes rows, all or none.
    /// - Throws: `LedgerFailure.overloaded` when too many wait.
    package func add(_ rows: [Access]) throws(LedgerFailure) {
        guard !rows.isEmpty else { return }
        let (now, weight) = (uptimeMs(), rows.reduce(0) { $0 + $1.weight })
        let isTaken = state.withLock { state in
            guard state.weight + weight <= AccessBook.weightMax else { return false }
            state.weight += weight
            state.waiting += rows.map { Waiting(access: $0, atMs: now) }
            return true
        }
        guard isTaken else { throw .overloaded }
        wake()
    }

    /// Takes a row the first time in an hour that an author comes from an address: from where came
    /// what he records then.
    /// - Throws: `LedgerFailure.overloaded`.
    package func connect(_ author: Identifier, from address: String?) throws(LedgerFailure) {
        let meeting = Meeting(action: .connected, author: author, address: address)
        try add(meeting, onceInMs: AccessBook.connectedMs)
    }

    /// Takes a row the first time in a minute that an address tries to sign in while it, or the
    /// login, is locked: whoever goes on trying fills no disk.
    /// - Returns: whether it is the first time.
    /// - Throws: `LedgerFailure.overloaded`.
    package func lockOut(from address: String?) throws(LedgerFailure) -> Bool {
        let meeting = Meeting(action: .signInLocked, author: nil, address: address)
        return try add(meeting, onceInMs: AccessBook.lockedMs)
    }

    /// - Returns: whether it was time.
    @discardableResult
    private func add(_ meeting: Meeting, onceInMs spanMs: UInt64) throws(LedgerFailure) -> Bool {
        let now = uptimeMs()
        let isNew = state.withLock { state in
            if let until = state.meetings[meeting], now < until { return false }
            if state.meetings.count >= AccessBook.meetingsMax { state.meetings = [:] }
            state.meetings[meeting] = now + spanMs
            return true
        }
        guard isNew else { return false }
        do throws(LedgerFailure) {
            try add([Access(meeting.action, author: meeting.author, address: meeting.address)])
        } catch {
            state.withLock { $0.meetings[meeting] = nil }
            throw error
        }
        return true
    }

    /// The rows to write now: those that were sent before, else the oldest, stamped.
    /// - Parameters:
    ///   - now: by the database's clock.
    ///   - newID: of a row of this time.
    func rows(at now: Instant, _ newID: (Instant) -> Identifier) -> [StampedAccess] {
        let uptime = uptimeMs()
        return state.withLock { state in
            guard state.sent.isEmpty else { return state.sent }
            state.sent = state.waiting.prefix(AccessBook.rowsMax).map { row in
                let age = Int64(clamping: uptime &- min(row.atMs, uptime))
                var time = now.microseconds - age * 1_000
                if time <= state.lastAt, state.lastAt - time < AccessBook.orderedMicroseconds {
                    time = state.lastAt + 1
                }
                state.lastAt = time
                let at = Instant(microseconds: time)
                return StampedAccess(at: at, id: newID(at), access: row.access)
            }
            return state.sent
        }
    }

    /// The database has what was sent.
    func settle() {
        state.withLock { state in
            state.weight -= state.sent.reduce(0) { $0 + $1.access.weight }
            state.waiting.removeFirst(state.sent.count)
            state.sent = []
        }
    }
}
