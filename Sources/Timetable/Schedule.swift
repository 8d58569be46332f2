package import Hometown

/// 예약 작업. When something is due, as a value: stored in a row, decided by the database's clock.
/// Timers only ask; this answers.
package struct Schedule: Hashable, Sendable {
    /// When a schedule comes due and for which period.
    package enum Rule: Hashable, Sendable {
        /// Every day at a local time, for the day before.
        case daily(hour: Int, minute: Int)
    }

    /// What becomes of periods whose time passed while nobody was there.
    package enum Misfire: String, Sendable, CaseIterable {
        /// Every missed period, oldest first.
        case all
        /// The newest only; the others are superseded.
        case latest
        /// Nothing that is more than `Schedule.lateSecondsMax` late.
        case none
    }

    /// 일시정지. Somebody stopped the schedule, with a reason that stands in the ledger.
    package struct Pause: Hashable, Sendable {
        package let since: Instant
        package let note: String

        package init(since: Instant, note: String) {
            self.since = since
            self.note = note
        }
    }

    package static let zoneNameDefault = "Asia/Seoul"
    /// More than a year, so that even a yearly summary is caught up after a long absence.
    package static let catchUpDaysDefault = 400
    /// Below ten seconds a late timer alone could make a period fall out of its window.
    package static let catchUpSecondsMin: Int64 = 10
    /// What still counts as on time under `Misfire.none`.
    package static let lateSecondsMax: Int64 = 60

    package let name: String
    package let rule: Rule
    package let zone: Zone
    /// Nothing at or before this instant was ever due.
    package let knownSince: Instant
    package let misfire: Misfire
    /// How far back a missed period is still caught up, in seconds.
    package let catchUpSeconds: Int64
    package let pause: Pause?

    /// - Returns: `nil` for a time that no clock shows and a window under `catchUpSecondsMin`.
    package init?(
        name: String, rule: Rule, zone: Zone, knownSince: Instant, misfire: Misfire = .all,
        catchUpSeconds: Int64 = Int64(catchUpDaysDefault) * 86_400, pause: Pause? = nil
    ) {
        switch rule {
        case .daily(let hour, let minute):
            guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        }
        guard !name.isEmpty, catchUpSeconds >= Schedule.catchUpSecondsMin else { return nil }
        self.name = name
        self.rule = rule
        self.zone = zone
        self.knownSince = knownSince
        self.misfire = misfire
        self.catchUpSeconds = catchUpSeconds
        self.pause = pause
    }
}

/// One moment at which a schedule comes due, and the period it is for.
package struct Occurrence: Hashable, Sendable {
    package let period: PeriodKey
    package let scheduledFor: Instant

    package init(period: PeriodKey, scheduledFor: Instant) {
        self.period = period
        self.scheduledFor = scheduledFor
    }
}

extension Schedule {
    /// The occurrence for a period, whether or not it was ever due.
    package func occurrence(for period: PeriodKey) -> Occurrence {
        switch rule {
        case .daily(let hour, let minute):
            let date = period.last.adding(days: 1)
            return Occurrence(
                period: period, scheduledFor: zone.instant(of: date, hour: hour, minute: minute))
        }
    }

    /// Everything after an instant, oldest first, without an end. The next time always follows from
    /// the calendar, never from the moment a timer happened to fire.
    package func occurrences(after instant: Instant) -> some Sequence<Occurrence> {
        // Two days back: the occurrence of a local day may lie on either side of midnight in UTC.
        let start = zone.date(at: instant).adding(days: -2)
        return sequence(state: start) { day in
            let occurrence = self.occurrence(for: .day(day))
            day = day.adding(days: 1)
            return occurrence
        }.lazy.drop { $0.scheduledFor <= instant }
    }

    package func next(after instant: Instant) -> Occurrence {
        for occurrence in occurrences(after: max(instant, knownSince)) { return occurrence }
        preconditionFailure("a calendar goes on")
    }

    /// What has come due by `now` (the database's clock): `knownSince < scheduledFor ≤ now`, oldest
    /// first, computed as it is read. Which of it is filed already only the ledger knows.
    /// - Parameter instant: skips everything up to here when it is later than `knownSince`, for a
    ///   reader who knows that all of it is settled.
    package func due(
        at now: Instant, after instant: Instant? = nil
    ) -> some Sequence<Occurrence> {
        occurrences(after: max(instant ?? knownSince, knownSince)).prefix { $0.scheduledFor <= now }
    }
}
