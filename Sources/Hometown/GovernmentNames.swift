/// 지자체 이름. The ways a government is written: official names, the usual short names of
/// provinces and metropolitan cities (충남, 서울시), and stems that only count after a parent
/// (경남 고성). Keys have neither blanks nor capital letters.
struct GovernmentNames: Sendable {
    private(set) var official: [String: [Int16]] = [:]
    private(set) var short: [String: [Int16]] = [:]
    private(set) var stems: [String: [Int16]] = [:]
    /// Every Korean way to write each government, alone and after its parent, for suggestions.
    private(set) var spellings: [(key: String, id: Int16)] = []

    init(_ governments: [Government]) {
        var shortByID: [Int16: [String]] = [:]
        for government in governments {
            official[GovernmentNames.key(government.name.korean), default: []].append(government.id)
            official[GovernmentNames.key(government.name.english), default: []]
                .append(government.id)
            if government.level == .metropolitan {
                let shorts = GovernmentNames.shortNames(of: government.name.korean)
                for name in shorts { short[name, default: []].append(government.id) }
                shortByID[government.id] = shorts + [government.name.korean]
            } else if government.name.korean.count > 2 {
                // 중구 and 동구 are called nothing shorter.
                stems[String(government.name.korean.dropLast()), default: []].append(government.id)
            }
        }
        // 광주 may mean 광주시 in 경기도 as well: a short name that is also a stem is no answer.
        for name in short.keys {
            short[name, default: []] += stems[name] ?? []
        }
        for government in governments {
            let name = government.name.korean
            let parents = government.parent.flatMap { shortByID[$0] } ?? []
            spellings += ([name] + parents.map { $0 + name }).map { ($0, government.id) }
        }
    }

    /// NFC, without blanks, ASCII letters in lower case.
    static func key(_ text: String) -> String {
        let closed = text.normalised.narrowed.closedUp
        guard closed.utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return closed }
        return closed.lowercased()
    }

    /// 서울특별시: 서울, 서울시. 충청남도: 충남, 충남도. The new union of 2026-07-01 is called
    /// 광주특별시 for short by its own law, and 광주 by everybody.
    static func shortNames(of official: String) -> [String] {
        if official == "전남광주통합특별시" { return ["전남광주", "광주특별시", "광주"] }
        if let name = official.dropping(suffix: "특별자치도") { return [name, name + "도"] }
        for suffix in ["특별자치시", "특별시", "광역시"] {
            if let name = official.dropping(suffix: suffix) { return [name, name + "시"] }
        }
        guard let name = official.dropping(suffix: "도") else { return [] }
        // 경상북도 keeps its first and third syllable; 경기도 and 강원도 are short already.
        guard name.count == 3, let first = name.first, let last = name.last else { return [name] }
        let brief = String([first, last])
        return [brief, brief + "도"]
    }
}

extension String {
    /// The text before `suffix`; `nil` when it does not end so or is nothing else.
    func dropping(suffix: String) -> String? {
        hasSuffix(suffix) && self != suffix ? String(dropLast(suffix.count)) : nil
    }
}
