extension GovernmentRegistry {
    /// 지자체 찾기. What a written name or code means on a day.
    package enum Resolution: Hashable, Sendable {
        case one(Government)
        /// Several governments of that name are in force; the parent would decide.
        case ambiguous([Government])
        /// Known, but not in force on the day. `inForce` names who was: its successors, or the
        /// governments it later grew from.
        case notInForce(Government, inForce: [Government])
        /// Nothing is called so. The suggestions look alike and are never taken unasked.
        case unknown(suggestions: [Government])
    }

    package static let suggestionsMax = 5
    /// Of what is tried at each letter as a parent and one of its governments: far more than any of
    /// them has.
    private static let qualifiedBytesMax = 256

    /// Accepts a code, an official name, a usual short name of a metropolitan government, and a
    /// basic government after its parent with or without a blank (`서울 중구`, `경기도광주시`;
    /// in English `Jung-gu, Seoul`). A constituency (아산시갑) is no government.
    package func resolve(_ text: String, on date: CivilDate) -> Resolution {
        if let government = self[code: text] {
            return resolution(of: [government], on: date)
        }
        let key = writtenKey(text)
        if let government = self[code: key] {
            return resolution(of: [government], on: date)
        }
        for candidates in [names.official[key] ?? [], qualified(key), names.short[key] ?? []]
        where !candidates.isEmpty {
            return resolution(of: candidates.compactMap { self[id: $0] }, on: date)
        }
        return .unknown(suggestions: suggestions(for: key, on: date))
    }

    /// English puts the parent last, after a comma; Korean puts it first.
    private func writtenKey(_ text: String) -> String {
        let key = GovernmentNames.key(text)
        guard let comma = key.lastIndex(of: ",") else { return key }
        return String(key[key.index(after: comma)...] + key[..<comma])
    }

    /// Reads the key as a parent followed by one of its basic governments.
    private func qualified(_ key: String) -> [Int16] {
        guard key.utf8.count <= GovernmentRegistry.qualifiedBytesMax else { return [] }
        var found: [Int16] = []
        for split in key.indices.dropFirst() {
            let first = String(key[..<split])
            let parents = (names.official[first] ?? []) + (names.short[first] ?? [])
            guard !parents.isEmpty else { continue }
            let rest = String(key[split...])
            let basics = names.official[rest] ?? names.stems[rest] ?? []
            found += basics.filter { basic in
                guard !found.contains(basic), let parent = self[id: basic]?.parent
                else { return false }
                return parents.contains(parent)
            }
        }
        return found
    }

    private func resolution(of candidates: [Government], on date: CivilDate) -> Resolution {
        // As nearly every name: told without a list of its own.
        if candidates.count == 1, candidates[0].isInForce(on: date) { return .one(candidates[0]) }
        let standing = candidates.filter { $0.isInForce(on: date) }
        if standing.count > 1 { return .ambiguous(standing) }
        if let government = standing.first { return .one(government) }
        // Of several that are gone the one that went last was meant; none that is yet to come.
        let past = candidates.filter { $0.validFrom <= date }
        let meant =
            past.max { $0.validFrom < $1.validFrom }
            ?? candidates.min { $0.validFrom < $1.validFrom }
        guard let meant else { return .unknown(suggestions: []) }
        return .notInForce(meant, inForce: counterparts(of: meant, on: date))
    }

    /// Governments in force whose name begins the text or is begun by it, with or without the
    /// parent before it; the closest in length first.
    private func suggestions(for key: String, on date: CivilDate) -> [Government] {
        guard key.count >= 2 else { return [] }
        var distances: [Int16: Int] = [:]
        for (spelling, id) in names.spellings
        where spelling.hasPrefix(key) || key.hasPrefix(spelling) {
            let distance = abs(spelling.utf8.count - key.utf8.count)
            distances[id] = min(distance, distances[id] ?? .max)
        }
        return distances.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            .compactMap { self[id: $0.key] }.filter { $0.isInForce(on: date) }
            .prefix(GovernmentRegistry.suggestionsMax).map(\.self)
    }
}
