/// 검색어 읽기. Reads the language of the search box. What is no key, no amount and no day is a word
/// that names are searched for; nothing is thrown away silently.
package struct DonationQueryReader: Sendable {
    private let registry: GovernmentRegistry
    private let today: CivilDate
    private let days: DayRangeReader

    /// - Parameter period: reads the name of a period (`2026-W46`) as its days.
    package init(
        _ registry: GovernmentRegistry, today: CivilDate,
        period: @escaping @Sendable (String) -> ClosedRange<CivilDate>?
    ) {
        self.registry = registry
        self.today = today
        days = DayRangeReader(today: today, period: period)
    }

    /// - Throws: `DonationQuery.Problem`, which says what to write instead.
    package func read(_ text: String) throws(DonationQuery.Problem) -> DonationQuery {
        guard text.unicodeScalars.count <= DonationQuery.lettersMax else { throw .tooLong() }
        let tokens = try QueryToken.tokens(of: text.normalised)
        var terms: [DonationQuery.Term] = []
        for token in tokens {
            let meaning = try meaning(of: token)
            guard !token.isExcluded || meaning.isExcludable else {
                throw .notExcludable(token.written)
            }
            terms.append(DonationQuery.Term(meaning, isExcluded: token.isExcluded))
        }
        guard terms.count <= DonationQuery.termsMax,
            terms.count(where: { $0.meaning.isWord }) <= DonationQuery.wordsMax
        else { throw .tooMany() }
        return DonationQuery(terms)
    }

    private func meaning(
        of token: QueryToken
    ) throws(DonationQuery.Problem) -> DonationQuery.Meaning {
        guard let name = token.key else { return bare(token) }
        guard let key = DonationQueryReader.keys[NamePattern.key(name)] else {
            let nearest = NearestName.of(name, among: Array(DonationQueryReader.keys.keys).sorted())
            throw .unknownKey(
                name, suggestion: nearest.flatMap { DonationQueryReader.keys[$0]?.rawValue })
        }
        guard let meaning = read(token.value, as: key) else {
            throw .unreadable(token.written, hint(for: key, token.value))
        }
        return meaning
    }

    /// What stands by itself. A quoted text is a word and nothing else.
    private func bare(_ token: QueryToken) -> DonationQuery.Meaning {
        let text = token.value
        guard !token.isQuoted else { return word(text) }
        if let reference = Reference(text) { return .donation(reference) }
        if let range = days.bare(text) { return .days(range) }
        switch AmountReader.read(text) {
        case .success(.disclosed(let won)): return .amount(won.amount...won.amount)
        case .success(.undisclosed): return .undisclosed
        case .failure: return word(text)
        }
    }

    private func word(_ text: String) -> DonationQuery.Meaning {
        let word = SearchWord(text)
        return .word(word, governments: registry.governments(named: word, on: today))
    }

    private func read(_ text: String, as key: DonationQuery.Key) -> DonationQuery.Meaning? {
        guard !text.isEmpty else { return nil }
        switch key {
        case .from:
            if let range = days.read(text) { return .days(range.lowerBound...DayRangeReader.last) }
            return units(text).map { .givers($0) }
        case .to:
            if let range = days.read(text) { return .days(DayRangeReader.first...range.upperBound) }
            return units(text).map { .recipients($0) }
        case .by: return .donor(SearchWord(text))
        case .on, .period: return days.read(text).map { .days($0) }
        case .amount: return amount(text)
        case .status:
            return DonationQueryReader.statuses[NamePattern.key(text)].map { .status($0) }
        case .origin:
            return Origin(rawValue: DonationField.origin.meaning(of: text)).map { .origin($0) }
        case .channel:
            return Channel(rawValue: DonationField.channel.meaning(of: text)).map { .channel($0) }
        case .id: return Reference(text).map { .donation($0) }
        case .exchange, .agreement, .relay, .participation, .listImport:
            return Reference(text).map { .part(key, $0) }
        }
    }

    private func units(_ text: String) -> [Int16]? {
        let found = registry.governments(named: SearchWord(text), on: today)
        return found.isEmpty ? nil : found
    }

    /// `>=1000000`, `<10만`, `10만..50만`, `100000`, `미공개`.
    private func amount(_ text: String) -> DonationQuery.Meaning? {
        func won(_ text: some StringProtocol) -> Int64? {
            guard case .success(.disclosed(let won)) = AmountReader.read(String(text)) else {
                return nil
            }
            return won.amount
        }
        let max = Scheme.amountMax.amount
        for (sign, range) in DonationQueryReader.comparisons {
            guard let bound = text.dropping(prefix: sign) else { continue }
            return won(bound).flatMap { range($0, max) }.map { .amount($0) }
        }
        for sign in ["..", "∼", "~"] {
            let sides = text.components(around: sign)
            guard let sides else { continue }
            guard let low = sides.0.isEmpty ? 1 : won(sides.0),
                let high = sides.1.isEmpty ? max : won(sides.1), low <= high
            else { return nil }
            return .amount(low...high)
        }
        switch AmountReader.read(text) {
        case .success(.disclosed(let won)): return .amount(won.amount...won.amount)
        case .success(.undisclosed): return .undisclosed
        case .failure: return nil
        }
    }

    private typealias Range = @Sendable (Int64, Int64) -> ClosedRange<Int64>?

    private static let comparisons: [(String, Range)] = [
        (">=", { $0 <= $1 ? $0...$1 : nil }), ("≥", { $0 <= $1 ? $0...$1 : nil }),
        ("<=", { bound, _ in 1...bound }), ("≤", { bound, _ in 1...bound }),
        (">", { $0 < $1 ? $0 + 1...$1 : nil }),
        ("<", { bound, _ in bound > 1 ? 1...bound - 1 : nil }),
        ("=", { bound, _ in bound...bound }),
    ]

    private func hint(for key: DonationQuery.Key, _ value: String) -> Bilingual {
        switch key {
        case .from, .to:
            let near: [Government] =
                if case .unknown(let near) = registry.resolve(value, on: today) { near } else { [] }
            let names = near.map(registry.fullName)
            return Bilingual(
                names.isEmpty
                    ? "지자체 이름이나 날짜를 쓰십시오."
                    : "혹시 \(names.map(\.korean).joined(separator: ", "))입니까?",
                names.isEmpty
                    ? "Write the name of a government or a day."
                    : "Did you mean \(names.map(\.english).joined(separator: "; "))?")
        case .by: return Bilingual("이름을 쓰십시오.", "Write a name.")
        case .on, .period:
            return Bilingual(
                "2026-W46, 2026-11, 지난주처럼 쓰십시오.",
                "Write it like 2026-W46, 2026-11 or yesterday.")
        case .amount:
            return Bilingual("10만, >=1000000처럼 쓰십시오.", "Write it like 100000 or >=1000000.")
        case .status: return .oneOf(DonationQuery.Status.allCases.map(\.rawValue))
        case .origin: return .oneOf(Origin.allCases.map(\.rawValue))
        case .channel: return .oneOf(Channel.allCases.map(\.rawValue))
        case .exchange, .agreement, .relay, .participation, .listImport, .id:
            return Bilingual("식별자나 번호를 쓰십시오.", "Write an id or a number.")
        }
    }

    private static let keys: [String: DonationQuery.Key] = Dictionary(
        uniqueKeysWithValues: DonationQuery.Key.allCases.flatMap { key in
            ([key.rawValue] + key.words).map { ($0, key) }
        })

    private static let statuses: [String: DonationQuery.Status] = Dictionary(
        uniqueKeysWithValues: DonationQuery.Status.allCases.flatMap { status in
            ([status.rawValue] + status.words).map { ($0, status) }
        })
}

extension Bilingual {
    fileprivate static func oneOf(_ words: [String]) -> Bilingual {
        let list = words.joined(separator: ", ")
        return Bilingual("다음 중 하나입니다: \(list)", "It is one of: \(list)")
    }
}

extension String {
    /// What stands before and after the first `sign`; `nil` where there is none.
    func components(around sign: String) -> (String, String)? {
        guard let place = firstRange(of: sign) else { return nil }
        return (String(self[..<place.lowerBound]), String(self[place.upperBound...]))
    }

    private func firstRange(of sign: String) -> Swift.Range<Index>? {
        indices.lazy.map { self[$0...] }.first { $0.hasPrefix(sign) }.map {
            $0.startIndex..<index($0.startIndex, offsetBy: sign.count)
        }
    }
}
