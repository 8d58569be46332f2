import Hometown
import Logging
import Postgres
import Timetable

extension Ledger {
    /// Fewer connections than these are needed elsewhere: then nobody waits for a check, and two
    /// daemons may make the same one.
    private static let connectionsMin = 8

    /// Makes a check and claims its period with what it found. A check takes as long as it takes,
    /// so it is made before the claim, in snapshots of its own; one daemon at a time makes it.
    func inspect(
        _ order: RunOrder, startedAt: Instant, _ desk: SummaryDesk
    ) async throws -> RunOutcome {
        let isRoomy = pool.configuration.connectionCountMax >= Ledger.connectionsMin
        guard isRoomy else {
            guard try await read({ try await isOpen(order, in: $0) }) else { return .taken }
            let finding = try await finding(of: order.recorded.job, sessionsMax: 1, desk)
            return try await pool.transaction {
                try await claim(order, finding, startedAt: startedAt, desk, in: $0)
            }
        }
        return try await pool.transaction { transaction in
            guard try await transaction.run(TryLock(number: order.lockAlone))[0] else {
                return .busy
            }
            guard try await isOpen(order, in: transaction) else { return .taken }
            try await transaction.execute(VerificationSQL.wait)
            let finding = try await finding(of: order.recorded.job, sessionsMax: 2, desk)
            return try await claim(order, finding, startedAt: startedAt, desk, in: transaction)
        }
    }

    /// A verification leaves a line in the access log, whoever asked for it: the page of the
    /// auditors tells when the ledger was last verified. If we die before the commit, the check
    /// was never made.
    private func claim(
        _ order: RunOrder, _ finding: RunFinding, startedAt: Instant, _ desk: SummaryDesk,
        in transaction: Transaction
    ) async throws -> RunOutcome {
        let clock = try await transaction.run(ReadTime())[0]
        let now = desk.time(clock)
        let inputs = CanonicalValue.object([
            "job": .string(order.recorded.job.rawValue),
            "period": .string(order.occurrence.period.text),
            "schedule": .string(order.recorded.name),
            "scheduled_for": .string(order.occurrence.scheduledFor.text),
        ])
        let claimed = try await transaction.run(
            ClaimRun(
                draft: RunDraft(
                    id: randomness.identifier(at: now), schedule: order.recorded.id,
                    occurrence: order.occurrence, revision: order.revision,
                    state: finding.fault == nil ? .filed : .failed, cause: finding.fault,
                    origin: order.origin, reason: order.reason, author: desk.author.id,
                    daemon: desk.daemon, startedAt: startedAt, filedAt: now,
                    logSize: finding.figures["log_size"], inputs: inputs.bytes,
                    outputs: finding.bytes)))
        guard let run = claimed.first else { return .taken }
        if let line = finding.accessLine {
            let verified = Access(
                .verified, author: desk.author.id, address: nil,
                count: Int(finding.figures["entries"] ?? 0), scope: line, reason: order.reason)
            let row = StampedAccess(
                at: clock, id: randomness.identifier(at: clock), access: verified)
            _ = try await transaction.pipeline(
                KeepAccessMonths(times: [clock]), InsertAccesses(rows: [row]))
        }
        try await keepAnswer(of: order, run, in: transaction)
        Measures.count(order.recorded.name, finding)
        return finding.fault == nil ? .filed(run) : .found(run, finding)
    }

    private func finding(
        of job: Job, sessionsMax: Int, _ desk: SummaryDesk
    ) async throws -> RunFinding {
        switch job {
        case .takingsCheck: return RunFinding(try await checkTakings())
        case .accessRetention:
            let months = try await ask(
                ReadAccessMonths(monthsMin: Int32(clamping: desk.accessMonthsMin)))
            return RunFinding(months, monthsMin: desk.accessMonthsMin)
        case .summary, .publication, .publicationReminder, .relayState, .unansweredExchanges,
            .ledgerVerification:
            var verification = try desk.verification()
            verification.sessionsMax = sessionsMax
            return RunFinding(try await verify(verification))
        }
    }

    /// 지금 점검. Makes a check by hand. Every one is a row of its own: nothing is compared, for a
    /// check looks at the ledger as it is now.
    func checkNow(_ order: RunOrder, after newest: RecordedRun?, _ desk: SummaryDesk)
        async throws -> ManualRun
    {
        var order = order
        order.revision = newest.map { $0.revision + 1 } ?? 0
        return try await filed(order, desk)
    }
}

extension RunFinding {
    fileprivate init(_ report: Verification.Report) {
        let fault = report.fault
        let place = fault.flatMap { fault in
            fault.entry.map { "#\($0)" } ?? fault.index.map { "@\($0)" }
        }
        let at = place.map { " \($0)" } ?? ""
        let (entries, checkpoints) = (report.entries, report.checkpoints)
        self.init(
            fault: fault?.code,
            text: fault.map {
                Bilingual("이상\(at): \($0.text.korean)", "Wrong\(at): \($0.text.english)")
            }
                ?? Bilingual(
                    "이상 없음: 항목 \(entries)건, 체크포인트 \(checkpoints)건",
                    "Nothing wrong: \(entries) entries, \(checkpoints) checkpoints"))
        figures = ["entries": entries, "checkpoints": checkpoints, "log_size": report.head.size]
        figures["entry"] = fault?.entry
        figures["log_index"] = fault?.index
        items = fault == nil ? ["root \(report.head.root)"] : []
        accessLine = report.line
    }

    fileprivate init(_ check: TakingsCheck) {
        let (figures, faults) = (check.figures, check.faults)
        self.init(
            fault: faults == 0 ? nil : "takings_differ",
            text: faults == 0
                ? Bilingual(
                    "이상 없음: 집계 수치 \(figures)개", "Nothing wrong: \(figures) figures of the roll-up")
                : Bilingual(
                    "집계 수치 \(faults)개가 기부 기록과 다릅니다.",
                    "\(faults) figures of the roll-up are not what the donations say."))
        self.figures = ["figures": figures, "faults": faults, "log_size": check.logSize]
        items = [check.first?.text].compactMap(\.self)
    }
}
