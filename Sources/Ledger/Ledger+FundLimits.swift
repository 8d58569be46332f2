import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 비용 한도 초과. Costs above what the law allows (Act 11(3)(4), Decree 7(2)(3)), of the year whose
    /// publication is next and of this one. Once a year's publication is done, it tells of them
    /// itself.
    func costsOverLimit(
        on today: CivilDate, in transaction: Transaction
    ) async throws -> [Worklist.Item] {
        guard let home else { return [] }
        let registry = try await registry.current(in: transaction)
        guard let government = registry[code: home] else { return [] }
        let costs = try await transaction.run(
            ReadCosts(
                firstYear: today.year - 1,
                governments: registry.inheritance(of: government).map(\.id)))
        var items: [Worklist.Item] = []
        for cost in costs {
            guard let excess = Worklist.Excess(cost),
                !items.contains(where: { $0.code == excess.code }),
                try await !publicationProgress(of: .year(cost.year), in: transaction).isDone
            else { continue }
            items.append(
                Worklist.Item(
                    code: excess.code, count: 1, since: cost.typedOn,
                    days: today.daysSinceEpoch - cost.typedOn.daysSinceEpoch, first: [],
                    excess: excess))
        }
        return items
    }
}

extension Worklist.Excess {
    /// `nil` where there is no limit, or the cost keeps to it.
    fileprivate init?(_ cost: ReadCosts.Row) {
        let isOfGifts = cost.figure == .giftCost
        // The year before the first has no receipts, and no limit is a share of nothing.
        let limit =
            isOfGifts
            ? Facts.Publication.giftCostLimit(year: cost.year, receipts: cost.receipts)
            : cost.year > Scheme.firstDay.year
                ? Facts.Publication.collectionCostLimit(before: cost.receipts) : nil
        guard let limit, cost.amount > limit else { return nil }
        self.init(
            code: isOfGifts ? .giftCostOverLimit : .fundCostOverLimit, year: cost.year,
            cost: cost.amount, limit: limit)
    }
}
