/// 지목. Who is meant in a form: a person's id, or a name with an office, as people say it.
package enum PersonMention: Hashable, Sendable {
    case id(Identifier)
    /// - office: empty where none is said.
    case named(name: String, office: String)

    /// What a request asks for, for its fingerprint.
    var canonical: CanonicalValue {
        switch self {
        case .id(let id): .members(["id": .id(id)])
        case .named(let name, let office):
            .members(["name": .string(name), "office": office.isEmpty ? nil : .string(office)])
        }
    }
}

extension RelayHoldings.KnownPerson {
    /// Who is meant by a name. One with two offices on the day is asked which; several of one name
    /// are told apart by an office, and never guessed.
    /// - Parameters:
    ///   - known: those whom the name, or the number in its place, may mean.
    ///   - day: on which the office is held.
    package static func find(
        name: String, office: String, field: String, on day: CivilDate, today: CivilDate,
        among known: [Self], in registry: GovernmentRegistry
    ) -> Result<Identifier, PersonUnclear> {
        if let numbered = known.first(where: { $0.no == name }) { return .success(numbered.id) }
        let all = known.filter { [$0.name.korean, $0.name.english].contains(name) }
        guard !all.isEmpty else { return .failure(.init(.personUnknown(field: field, name: name))) }
        var found = all
        if !office.isEmpty {
            let title = OfficeTitle(office, on: day, in: registry)
            let asked = OfficeKey(title, today: today, in: registry)
            found = all.filter { person in
                person.offices.contains { held in
                    held.tenure(on: day...day) != .none
                        && OfficeKey(held, on: day, today: today, in: registry) == asked
                }
            }
        }
        guard found.count == 1, let person = found.first else {
            let candidates = all.map { $0.line(on: day) }
            return .failure(
                .init(.personAmbiguous(field: field, name: name, candidates: candidates)))
        }
        let held = person.offices.filter { $0.tenure(on: day...day) == .certain }
        guard held.count < 2 || !office.isEmpty else {
            return .failure(.init(.officeAmbiguous(date: day, offices: held.map(\.title))))
        }
        return .success(person.id)
    }

    /// H-2026-000012 아산시장.
    private func line(on day: CivilDate) -> Bilingual {
        let held = offices.filter { $0.tenure(on: day...day) != .none }.map(\.title)
        guard !held.isEmpty else { return Bilingual(no, no) }
        return Bilingual(
            "\(no) \(held.map(\.korean).joined(separator: "·"))",
            "\(no) \(held.map(\.english).joined(separator: ", "))")
    }
}

/// Why a name is not enough.
package struct PersonUnclear: Error, Hashable, Sendable {
    package let refusal: Refusal

    init(_ refusal: Refusal) {
        self.refusal = refusal
    }
}
