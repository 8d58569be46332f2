import Hometown
import Logging
import Postgres
import Synchronization

/// 줄. Group commit: donations that arrive while a batch is on its way form the next one. Alone, a
/// donation is recorded at once; in a crowd hundreds share one flight and one fsync. Nothing waits
/// for a timer.
final class DonationQueue: Sendable {
    struct Limits: Sendable {
        /// More in a batch brings little and makes the first of it wait for the last.
        var batchDonationsMax = 256
        /// Beyond this the caller is told to come again: a queue that only grows helps nobody.
        var waitingDonationsMax = 1024
        /// One batch commits while the next is judged, once that next one is worth its while: two
        /// half-empty batches cost more than one full one and make everybody wait longer.
        var batchesInFlightMax = 2
        /// How many wait before a second batch sets out beside the first.
        var secondBatchDonationsMin = 24
    }

    private struct Waiting {
        let donation: PendingDonation
        let answer: CheckedContinuation<Answer, any Error>
    }

    private let pool: Pool
    private let randomness: Randomness
    private let registry: RegistryCache
    private let announcements: Announcements
    private let periods: PeriodCache
    private let logger: Logger
    private let limits: Limits

    private struct State {
        var waiting: [Waiting] = []
        var keysInHand: Set<Identifier> = []
        var batchesInFlight = 0
        /// Keys that came before have come of late.
        var keysRepeat = false
        /// A batch has been decided on and has not yet taken what it takes.
        var isStarting = false
        /// Lanes without a batch, while others have one.
        var resting: [CheckedContinuation<Bool, Never>] = []

        /// Decides on a batch, if one is due.
        mutating func startsBatch(_ limits: Limits) -> Bool {
            let waitingMin = batchesInFlight == 0 ? 1 : limits.secondBatchDonationsMin
            guard !isStarting, batchesInFlight < limits.batchesInFlightMax,
                waiting.count >= waitingMin
            else { return false }
            isStarting = true
            batchesInFlight += 1
            return true
        }

        /// A batch is over.
        /// - Returns: whether another one is due.
        mutating func endsBatch(_ limits: Limits) -> Bool {
            batchesInFlight -= 1
            return startsBatch(limits)
        }

        mutating func takeBatch(_ limits: Limits) -> [Waiting] {
            isStarting = false
            let batch = Array(waiting.prefix(limits.batchDonationsMax))
            waiting.removeFirst(batch.count)
            return batch
        }
    }

    private enum Admission {
        case waits(startsBatch: Bool)
        case isInHand
        case isTooMuch
    }

    /// A lock and no actor: what is done under it takes less than a change of task.
    private let state = Mutex(State())

    init(
        pool: Pool, randomness: Randomness, registry: RegistryCache, periods: PeriodCache,
        announcements: Announcements, logger: Logger, limits: Limits = Limits()
    ) {
        self.pool = pool
        self.randomness = randomness
        self.registry = registry
        self.announcements = announcements
        self.periods = periods
        self.logger = logger
        self.limits = limits
    }

    /// - Throws: `LedgerFailure`.
    func record(_ donation: PendingDonation) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let waiting = Waiting(donation: donation, answer: continuation)
            switch admit(waiting) {
            case .waits(let startsBatch): if startsBatch { startBatch() }
            case .isInHand: continuation.resume(returning: .inFlight)
            case .isTooMuch: continuation.resume(throwing: LedgerFailure.overloaded)
            }
        }
    }

    private func admit(_ waiting: Waiting) -> Admission {
        state.withLock { state in
            guard state.waiting.count < limits.waitingDonationsMax else { return .isTooMuch }
            guard state.keysInHand.insert(waiting.donation.request.key).inserted else {
                return .isInHand
            }
            state.waiting.append(waiting)
            return .waits(startsBatch: state.startsBatch(limits))
        }
    }

    /// A lane that rests takes the batch on its thread; where none does, another lane begins.
    private func startBatch() {
        if let rested = state.withLock({ $0.resting.popLast() }) {
            rested.resume(returning: true)
        } else {
            Task {
                if await pool.withIdleThread({ await workInLane() }) == nil {
                    await workInLane(mayRest: false)
                }
            }
        }
    }

    /// 차로. Works batches off, one after another, on one thread. In a crowd a lane rests between
    /// two batches and is woken where it is; when no batch is under way any more, it ends.
    private func workInLane(mayRest: Bool = true) async {
        repeat {
            // What came while this lane was being woken goes along: after a batch is answered its
            // callers come again all at once, and the first of them is not to travel alone.
            // Enough may be left, or have come, for a second one.
            let (batch, startsAnother) = state.withLock { state in
                (state.takeBatch(limits), state.startsBatch(limits))
            }
            if startsAnother { startBatch() }
            await work(off: batch)
            if state.withLock({ $0.endsBatch(limits) }) { startBatch() }
        } while await rest(mayRest)
    }

    /// - Returns: whether there is a batch to take; without one, the lane is over.
    private func rest(_ mayRest: Bool) async -> Bool {
        await withCheckedContinuation { lane in
            let ended: [CheckedContinuation<Bool, Never>] = state.withLock { state in
                if state.batchesInFlight == 0 {
                    defer { state.resting = [] }
                    return state.resting + [lane]
                }
                guard mayRest else { return [lane] }
                state.resting.append(lane)
                return []
            }
            for lane in ended { lane.resume(returning: false) }
        }
    }

    /// Their keys may come again.
    private func release(_ batch: [Waiting]) {
        state.withLock { state in
            for waiting in batch { state.keysInHand.remove(waiting.donation.request.key) }
        }
    }

    private func work(off batch: [Waiting]) async {
        do {
            try await settle(batch.map(\.donation)) { answers in
                announcements.tell()
                release(batch)
                for (waiting, answer) in zip(batch, answers) {
                    waiting.answer.resume(returning: answer)
                }
            }
        } catch  where batch.count > 1 && !LedgerFailure.isOutage(error) {
            // Something in this batch cannot be written. Alone, each meets its own fate.
            logger.warning(
                "a batch is recorded one by one",
                metadata: [
                    "donations": "\(batch.count)", "error": "\(LedgerFailure.logText(error))",
                ])
            for waiting in batch { await work(off: [waiting]) }
        } catch {
            let failure = LedgerFailure(error, logger: logger)
            release(batch)
            for waiting in batch {
                if let refusal = Refusal(constraintOf: error) {
                    waiting.answer.resume(returning: .refused([refusal]))
                } else {
                    waiting.answer.resume(throwing: failure)
                }
            }
        }
    }

    /// Nearly every request comes once, so a batch takes all of its keys to be new. One that holds
    /// a key which came before is asked again at once, and finds what that was answered with; so
    /// does whatever comes after it, until a batch has no such key.
    /// - Parameter deliver: called once, with an answer for each donation.
    private func settle(
        _ pending: [PendingDonation], delivering deliver: ([Answer]) -> Void
    ) async throws {
        let mayRepeat = state.withLock { $0.keysRepeat }
        do {
            try await settle(pending, mayRepeat: mayRepeat) { answers in
                if mayRepeat, !answers.contains(where: \.isOfKnownKey) {
                    state.withLock { $0.keysRepeat = false }
                }
                deliver(answers)
            }
        } catch let error as PostgresError where error.isOfKnownKey {
            state.withLock { $0.keysRepeat = true }
            try await settle(pending, mayRepeat: true, delivering: deliver)
        }
    }

    private func settle(
        _ pending: [PendingDonation], mayRepeat: Bool, delivering deliver: ([Answer]) -> Void
    ) async throws {
        // An import takes no lock of a donor's year: what it added is seen by judging once more. So
        // is a period that somebody closed meanwhile.
        _ = try await pool.settling(
            onItsThread: true, delivering: deliver,
            orRepeatingAfter: { $0.isYearContended || periods.isNews($0) }
        ) { transaction, isSettling in
            try await DonationBatch(
                pending: pending, randomness: randomness, registry: registry,
                announcements: announcements, periods: periods,
                mayRepeat: mayRepeat || isSettling, isSettling: isSettling
            ).record(in: transaction)
        }
    }
}
