import Foundation
import Hometown
import Interchange

/// 표기 점검. Finds in Korean text what official notation would not write
/// (행정업무의 운영 및 혁신에 관한 규정, Art. 7(4) and (5); 시행규칙, Art. 2 and 4).
package enum NotationLint {
    package enum Rule: String, Sendable, CaseIterable {
        case dateNoSpace = "DATE_NO_SPACE"
        case dateZeroPad = "DATE_ZERO_PAD"
        case dateTwoDigitYear = "DATE_2DIGIT_YEAR"
        case dateNoEndDot = "DATE_NO_END_DOT"
        case dateHyphen = "DATE_HYPHEN"
        case timeHalfDay = "TIME_AMPM"
        case timeColonSpace = "TIME_COLON_SPACE"
        case moneyThousands = "MONEY_CHEONWON"
        case moneySpace = "MONEY_GEUM_SPACE"
        case moneyNoHangul = "MONEY_NO_HANGUL"
        case moneyHangulMismatch = "MONEY_HANGUL_MISMATCH"
        case weekdayMismatch = "WEEKDAY_MISMATCH"
        case tildeSpace = "TILDE_SPACE"
        case rangeTwice = "KKAJI_DUPLICATE"
        case colonSpace = "COLON_SPACE"
        case foreignFirst = "FOREIGN_FIRST"
        case attachmentColon = "BUNIM_COLON"
        case endMark = "END_MARK"
        case unencodable = "CP949_UNSAFE"
        case staleWord = "STALE_WORD"
    }

    package struct Fault: Hashable, Sendable, CustomStringConvertible {
        package let rule: Rule
        package let found: String

        package var description: String { "\(rule.rawValue): \(found)" }
    }

    /// What is wrong wherever it stands.
    private static let patterns: [(Rule, String)] = [
        (.dateNoSpace, #"(?<!\d)(?:19|20)\d\d\.\d{1,2}\.(?:\d|(?!\d))"#),
        (.dateZeroPad, #"(?<!\d)(?:19|20)\d\d\. (?:0\d|\d{1,2}\. 0\d)\.?"#),
        (.dateTwoDigitYear, #"(?<![\d.∼])(?<!\d\. )\d\d\. \d{1,2}\. \d{1,2}\."#),
        (.dateNoEndDot, #"(?<!\d)(?:19|20)\d\d\. \d{1,2}\. \d{1,2}(?![\d.])"#),
        (.dateHyphen, #"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])"#),
        (.timeHalfDay, #"(?:오전|오후) ?\d{1,2} ?(?:시|:)|\d ?[AP]M(?!\w)"#),
        (.timeColonSpace, #"\d (?:: ?)\d\d(?!\d)|\d: \d\d(?!\d)"#),
        (.moneyThousands, #"\d천 ?원"#),
        (.moneySpace, #"(?<![가-힣])금 \d[\d,]*원"#),
        (.moneyNoHangul, #"(?<![가-힣])금\d[\d,]*원(?!\(금)"#),
        (.tildeSpace, #"∼ | ∼|\d[.일월년원]?\)? ?~ ?\(?\d"#),
        (.rangeTwice, #"\d[.일월년]?∼[\d. 일월년:]{1,16}까지"#),
        (.colonSpace, #"[가-힣] :|[가-힣]:(?=[^\s\d/:])"#),
        (.foreignFirst, #"(?<![A-Za-z])[A-Z]{2,}\([가-힣]+\)"#),
        (.attachmentColon, #"붙임 ?:"#),
        (.staleWord, "(?<![가-힣])(?:명일|금번|내방)"),
    ]

    private static let compiled = patterns.map { rule, pattern in
        (rule, NSRegularExpression(literal: pattern))
    }
    private static let dated = NSRegularExpression(
        literal: #"(?<!\d)((?:19|20)\d\d)\. (\d{1,2})\. (\d{1,2})\.\(([월화수목금토일])\)"#)
    private static let committing = NSRegularExpression(
        literal: #"(?<![가-힣])금(\d[\d,]*)원\(금([^)]*)원\)"#)

    /// - Parameter lines: what a reader sees, each line by itself.
    package static func faults(in lines: [String]) throws -> [Fault] {
        let converter = try TextConverter(to: .cp949)
        return lines.flatMap { line in
            patternFaults(in: line) + weekdayFaults(in: line) + moneyFaults(in: line)
                + attachmentFaults(in: line) + characterFaults(in: line, converter)
        }
    }

    /// The same of a report, which ends with 끝 and says so once.
    package static func faults(inReport lines: [String]) throws -> [Fault] {
        let ends = lines.count { $0.hasSuffix("끝.") }
        let missing = ends == 1 ? [] : [Fault(rule: .endMark, found: "끝. \(ends)")]
        return try faults(in: lines) + missing
    }

    private static func patternFaults(in line: String) -> [Fault] {
        compiled.flatMap { rule, expression in
            expression.groups(in: line).map { Fault(rule: rule, found: $0[0]) }
        }
    }

    private static func weekdayFaults(in line: String) -> [Fault] {
        dated.groups(in: line).compactMap { groups in
            let numbers = groups[1...3].compactMap { Int($0) }
            guard numbers.count == 3,
                let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]),
                Notation.date(day, .text, in: .korean) == groups[0]
            else { return Fault(rule: .weekdayMismatch, found: groups[0]) }
            return nil
        }
    }

    private static func moneyFaults(in line: String) -> [Fault] {
        committing.groups(in: line).compactMap { groups in
            guard let won = Int64(groups[1].replacing(",", with: "")),
                Notation.committing(Won(won)) == groups[0]
            else { return Fault(rule: .moneyHangulMismatch, found: groups[0]) }
            return nil
        }
    }

    /// 붙임  1. 상세 내역 1부.  끝.
    private static func attachmentFaults(in line: String) -> [Fault] {
        guard line.hasPrefix("붙임  ") else { return [] }
        return line.hasSuffix(".  끝.") ? [] : [Fault(rule: .endMark, found: line)]
    }

    private static func characterFaults(
        in line: String, _ converter: TextConverter
    ) -> [Fault] {
        guard case .failure = convert(line, converter) else { return [] }
        return line.unicodeScalars.filter { scalar in
            if case .failure = convert(String(scalar), converter) { true } else { false }
        }.map { Fault(rule: .unencodable, found: "\($0) in \(line.prefix(60))") }
    }

    private static func convert(
        _ text: String, _ converter: TextConverter
    ) -> Result<[UInt8], TextConverter.Misfit> {
        Array(text.utf8).withUnsafeBytes { converter.convert($0) }
    }
}

extension NSRegularExpression {
    /// A pattern that stands in this file.
    fileprivate convenience init(literal pattern: String) {
        do {
            try self.init(pattern: pattern)
        } catch {
            preconditionFailure("\(pattern) is no pattern: \(error)")
        }
    }

    /// Each match with its groups.
    fileprivate func groups(in line: String) -> [[String]] {
        let text = line as NSString
        return matches(in: line, range: NSRange(location: 0, length: text.length)).map { match in
            (0..<match.numberOfRanges).map { place in
                let range = match.range(at: place)
                return range.location == NSNotFound ? "" : text.substring(with: range)
            }
        }
    }
}
