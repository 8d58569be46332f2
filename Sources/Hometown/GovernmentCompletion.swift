/// 지자체 완성. A government that somebody may mean by what is typed so far, as of a day.
package struct GovernmentCompletion: Hashable, Sendable {
    /// In force on the day.
    package let government: Government
    /// 옛 이름. What was typed is called so no longer, or not yet: this one stands in its place.
    package let insteadOf: Government?
    /// When the one went over into the other.
    package let changedOn: CivilDate?
}

extension GovernmentRegistry {
    /// Governments in force on the day whose name answers to what is typed, alone or after its
    /// parent's, the better match first. A name that is not in force that day leads to whoever
    /// stands there instead.
    package func completions(
        of pattern: NamePattern, on day: CivilDate, rowsMax: Int
    ) -> [GovernmentCompletion] {
        var found: [(match: NamePattern.Match, completion: GovernmentCompletion)] = []
        var seen: Set<Int16> = []
        let matches = governments.compactMap { government in
            pattern.match(spellings(of: government)).map { (match: $0, government: government) }
        }
        for (match, government) in matches where government.isInForce(on: day) {
            seen.insert(government.id)
            found.append(
                (
                    match,
                    GovernmentCompletion(government: government, insteadOf: nil, changedOn: nil)
                ))
        }
        for (match, government) in matches where !government.isInForce(on: day) {
            let isGone = government.validFrom <= day
            for other in counterparts(of: government, on: day)
            where isRenamed(government, other) && seen.insert(other.id).inserted {
                found.append(
                    (
                        match,
                        GovernmentCompletion(
                            government: other, insteadOf: government,
                            changedOn: isGone ? government.validTo : government.validFrom)
                    ))
            }
        }
        // Metropolitan governments first: they are fewer and more often meant.
        return found.sorted { left, right in
            (left.match, left.completion.rank) < (right.match, right.completion.rank)
        }.prefix(rowsMax).map(\.completion)
    }

    private func isRenamed(_ government: Government, _ other: Government) -> Bool {
        fullName(of: government) != fullName(of: other)
    }

    private func spellings(of government: Government) -> [String] {
        let full = fullName(of: government)
        var spellings = [government.name.korean, full.korean, government.name.english]
        if let parent = parent(of: government) {
            spellings.append(
                shortName(of: parent, in: .korean) + " " + government.name.korean)
        } else {
            spellings.append(shortName(of: government, in: .korean))
        }
        return spellings
    }
}

extension GovernmentCompletion {
    fileprivate var rank: Int {
        (insteadOf == nil ? 0 : 2_000_000) + (government.level == .metropolitan ? 0 : 1_000_000)
            + Int(government.id)
    }
}
