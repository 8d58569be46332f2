import Hometown
import Timetable

/// 실행 조건. Everything a run was made from, so that it can be made again: the part of the log, the
/// period, its zone and its hours. What a schedule says today does not matter then.
struct RunInputs: Hashable, Sendable {
    let job: Job
    let schedule: String
    let period: PeriodKey
    let zone: Zone
    let scheduledFor: Instant
    let nextScheduledFor: Instant
    let log: Facts.Log
    /// How much of the log the schedule's report before this one saw; `nil` where there is none.
    let earlierLogSize: Int64?
    /// The public address of the ledger when the report was made.
    let site: String?
    /// 이 원장의 지자체. The code of the government whose receipts are published, or of whose target a
    /// summary tells; of no other job.
    let home: String?
    /// Whether the ledger showed public pages when the report was made.
    let hasPublicPages: Bool
    /// What the edition for everybody covers.
    let smallCounts: SmallCounts
    let renderer: Int

    var bytes: [UInt8] {
        var members: [String: CanonicalValue] = [
            "job": .string(job.rawValue), "log_size": .integer(log.size),
            "next_scheduled_for": .string(nextScheduledFor.text),
            "period": .string(period.text), "renderer": .number(renderer),
            "root": .string(log.root), "schedule": .string(schedule),
            "scheduled_for": .string(scheduledFor.text), "zone": .string(zone.name),
        ]
        members["earlier_log_size"] = earlierLogSize.map { .integer($0) }
        members["site"] = site.map { .string($0) }
        members["home"] = home.map { .string($0) }
        if !hasPublicPages { members["public_pages"] = .bool(false) }
        if smallCounts != SmallCounts() {
            members["small_count_below"] = .integer(smallCounts.limit)
        }
        return CanonicalValue.object(members).bytes
    }

    init(
        _ recorded: RecordedSchedule, _ occurrence: Occurrence, _ log: Facts.Log,
        earlierLogSize: Int64?, _ desk: SummaryDesk, renderer: Int
    ) {
        job = recorded.job
        schedule = recorded.name
        period = occurrence.period
        zone = recorded.schedule.zone
        scheduledFor = occurrence.scheduledFor
        nextScheduledFor = recorded.schedule.next(after: occurrence.scheduledFor).scheduledFor
        self.log = log
        self.earlierLogSize = earlierLogSize
        site = desk.site
        home = [.publication, .summary].contains(recorded.job) ? desk.home : nil
        hasPublicPages = desk.hasPublicPages
        smallCounts = desk.smallCounts
        self.renderer = renderer
    }

    /// - Throws: `LedgerFailure.damaged` for bytes that we did not write.
    init(parsing bytes: [UInt8]) throws {
        let value = try CanonicalValue(parsing: bytes)
        guard let job = value["job"]?.text.flatMap(Job.init),
            let schedule = value["schedule"]?.text,
            let period = value["period"]?.text.flatMap({ PeriodKey($0) }),
            let zone = value["zone"]?.text.flatMap({ Zone($0) }),
            let due = value["scheduled_for"]?.text.flatMap({ Instant($0) }),
            let next = value["next_scheduled_for"]?.text.flatMap({ Instant($0) }),
            let size = value["log_size"]?.number, let root = value["root"]?.text,
            let renderer = value["renderer"]?.number
        else { throw LedgerFailure.damaged }
        self.job = job
        self.schedule = schedule
        self.period = period
        self.zone = zone
        scheduledFor = due
        nextScheduledFor = next
        log = Facts.Log(size: size, root: root)
        earlierLogSize = value["earlier_log_size"]?.number
        site = value["site"]?.text
        home = value["home"]?.text
        hasPublicPages = value["public_pages"] != .bool(false)
        smallCounts =
            value["small_count_below"]?.number.map { SmallCounts(below: Int($0)) }
            ?? SmallCounts()
        self.renderer = Int(renderer)
    }

    /// - Parameters:
    ///   - state: whether the period was closed in the log.
    ///   - asOf: when the log's last entry was recorded.
    func heading(_ state: Facts.State, asOf: Instant?) -> Facts.Heading {
        Facts.Heading(
            kind: kind, state: state, schedule: schedule, periodKey: period.text, period: days,
            scheduledFor: scheduledFor, nextScheduledFor: nextScheduledFor, asOf: asOf,
            site: site, hasPublicPages: hasPublicPages, smallCounts: smallCounts)
    }

    var days: ClosedRange<CivilDate> { period.first...period.last }

    /// Whether disputed donations that were reversed count among the disputed. In what renderers 1
    /// to 7 filed they do, and such a report is made again as it was.
    var countsReversedDisputes: Bool { (1...7).contains(renderer) }

    private var kind: Facts.Kind {
        switch job {
        case .publication: .publication
        case .publicationReminder: .publicationReminder
        case .relayState: .relayState
        case .unansweredExchanges: .unansweredExchanges
        case .summary, .ledgerVerification, .takingsCheck, .accessRetention: summaryKind
        }
    }

    private var summaryKind: Facts.Kind {
        switch period.cadence {
        case .daily: .daily
        case .weekly: .weekly
        case .monthly: .monthly
        case .quarterly: .quarterly
        case .yearly: .yearly
        }
    }
}
