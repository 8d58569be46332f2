package import Hometown

/// 통합 검색. Everything that answers to one search, by kind; an exact id or number by itself.
package struct SearchResults: Sendable {
    package internal(set) var exact: RecordedThing?
    package internal(set) var governments: [Government] = []
    package internal(set) var people: [PersonCompletion] = []
    package internal(set) var donations: FoundDonations
    package internal(set) var exchanges: [ExchangeRecord] = []
    package internal(set) var agreements: [AgreementRecord] = []
    package internal(set) var relays: [RecordedRelay] = []

    init(donations: FoundDonations) {
        self.donations = donations
    }

    /// What those find who have no business with the book.
    package init(governments: [Government]) {
        self.init(
            donations: FoundDonations(
                donations: [], next: nil, unknown: [], logSize: nil, totals: nil))
        self.governments = governments
    }
}
