/// 지자체 등록부. Every government there was and is, by id, by code and by name.
package final class GovernmentRegistry: Sendable {
    /// In ascending order of id.
    package let governments: [Government]
    private let positionByID: [Int16: Int]
    private let positionByCode: [String: Int]
    private let predecessorsByID: [Int16: [Int16]]
    private let basicsByParent: [Int16: [Int16]]
    let names: GovernmentNames

    /// Ids and codes are unique and every id that is referred to exists; the table's keys
    /// promise it, so anything else is a programming error.
    package init(_ governments: [Government]) {
        let sorted = governments.sorted { $0.id < $1.id }
        self.governments = sorted
        let positions = sorted.indices
        positionByID = Dictionary(uniqueKeysWithValues: positions.map { (sorted[$0].id, $0) })
        positionByCode = Dictionary(uniqueKeysWithValues: positions.map { (sorted[$0].code, $0) })
        var predecessors: [Int16: [Int16]] = [:]
        var basics: [Int16: [Int16]] = [:]
        for government in sorted {
            for successor in government.successors {
                predecessors[successor, default: []].append(government.id)
            }
            if let parent = government.parent {
                basics[parent, default: []].append(government.id)
            }
        }
        predecessorsByID = predecessors
        basicsByParent = basics
        names = GovernmentNames(sorted)
    }

    package subscript(id id: Int16) -> Government? {
        positionByID[id].map { governments[$0] }
    }

    package subscript(code code: String) -> Government? {
        positionByCode[code].map { governments[$0] }
    }

    package func inForce(on date: CivilDate) -> [Government] {
        governments.filter { $0.isInForce(on: date) }
    }

    package func parent(of government: Government) -> Government? {
        government.parent.flatMap { self[id: $0] }
    }

    /// The basic governments under a metropolitan one that are in force on the date.
    package func basics(of government: Government, on date: CivilDate) -> [Government] {
        (basicsByParent[government.id] ?? []).compactMap { self[id: $0] }
            .filter { $0.isInForce(on: date) }
    }

    /// Sejong and Jeju: metropolitan, with no basic government under them at any time.
    package func isOneTier(_ government: Government) -> Bool {
        government.level == .metropolitan && basicsByParent[government.id] == nil
    }

    /// 승계 지자체. What a government has become by the date: itself while it stands, else its
    /// successors, followed until they are in force. Empty before it began.
    package func successors(of government: Government, on date: CivilDate) -> [Government] {
        relatives(of: government, on: date) { date < $0.validFrom ? [] : $0.successors }
    }

    /// What stood on the date where a later government stands now; itself if it already did.
    package func predecessors(of government: Government, on date: CivilDate) -> [Government] {
        relatives(of: government, on: date) {
            date < $0.validFrom ? predecessorsByID[$0.id] ?? [] : []
        }
    }

    /// 승계 계통. A government with all that became it whole, so that their books are now its own: not
    /// a unit that was divided.
    package func inheritance(of government: Government) -> [Government] {
        var line = [government]
        var next = 0
        while next < line.count {
            let earlier = (predecessorsByID[line[next].id] ?? []).compactMap { self[id: $0] }
            line += earlier.filter { $0.successors.count == 1 && !line.contains($0) }
            next += 1
        }
        return line.sorted { $0.id < $1.id }
    }

    /// Whoever was in force on the date on the same ground, looking either way in time.
    package func counterparts(of government: Government, on date: CivilDate) -> [Government] {
        date < government.validFrom
            ? predecessors(of: government, on: date) : successors(of: government, on: date)
    }

    /// The name with its parent's before it: 충청남도 아산시; Asan-si, Chungcheongnam-do.
    package func fullName(of government: Government) -> Bilingual {
        guard let parent = parent(of: government) else { return government.name }
        return Bilingual(
            parent.name.korean + " " + government.name.korean,
            government.name.english + ", " + parent.name.english)
    }

    /// The name where room is short: 충남, 서울, 아산시; in English the official name.
    package func shortName(of government: Government, in language: Language) -> String {
        guard language == .korean, government.level == .metropolitan else {
            return government.name.text(in: language)
        }
        return GovernmentNames.shortNames(of: government.name.korean).first
            ?? government.name.korean
    }

    /// Follows `next` from one government to those in force on the date, each named once.
    /// Chains are short and end by construction: each step goes one way in time.
    private func relatives(
        of government: Government, on date: CivilDate, next: (Government) -> [Int16]
    ) -> [Government] {
        if government.isInForce(on: date) { return [government] }
        var found: [Government] = []
        var waiting = next(government)
        var seen = Set(waiting)
        while let id = waiting.popLast() {
            guard let relative = self[id: id] else { continue }
            if relative.isInForce(on: date) {
                found.append(relative)
            } else {
                waiting.append(contentsOf: next(relative).filter { seen.insert($0).inserted })
            }
        }
        return found.sorted { $0.id < $1.id }
    }
}
