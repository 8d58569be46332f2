/// 지명 목록. Who named whom and when, a row a nomination, as people keep it in a table. Rows name
/// persons; what they mean for a relay is for `RelayPlan` to say.
package struct EdgeList: Hashable, Sendable {
    /// Somebody as written: a name with an office, or the ledger's own number of a person.
    package struct Who: Hashable, Sendable {
        package let name: String
        /// Empty when the row says none.
        package let office: String

        package init(name: String, office: String) {
            self.name = name
            self.office = office
        }
    }

    package struct Row: Hashable, Sendable {
        /// As a spreadsheet counts: the header is 1.
        package let number: Int
        package let nominator: Who
        package let nominee: Who
        package let date: EventDate
        package let source: String?

        package init(
            number: Int, nominator: Who, nominee: Who, date: EventDate, source: String?
        ) {
            self.number = number
            self.nominator = nominator
            self.nominee = nominee
            self.date = date
            self.source = source
        }
    }

    package let rows: [Row]

    package init(rows: [Row]) {
        self.rows = rows
    }

    /// Of the header; they may stand in any order.
    package enum Column: String, Sendable, CaseIterable {
        case fromPerson = "from_person"
        case fromOffice = "from_office"
        case toPerson = "to_person"
        case toOffice = "to_office"
        case date = "date_or_month"
        case source = "source_url"
    }

    /// One transaction holds them all, and a person looks over what it makes.
    package static let rowsMax = 10_000
    /// More than a person mends at once.
    package static let faultsMax = 100
}
