import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 예약 작업. All schedules, in the order in which they were made.
    /// - Throws: `LedgerFailure`.
    package func schedules() async throws -> [RecordedSchedule] {
        try await read { try await self.schedules(nil, in: $0) }
    }

    /// - Returns: `nil` when there is no schedule of this name.
    /// - Throws: `LedgerFailure`.
    package func schedule(_ name: String) async throws -> RecordedSchedule? {
        try await read { try await self.schedules(name, in: $0).first }
    }

    func schedules(_ name: String?, in transaction: Transaction) async throws
        -> [RecordedSchedule]
    {
        var recorded = try await transaction.run(ReadSchedules(name: name))
        guard recorded.contains(where: { $0.schedule.workingDays != nil }) else { return recorded }
        let days = WorkingDays(
            holidays: Set(try await transaction.run(ReadHolidays()).map(\.on)))
        for index in recorded.indices where recorded[index].schedule.workingDays != nil {
            recorded[index] = recorded[index].heeding(days)
        }
        return recorded
    }

    /// 예약 만들기. Adds a schedule, known from now on.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func makeSchedule(
        _ name: String, _ draft: ScheduleDraft, note: String?, author: Author,
        errand: Errand<RecordedSchedule>? = nil
    ) async throws -> RecordedSchedule {
        try await administer(errand) { transaction in
            let now = try await transaction.run(ReadTime())[0]
            let job = draft.job ?? .summary
            let schedule = try draft.schedule(name, for: job, knownSince: now)
            let added = try await transaction.run(
                InsertSchedule(job: job, schedule: schedule, isOn: draft.isOn ?? true))
            guard let id = added.first else { throw ScheduleProblem.nameTaken(name) }
            return try await keep(id, name, .created, note, author, in: transaction)
        }
    }

    /// 예약 변경. Moves a schedule, changes its policies, switches it on or off. One that was off, or
    /// that gets periods of another length, begins anew: nothing before was ever due.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func changeSchedule(
        _ name: String, _ draft: ScheduleDraft, note: String?, author: Author,
        errand: Errand<RecordedSchedule>? = nil
    ) async throws -> RecordedSchedule {
        try await administer(errand) { transaction in
            let recorded = try await known(name, in: transaction)
            let now = try await transaction.run(ReadTime())[0]
            let isOn = draft.isOn ?? recorded.isOn
            let cadence = draft.rule?.cadence ?? recorded.schedule.rule.cadence
            let beginsAnew =
                cadence != recorded.schedule.rule.cadence || isOn && !recorded.isOn
            let schedule = try draft.schedule(
                name, for: recorded.job, changing: recorded.schedule,
                knownSince: beginsAnew ? now : recorded.schedule.knownSince)
            _ = try await transaction.run(
                UpdateSchedule(id: recorded.id, schedule: schedule, isOn: isOn))
            return try await keep(recorded.id, name, .changed, note, author, in: transaction)
        }
    }

    /// 일시정지. Stops a schedule until it is resumed.
    /// - Parameter note: why; stands in the history.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func pauseSchedule(
        _ name: String, note: String, author: Author,
        errand: Errand<RecordedSchedule>? = nil
    ) async throws -> RecordedSchedule {
        try await administer(errand) { transaction in
            let recorded = try await known(name, in: transaction)
            let now = try await transaction.run(ReadTime())[0]
            let paused = try await transaction.run(
                PauseSchedule(id: recorded.id, pause: Schedule.Pause(since: now, note: note)))
            guard !paused.isEmpty else { throw ScheduleProblem.paused }
            return try await keep(recorded.id, name, .paused, note, author, in: transaction)
        }
    }

    /// 다시 시작. What came due during the pause is skipped, or with `catchingUp` left to the
    /// schedule's own policy.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func resumeSchedule(
        _ name: String, catchingUp: Bool, note: String?, _ desk: SummaryDesk,
        errand: Errand<RecordedSchedule>? = nil
    ) async throws -> RecordedSchedule {
        try await administer(errand) { transaction in
            let recorded = try await known(name, in: transaction)
            guard recorded.schedule.pause != nil else { throw ScheduleProblem.notPaused }
            let now = desk.time(try await transaction.run(ReadTime())[0])
            if !catchingUp {
                let missed = recorded.schedule.missedByPause(until: now)
                try await skip(
                    recorded, missed.map { ($0, .paused) }, at: now, desk, in: transaction)
            }
            let resumed = try await transaction.run(PauseSchedule(id: recorded.id, pause: nil))
            guard !resumed.isEmpty else { throw ScheduleProblem.notPaused }
            return try await keep(
                recorded.id, name, .resumed, note, desk.author, in: transaction)
        }
    }

    /// Who made, changed, paused and resumed it, newest first.
    /// - Throws: `LedgerFailure`.
    package func changes(
        of recorded: RecordedSchedule, rowsMax: Int
    ) async throws -> [RecordedScheduleChange] {
        try await ask(ReadScheduleChanges(schedule: recorded.id, rowsMax: Int32(clamping: rowsMax)))
    }

    /// Keeps who changed what, and reads how the schedule now is.
    private func keep(
        _ id: Int16, _ name: String, _ action: RecordedScheduleChange.Action, _ note: String?,
        _ author: Author, in transaction: Transaction
    ) async throws -> RecordedSchedule {
        if let note, ResidentNumber.isPresent(in: note) { throw ScheduleProblem.residentNumber }
        _ = try await transaction.run(
            InsertScheduleChange(schedule: id, action: action, note: note, author: author.id))
        return try await known(name, in: transaction)
    }

    func known(_ name: String, in transaction: Transaction) async throws -> RecordedSchedule {
        guard let recorded = try await schedules(name, in: transaction).first else {
            throw ScheduleProblem.unknownSchedule(name)
        }
        return recorded
    }

    /// Runs what changes the timetable or the accounts; a problem undoes it and is told as it is.
    func administer<Value: Sendable>(
        _ errand: Errand<Value>? = nil, _ body: @Sendable (Transaction) async throws -> Value
    ) async throws -> Value {
        do {
            return try await pool.transaction { try await once(errand, in: $0, body) }
        } catch let stop as ErrandStop {
            throw stop
        } catch let problem as ScheduleProblem {
            throw problem
        } catch let problem as AccountProblem {
            throw problem
        } catch let fault as ScheduleFault {
            throw ScheduleProblem.fault(fault)
        } catch {
            throw LedgerFailure(error, logger: logger)
        }
    }
}

extension RecordedSchedule {
    func heeding(_ days: WorkingDays) -> RecordedSchedule {
        var schedule = schedule
        schedule.workingDays = days
        return RecordedSchedule(
            id: id, job: job, schedule: schedule, isOn: isOn, settledThrough: settledThrough)
    }
}

extension ScheduleDraft {
    /// What a new schedule is where nothing is said: daily at nine in Seoul.
    private static let atDefault = TimeOfDay(hour: 9, minute: 0)

    /// - Parameter old: what stays where nothing is said.
    func schedule(
        _ name: String, for job: Job, changing old: Schedule? = nil, knownSince: Instant
    ) throws -> Schedule {
        let usual: Schedule.Rule =
            switch job {
            case .publication: .yearly(month: 1, day: .number(15))
            case .publicationReminder: .yearly(month: 2, day: .number(1))
            default: .daily
            }
        let rule = rule ?? old?.rule ?? usual
        guard !job.isYearly || rule.cadence == .yearly else {
            throw ScheduleProblem.publicationIsYearly
        }
        var schedule = try Schedule(
            name: name, rule: rule, at: at ?? old?.at ?? Self.atDefault,
            zone: try zone.map(Zone.init(named:)) ?? old?.zone
                ?? Zone(named: Schedule.zoneNameDefault),
            knownSince: knownSince,
            catchUpSeconds: catchUpSeconds ?? old?.catchUpSeconds
                ?? Int64(Schedule.catchUpDaysDefault) * 86_400)
        // What was not looked at in time is looked at once.
        schedule.misfire = misfire ?? old?.misfire ?? (job.isForItsDay ? .latest : .all)
        schedule.overlap = overlap ?? old?.overlap ?? (job.isForItsDay ? .skip : .allow)
        let heedsDays = onWorkingDays ?? (old?.workingDays != nil)
        schedule.workingDays =
            heedsDays ? old?.workingDays ?? WorkingDays(holidays: []) : nil
        return schedule
    }
}
