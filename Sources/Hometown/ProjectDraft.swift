/// 지정기부 사업 초안. A project as somebody records it; the government is still the caller's word.
package struct ProjectDraft: Hashable, Sendable {
    package var name: Bilingual
    package var government: String
    package var purpose: Purpose
    package var openFrom: CivilDate
    /// Exclusive.
    package var openTo: CivilDate?
    /// 목표액.
    package var goal: Won?

    package init(
        name: Bilingual, government: String, purpose: Purpose, openFrom: CivilDate,
        openTo: CivilDate? = nil, goal: Won? = nil
    ) {
        self.name = name
        self.government = government
        self.purpose = purpose
        self.openFrom = openFrom
        self.openTo = openTo
        self.goal = goal
    }

    /// What is wrong with it whatever the registry says.
    package var problems: [Refusal] {
        var problems: [Refusal] = []
        if openFrom < Scheme.earmarkFirstDay {
            problems.append(.earmarkNotAvailable(field: "open_from"))
        }
        if let openTo, openTo <= openFrom {
            problems.append(.dateInvalid(field: "open_to", reason: .endBeforeBeginning))
        }
        if let goal, goal <= .zero || goal > Scheme.amountMax {
            problems.append(.numberInvalid(field: "goal"))
        }
        return problems
    }
}

extension ProjectDraft {
    /// What a request asks for, for its fingerprint.
    package var canonical: CanonicalValue {
        var all = terms
        all["government"] = .string(government)
        return .members(all)
    }

    /// What the entry of the project says.
    package func members(_ government: Government) -> [String: CanonicalValue?] {
        var all = terms
        all["government"] = .government(government)
        return all
    }

    private var terms: [String: CanonicalValue?] {
        [
            "goal": .won(goal), "name": .bilingual(name), "open_from": .date(openFrom),
            "open_to": .date(openTo), "purpose": .number(purpose.rawValue),
        ]
    }
}
