/// 주기. How long the periods of a schedule are. Days, weeks, months, quarters and years are those
/// of the calendar in the schedule's zone; weeks are ISO 8601's and begin on Monday.
package enum Cadence: String, Sendable, CaseIterable {
    case daily, weekly, monthly, quarterly, yearly
}
