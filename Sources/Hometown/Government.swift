/// 지자체. A local government that can receive a hometown-love donation, as it stood between two
/// dates. A rename, a merger, a split or a move to another province ends one and begins others.
/// One reference: judging a donation hands its governments on dozens of times.
package final class Government: Sendable, Identifiable {
    /// 광역, 기초. The two tiers. Sejong and Jeju are one tier: metropolitan without basic units.
    package enum Level: String, Sendable, CaseIterable {
        case metropolitan, basic
    }

    /// Surrogate and for ever. Codes change, so no donation is identified by a code.
    package let id: Int16
    /// 행정구역코드. Five digits, unique over all time in the registry.
    package let code: String
    /// The official name without its parent's: 충청남도, 아산시.
    package let name: Bilingual
    package let level: Level
    /// The metropolitan government above; `nil` for a metropolitan one.
    package let parent: Int16?
    /// The first day in force.
    package let validFrom: CivilDate
    /// The first day no longer in force; `nil` while it stands.
    package let validTo: CivilDate?
    /// Who took over on `validTo`: one after a rename or merger, several after a split.
    package let successors: [Int16]
    /// ISO 3166-2, for metropolitan governments that have one.
    package let iso: String?

    package init(
        id: Int16, code: String, name: Bilingual, level: Level, parent: Int16? = nil,
        validFrom: CivilDate, validTo: CivilDate? = nil, successors: [Int16] = [],
        iso: String? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.level = level
        self.parent = parent
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
        self.iso = iso
    }

    package func isInForce(on date: CivilDate) -> Bool {
        guard validFrom <= date else { return false }
        guard let validTo else { return true }
        return date < validTo
    }

    /// Whether it stood on every day of the range.
    package func isInForce(throughout days: ClosedRange<CivilDate>) -> Bool {
        isInForce(on: days.lowerBound) && isInForce(on: days.upperBound)
    }
}

extension Government: Hashable {
    package static func == (left: Government, right: Government) -> Bool {
        left === right
            || left.id == right.id && left.code == right.code && left.name == right.name
                && left.level == right.level && left.parent == right.parent
                && left.validFrom == right.validFrom && left.validTo == right.validTo
                && left.successors == right.successors && left.iso == right.iso
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Government.Level: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .metropolitan: Bilingual("광역", "metropolitan")
        case .basic: Bilingual("기초", "basic")
        }
    }
}
