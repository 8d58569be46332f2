package import Hometown

/// 기간. What a run covers, named by local dates in the zone of its schedule. The text is what the
/// ledger stores and what makes a run unique.
package enum PeriodKey: Hashable, Sendable {
    /// `2026-11-20`.
    case day(CivilDate)

    package var text: String {
        switch self {
        case .day(let date): date.description
        }
    }

    package init?(_ text: String) {
        guard let date = CivilDate(text) else { return nil }
        self = .day(date)
    }

    package var first: CivilDate {
        switch self {
        case .day(let date): date
        }
    }

    /// Inclusive.
    package var last: CivilDate {
        switch self {
        case .day(let date): date
        }
    }

    /// From the first instant of the first day to the first after the last.
    package func bounds(in zone: Zone) -> Range<Instant> {
        zone.bounds(of: first).lowerBound..<zone.bounds(of: last).upperBound
    }
}
