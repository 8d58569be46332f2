/// 확인. One thing that staff checked: with what result, on what basis, on which day
/// (Decree 4(1)(2)).
package struct Check: Hashable, Sendable {
    package enum Result: String, Sendable, CaseIterable {
        /// 적합.
        case passed
        /// 부적합.
        case failed
    }

    package var result: Result
    package var basis: Residence.Basis
    package var on: CivilDate

    package init(_ result: Result, basis: Residence.Basis, on: CivilDate) {
        self.result = result
        self.basis = basis
        self.on = on
    }

    /// Reads `passed document_submitted 2026-03-02` or `적합, 서류 확인, 2026. 3. 2.`: result, basis
    /// and day, as they stand in one cell of a list, in a text of a form or behind one option.
    /// - Parameter dates: for days as people write them.
    package init?(_ text: String, dates: DateReader) {
        var rest = text[...]
        guard let result = Check.result(of: &rest), let basis = Check.basis(of: &rest),
            case .success(let reading) = dates.read(String(rest)),
            reading.date.precision == .day
        else { return nil }
        self.init(result, basis: basis, on: reading.date.date)
    }

    private static func result(of rest: inout Substring) -> Result? {
        let first = word(of: &rest)
        // Most come from programs, in the machine form.
        if let result = Result(rawValue: first) { return result }
        switch first {
        case "적합", "통과": return .passed
        case "부적합": return .failed
        default: return nil
        }
    }

    /// In Korean it may have two words.
    private static func basis(of rest: inout Substring) -> Residence.Basis? {
        let first = word(of: &rest)
        if let basis = Residence.Basis(rawValue: first) { return basis }
        switch first {
        case "서류", "서류확인":
            var further = rest
            if word(of: &further) == "확인" { rest = further }
            return .documentSubmitted
        case "공동이용", "행정정보공동이용": return .sharedAdministrativeInformation
        case "행정정보":
            return word(of: &rest) == "공동이용" ? .sharedAdministrativeInformation : nil
        default: return nil
        }
    }

    /// Takes the word before the next blank or comma, and those around it.
    private static func word(of rest: inout Substring) -> String {
        func isGap(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",")
        }
        let word = rest.utf8.drop(while: isGap).prefix { !isGap($0) }
        rest = Substring(rest.utf8[word.endIndex...].drop(while: isGap))
        return String(Substring(word))
    }

    /// The same in its machine form.
    package var text: String { "\(result.rawValue) \(basis.rawValue) \(on)" }
}

/// 필수 확인 사항. The four checks that staff make before money is taken in, the signed 기탁서 and
/// the consent to look up records (Decree 4).
package struct Checks: Hashable, Sendable {
    /// What may be missing.
    package enum Item: String, Sendable, CaseIterable {
        /// 주민 여부.
        case resident
        /// 본인 여부.
        case person
        /// 연간 기부 총액.
        case annualTotal = "annual_total"
        /// 답례품 희망 여부.
        case giftWish = "gift_wish"
        /// 서명한 기탁서.
        case pledge

        package var name: Bilingual {
            switch self {
            case .resident: Bilingual("주민 여부", "residence")
            case .person: Bilingual("본인 여부", "identity")
            case .annualTotal: Bilingual("연간 기부 총액", "annual total")
            case .giftWish: Bilingual("답례품 희망 여부", "wish for a gift")
            case .pledge: Bilingual("기탁서", "signed pledge")
            }
        }

        /// On which ground money goes back that was taken although the check failed (Act 14(1));
        /// passing the cap and the wish for a gift are none.
        package var ground: ReturnGround? {
            switch self {
            case .resident: .resident
            case .person: .nameOrRelation
            case .annualTotal, .giftWish, .pledge: nil
            }
        }
    }

    package var resident: Check?
    package var person: Check?
    package var annualTotal: Check?
    package var giftWish: Check?
    /// 기탁서 번호. Where the signed paper is filed; a reference of the office, nothing personal.
    package var pledge: String?
    /// 행정정보 공동이용 동의. `nil` when nobody asked.
    package var hasConsent: Bool?

    package init() {}

    /// The same check for all four.
    package init(all check: Check, pledge: String?, hasConsent: Bool? = nil) {
        resident = check
        person = check
        annualTotal = check
        giftWish = check
        self.pledge = pledge
        self.hasConsent = hasConsent
    }

    package var isEmpty: Bool { self == Checks() }

    /// What is not there or not yet made, in the order of the law.
    func missing(today: CivilDate) -> [Item] {
        Item.allCases.filter { item in
            if item == .pledge { return pledge == nil }
            return check(of: item).map { $0.on > today } ?? true
        }
    }

    /// What was checked and found wrong, in the order of the law.
    func failed(today: CivilDate) -> [Item] {
        Item.allCases.filter { item in
            check(of: item).map { $0.result == .failed && $0.on <= today } ?? false
        }
    }

    /// `nil` of the pledge, too, which is a paper and no check.
    private func check(of item: Item) -> Check? {
        switch item {
        case .resident: resident
        case .person: person
        case .annualTotal: annualTotal
        case .giftWish: giftWish
        case .pledge: nil
        }
    }

    /// Whether anything was looked up in the records of other offices (행정정보 공동이용).
    var useSharedRecords: Bool {
        [resident, person, annualTotal, giftWish].contains {
            $0?.basis == .sharedAdministrativeInformation
        }
    }

    /// The one check that all four are; `nil` where they differ.
    private var common: Check? {
        guard let resident, resident == person, resident == annualTotal, resident == giftWish
        else { return nil }
        return resident
    }

    /// As in an entry: `all` stands for four checks that are the same.
    package func write(to writer: inout CanonicalWriter) {
        if let common { writer.append("all", object: common.write) }
        let single = common == nil ? self : Checks()
        if let check = single.annualTotal { writer.append("annual_total", object: check.write) }
        writer.append("consent", hasConsent)
        if let check = single.giftWish { writer.append("gift_wish", object: check.write) }
        if let check = single.person { writer.append("person", object: check.write) }
        writer.append("pledge", pledge)
        if let check = single.resident { writer.append("resident", object: check.write) }
    }

    package var canonical: CanonicalValue {
        let single = common == nil ? self : Checks()
        return .members([
            "all": common?.canonical, "annual_total": single.annualTotal?.canonical,
            "consent": hasConsent.map(CanonicalValue.bool),
            "gift_wish": single.giftWish?.canonical, "person": single.person?.canonical,
            "pledge": .text(pledge), "resident": single.resident?.canonical,
        ])
    }

    /// Reads back what `write` wrote; what it cannot have written is no check.
    package init(_ value: CanonicalValue) {
        let all = value["all"].flatMap(Check.init)
        resident = value["resident"].flatMap(Check.init) ?? all
        person = value["person"].flatMap(Check.init) ?? all
        annualTotal = value["annual_total"].flatMap(Check.init) ?? all
        giftWish = value["gift_wish"].flatMap(Check.init) ?? all
        pledge = value["pledge"]?.text
        if case .bool(let consent) = value["consent"] { hasConsent = consent }
    }
}

extension Check {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.append("basis", basis.rawValue)
        writer.append("on", on)
        writer.append("result", result.rawValue)
    }

    fileprivate var canonical: CanonicalValue {
        .members([
            "basis": .string(basis.rawValue), "on": .date(on), "result": .string(result.rawValue),
        ])
    }

    fileprivate init?(_ value: CanonicalValue) {
        guard let result = value["result"]?.text.flatMap(Result.init),
            let basis = value["basis"]?.text.flatMap(Residence.Basis.init),
            let on = value["on"]?.text.flatMap({ CivilDate($0) })
        else { return nil }
        self.init(result, basis: basis, on: on)
    }
}

extension Check.Result: Vocabulary {
    package var title: Bilingual {
        switch self {
        case .passed: Bilingual("적합", "passed")
        case .failed: Bilingual("부적합", "failed")
        }
    }
}
