package import Hometown

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
    /// - Parameter period: of the rule's cadence.
    package func occurrence(for period: PeriodKey) -> Occurrence {
        let date = rule.date(for: period)
        return Occurrence(
            period: period,
            scheduledFor: zone.instant(
                of: workingDays?.onOrAfter(date) ?? date, hour: at.hour, minute: at.minute))
    }

    /// Everything after an instant, oldest first, without an end. The next time always follows from
    /// the calendar, never from the moment a timer happened to fire.
    package func occurrences(after instant: Instant) -> some Sequence<Occurrence> {
        // One period's day may lie in the next, and a holiday may move it by a month at most; two
        // days more, for a local day may lie on either side of midnight in UTC.
        let days = 2 + (workingDays == nil ? 0 : WorkingDays.breakDaysMax)
        let date = zone.date(at: instant).adding(days: -days)
        let start = PeriodKey(rule.cadence, containing: date).previous
        return sequence(state: start) { period in
            defer { period = period.next }
            // A zone that crossed the date line has left out a day: nothing ever bore its date.
            if case .day = period, period.bounds(in: zone).isEmpty { period = period.next }
            return self.occurrence(for: period)
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

    /// The newest period that has ended by `now`.
    package func newestEnded(at now: Instant) -> PeriodKey {
        PeriodKey(rule.cadence, containing: zone.date(at: now)).previous
    }

    /// The periods that contain a day from the first to the last, oldest first.
    package func periods(_ days: ClosedRange<CivilDate>) -> some Sequence<PeriodKey> {
        sequence(first: PeriodKey(rule.cadence, containing: days.lowerBound)) { $0.next }
            .prefix { $0.first <= days.upperBound }
    }
}
