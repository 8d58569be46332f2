/// 목적. What the fund may be used for, by the number the law gives it (Act 11(2)).
package enum Purpose: Int16, Sendable, CaseIterable {
    /// 취약계층 지원·청소년 육성.
    case welfareAndYouth = 1
    /// 문화·예술·보건.
    case cultureAndHealth = 2
    /// 시민참여·자원봉사·지역공동체.
    case community = 3
    /// 그 밖의 주민 복리.
    case otherWelfare = 4

    package var name: Bilingual {
        switch self {
        case .welfareAndYouth:
            Bilingual("취약계층 지원·청소년 육성", "vulnerable people and youth")
        case .cultureAndHealth:
            Bilingual("문화·예술·보건", "culture, arts and health")
        case .community:
            Bilingual("시민참여·자원봉사·지역공동체", "participation, volunteering and community")
        case .otherWelfare: Bilingual("그 밖의 주민 복리", "other welfare of residents")
        }
    }
}

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

/// 종료. What ends before its time, or at all: a project, a declared interest.
package struct EndingDraft: Hashable, Sendable {
    /// The first day on which it is over.
    package var endsOn: CivilDate
    package var reason: String

    package init(endsOn: CivilDate, reason: String) {
        self.endsOn = endsOn
        self.reason = reason
    }

    /// What the entry says, and what a request asks for.
    /// - Parameter kind: of the thing, by which the entry names it.
    package func members(
        of kind: Entry.Kind, _ thing: Identifier
    ) -> [String: CanonicalValue?] {
        [kind.rawValue: .id(thing), "ends_on": .date(endsOn), "reason": .string(reason)]
    }
}
