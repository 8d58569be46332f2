/// 참여. One run of one person in a relay: the node of the graph. A person who runs again in a
/// later year is another node, so that no chain leads through two years by mistake.
package struct Participation: Hashable, Sendable, Identifiable {
    package let id: Identifier
    package let person: Identifier
    /// `nil` when a participation is only implied, as a nominator's is.
    package let participatedOn: EventDate?
    /// Whose office the runner held then, as far as that is known.
    package let government: Int16?

    package init(
        id: Identifier, person: Identifier, participatedOn: EventDate? = nil,
        government: Int16? = nil
    ) {
        self.id = id
        self.person = person
        self.participatedOn = participatedOn
        self.government = government
    }
}
