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

    /// Where a thing is shown; one without a page of its own is verified, if it can be.
    static func address(
        of kind: Entry.Kind, _ id: Identifier, _ no: String, for visitor: Visitor
    ) -> String? {
        switch kind {
        case .donation: visitor.path("/donations/\(id)")
        case .agreement: visitor.path("/agreements/\(id)")
        case .exchange: visitor.path("/exchanges/\(id)")
        case .relay: visitor.path("/relays/\(id)")
        case .person: visitor.path("/people/\(id)")
        case .summary: visitor.path("/reports/\(id)")
        case .listImport: visitor.path("/imports/\(id)")
        default: visitor.verifyPath(no)
        }
    }
}
