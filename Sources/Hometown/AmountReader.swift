/// 금액 읽기. The one reader of amounts as people write them, for the web, the command line, lists
/// and pasted cells.
package enum AmountReader {
    /// What was read. 미공개 is an answer, not a gap.
    package enum Reading: Hashable, Sendable {
        case disclosed(Won)
        case undisclosed
    }

    /// Why a text is no amount.
    package enum Problem: Error, Hashable, Sendable {
        case unreadable
        case negative
        case zero
        /// Won are whole: 10.5, or 1.00005만.
        case fractional
        /// Commas that do not stand between groups of three: 100,00.
        case grouping
        case tooLarge
    }

    /// 미공개. Closed up and in lower case.
    private static let undisclosed: Set = ["미공개", "notdisclosed", "undisclosed"]

    /// Accepts `100000`, `100,000`, `100,000원`, `₩100,000`, `KRW 100,000`, `10만`, `10만원`,
    /// `1.5만`, `100천원`, `3백만원`, `1억 2,345만 원`, full-width forms, `미공개`, `not disclosed`
    /// and `undisclosed`.
    package static func read(_ text: String) -> Result<Reading, Problem> {
        // Most texts come from programs, in the machine form.
        if text.utf8.count < AmountPhrase.digitsMax, let amount = CivilDate.number(text.utf8),
            amount > 0
        {
            return .success(.disclosed(Won(Int64(amount))))
        }
        var text = text.narrowed.tidied.closedUp.lowercased()
        if undisclosed.contains(text) { return .success(.undisclosed) }
        if let bare = text.dropping(prefix: "₩") ?? text.dropping(prefix: "\u{FFE6}")
            ?? text.dropping(prefix: "krw")
        {
            text = bare
        }
        if let bare = text.dropping(suffix: "원") { text = bare }
        if let first = text.first, "-−△".contains(first) { return .failure(.negative) }
        var phrase = AmountPhrase()
        while !text.isEmpty {
            if let problem = phrase.take(&text) { return .failure(problem) }
        }
        return phrase.total.flatMap { amount in
            guard amount > 0 else { return .failure(.zero) }
            guard amount <= Scheme.amountMax.amount else { return .failure(.tooLarge) }
            return .success(.disclosed(Won(amount)))
        }
    }
}

extension AmountReader.Problem {
    /// What happened and what to write instead.
    package var text: Bilingual {
        switch self {
        case .unreadable:
            Bilingual(
                "금액을 읽지 못했습니다. 100,000 또는 10만처럼 쓰십시오.",
                "The amount could not be read. Write it like 100,000.")
        case .negative:
            Bilingual(
                "금액은 음수일 수 없습니다. 잘못 적은 기부는 정정이나 취소로 고치십시오.",
                "An amount is never negative. Mend a wrong entry by correcting or reversing it.")
        case .zero:
            Bilingual(
                "금액은 1원 이상이어야 합니다. 금액을 모르면 미공개라고 쓰십시오.",
                "An amount is 1 won or more. Write not disclosed where nobody says it.")
        case .fractional:
            Bilingual(
                "금액은 원 단위 정수여야 합니다. 소수점 아래를 지우십시오.",
                "An amount is a whole number of won. Remove the fraction.")
        case .grouping:
            Bilingual(
                "쉼표 자리가 맞지 않습니다. 100,000처럼 세 자리마다 쓰십시오.",
                "The commas are misplaced. Put one every three digits, as in 100,000.")
        case .tooLarge:
            Bilingual(
                "금액이 너무 큽니다. 자릿수를 확인해 주십시오.",
                "The amount is too large. Check the number of digits.")
        }
    }
}

/// An amount as it is read from left to right: numbers, each with its unit. 천, 백 and 십 multiply
/// within a section that 만, 억 or 조 closes; units of either kind only descend.
private struct AmountPhrase {
    private var closed: Int64 = 0
    private var section: Int64 = 0
    private var sectionUnit: Int64 = .max
    private var closingUnit: Int64 = .max
    private var isEmpty = true

    private static let smallUnits: [Character: Int64] = ["천": 1_000, "백": 100, "십": 10]
    private static let closingUnits: [Character: Int64] = [
        "조": 1_000_000_000_000, "억": 100_000_000, "만": 10_000,
    ]
    /// More digits than any amount within 2^53 has.
    static let digitsMax = 16

    var total: Result<Int64, AmountReader.Problem> {
        guard !isEmpty else { return .failure(.unreadable) }
        let (sum, overflow) = closed.addingReportingOverflow(section)
        return overflow ? .failure(.tooLarge) : .success(sum)
    }

    /// Takes one number and the units after it off the front of the text.
    mutating func take(_ text: inout String) -> AmountReader.Problem? {
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "," }
        guard !digits.isEmpty else { return .unreadable }
        text.removeFirst(digits.count)
        guard let groups = AmountPhrase.number(digits) else { return .grouping }
        guard groups.count <= AmountPhrase.digitsMax, let whole = Int64(groups)
        else { return .tooLarge }
        var fraction = ""
        if text.first == "." {
            text.removeFirst()
            fraction = String(text.prefix { $0.isASCII && $0.isNumber })
            guard (1...AmountPhrase.digitsMax).contains(fraction.count) else { return .unreadable }
            text.removeFirst(fraction.count)
        }
        return add(whole, fraction, unitsAtFrontOf: &text)
    }

    private mutating func add(
        _ whole: Int64, _ fraction: String, unitsAtFrontOf text: inout String
    ) -> AmountReader.Problem? {
        let small = text.first.flatMap { AmountPhrase.smallUnits[$0] }
        if small != nil { text.removeFirst() }
        let closing = text.first.flatMap { AmountPhrase.closingUnits[$0] }
        if closing != nil { text.removeFirst() }
        let unit = small ?? 1
        guard unit < sectionUnit else { return .unreadable }
        let scale = closing.map { $0.multipliedReportingOverflow(by: unit).partialValue } ?? unit
        // 1.5만 is an amount of its own; nothing can follow a fraction.
        guard fraction.isEmpty || text.isEmpty else { return .unreadable }
        guard let part = AmountPhrase.part(fraction, of: scale) else { return .fractional }
        let product = whole.multipliedReportingOverflow(by: unit)
        let sum = section.addingReportingOverflow(product.partialValue)
        guard !product.overflow, !sum.overflow else { return .tooLarge }
        isEmpty = false
        sectionUnit = unit
        section = sum.partialValue
        guard let closing else {
            section += part
            return nil
        }
        guard closing < closingUnit else { return .unreadable }
        let scaled = section.multipliedReportingOverflow(by: closing)
        let result = closed.addingReportingOverflow(scaled.partialValue)
        let whole = result.partialValue.addingReportingOverflow(part)
        guard !scaled.overflow, !result.overflow, !whole.overflow else { return .tooLarge }
        (closed, section, sectionUnit, closingUnit) = (whole.partialValue, 0, .max, closing)
        return nil
    }

    /// The won in `0.fraction` of the scale; `nil` unless they are whole.
    private static func part(_ fraction: String, of scale: Int64) -> Int64? {
        guard !fraction.isEmpty else { return 0 }
        guard scale > 1 else { return nil }
        var rest = scale
        var part: Int64 = 0
        for digit in fraction.utf8 {
            let value = Int64(digit - UInt8(ascii: "0"))
            guard rest.isMultiple(of: 10) else {
                if value == 0 { continue }
                return nil
            }
            rest /= 10
            part += value * rest
        }
        return part
    }

    /// The digits without their commas; `nil` when a comma stands elsewhere than before three.
    private static func number(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else { return String(text) }
        guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }
}
