/// 직위 이름. What a written office says: 세종특별자치시장 is the head of a government, 국회의원(충남
/// 아산시갑) holds a constituency and serves no government.
package struct OfficeTitle: Hashable, Sendable {
    /// Without the constituency.
    package let title: String
    package let constituency: String?
    /// Whose head this is; `nil` where the title names no head or the government is not certain.
    package let government: Government?
    /// Whether the title is that of a head of a government, known or not.
    package let isHead: Bool

    /// - Parameter date: the day on which the government's name is read.
    package init(_ text: String, on date: CivilDate, in registry: GovernmentRegistry) {
        var rest = text.tidied
        var seat: String?
        if rest.hasSuffix(")"), let open = rest.firstIndex(of: "(") {
            seat = String(rest[rest.index(after: open)...].dropLast()).tidied
            rest = String(rest[..<open]).tidied
        } else if let before = rest.dropping(suffix: "국회의원"), !before.tidied.isEmpty {
            seat = before.tidied
            rest = "국회의원"
        }
        title = rest
        constituency = seat
        let named = OfficeTitle.governmentName(in: rest)
        isHead = named != nil
        government = named.flatMap { name in
            switch registry.resolve(name, on: date) {
            case .one(let government), .notInForce(let government, _): government
            case .ambiguous, .unknown: nil
            }
        }
    }

    /// 세종특별자치시장: 세종특별자치시; 고흥군수: 고흥군; 송파구청장: 송파구; 전남지사: 전남.
    private static func governmentName(in title: String) -> String? {
        if title.hasSuffix("시장") { return title.dropping(suffix: "장") }
        if title.hasSuffix("군수") { return title.dropping(suffix: "수") }
        if title.hasSuffix("구청장") { return title.dropping(suffix: "청장") }
        if title.hasSuffix("지사") { return title.dropping(suffix: "지사") }
        return nil
    }
}

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
