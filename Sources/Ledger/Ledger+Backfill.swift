package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// Ten years of days, and more than anybody reads.
    package static let backfillPeriodsMax = 4_000

    /// 기간 채우기. Asks for every period from a day to a day that was not filed, in order; what came
    /// due before the schedule was known, or too long ago, among them. Daemons run them soon.
    /// - Parameter isRehearsal: only tells which periods it would be.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func backfill(
        _ name: String, from first: CivilDate, to last: CivilDate, reason: String,
        isRehearsal: Bool, _ desk: SummaryDesk, errand: Errand<Backfill>? = nil
    ) async throws -> Backfill {
        guard !ResidentNumber.isPresent(in: reason) else { throw ScheduleProblem.residentNumber }
        // A rehearsal does nothing that could happen twice.
        return try await administer(isRehearsal ? nil : errand) { transaction in
            let recorded = try await known(name, in: transaction)
            guard recorded.job.isReport else { throw ScheduleProblem.checksAsOfNow }
            let now = desk.time(try await transaction.run(ReadTime())[0])
            let periods = try recorded.schedule.backfilled(from: first, to: last, at: now)
            let rows = try await transaction.run(
                ReadSettledPeriods(schedule: recorded.id, periods: periods.map(\.text)))
            let filed = Set(rows.lazy.filter { $0.state == .filed }.map(\.period))
            let open = periods.filter { !filed.contains($0.text) }
            if !isRehearsal, !open.isEmpty {
                _ = try await transaction.run(
                    InsertRequests(
                        schedule: recorded.id, periods: open.map(\.text), reason: reason,
                        author: desk.author.id))
            }
            return Backfill(periods: open, filedCount: filed.count)
        }
    }

    /// Runs what somebody asked for, oldest first.
    /// - Parameter schedule: `nil` for all.
    /// - Returns: when to come again for what is left; `nil` when nothing is.
    /// - Throws: what everything else would meet, too.
    package func settleRequests(
        of schedule: String?, _ desk: SummaryDesk
    ) async throws -> Instant? {
        let all = try await schedules()
        let one = all.first { $0.name == schedule }
        var next: Instant?
        var last: Int64?
        var triedCount = 0
        while true {
            let after = last
            let asked = try await ask(
                ReadRequests(
                    schedule: one?.id, after: after,
                    rowsMax: Int32(clamping: Ledger.periodsPerPassMax)))
            for request in asked {
                guard triedCount < Ledger.periodsPerPassMax else {
                    return desk.time(try await now())
                }
                last = request.id
                guard let recorded = all.first(where: { $0.id == request.schedule }) else {
                    continue
                }
                switch try await settle(request, of: recorded, desk) {
                case .waits(let again): next = min(next ?? again, again)
                case .tried(let again):
                    triedCount += 1
                    if let again { next = min(next ?? again, again) }
                }
            }
            guard asked.count == Ledger.periodsPerPassMax else { return next }
        }
    }

    /// What came of a request in this pass.
    private enum RequestOutcome {
        /// It has failed and waits for another try. Those behind it do not wait with it.
        case waits(until: Instant)
        /// It is done; or it is to be looked at again.
        case tried(again: Instant?)
    }

    private func settle(
        _ request: ReadRequests.Row, of recorded: RecordedSchedule, _ desk: SummaryDesk
    ) async throws -> RequestOutcome {
        guard let period = PeriodKey(request.period),
            period.cadence == recorded.schedule.rule.cadence
        else {
            // The schedule has got other periods since: nobody can run this one any more.
            try await pool.transaction { _ = try await $0.run(DeleteRequest(id: request.id)) }
            return .tried(again: nil)
        }
        let now = desk.time(try await now())
        let rows = try await ask(
            ReadFailures(
                schedule: recorded.id, periods: [request.period],
                since: desk.time(request.requestedAt)))
        let failures = [String: Failures](failures: rows)[request.period]
        if let failures {
            let again = Retry.instant(
                afterFailureAt: failures.lastEndedAt, attempts: failures.count,
                key: "\(recorded.name)/\(request.period)")
            guard again <= now else { return .waits(until: again) }
        }
        var order = RunOrder(
            recorded, recorded.schedule.occurrence(for: period), origin: .backfill, at: now)
        order.reason = request.reason
        order.request = request.id
        switch try await execute(order, failures, desk.acting(as: request.author)) {
        case .filed, .found, .taken: return .tried(again: nil)
        case .failed: return .tried(again: now)
        case .busy:
            return .waits(
                until: Instant(microseconds: now.microseconds + Ledger.busyMicroseconds))
        }
    }
}

extension Schedule {
    /// The periods that contain a day from the first to the last.
    /// - Throws: `ScheduleProblem`.
    fileprivate func backfilled(
        from first: CivilDate, to last: CivilDate, at now: Instant
    ) throws -> [PeriodKey] {
        guard first <= last else { throw ScheduleProblem.daysReversed }
        let newest = newestEnded(at: now)
        let years = PeriodKey.years
        let first = max(first, CivilDate.first(ofMonth: 1, in: years.lowerBound))
        guard first <= last, last <= newest.last, years.contains(last.year) else {
            throw ScheduleProblem.unfinishedPeriod(last.description, newest: newest.text)
        }
        let periods = Array(periods(first...last).prefix(Ledger.backfillPeriodsMax + 1))
        guard periods.count <= Ledger.backfillPeriodsMax else {
            throw ScheduleProblem.tooManyPeriods(max: Ledger.backfillPeriodsMax)
        }
        return periods
    }
}
