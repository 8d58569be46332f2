/// By what two written offices are known to be one: the government on whose ground a head stands
/// today, or the words of the title.
struct OfficeKey: Hashable {
    private let government: Int16?
    private let role: String

    var isHead: Bool { government != nil }

    init(_ title: OfficeTitle, today: CivilDate, in registry: GovernmentRegistry) {
        self.init(
            title: title.title, isHead: title.isHead, government: title.government, today: today,
            in: registry)
    }

    /// Of an office on record, whose government counts before what its title says.
    init(
        _ office: Office, on day: CivilDate, today: CivilDate, in registry: GovernmentRegistry
    ) {
        let title = OfficeTitle(office.title.korean, on: day, in: registry)
        self.init(
            title: title.title, isHead: title.isHead,
            government: office.government.flatMap { registry[id: $0] } ?? title.government,
            today: today, in: registry)
    }

    init(
        title: String, isHead: Bool, government: Government?, today: CivilDate,
        in registry: GovernmentRegistry
    ) {
        if isHead, let government {
            let heirs = registry.successors(of: government, on: today)
            self.government = heirs.count == 1 ? heirs[0].id : government.id
            role = ""
        } else {
            self.government = nil
            // A member of the National Assembly is often called 의원 alone.
            role = title.closedUp == "의원" ? "국회의원" : title.closedUp
        }
    }
}
