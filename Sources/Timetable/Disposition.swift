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
    /// What it would remind of had been done.
    case done
}

extension Schedule {
    /// Decides about due periods without a row.
    /// - Parameters:
    ///   - unsettled: occurrences without a row, oldest first.
    ///   - now: by the database's clock.
    ///   - executions: when runs of this schedule began and ended; those of the last pass will do.
    /// - Returns: the same occurrences in the same order; none while the schedule is paused.
    package func dispositions(
        of unsettled: [Occurrence], at now: Instant, during executions: [Range<Instant>] = []
    ) -> [(occurrence: Occurrence, disposition: Disposition)] {
        guard pause == nil else { return [] }
        let newest = unsettled.last
        return unsettled.indices.map { index in
            let occurrence = unsettled[index]
            let late = now.microseconds - occurrence.scheduledFor.microseconds
            if late > catchUpSeconds * 1_000_000 { return (occurrence, .skip(.window)) }
            if misfire == .latest, occurrence != newest {
                return (occurrence, .skip(.superseded))
            }
            if overlap != .allow,
                let execution = executions.first(where: { $0.isBusy(at: occurrence) })
            {
                let later = unsettled[(index + 1)...]
                let waits = overlap == .bufferOne && !later.contains(where: execution.isBusy)
                return (occurrence, waits ? .run : .skip(.overlap))
            }
            if misfire == .none, late > Schedule.lateSecondsMax * 1_000_000 {
                return (occurrence, .skip(.misfire))
            }
            return (occurrence, .run)
        }
    }

    /// What came due during the pause, to be skipped when it ends without catching up. Empty for a
    /// schedule that is not paused.
    package func missedByPause(until now: Instant) -> [Occurrence] {
        guard let pause else { return [] }
        return Array(due(at: now, after: pause.since))
    }
}

extension Range<Instant> {
    /// Whether the run that lasted so long was going on when something came due.
    fileprivate func isBusy(at occurrence: Occurrence) -> Bool {
        lowerBound < occurrence.scheduledFor && occurrence.scheduledFor <= upperBound
    }
}

extension SkipCause: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .misfire: Bilingual("제때가 지나 만들지 않음", "its time was over")
        case .superseded: Bilingual("더 새 기간만 만듦", "only the newest is made")
        case .window: Bilingual("따라잡는 기간을 벗어남", "beyond the time to catch up")
        case .overlap: Bilingual("앞선 실행과 겹침", "the run before it was still going")
        case .paused: Bilingual("일시정지 중", "paused at the time")
        case .done: Bilingual("이미 끝난 일", "there was nothing left to do")
        }
    }
}
