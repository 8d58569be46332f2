/// 원장의 쪽. What the ledger has of a relay when a list comes.
package struct RelayHoldings: Sendable {
    package struct KnownPerson: Sendable {
        package let id: Identifier
        /// `H-2026-000012`.
        package let no: String
        package let name: Bilingual
        package let offices: [Office]

        package init(id: Identifier, no: String, name: Bilingual, offices: [Office]) {
            self.id = id
            self.no = no
            self.name = name
            self.offices = offices
        }
    }

    package let people: [KnownPerson]
    package let graph: RelayGraph
    /// Addresses of sources on record.
    package let sources: Set<String>

    package init(people: [KnownPerson], graph: RelayGraph, sources: Set<String>) {
        self.people = people
        self.graph = graph
        self.sources = sources
    }

    /// Names and numbers that a list mentions: what has to be looked up for it.
    package static func names(in list: EdgeList) -> [String] {
        Set(list.rows.flatMap { [$0.nominator.name, $0.nominee.name] }).sorted()
    }
}
