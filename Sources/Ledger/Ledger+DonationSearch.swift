import Hometown
import Postgres

extension Ledger {
    /// Looks below what was looked at, before a page that is not full is given anyway.
    private static let searchRoundsMax = 10

    /// 기부 검색. Donations that a filter asks for, newest entry first, in pages that stay what they
    /// are while others record: a page ends before an entry, and entries are only added.
    /// - Parameters:
    ///   - before: the number of the entry the page ends before; `nil` for the first page.
    ///   - wantsTotals: whether to count and to sum as well.
    /// - Throws: `LedgerFailure`.
    package func findDonations(
        _ filter: DonationFilter, before: Int64? = nil, rowsMax: Int, wantsTotals: Bool = false
    ) async throws -> FoundDonations {
        try await read { transaction in
            try await findDonations(
                filter, before: before, rowsMax: rowsMax, wantsTotals: wantsTotals,
                in: transaction)
        }
    }

    func findDonations(
        _ filter: DonationFilter, before: Int64? = nil, rowsMax: Int, wantsTotals: Bool = false,
        in transaction: Transaction
    ) async throws -> FoundDonations {
        let registry = try await registry.current(in: transaction)
        var (numbers, next): ([Int64], Int64?) = ([], before)
        var search = DonationSearch(
            filter, before: before, candidatesMax: DonationSearch.candidatesMax, in: transaction)
        for _ in 1...Ledger.searchRoundsMax {
            search = DonationSearch(
                filter, before: next, candidatesMax: DonationSearch.candidatesMax, in: transaction)
            try await search.resolve()
            // One more than asked for shows whether there is a next page.
            numbers += try await find(
                FindDonations(
                    conditions: search.conditions, before: next,
                    rowsMax: search.isEmpty ? 0 : Int32(rowsMax - numbers.count + 1)),
                in: transaction)
            next = search.isEmpty ? nil : search.conditions.floor
            if numbers.count > rowsMax || next == nil { break }
        }
        if numbers.count > rowsMax {
            numbers.removeLast()
            next = numbers.last
        }
        let totals = wantsTotals ? try await totals(of: filter, in: transaction) : nil
        let rows = try await transaction.byKeys(
            ReadDonations(numbers: numbers, logSize: search.conditions.logSize))
        // Said a second time: whatever the conditions say, nobody who may only see donations of
        // public persons is handed another.
        let visible = filter.isPublished ? rows.filter { $0.person != nil } : rows
        let donations = try await Ledger.complete(visible, registry, in: transaction)
        return FoundDonations(
            donations: filter.isPublished
                ? try await Ledger.published(donations, in: transaction) : donations,
            next: next, unknown: search.unknown, logSize: search.conditions.logSize,
            totals: totals)
    }

    private func find(
        _ asked: FindDonations, in transaction: Transaction
    ) async throws -> [Int64] {
        asked.conditions.isOfFewDays
            ? try await transaction.pipeline(PlanForValues(), FindDonationsOfDays(asked: asked)).1
            : try await transaction.pipeline(PlanForValues(), asked).1
    }

    private func totals(
        of filter: DonationFilter, in transaction: Transaction
    ) async throws -> DonationTotals {
        var search = DonationSearch(
            filter, candidatesMax: DonationSearch.allCandidatesMax, in: transaction)
        try await search.resolve()
        let rowsMax = search.isEmpty ? 0 : DonationTotals.rowsMax
        let (_, found) = try await transaction.pipeline(
            PlanForValues(),
            TotalDonations(conditions: search.conditions, rowsMax: Int32(rowsMax)))
        var totals = found[0]
        totals.isExact =
            search.conditions.floor == nil && (search.isEmpty || totals.rows < Int64(rowsMax))
        return totals
    }
}
