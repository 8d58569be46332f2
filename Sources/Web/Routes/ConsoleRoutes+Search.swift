import Hometown
import HummingbirdCore
import Ledger

extension ConsoleRoutes {
    /// Whatever answers to the words, as far as the role reads the book.
    func search(_ visit: Visit) async throws -> Screen {
        let question = (visit.query["q"] ?? "").tidied
        let registry = try await ledger.governments()
        guard !question.isEmpty else {
            return SearchPage(
                question: "", results: nil, governments: registry, visit: visit
            ).screen
        }
        // Operators keep the machine and not the book.
        guard visit.reader.readsBook else {
            let units = registry.named(
                like: question, on: visit.today, rowsMax: SearchPage.rowsMax + 1)
            return SearchPage(
                question: question, results: SearchResults(governments: units),
                governments: registry, visit: visit
            ).screen
        }
        var filter = DonationFilter(seesPrivateNames: visit.reader.seesPrivateNames)
        do throws(Problem) {
            filter.query = try DonationFilterForm.read(question, registry, today: visit.today)
        } catch {
            return SearchPage(
                question: question, results: nil, problem: error.detail, governments: registry,
                visit: visit
            ).screen
        }
        let results = try await ledger.search(
            question, filter, on: visit.today, rowsMax: SearchPage.rowsMax + 1)
        return SearchPage(
            question: question, results: results, governments: registry, visit: visit
        ).screen
    }

    /// Where a thing is shown; one without a page of its own is verified.
    static func path(of kind: Entry.Kind, _ id: Identifier, _ no: String) -> String {
        switch kind {
        case .donation: "/donations/\(id)"
        case .agreement: "/agreements/\(id)"
        case .exchange: "/exchanges/\(id)"
        case .relay: "/relays/\(id)"
        case .person: "/people/\(id)"
        case .summary: "/reports/\(id)"
        case .listImport: "/imports/\(id)"
        default: "/p/verify?q=\(no)"
        }
    }
}
