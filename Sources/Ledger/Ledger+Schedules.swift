package import Hometown
import Postgres
package import Timetable
import Transparency

/// What a daemon brings to the schedules: who it is, and how facts become files.
package struct SummaryDesk: Sendable {
    package let author: Author
    /// Differs from process to process, so that two executions show as two.
    package let daemon: Identifier
    package let render: @Sendable (Facts) throws -> RenderedSummary

    package init(
        author: Author, daemon: Identifier,
        render: @escaping @Sendable (Facts) throws -> RenderedSummary
    ) {
        self.author = author
        self.daemon = daemon
        self.render = render
    }
}

extension Ledger {
    /// Periods settled in one pass; a long absence is caught up over several.
    static let periodsPerPassMax = 64

    /// A run that started this long after it was due is one caught up, in microseconds.
    static let catchUpAfterMicroseconds: Int64 = 60_000_000

    /// 예약 작업. All schedules.
    /// - Throws: `LedgerFailure`.
    package func schedules() async throws -> [RecordedSchedule] {
        try await read { try await $0.run(ReadSchedules()) }
    }

    /// 실행 기록. The newest runs of a schedule.
    /// - Throws: `LedgerFailure`.
    package func runs(of schedule: String, rowsMax: Int) async throws -> [RecordedRun] {
        try await read {
            try await $0.run(ReadRuns(schedule: schedule, rowsMax: Int32(clamping: rowsMax)))
        }
    }

    /// One pass over all schedules: whatever came due and has no row gets one, oldest first. Any
    /// number of daemons may pass at once; the first to commit a period has it.
    /// - Throws: `LedgerFailure`, after every schedule had its turn.
    package func settleSchedules(_ desk: SummaryDesk) async throws -> Timekeeper.Findings {
        let now = try await now()
        var nextDue: Instant?
        var failure: (any Error)?
        for recorded in try await schedules() {
            do {
                let isDone = try await settle(recorded, at: now, desk)
                let next = isDone ? recorded.schedule.next(after: now).scheduledFor : now
                nextDue = min(nextDue ?? next, next)
            } catch {
                failure = error
            }
        }
        if let failure { throw LedgerFailure(failure, logger: logger) }
        return Timekeeper.Findings(now: now, nextDue: nextDue)
    }

    /// - Returns: whether nothing due is left.
    private func settle(
        _ recorded: RecordedSchedule, at now: Instant, _ desk: SummaryDesk
    ) async throws -> Bool {
        let settled = Set(
            try await read { try await $0.run(ReadSettledPeriods(schedule: recorded.id)) })
        let open = recorded.schedule.due(at: now).filter { !settled.contains($0.period.text) }
        let decided = recorded.schedule.dispositions(of: Array(open), at: now)
        for (occurrence, disposition) in decided.prefix(Ledger.periodsPerPassMax) {
            switch disposition {
            case .run:
                let late = now.microseconds - occurrence.scheduledFor.microseconds
                let origin: RunOrigin =
                    late > Ledger.catchUpAfterMicroseconds ? .catchUp : .scheduled
                _ = try await run(recorded, occurrence, origin: origin, reason: nil, desk)
            case .skip(let cause):
                try await skip(recorded, occurrence, cause, desk)
            }
        }
        return decided.count <= Ledger.periodsPerPassMax
    }

    private func skip(
        _ recorded: RecordedSchedule, _ occurrence: Occurrence, _ cause: SkipCause,
        _ desk: SummaryDesk
    ) async throws {
        try await pool.transaction { transaction in
            let now = try await transaction.run(ReadTime())[0]
            _ = try await transaction.run(
                ClaimRun(
                    id: randomness.identifier(at: now), schedule: recorded.id,
                    period: occurrence.period.text, state: .skipped, cause: cause.rawValue,
                    origin: .scheduled, reason: nil, author: desk.author.id,
                    daemon: desk.daemon, scheduledFor: occurrence.scheduledFor, startedAt: now))
        }
    }

    /// 지금 실행. Runs a finished period by hand.
    /// - Parameter period: the key; `nil` for the newest finished one.
    /// - Returns: `nil` when the period has been run before.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func runNow(
        _ name: String, period: String?, reason: String, _ desk: SummaryDesk
    ) async throws -> RecordedRun? {
        guard let recorded = try await schedules().first(where: { $0.schedule.name == name })
        else { throw ScheduleProblem.unknownSchedule(name) }
        let now = try await now()
        let newest = PeriodKey.day(
            recorded.schedule.zone.date(at: now).adding(days: -1))
        let key =
            try period.map { text in
                guard let key = PeriodKey(text) else { throw ScheduleProblem.unknownPeriod(text) }
                return key
            } ?? newest
        guard key.last <= newest.last else { throw ScheduleProblem.unfinishedPeriod(key.text) }
        let occurrence = recorded.schedule.occurrence(for: key)
        guard try await run(recorded, occurrence, origin: .manual, reason: reason, desk) else {
            return nil
        }
        return try await runs(of: name, rowsMax: 1000).first { $0.period == key.text }
    }

    /// Claims a period and files its summary, in one transaction; the attempt is written down
    /// afterwards in one of its own, whatever came of it.
    /// - Returns: whether it was ours.
    private func run(
        _ recorded: RecordedSchedule, _ occurrence: Occurrence, origin: RunOrigin,
        reason: String?, _ desk: SummaryDesk
    ) async throws -> Bool {
        let startedAt = try await now()
        var outcome = "failed"
        var problem: String?
        var failure: (any Error)?
        var isOurs = false
        do {
            isOurs = try await file(
                recorded, occurrence, origin: origin, reason: reason, startedAt: startedAt, desk)
            outcome = isOurs ? "filed" : "taken"
        } catch {
            problem = LedgerFailure.logText(error)
            failure = error
        }
        let endedAt = try await pool.transaction { [outcome, problem] transaction in
            try await transaction.run(
                InsertAttempt(
                    schedule: recorded.id, period: occurrence.period.text, daemon: desk.daemon,
                    startedAt: startedAt, outcome: outcome, error: problem))
        }
        Measures.count(
            recorded.schedule.name, outcome: outcome, scheduledFor: occurrence.scheduledFor,
            startedAt: startedAt, endedAt: endedAt[0])
        if let failure { throw failure }
        return isOurs
    }

    private func file(
        _ recorded: RecordedSchedule, _ occurrence: Occurrence, origin: RunOrigin,
        reason: String?, startedAt: Instant, _ desk: SummaryDesk
    ) async throws -> Bool {
        try await pool.transaction(isolation: .repeatableRead) { transaction in
            let runID = randomness.identifier(at: startedAt)
            let claimed = try await transaction.run(
                ClaimRun(
                    id: runID, schedule: recorded.id, period: occurrence.period.text,
                    state: .filed, cause: nil, origin: origin, reason: reason,
                    author: desk.author.id, daemon: desk.daemon,
                    scheduledFor: occurrence.scheduledFor, startedAt: startedAt))
            guard !claimed.isEmpty else { return false }
            let head = try await treeHead(in: transaction)
            let facts = try await facts(recorded.schedule, occurrence, head, in: transaction)
            try await file(
                try desk.render(facts), run: runID, schedule: recorded.schedule.name,
                occurrence, head, author: desk.author, in: transaction)
            return true
        }
    }

    private func file(
        _ rendered: RenderedSummary, run: Identifier, schedule: String, _ occurrence: Occurrence,
        _ head: TreeHead, author: Author, in transaction: Transaction
    ) async throws {
        let now = try await transaction.run(ReadTime())[0]
        var book = Book(
            transaction: transaction, recordedAt: now, author: author,
            registry: try await registry.current(in: transaction), randomness: randomness,
            claimed: nil)
        let files = rendered.files.map { file in
            CanonicalValue.object([
                "name": .string(file.name),
                "sha256": .string(Hash256.of(file.bytes).description),
            ])
        }
        let place = try await book.add(
            .summary,
            members: [
                "files": .array(files), "log_size": .integer(head.size),
                "period": .string(occurrence.period.text),
                "renderer": .number(rendered.rendererVersion), "revision": .integer(0),
                "root": .string(head.root.description), "schedule": .string(schedule),
            ])
        _ = try await transaction.pipeline(
            InsertSummary(
                number: place.number, id: place.id, run: run, logSize: head.size,
                rendered: rendered, recordedAt: now),
            InsertSummaryFiles(summary: place.id, files: rendered.files))
        try await book.close()
    }
}

/// Why a schedule cannot be run as asked.
package enum ScheduleProblem: Error, Hashable {
    case unknownSchedule(String)
    case unknownPeriod(String)
    case unfinishedPeriod(String)
}
