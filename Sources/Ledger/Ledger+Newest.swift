import Hometown
import Postgres

extension Ledger {
    /// 상호기부, 새 것부터.
    /// - Parameter before: the number of the last exchange that was read; `nil` from the newest on.
    /// - Throws: `LedgerFailure`.
    package func newestExchanges(
        _ filter: ExchangeFilter = ExchangeFilter(), before: Int64? = nil, rowsMax: Int
    ) async throws -> [ExchangeRecord] {
        try await read {
            try await newestExchanges(filter, before: before, rowsMax: rowsMax, in: $0)
        }
    }

    func newestExchanges(
        _ filter: ExchangeFilter = ExchangeFilter(), before: Int64? = nil, rowsMax: Int,
        in transaction: Transaction
    ) async throws -> [ExchangeRecord] {
        // Where an exchange stands follows from its legs: pages are read until enough match.
        let pageMax = filter.state == nil ? rowsMax : Ledger.exchangesPageMax
        var found: [ExchangeRecord] = []
        var last = before ?? .max
        while found.count < rowsMax {
            let page = try await complete(
                transaction.run(
                    ReadNewestExchanges(
                        filter: filter, before: last, rowsMax: Int32(clamping: pageMax))),
                in: transaction)
            found += page.filter { filter.state == nil || $0.reciprocity.state == filter.state }
            guard page.count == pageMax, let next = page.last else { break }
            last = next.exchange.number
        }
        return Array(found.prefix(rowsMax))
    }

    /// 업무협약, 새 것부터.
    /// - Throws: `LedgerFailure`.
    package func newestAgreements(
        _ filter: AgreementFilter = AgreementFilter(), before: Int64? = nil, rowsMax: Int
    ) async throws -> [AgreementRecord] {
        try await read {
            try await newestAgreements(filter, before: before, rowsMax: rowsMax, in: $0)
        }
    }

    func newestAgreements(
        _ filter: AgreementFilter = AgreementFilter(), before: Int64? = nil, rowsMax: Int,
        in transaction: Transaction
    ) async throws -> [AgreementRecord] {
        try await complete(
            transaction.run(
                ReadNewestAgreements(
                    filter: filter, before: before ?? .max, rowsMax: Int32(clamping: rowsMax))),
            in: transaction)
    }
}
