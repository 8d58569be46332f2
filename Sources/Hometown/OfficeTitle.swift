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
