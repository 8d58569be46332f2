package import Hometown

/// 주기. How long the periods of a schedule are. Days, weeks, months, quarters and years are those
/// of the calendar in the schedule's zone; weeks are ISO 8601's and begin on Monday.
package enum Cadence: String, Sendable, CaseIterable {
    case daily, weekly, monthly, quarterly, yearly
}

extension Cadence: Vocabulary {
    /// As the reports of such periods are called.
    package var title: Bilingual {
        switch self {
        case .daily: Facts.Kind.daily.title
        case .weekly: Facts.Kind.weekly.title
        case .monthly: Facts.Kind.monthly.title
        case .quarterly: Facts.Kind.quarterly.title
        case .yearly: Facts.Kind.yearly.title
        }
    }
}
