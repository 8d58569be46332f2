package import Hometown

/// What is to become of a due period that has no row yet. Every period that ever came due ends with
/// exactly one row: filed, or skipped with its cause.
package enum Disposition: Hashable, Sendable {
    case run
    case skip(SkipCause)
}

/// Why a period was not run.
package enum SkipCause: String, Sendable, CaseIterable {
    /// Too late for a schedule that does not catch up.
    case misfire
    /// A newer period was due too, and only the newest is wanted.
    case superseded
    /// Further back than the catch-up window.
    case window
    /// It came due while the same schedule was running.
    case overlap
    /// It came due while the schedule was paused.
    case paused
}

extension Schedule {
    /// Decides about due periods without a row.
    /// - Parameters:
    ///   - unsettled: occurrences without a row, oldest first.
    ///   - now: by the database's clock.
    /// - Returns: the same occurrences in the same order; none while the schedule is paused.
    package func dispositions(
        of unsettled: [Occurrence], at now: Instant
    ) -> [(occurrence: Occurrence, disposition: Disposition)] {
        guard pause == nil else { return [] }
        let newest = unsettled.last
        return unsettled.map { occurrence in
            let late = now.microseconds - occurrence.scheduledFor.microseconds
            if late > catchUpSeconds * 1_000_000 { return (occurrence, .skip(.window)) }
            switch misfire {
            case .all: return (occurrence, .run)
            case .latest where occurrence == newest: return (occurrence, .run)
            case .latest: return (occurrence, .skip(.superseded))
            case .none where late > Schedule.lateSecondsMax * 1_000_000:
                return (occurrence, .skip(.misfire))
            case .none: return (occurrence, .run)
            }
        }
    }

    /// What came due during the pause, to be skipped when it ends without catching up. Empty for a
    /// schedule that is not paused.
    package func missedByPause(until now: Instant) -> [Occurrence] {
        guard let pause else { return [] }
        return Array(due(at: now, after: pause.since))
    }
}
