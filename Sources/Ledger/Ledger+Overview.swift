package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 한눈에. Everything the public page says.
    /// - Throws: `LedgerFailure`.
    package func overview() async throws -> Overview {
        try await read { transaction in
            let registry = try await registry.current(in: transaction)
            let (time, counts, schedules, _, gifts, _) = try await transaction.pipeline(
                ReadTime(), CountBook(), ReadSchedules(name: nil), PlanByKeys(), CountGifts(),
                PlanByKeys.End())
            let published = try await findDonations(
                DonationFilter(isPublished: true), rowsMax: Overview.donationsMax,
                in: transaction)
            let exchanges = try await newestExchanges(
                rowsMax: Overview.exchangesMax, in: transaction)
            let named = exchanges.flatMap { $0.legs.flatMap(\.donations) }
            // What verifies the ledger by night brings nobody a report.
            let running = schedules.filter { $0.standing == .on && $0.job.isReport }
                .map(\.schedule)
            return Overview(
                readAt: time[0], head: try await treeHead(in: transaction), gifts: gifts[0],
                counts: counts[0], donations: published.donations,
                agreements: try await newestAgreements(
                    rowsMax: Overview.agreementsMax, in: transaction),
                exchanges: exchanges,
                publishedDonations: Set(
                    try await transaction.run(FindPublished(donations: named))),
                relays: try await relayRecords(in: transaction),
                summary: try await newestSummary(in: transaction),
                nextSummary: running.map { $0.next(after: time[0]).scheduledFor }.min(),
                governments: registry)
        }
    }

    private func relayRecords(in transaction: Transaction) async throws -> [RelayRecord] {
        let relays = try await transaction.run(
            ReadRelays(id: nil, after: 0, rowsMax: Int32(Overview.relaysMax)))
        var records: [RelayRecord] = []
        for relay in relays {
            if let record = try await self.relay(
                relay.id, isPublished: true, in: transaction)
            {
                records.append(record)
            }
        }
        return records
    }

    private func newestSummary(in transaction: Transaction) async throws -> SummaryRecord? {
        let newest = try await transaction.run(
            ReadSummaries(id: nil, before: nil, rowsMax: 1, isPublished: true))
        guard let summary = newest.first else { return nil }
        let files = try await transaction.run(ReadSummaryFiles(summary: summary.id))
        return SummaryRecord(summary: summary, files: files)
    }
}

extension Ledger {
    /// Which of these donations have donors whose names are public.
    /// - Throws: `LedgerFailure`.
    package func publishedDonations(among ids: [Identifier]) async throws -> Set<Identifier> {
        guard !ids.isEmpty else { return [] }
        return Set(try await ask(FindPublished(donations: ids)))
    }
}
