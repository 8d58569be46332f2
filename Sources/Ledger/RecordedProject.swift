package import Hometown

/// A project as the ledger knows it.
package struct RecordedProject: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let government: Int16
    package let name: Bilingual
    package let purpose: Purpose
    package let openFrom: CivilDate
    package let openTo: CivilDate?
    package let goal: Won?
    /// When it was ended apart from its own end.
    package let endedOn: CivilDate?
    package let endingReason: String?
    /// What names it, disputed ones left out.
    package let donations: Int64
    /// How many of them have no disclosed amount.
    package let undisclosed: Int64
    package let amount: Won

    package var no: String { Entry.no(.project, recordedAt: recordedAt, number: number) }

    /// Exclusive: its own end or the one it was given, whichever is earlier.
    package var closesOn: CivilDate? { [openTo, endedOn].compactMap(\.self).min() }

    /// 달성률. Whole percent of the goal, rounded down.
    package var goalPercent: Int64? {
        // Neither reaches 2^53, so that a hundredfold fits.
        goal.map { amount.amount * 100 / $0.amount }
    }
}
