extension Notation {
    /// 100,000원, KRW 100,000; 미공개, not disclosed.
    package static func amount(_ won: Won?, in language: Language) -> String {
        guard let won else { return language == .korean ? "미공개" : "not disclosed" }
        let digits = grouped(won.amount)
        return language == .korean ? digits + "원" : "KRW " + digits
    }

    /// 100,000: groups of three, a plain hyphen for a minus.
    package static func grouped(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var text: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) {
                text.append(UInt8(ascii: ","))
            }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// A correction downwards: △1,000 in Korean, -1,000 in English.
    package static func correction(_ won: Won, in language: Language) -> String {
        guard won.amount < 0, language == .korean else { return grouped(won.amount) }
        return "△" + grouped(won.amount).dropFirst()
    }

    /// 1억 2,345만 원, KRW 123.45M: short, for tiles; the exact figure stands beside it. Rounded
    /// half up to 만 or to hundredths of a million. A fall is marked as in a correction.
    package static func tile(_ won: Won, in language: Language) -> String {
        let magnitude = Int64(clamping: won.amount.magnitude)
        if language == .english {
            let sign = won.amount < 0 ? "-" : ""
            guard magnitude >= 1_000_000 else { return amount(won, in: .english) }
            let hundredths = magnitude / 10_000 + (magnitude % 10_000 >= 5_000 ? 1 : 0)
            let fraction = "\(hundredths % 100 / 10)\(hundredths % 10)"
            return "KRW \(sign)\(grouped(hundredths / 100)).\(fraction)M"
        }
        guard magnitude >= 10_000 else { return correction(won, in: .korean) + "원" }
        let tenThousands = magnitude / 10_000 + (magnitude % 10_000 >= 5_000 ? 1 : 0)
        var parts: [String] = []
        if tenThousands >= 10_000 { parts.append(grouped(tenThousands / 10_000) + "억") }
        if tenThousands % 10_000 > 0 { parts.append(grouped(tenThousands % 10_000) + "만") }
        return (won.amount < 0 ? "△" : "") + parts.joined(separator: " ") + " 원"
    }

    /// 금113,560원(금일십일만삼천오백육십원): an amount that binds (시행규칙 Art 2). Never negative.
    package static func committing(_ won: Won) -> String {
        "금" + grouped(won.amount) + "원(금" + hangul(won.amount) + "원)"
    }

    /// 일십만 원: an amount as it is read aloud, to be held against the digits. In English, where
    /// nobody reads won, the digits again.
    package static func spoken(_ won: Won, in language: Language) -> String {
        language == .korean ? hangul(won.amount) + " 원" : amount(won, in: .english)
    }

    /// 113,560 is 일십일만삼천오백육십: 일 is written before 십, 백, 천, 만 and 억 too, so that
    /// nothing can be written in.
    static func hangul(_ number: Int64) -> String {
        guard number > 0 else { return "영" }
        let digits = ["", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
        let powers = ["", "십", "백", "천"]
        let groups = ["", "만", "억", "조", "경"]
        var text = ""
        var rest = number
        for group in groups where rest > 0 {
            let value = Int(rest % 10_000)
            rest /= 10_000
            guard value > 0 else { continue }
            text = section(value, digits, powers) + group + text
        }
        return text
    }

    private static func section(_ value: Int, _ digits: [String], _ powers: [String]) -> String {
        var text = ""
        var rest = value
        for power in powers where rest > 0 {
            if rest % 10 > 0 { text = digits[rest % 10] + power + text }
            rest /= 10
        }
        return text
    }
}
