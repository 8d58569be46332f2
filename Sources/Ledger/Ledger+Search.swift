package import Hometown

extension Ledger {
    /// Agreements and relays whose names are looked through; there are a few a year.
    private static let titlesMax = 10_000

    /// 통합 검색. Looks for one text among everything that has a name or a number.
    /// - Parameters:
    ///   - text: as it was typed.
    ///   - filter: its reading as a search among donations, and what the reader may see.
    ///   - day: whose names of governments and offices count.
    ///   - rowsMax: of each kind; one more than is shown tells that there are more.
    /// - Throws: `LedgerFailure`.
    package func search(
        _ text: String, _ filter: DonationFilter, on day: CivilDate, rowsMax: Int
    ) async throws -> SearchResults {
        var results = SearchResults(
            donations: try await findDonations(filter, rowsMax: rowsMax, wantsTotals: true))
        if let reference = Reference(text.tidied) {
            results.exact = try await thing(.thing(reference))
            return results
        }
        let pattern = NamePattern(text)
        guard !pattern.isEmpty else { return results }
        let registry = try await governments()
        results.governments = registry.completions(of: pattern, on: day, rowsMax: rowsMax)
            .map(\.government)
        results.people = try await people(matching: pattern, on: day, rowsMax: rowsMax)
        results.relays = Array(
            try await relays(rowsMax: Ledger.titlesMax).filter { relay in
                pattern.match([relay.name.korean, relay.name.english]) != nil
            }.prefix(rowsMax))
        let units = registry.governments(named: SearchWord(text), on: day)
        if !units.isEmpty {
            results.exchanges = try await exchanges(ExchangeFilter(units: units), rowsMax: rowsMax)
        }
        results.agreements = Array(
            try await agreements(rowsMax: Ledger.titlesMax).filter { record in
                let title = record.agreement.title
                let names = [title?.korean, title?.english].compactMap { $0 }
                return pattern.match(names) != nil
                    || record.agreement.parties.contains(where: units.contains)
            }.prefix(rowsMax))
        return results
    }
}
