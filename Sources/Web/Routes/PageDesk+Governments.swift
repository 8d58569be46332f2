import Hometown
import Ledger

// 지자체. The same page in the console and for everybody.
extension PageDesk {
    /// Exchanges, donations and bars on the page of a government.
    private static let governmentRowsMax = 20

    /// One government: whoever reads the book is told all of it, anybody else what is public. Bars
    /// and its history are of the console.
    func government(_ visit: Visit) async throws -> Screen {
        let governments = try await ledger.governments()
        let government = try governments[code: visit.parameter("code")].found()
        let (unit, readsBook) = ([government.id], visit.reader.readsBook)
        let rowsMax = PageDesk.governmentRowsMax
        let exchanges = try await ledger.newestExchanges(
            ExchangeFilter(units: unit), rowsMax: rowsMax)
        return GovernmentPage(
            government: government, governments: governments,
            agreements: try await ledger.newestAgreements(
                AgreementFilter(units: unit), rowsMax: Visit.rowsMax),
            exchanges: exchanges,
            donations: try await ledger.donations(
                filter: DonationFilter(recipients: unit, isPublished: !readsBook),
                rowsMax: rowsMax),
            published: readsBook ? nil : try await published(exchanges),
            flows: try await flows(visit, .basic, asOf: visit.today),
            projects: try await ledger.projects(
                ProjectFilter(government: government.id), rowsMax: Visit.rowsMax),
            bars: visit.isOpen
                ? [] : try await ledger.bars(government: government.id, rowsMax: rowsMax),
            story: readsBook
                ? try await ledger.timeline(of: government, rowsMax: Story.itemsMax + 1) : [],
            visit: visit
        ).screen
    }

    /// Which of their donations have donors who are named in public.
    func published(_ exchanges: [ExchangeRecord]) async throws -> Set<Identifier> {
        try await ledger.publishedDonations(
            among: exchanges.flatMap { $0.legs.flatMap(\.donations) })
    }
}
