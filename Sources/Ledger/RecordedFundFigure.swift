package import Hometown

/// A fund figure as the ledger knows it.
package struct RecordedFundFigure: Hashable, Sendable {
    package let id: Identifier
    package let number: Int64
    package let recordedAt: Instant
    package let logIndex: Int64?
    package let year: Int
    package let figure: FundFigure
    /// Of a use; the project's where it names one.
    package let purpose: Purpose?
    package let project: Identifier?
    package let title: String?
    package let amount: Won?
    package let note: String?
    package let document: String
    package let replaces: Identifier?
    /// The figure that took its place.
    package let replacedBy: Identifier?
    package let revision: Int32
    package let author: String
    /// The project as a publication tells it.
    package let told: Facts.Publication.Project?

    package var no: String { Entry.no(.fundFigure, recordedAt: recordedAt, number: number) }
}
