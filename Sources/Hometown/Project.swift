/// 지정기부 사업. A project of one government that a donor may name; its money may be used for
/// nothing else (Act 8-2).
package struct Project: Hashable, Sendable {
    package let id: Identifier
    package let name: Bilingual
    package let government: Int16
    package let purpose: Purpose
    package let openFrom: CivilDate
    /// Exclusive, like the registry; `nil` while no end is set.
    package let openTo: CivilDate?

    package init(
        id: Identifier, name: Bilingual, government: Int16, purpose: Purpose,
        openFrom: CivilDate, openTo: CivilDate? = nil
    ) {
        self.id = id
        self.name = name
        self.government = government
        self.purpose = purpose
        self.openFrom = openFrom
        self.openTo = openTo
    }
}
