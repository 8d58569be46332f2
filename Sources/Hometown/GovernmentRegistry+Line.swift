extension GovernmentRegistry {
    /// 계열. A government under every name it had and will have: itself, whatever became it and
    /// whatever it became, in the order of their ids. Siblings of a merger are not of one line.
    package func line(of government: Government) -> [Int16] {
        let later = lineage(of: government) { $0.successors }
        let earlier = lineage(of: government) { self.predecessors(of: $0) }
        return Set(later + earlier + [government.id]).sorted()
    }

    /// Whatever a government was before, in any generation.
    package func predecessors(ofLine government: Government) -> Set<Int16> {
        Set(lineage(of: government) { self.predecessors(of: $0) })
    }

    /// One party for all units of an exchange that are one government in the course of time. A
    /// unit that several of the others became stays apart, for it cannot be all of them.
    package func parties(of units: Set<Int16>) -> [Int16: Int16] {
        var parties: [Int16: Int16] = [:]
        for unit in units {
            guard let government = self[id: unit] else { continue }
            let earlier = lineage(of: government) { self.predecessors(of: $0) }
            let before = units.intersection(earlier)
            guard let first = before.min(by: { start(of: $0) < start(of: $1) }),
                before.allSatisfy({ $0 == first || isLater($0, than: first) })
            else { continue }
            parties[unit] = first
        }
        return parties
    }

    private func start(of unit: Int16) -> CivilDate {
        self[id: unit]?.validFrom ?? CivilDate(daysSinceEpoch: 0)
    }

    private func isLater(_ unit: Int16, than first: Int16) -> Bool {
        self[id: first].map { lineage(of: $0) { $0.successors }.contains(unit) } ?? false
    }

    private func predecessors(of government: Government) -> [Int16] {
        governments.filter { $0.successors.contains(government.id) }.map(\.id)
    }

    /// Everything that `next` leads to, step by step.
    private func lineage(
        of government: Government, next: (Government) -> [Int16]
    ) -> [Int16] {
        var found: [Int16] = []
        var waiting = next(government)
        while let id = waiting.popLast() {
            guard !found.contains(id), let relative = self[id: id] else { continue }
            found.append(id)
            waiting += next(relative)
        }
        return found
    }
}
