/// 등록 계획. What an edge list would add to a relay, worked out before anything is written: the same
/// plan is shown by a dry run and carried out by an import. A list that is in the ledger already
/// plans nothing.
package struct RelayPlan: Hashable, Sendable {
    /// Somebody on record, or the place of somebody among `people`.
    package enum Person: Hashable, Sendable {
        case known(Identifier)
        case new(Int)
    }

    /// A participation on record, or the place of one among `runs`.
    package enum Run: Hashable, Sendable {
        case known(Identifier)
        case new(Int)
    }

    package struct NewPerson: Hashable, Sendable {
        package let name: String
        /// `nil` when no row gives one.
        package let office: OfficeTitle?
        /// The last day on which the first row that names the office can lie.
        package let knownOn: CivilDate
    }

    package struct NewRun: Hashable, Sendable {
        package let person: Person
        package let year: Int
        /// Among the runs of this plan: each comes after those that lead to it.
        package internal(set) var generation = 0
    }

    package struct NewNomination: Hashable, Sendable {
        package let run: Run
        package let nominee: Person
        package let date: EventDate
        package let source: String?
        package internal(set) var answeredBy: Run?
    }

    /// A nomination on record that a participation now answers.
    package struct Answer: Hashable, Sendable {
        package let nomination: Identifier
        package let run: Run
    }

    /// 확인할 것. What a person should look at; it keeps nothing from being recorded.
    package struct Notice: Hashable, Sendable {
        package let code: String
        package let text: Bilingual
    }

    package internal(set) var people: [NewPerson] = []
    package internal(set) var runs: [NewRun] = []
    package internal(set) var nominations: [NewNomination] = []
    package internal(set) var answers: [Answer] = []
    /// Addresses of sources that are not on record, in the order of rows.
    package internal(set) var sources: [String] = []
    package internal(set) var notices: [Notice] = []
    package internal(set) var rowCount = 0
    /// Rows whose nomination is on record.
    package internal(set) var knownRowCount = 0

    /// Whether carrying it out would change anything.
    package var isEmpty: Bool {
        people.isEmpty && runs.isEmpty && nominations.isEmpty && answers.isEmpty
    }
}
