import Hometown
import Logging
import Postgres
import Synchronization
import Timetable

/// 줄. Group commit: donations that arrive while a batch is on its way form the next one. Alone, a
/// donation is recorded at once; in a crowd hundreds share one flight and one fsync. No batch
/// waits for a timer; who waits in vain is told so by one.
final class DonationQueue: Sendable {
    struct Limits: Sendable {
        /// More in a batch brings little and makes the first of it wait for the last.
        var batchDonationsMax = 256
        /// Beyond this the caller is told to come again: a queue that only grows helps nobody.
        var waitingDonationsMax = 1024
        /// Half of the places: whoever sends without end leaves the others room.
        var waitingDonationsPerAuthorMax = 512
        /// Who has waited so long for a batch is told to come again: what is recorded later may
        /// find its caller gone, and everybody behind it would be later still.
        var waitMsMax = 1_000
        /// Each has one batch on its way at most: one party travels while the other gathers.
        var parties = 2
        /// How many gather before a second party sets out beside the first: two half-empty batches
        /// cost more than one full one and make everybody wait longer.
        var secondBatchDonationsMin = 32

        var waitNanosecondsMax: Int64 { Int64(waitMsMax) * 1_000_000 }
    }

    private struct Waiting {
        let donation: PendingDonation
        let answer: CheckedContinuation<Answer, any Error>
        /// When it came, by the host's uptime.
        let sinceNanoseconds: Int64
    }

    private let pool: Pool
    private let randomness: Randomness
    private let registry: RegistryCache
    private let announcements: Announcements
    private let periods: PeriodCache
    private let logger: Logger
    private let limits: Limits

    /// 일행. Those who travel together, one batch at a time.
    private struct Party {
        var waiting: [Waiting] = []
        /// A batch of it is decided on, or on its way.
        var isUnderWay = false
    }

    private struct State {
        var parties: [Party]
        /// Whose callers belong to the party of the same number, counted round.
        var executors: [UnownedTaskExecutor] = []
        var keysInHand: Set<Identifier> = []
        /// Keys that came before have come of late.
        var keysRepeat = false
        /// Lanes without a batch, while others have one.
        var resting: [CheckedContinuation<Int?, Never>] = []
        /// A task of the queue's keeps an eye on the time of those who wait.
        var isWatched = false

        var isUnderWay: Bool { parties.contains(where: \.isUnderWay) }
        var waitingCount: Int { parties.reduce(0) { $0 + $1.waiting.count } }

        /// Callers whose tasks share a thread belong together: their answers wake it once, and they
        /// come again together.
        mutating func party(of executor: UnownedTaskExecutor?) -> Int {
            guard let executor else { return 0 }
            if let known = executors.firstIndex(of: executor) { return known % parties.count }
            guard executors.count < DonationQueue.executorsMax else { return 0 }
            executors.append(executor)
            return (executors.count - 1) % parties.count
        }

        /// Decides on a batch of this party, if one is due.
        mutating func starts(_ party: Int, _ limits: Limits) -> Bool {
            let waitingMin = isUnderWay ? limits.secondBatchDonationsMin : 1
            guard !parties[party].isUnderWay, parties[party].waiting.count >= waitingMin
            else { return false }
            parties[party].isUnderWay = true
            return true
        }

        /// Decides on a batch of the party whose turn it is, if one is due.
        /// - Parameter last: who went last and lets the others go before.
        mutating func startsNext(after last: Int, _ limits: Limits) -> Int? {
            for offset in 1...parties.count {
                let party = (last + offset) % parties.count
                if starts(party, limits) { return party }
            }
            return nil
        }

        mutating func takeBatch(of party: Int, _ limits: Limits) -> [Waiting] {
            let batch = Array(parties[party].waiting.prefix(limits.batchDonationsMax))
            parties[party].waiting.removeFirst(batch.count)
            return batch
        }

        /// Whether one more of this author may wait. Nobody is counted while fewer wait in all
        /// than one author may have.
        func hasPlace(for author: Identifier, _ limits: Limits) -> Bool {
            guard waitingCount >= limits.waitingDonationsPerAuthorMax else { return true }
            let count = parties.reduce(0) { sum, party in
                sum + party.waiting.count { $0.donation.request.author.id == author }
            }
            return count < limits.waitingDonationsPerAuthorMax
        }

        /// Takes out who has waited too long, so that the keys may come again. Who is in a batch is
        /// not here any more: what became of it in the database is the answer, however late.
        mutating func takeOverdue(at nanoseconds: Int64, _ limits: Limits) -> [Waiting] {
            let last = nanoseconds - limits.waitNanosecondsMax
            var overdue: [Waiting] = []
            for party in parties.indices {
                // Who came first stands first.
                let late = parties[party].waiting.prefix { $0.sinceNanoseconds <= last }
                guard !late.isEmpty else { continue }
                overdue += late
                parties[party].waiting.removeFirst(late.count)
            }
            for waiting in overdue { keysInHand.remove(waiting.donation.request.key) }
            return overdue
        }
    }

    private enum Admission {
        /// The batch of this party is due with it.
        case setsOut(party: Int)
        /// Behind a batch.
        case waits(isWatched: Bool)
        case isInHand
        case isTooMuch(LedgerFailure)
    }

    /// A machine has fewer event loops; whoever comes by another executor goes with the first.
    private static let executorsMax = 64

    /// A lock and no actor: what is done under it takes less than a change of task.
    private let state: Mutex<State>

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
        state = Mutex(State(parties: Array(repeating: Party(), count: limits.parties)))
    }

    /// - Throws: `LedgerFailure`.
    func record(_ donation: PendingDonation) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let waiting = Waiting(
                donation: donation, answer: continuation,
                sinceNanoseconds: HostClock.uptimeNanoseconds)
            switch admit(waiting) {
            case .setsOut(let party): startBatch(of: party)
            case .waits(let isWatched): if !isWatched { watch() }
            case .isInHand: continuation.resume(returning: .inFlight)
            case .isTooMuch(let failure): continuation.resume(throwing: failure)
            }
        }
    }

    private func admit(_ waiting: Waiting) -> Admission {
        let executor = withUnsafeCurrentTask { $0?.unownedTaskExecutor }
        return state.withLock { state in
            guard state.waitingCount < limits.waitingDonationsMax else {
                return .isTooMuch(.overloaded)
            }
            guard state.hasPlace(for: waiting.donation.request.author.id, limits) else {
                return .isTooMuch(.tooManyAtOnce)
            }
            guard state.keysInHand.insert(waiting.donation.request.key).inserted else {
                return .isInHand
            }
            let party = state.party(of: executor)
            state.parties[party].waiting.append(waiting)
            if state.starts(party, limits) { return .setsOut(party: party) }
            defer { state.isWatched = true }
            return .waits(isWatched: state.isWatched)
        }
    }

    /// Tells those whose time is up while a batch before them does not come back, as from a
    /// database that hangs. It wakes about once a second while anybody waits, and then ends.
    private func watch() {
        Task { [weak self, limits] in
            var restNanoseconds = limits.waitNanosecondsMax
            while true {
                // Not cancelled by anybody: the task is the queue's own.
                try? await Task.sleep(for: .nanoseconds(restNanoseconds))
                guard let next = self?.refuseOverdue() else { return }
                restNanoseconds = next
            }
        }
    }

    /// - Returns: nanoseconds until the time of the next is up; `nil` when nobody waits.
    private func refuseOverdue() -> Int64? {
        let now = HostClock.uptimeNanoseconds
        let (overdue, first) = state.withLock { state in
            let overdue = state.takeOverdue(at: now, limits)
            let first = state.parties.compactMap { $0.waiting.first?.sinceNanoseconds }.min()
            state.isWatched = first != nil
            return (overdue, first)
        }
        refuse(overdue)
        return first.map { $0 + limits.waitNanosecondsMax - now }
    }

    /// Nothing of them was sent to the database.
    private func refuse(_ overdue: [Waiting]) {
        for waiting in overdue { waiting.answer.resume(throwing: LedgerFailure.overloaded) }
    }

    /// A lane that rests takes the batch on its thread; where none does, another lane begins.
    private func startBatch(of party: Int) {
        if let rested = state.withLock({ $0.resting.popLast() }) {
            rested.resume(returning: party)
        } else {
            Task {
                if await pool.withIdleThread({ await workInLane(from: party) }) == nil {
                    await workInLane(from: party, mayRest: false)
                }
            }
        }
    }

    /// 차로. Works batches off, one after another, on one thread. In a crowd a lane rests between
    /// two batches and is woken where it is; when no batch is under way any more, it ends.
    private func workInLane(from first: Int, mayRest: Bool = true) async {
        var next: Int? = first
        while let party = next {
            // What came while this lane was being woken goes along: after a batch is answered its
            // callers come again all at once, and the first of them is not to travel alone.
            let batch = state.withLock { $0.takeBatch(of: party, limits) }
            // Nobody is left of a batch whose lane came too late.
            if !batch.isEmpty { await work(off: batch) }
            let now = HostClock.uptimeNanoseconds
            let (overdue, another) = state.withLock { state in
                state.parties[party].isUnderWay = false
                // Before the next batch is decided on, so that none of them goes along.
                let overdue = state.takeOverdue(at: now, limits)
                return (overdue, state.startsNext(after: party, limits))
            }
            refuse(overdue)
            if let another { startBatch(of: another) }
            next = await rest(mayRest)
        }
    }

    /// - Returns: the party whose batch is to be taken; without one, the lane is over.
    private func rest(_ mayRest: Bool) async -> Int? {
        await withCheckedContinuation { lane in
            let ended: [CheckedContinuation<Int?, Never>] = state.withLock { state in
                if !state.isUnderWay {
                    defer { state.resting = [] }
                    return state.resting + [lane]
                }
                guard mayRest else { return [lane] }
                state.resting.append(lane)
                return []
            }
            for lane in ended { lane.resume(returning: nil) }
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
                mayRepeat: mayRepeat || isSettling
            ).record(in: transaction)
        }
    }
}
