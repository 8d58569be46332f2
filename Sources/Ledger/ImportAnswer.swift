/// What came of an import. Only the first recorded anything.
package enum ImportAnswer: Hashable, Sendable {
    case recorded(Receipt, ImportReport)
    /// Nothing was to be written: a dry run.
    case tried(ImportReport)
    /// The same request was answered before.
    case replayed(Receipt)
    /// There are bad rows, and all or nothing was asked for.
    case rejected(ImportReport)
    /// Nothing in the list is new and good.
    case nothingNew(ImportReport)
    /// The same file was taken in before, under this number.
    case repeated(String)
    /// It is no list of donations.
    case unreadable(ImportProblem)
    case keyReused
    case inFlight
}
