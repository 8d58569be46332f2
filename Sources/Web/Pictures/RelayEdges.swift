import Hometown
import Ledger

/// 지명 행. The nominations of a relay as rows that an import takes, whatever the form they are handed
/// on in: who in Korean, as lists are read, each with the office held on the day. For everybody
/// that is the day by which the graph names them, or a row would say whom it masks.
struct RelayEdges {
    /// In the order they were recorded.
    let order: [Identifier]
    /// Cells by nomination, in the order of `EdgeList.Column`.
    private let rows: [Identifier: [String]]

    init(_ relay: RelayRecord) {
        let runs = Dictionary(uniqueKeysWithValues: relay.participations.map { ($0.id, $0) })
        let waiting = Dictionary(
            uniqueKeysWithValues: relay.calls.map { ($0.nominee, $0.shown.happenedOn) })
        let sources = Dictionary(
            relay.claims.compactMap { claim in claim.link.map { (claim.subject, $0) } }
        ) { first, _ in first }
        var people = People(relay)
        var order: [Identifier] = []
        var ends: [(from: People.Seen, to: People.Seen)] = []
        for nomination in relay.nominations {
            guard let run = runs[nomination.participation] else { continue }
            var day = nomination.happenedOn
            if relay.isPublished {
                day =
                    if let answer = nomination.answeredBy {
                        runs[answer].flatMap { relay.day(of: $0) }
                    } else { waiting[nomination.nominee] ?? nil }
            }
            order.append(nomination.id)
            ends.append(
                (
                    people.see(run.person, on: relay.day(of: run, beside: nomination)?.latest),
                    people.see(nomination.nominee, on: day?.latest)
                ))
        }
        let dates = Dictionary(
            uniqueKeysWithValues: relay.nominations.map { ($0.id, $0.happenedOn) })
        var rows: [Identifier: [String]] = [:]
        for (id, (from, to)) in zip(order, ends) {
            rows[id] = [
                people.name(of: from), from.office, people.name(of: to), to.office,
                (dates[id] ?? nil).map(RelayEdges.date) ?? "", sources[id] ?? "",
            ]
        }
        self.order = order
        self.rows = rows
    }

    /// The cells of a nomination.
    subscript(id: Identifier) -> [String] { rows[id] ?? [] }

    /// The same with the names of their columns; what is not known is left out.
    func cells(of id: Identifier) -> [(name: String, text: String)] {
        zip(EdgeList.Column.allCases, self[id]).compactMap { column, text in
            text.isEmpty ? nil : (column.rawValue, text)
        }
    }

    /// As lists are read: a bound says so in the cell, for it has no column of its own.
    private static func date(_ date: EventDate) -> String {
        date.typed(in: .korean)
    }
}

/// 행의 인물. Who is who in the rows: a name with an office that means two people, and a name that is
/// gone, give way to the number of the person.
private struct People {
    struct Seen: Hashable {
        let person: Identifier
        let name: String
        let office: String
    }

    private struct Look: Hashable {
        let name: String
        let office: String
    }

    private let relay: RelayRecord
    private let say = Phrases(language: .korean)
    private var peopleByLook: [Look: Set<Identifier>] = [:]

    init(_ relay: RelayRecord) {
        self.relay = relay
    }

    mutating func see(_ person: Identifier, on day: CivilDate?) -> Seen {
        let who = Incumbent(person, in: relay, on: day, say)
        let office = who.constituency.map { "\(who.title)(\($0))" } ?? who.title
        peopleByLook[Look(name: who.name, office: office), default: []].insert(person)
        return Seen(person: person, name: who.name, office: office)
    }

    func name(of seen: Seen) -> String {
        let record = relay.people[seen.person]
        // Whoever is masked stays so: the number would say who it is.
        if let name = record?.person.name, name.korean != seen.name { return seen.name }
        let isOne = peopleByLook[Look(name: seen.name, office: seen.office)]?.count == 1
        guard let record, record.person.name == nil || !isOne else { return seen.name }
        return record.person.no
    }
}
