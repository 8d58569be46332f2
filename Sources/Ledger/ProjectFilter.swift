package import Hometown

/// Which projects are asked for.
package struct ProjectFilter: Hashable, Sendable {
    package var id: Identifier?
    package var government: Int16?
    /// A day on which it is open.
    package var openOn: CivilDate?

    package init(
        id: Identifier? = nil, government: Int16? = nil, openOn: CivilDate? = nil
    ) {
        self.id = id
        self.government = government
        self.openOn = openOn
    }
}
