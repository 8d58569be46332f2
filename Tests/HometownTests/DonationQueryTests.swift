import Hometown
import Testing

@Suite struct DonationQueryTests {
    /// A Friday.
    private static let reader = DonationQueryReader(
        SampleRegistry.registry, today: SampleRegistry.day("2026-11-20")
    ) { text in
        guard text == "2026-W46" else { return nil }
        return SampleRegistry.day("2026-11-09")...SampleRegistry.day("2026-11-15")
    }

    /// The terms in one line, shortened to what the table below says of them.
    private func read(_ text: String) -> String {
        do {
            return try Self.reader.read(text).terms.map { term in
                (term.isExcluded ? "not " : "") + said(term.meaning)
            }.joined(separator: " | ")
        } catch {
            return error.code
        }
    }

    private func said(_ meaning: DonationQuery.Meaning) -> String {
        switch meaning {
        case .donation(let reference): "donation \(reference.text)"
        case .word(let word, let units):
            ("word " + word.spellings.joined(separator: "/") + " " + codes(units)).tidied
        case .donor(let word): "donor " + word.spellings.joined(separator: "/")
        case .givers(let units): "from " + codes(units)
        case .recipients(let units): "to " + codes(units)
        case .days(let range): "days \(range.lowerBound)..\(range.upperBound)"
        case .amount(let range): "won \(range.lowerBound)..\(range.upperBound)"
        case .undisclosed: "undisclosed"
        case .status(let status): status.rawValue
        case .origin(let origin): origin.rawValue
        case .channel(let channel): channel.rawValue
        case .part(let key, let reference): "\(key.rawValue) \(reference.text)"
        }
    }

    private func codes(_ units: [Int16]) -> String {
        units.compactMap { SampleRegistry.registry[id: $0]?.code }.joined(separator: "+")
    }

    @Test(arguments: [
        ("", ""),
        ("최민호", "word 최민호"),
        ("ㅊㅁㅎ", "word ㅊㅁㅎ"),
        ("tpwhd", "word tpwhd/세종 36110"),
        ("chlalsgh", "word chlalsgh/최민호"),
        ("\"2023\"", "word 2023"),
        ("\"홍 길동\"", "word 홍길동"),
        ("-홍길동", "not word 홍길동"),
        ("D-2026-000123", "donation D-2026-000123"),
        ("d-2026-000123", "donation D-2026-000123"),
        (
            "01900000-0000-7000-8000-000000000001",
            "donation 01900000-0000-7000-8000-000000000001"
        ),
        ("10만", "won 100000..100000"),
        ("100,000원", "won 100000..100000"),
        ("45000", "won 45000..45000"),
        ("미공개", "undisclosed"),
        ("amount:>=1000000", "won 1000000..9007199254740991"),
        ("amount:<10만", "won 1..99999"),
        ("금액:10만..50만", "won 100000..500000"),
        ("2023", "days 2023-01-01..2023-12-31"),
        ("2023-04", "days 2023-04-01..2023-04-30"),
        ("20230410", "days 2023-04-10..2023-04-10"),
        ("어제", "days 2026-11-19..2026-11-19"),
        ("지난주", "days 2026-11-09..2026-11-15"),
        ("지난 주", "days 2026-11-09..2026-11-15"),
        ("last month", "days 2026-10-01..2026-10-31"),
        ("period:2026-W46", "days 2026-11-09..2026-11-15"),
        ("기간:지난 분기", "days 2026-07-01..2026-09-30"),
        ("on:2026-01-01..2026-01-05", "days 2026-01-01..2026-01-05"),
        ("from:2026-01-01", "days 2026-01-01..9999-12-31"),
        ("from:서울 to:송파구", "from 11000 | to 11710"),
        ("to:tpwhd", "to 36110"),
        ("-to:세종", "not to 36110"),
        ("by:최", "donor 최"),
        ("status:정정 origin:접수 channel:은행", "amended | intake | bank_counter"),
        ("import:I-2026-000007", "import I-2026-000007"),
        ("agreement:A-2026-000001", "agreement A-2026-000001"),
        ("세종 어제 10만", "word 세종 36110 | days 2026-11-19..2026-11-19 | won 100000..100000"),
    ])
    func `a search is read as it is meant`(text: String, meaning: String) {
        #expect(read(text) == meaning)
    }

    @Test(arguments: [
        ("stauts:정정", "query_key_unknown"), ("colour:red", "query_key_unknown"),
        ("employer:서울", "staff_listing_forbidden"),
        ("amount:many", "query_value_unreadable"), ("amount:", "query_value_unreadable"),
        ("period:2026-W99", "query_value_unreadable"), ("to:세중시", "query_value_unreadable"),
        ("status:gone", "query_value_unreadable"), ("relay:세종", "query_value_unreadable"),
        ("\"홍", "query_quote_open"), ("-어제", "query_not_excludable"),
        ("가 나 다 라", "query_too_many_terms"),
        (String(repeating: "가", count: 501), "query_too_long"),
    ])
    func `what cannot be read is said and never searched`(text: String, code: String) {
        #expect(read(text) == code)
    }

    @Test func `a misspelt key is answered with the one that was meant`() {
        #expect(throws: DonationQuery.Problem.self) { try Self.reader.read("stauts:정정") }
        do {
            _ = try Self.reader.read("stauts:정정")
        } catch {
            #expect(error.text.korean.hasSuffix("혹시 'status:'입니까?"))
            #expect(error.text.english.hasSuffix("Did you mean 'status:'?"))
        }
    }

    @Test func `whoever answers to a word has every piece of it`() {
        let words = [
            "홍길동": ["길동", "ㄱㄷ", "홍ㄱ", "길도", "홍", "rlfehd", "h"],
            "남궁민": ["남궁", "ㄴㄱㅁ", "미", "skarnd"], "Choi Min-ho": ["min", "choi minho"],
        ]
        for (name, words) in words {
            let pieces = Set(SearchWord.grams(of: name))
            for word in words.map(SearchWord.init) where word.pattern.match(name) != nil {
                let isFound = word.spellings.contains {
                    pieces.isSuperset(of: SearchWord.grams(ofSpelling: $0))
                }
                #expect(isFound, "\(word.text) in \(name)")
            }
        }
        #expect(SearchWord("길도").pattern.match("홍길동") != nil)
        #expect(SearchWord.grams(of: "홍길동").count == 10)
    }
}
