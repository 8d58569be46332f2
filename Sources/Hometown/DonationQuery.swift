/// 검색 조건. What somebody looks for among donations, in the language of the search box: words,
/// amounts, days and `key:value`, all of which must hold; `-` before a term excludes.
package struct DonationQuery: Hashable, Sendable {
    /// What stands before a colon.
    package enum Key: String, Sendable, CaseIterable {
        /// 주는 지자체: the government of the donor's office; or the first day.
        case from
        /// 받는 지자체; or the last day.
        case to
        /// 기부자.
        case by
        case on, period, amount, status, origin, channel
        case exchange, agreement, relay, participation
        case listImport = "import"
        case id

        /// What else it is called.
        var words: [String] {
            switch self {
            case .from: ["보낸곳", "주는곳", "부터"]
            case .to: ["받는곳", "recipient", "까지"]
            case .by: ["기부자", "donor"]
            case .on: ["날짜", "기부일", "date"]
            case .period: ["기간"]
            case .amount: ["금액"]
            case .status: ["상태"]
            case .origin: ["구분"]
            case .channel: ["경로"]
            case .exchange: ["교환"]
            case .agreement: ["협약"]
            case .relay: ["릴레이", "챌린지"]
            case .participation: ["참여"]
            case .listImport: ["일괄"]
            case .id: ["번호", "no"]
            }
        }
    }

    /// 상태. Where a donation stands, as it is looked for.
    package enum Status: String, Sendable, CaseIterable {
        case standing, disputed
        case returnDue = "return_due"
        /// Taken out of the totals and nothing in its place.
        case reversed
        case returned
        /// Taken out of the totals and another in its place.
        case amended

        var words: [String] {
            switch self {
            case .standing: ["유효"]
            case .disputed: ["이견"]
            case .returnDue: ["반환대상", "반환할것"]
            case .reversed: ["취소", "취소됨"]
            case .returned: ["반환", "반환됨"]
            case .amended: ["정정", "정정됨"]
            }
        }
    }

    package enum Meaning: Hashable, Sendable {
        /// A donation by its id or number.
        case donation(Reference)
        /// Part of a donor's name, or one of these governments on either side.
        case word(SearchWord, governments: [Int16])
        case donor(SearchWord)
        /// Governments under every name they had.
        case givers([Int16])
        case recipients([Int16])
        case days(ClosedRange<CivilDate>)
        /// In won.
        case amount(ClosedRange<Int64>)
        case undisclosed
        case status(Status)
        case origin(Origin)
        case channel(Channel)
        /// A thing that donations belong to: an exchange, a relay, an import.
        case part(Key, Reference)
    }

    package struct Term: Hashable, Sendable {
        package let meaning: Meaning
        package let isExcluded: Bool

        package init(_ meaning: Meaning, isExcluded: Bool = false) {
            self.meaning = meaning
            self.isExcluded = isExcluded
        }
    }

    /// Why a text is no query; nothing is searched then.
    package struct Problem: Error, Hashable, Sendable {
        package let code: String
        package let text: Bilingual
    }

    /// Longer texts are no search but something pasted by mistake.
    package static let lettersMax = 500
    package static let termsMax = 16
    /// Words that are looked for among names: each is a search of its own.
    package static let wordsMax = 3

    package let terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }
}

extension DonationQuery.Meaning {
    /// Whether it is looked for among names.
    var isWord: Bool {
        switch self {
        case .word, .donor: true
        default: false
        }
    }

    /// Whether `-` may stand before it.
    var isExcludable: Bool {
        switch self {
        case .days, .amount, .undisclosed, .part: false
        default: true
        }
    }
}

extension DonationQuery.Problem {
    static func tooLong() -> Self {
        let max = DonationQuery.lettersMax
        return Self(
            code: "query_too_long",
            text: Bilingual(
                "검색어는 \(max)자까지입니다.", "A search has \(max) characters at most."))
    }

    static func tooMany() -> Self {
        let (terms, words) = (DonationQuery.termsMax, DonationQuery.wordsMax)
        return Self(
            code: "query_too_many_terms",
            text: Bilingual(
                "조건은 \(terms)개, 이름으로 찾는 낱말은 \(words)개까지입니다.",
                "A search has \(terms) terms at most, and \(words) words that are part of names."))
    }

    static func openQuote() -> Self {
        Self(
            code: "query_quote_open",
            text: Bilingual("따옴표를 닫으십시오.", "Close the quotation mark."))
    }

    static func unknownKey(_ key: String, suggestion: String?) -> Self {
        if StaffListing.names.contains(key.lowercased()) {
            let refusal = Refusal.staffListingForbidden(field: key)
            return Self(code: refusal.code.rawValue, text: refusal.text)
        }
        let known = DonationQuery.Key.allCases.map { "\($0.rawValue):" }.joined(separator: " ")
        return Self(
            code: "query_key_unknown",
            text: Bilingual(
                "'\(key):'라는 조건은 없습니다. "
                    + (suggestion.map { "혹시 '\($0):'입니까?" } ?? "쓸 수 있는 것: \(known)"),
                "There is no '\(key):'. "
                    + (suggestion.map { "Did you mean '\($0):'?" } ?? "Known: \(known)")))
    }

    static func unreadable(_ term: String, _ hint: Bilingual) -> Self {
        Self(
            code: "query_value_unreadable",
            text: Bilingual(
                "'\(term)'을 읽지 못했습니다. \(hint.korean)",
                "'\(term)' could not be read. \(hint.english)"))
    }

    static func notExcludable(_ term: String) -> Self {
        Self(
            code: "query_not_excludable",
            text: Bilingual(
                "'\(term)'에는 '-'를 붙일 수 없습니다. 반대되는 범위를 쓰십시오.",
                "'\(term)' cannot be excluded. Write the opposite range."))
    }
}

extension DonationQuery.Status: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .standing: Bilingual("유효", "standing")
        case .disputed: Bilingual("이견", "disputed")
        case .returnDue: Bilingual("반환 대상", "to be returned")
        case .reversed: Bilingual("취소됨", "reversed")
        case .returned: Bilingual("반환됨", "returned")
        case .amended: Bilingual("정정됨", "amended")
        }
    }
}
