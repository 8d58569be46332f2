import Hometown
import Postgres

extension Ledger {
    /// 할 일. What staff have to look at today.
    /// - Throws: `LedgerFailure`.
    package func worklist() async throws -> Worklist {
        try await read { transaction in
            let today = try await transaction.run(ReadTime())[0].koreanDate
            let recent = today.adding(days: -Worklist.recentDaysMax)
            let unpublished = today.adding(days: -Worklist.publicationDaysMax)
            let (returns, disputes, outstanding, missing, twins, approvals, bars) =
                try await transaction.pipeline(
                    ReadOpenReturns(), ReadDisputes(), ReadOutstandingReceipts(),
                    ReadMissingReceipts(since: recent), ReadTwins(since: recent),
                    ReadPendingApprovals(), ReadUnpublishedBars(before: unpublished))
            let found: [(Worklist.Code, [WorkRow])] = [
                (.unlawfulReceiptOpen, returns), (.disputed, disputes),
                (.officialReceiptOutstanding, outstanding), (.officialReceiptMissing, missing),
                (.possibleDuplicate, twins), (.approvalPending, approvals),
                (.barNotPublished, bars),
            ]
            var items = found.compactMap { Worklist.Item($0, $1, on: today) }
            items += try await costsOverLimit(on: today, in: transaction)
            if let publication = try await publicationDue(on: today, in: transaction) {
                items.append(publication)
            }
            return Worklist(asOf: today, items: items)
        }
    }
}

/// One thing that waits.
struct WorkRow: Sendable {
    let id: Identifier
    let no: String
    let since: CivilDate
    /// How many there are in all.
    let count: Int64
}

extension Worklist.Item {
    /// `nil` where nothing waits.
    fileprivate init?(_ code: Worklist.Code, _ rows: [WorkRow], on today: CivilDate) {
        guard let oldest = rows.map(\.since).min(), let count = rows.first?.count else {
            return nil
        }
        self.init(
            code: code, count: count, since: oldest,
            days: today.daysSinceEpoch - oldest.daysSinceEpoch,
            first: rows.map { Worklist.Reference(id: $0.id, no: $0.no) })
    }
}
