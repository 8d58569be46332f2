/// 자기 지자체. The governments whose resident a donor is on a day: the basic one and the
/// metropolitan one above it, and no sibling of either.
package struct OwnUnits: Hashable, Sendable {
    /// Which government it is, as far as the recorded residence tells.
    package enum Unit: Hashable, Sendable {
        case none
        case one(Int16)
        /// An old code that was divided, or a code above the basic tier.
        case several([Int16])

        package enum Match: Sendable {
            case certain, possible, none
        }

        package func match(_ government: Int16) -> Match {
            switch self {
            case .none: .none
            case .one(let own): own == government ? .certain : .none
            case .several(let own): own.contains(government) ? .possible : .none
            }
        }

        init(_ ids: [Int16]) {
            self = ids.isEmpty ? .none : ids.count == 1 ? .one(ids[0]) : .several(ids)
        }
    }

    package let basic: Unit
    /// None for a donor of a one-tier government, which counts as the basic one.
    package let metropolitan: Unit
    /// The residence names a metropolitan government only, though basic ones lie under it.
    package let isCoarse: Bool
}

extension GovernmentRegistry {
    /// Follows a residence, recorded under whatever code of whatever time, to the units in force
    /// on the day.
    package func ownUnits(of residence: Government, on date: CivilDate) -> OwnUnits {
        if let parent = residence.parent, residence.isInForce(on: date) {
            return OwnUnits(basic: .one(residence.id), metropolitan: .one(parent), isCoarse: false)
        }
        var basics: [Int16] = []
        var metropolitans: [Int16] = []
        var isCoarse = false
        for unit in counterparts(of: residence, on: date) {
            if let parent = unit.parent {
                basics.append(unit.id)
                if !metropolitans.contains(parent) { metropolitans.append(parent) }
            } else if isOneTier(unit) {
                basics.append(unit.id)
            } else {
                isCoarse = true
                metropolitans.append(unit.id)
                basics.append(contentsOf: self.basics(of: unit, on: date).map(\.id))
            }
        }
        return OwnUnits(
            basic: OwnUnits.Unit(basics), metropolitan: OwnUnits.Unit(metropolitans),
            isCoarse: isCoarse)
    }

    /// 나뉜 날. The first day on which an old residence was several governments. It may have borne
    /// other names before.
    func dayOfDivision(of residence: Government, before date: CivilDate) -> CivilDate {
        var unit = residence
        while unit.successors.count == 1, let heir = self[id: unit.successors[0]],
            !heir.isInForce(on: date)
        {
            unit = heir
        }
        return unit.validTo ?? date
    }
}
