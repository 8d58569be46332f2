/// 주민등록번호. Finds numbers shaped like a resident or foreigner registration number
/// (`YYMMDD-GNNNNNN`), which this ledger never stores (개인정보 보호법 Art 24-2). The checksum is
/// not asked: numbers issued since October 2020 need not satisfy it.
package enum ResidentNumber {
    private static let digitCount = 13
    /// Between the sixth and the seventh digit stand at most so many signs.
    private static let separatorCountMax = 4

    package static func isPresent(in text: String) -> Bool {
        !occurrences(in: text).isEmpty
    }

    /// 가린 자리. Whether a text is nothing but what stands where a number was struck out, here or by
    /// somebody else: asterisks, with a hyphen or blanks among them. It tells nobody from others.
    package static func isMask(_ text: String) -> Bool {
        // Either asterisk begins with one of these bytes, and nearly no text does.
        guard let byte = text.utf8.first, byte == UInt8(ascii: "*") || byte == 0xEF,
            let first = text.unicodeScalars.first, isAsterisk(first)
        else { return false }
        return text.unicodeScalars.allSatisfy { isAsterisk($0) || isHyphen($0) || $0.isBlank }
    }

    /// What is said of a mask where a value belongs.
    static let maskRefused = Bilingual(
        "가려진 번호(*)는 값이 아닙니다. 알맞은 값을 쓰거나 칸을 비우십시오.",
        "A number struck out (*) is no value. Write what belongs here, or leave it empty.")

    private static func isAsterisk(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "*" || scalar == "\u{FF0A}"
    }

    /// The text with every such number struck out, for places that must show the rest.
    package static func redacting(_ text: String) -> String {
        let found = occurrences(in: text)
        guard !found.isEmpty else { return text }
        var scalars = Array(text.unicodeScalars)
        for range in found.reversed() {
            scalars.replaceSubrange(range, with: "******-*******".unicodeScalars)
        }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Positions among the scalars of the text. A number inside a longer run of digits is some
    /// other number.
    private static func occurrences(in text: String) -> [Range<Int>] {
        guard hasEnoughDigits(text) else { return [] }
        let scalars = Array(text.unicodeScalars)
        var found: [Range<Int>] = []
        var position = 0
        while position < scalars.count {
            let front = digits(of: scalars, from: position)
            guard !front.values.isEmpty else {
                position += 1
                continue
            }
            let start = position
            position = front.end
            if front.values.count == digitCount, isPlausible(front.values) {
                found.append(start..<front.end)
            } else if front.values.count == 6, let back = back(of: scalars, after: front.end),
                isPlausible(front.values + back.values)
            {
                found.append(start..<back.end)
                position = back.end
            } else if let end = endOfParted(front, in: scalars, from: start) {
                found.append(start..<end)
                position = end
            }
        }
        return found
    }

    /// Most texts have fewer than thirteen digits and are done here, without an allocation.
    private static func hasEnoughDigits(_ text: String) -> Bool {
        guard text.utf8.count >= digitCount else { return false }
        var count = 0
        var isASCII = true
        for byte in text.utf8 {
            if (0x30...0x39).contains(byte) { count += 1 } else if byte >= 0x80 { isASCII = false }
        }
        if isASCII || count >= digitCount { return count >= digitCount }
        count = 0
        for scalar in text.unicodeScalars where digit(scalar) != nil { count += 1 }
        return count >= digitCount
    }

    /// Digits that nothing parts, and where they end.
    private typealias Run = (values: [Int], end: Int)

    /// The seven digits after what parts them from the first six, if exactly seven stand there.
    private static func back(of scalars: [Unicode.Scalar], after end: Int) -> Run? {
        let separators = scalars[end...].prefix { isSeparator($0) }
        guard (1...separatorCountMax).contains(separators.count) else { return nil }
        let back = digits(of: scalars, from: separators.endIndex)
        return back.values.count == 7 ? back : nil
    }

    /// 나눈 번호. Where a number ends that is parted further than into its halves; `nil` where none
    /// begins. It is told from amounts, telephones and accounts by where it is parted and by what,
    /// and its seventh digit is one that is given today. If its parts go on in the same way, it is
    /// some other number.
    private static func endOfParted(
        _ front: Run, in scalars: [Unicode.Scalar], from start: Int
    ) -> Int? {
        switch front.values.count {
        case 1, 2, 6, 7: break
        default: return nil
        }
        var (values, end) = front
        var lengths = [values.count]
        var signs: [ArraySlice<Unicode.Scalar>] = []
        while values.count < digitCount {
            let sign = scalars[end...].prefix { isSeparator($0) && !isComma($0) }
            guard (1...separatorCountMax).contains(sign.count) else { return nil }
            let next = digits(of: scalars, from: sign.endIndex)
            guard !next.values.isEmpty else { return nil }
            signs.append(sign)
            lengths.append(next.values.count)
            values += next.values
            end = next.end
        }
        guard values.count == digitCount, (1...8).contains(values[6]), isPlausible(values),
            isParted(lengths, by: signs), !goesOn(start..<end, of: scalars, by: signs)
        else { return nil }
        return end
    }

    /// Digit by digit, in one half at least.
    private static let byDigits: [[Int]] = [
        Array(repeating: 1, count: 13), [6] + Array(repeating: 1, count: 7),
        Array(repeating: 1, count: 6) + [7],
    ]
    /// By year, month and day; or with the seventh digit left at the first six.
    private static let byHyphens: [[Int]] = [[2, 2, 2, 7], [2, 2, 2, 1, 6], [7, 6]]

    /// Digit by digit it may be parted by anything, as long as it is always the same; the halves
    /// by something else. Else only by hyphens: beside the day of a gift stands its amount.
    private static func isParted(
        _ lengths: [Int], by signs: [ArraySlice<Unicode.Scalar>]
    ) -> Bool {
        if byDigits.contains(lengths) {
            var inner = signs
            inner.remove(at: lengths[0] == 6 ? 0 : 5)
            return Set(inner).count == 1
        }
        guard signs.allSatisfy({ $0.count == 1 && $0.allSatisfy(isHyphen) }) else { return false }
        return lengths[0] == 6 && lengths.count > 2 || byHyphens.contains(lengths)
    }

    private static func goesOn(
        _ range: Range<Int>, of scalars: [Unicode.Scalar], by signs: [ArraySlice<Unicode.Scalar>]
    ) -> Bool {
        let (first, last) = (signs[0], signs[signs.count - 1])
        let next = range.upperBound + last.count
        if next < scalars.count, scalars[range.upperBound..<next] == last,
            digit(scalars[next]) != nil
        {
            return true
        }
        let previous = range.lowerBound - first.count - 1
        return previous >= 0 && scalars[(previous + 1)..<range.lowerBound] == first
            && digit(scalars[previous]) != nil
    }

    /// A run of digits; what nobody sees between two of them parts nothing, and a circled one
    /// before a number numbers a line.
    private static func digits(of scalars: [Unicode.Scalar], from start: Int) -> Run {
        var (values, end): ([Int], Int) = ([], start)
        var isDecimal: Bool?
        for index in start..<scalars.count {
            if let read = digit(scalars[index]), isDecimal == nil || isDecimal == read.isDecimal {
                isDecimal = read.isDecimal
                values.append(read.value)
                end = index + 1
            } else if values.isEmpty || !scalars[index].properties.isDefaultIgnorableCodePoint {
                break
            }
        }
        return (values, end)
    }

    /// The first six digits are a day of the century that the seventh names: 9 and 0 the
    /// nineteenth, 1, 2, 5 and 6 the twentieth, 3, 4, 7 and 8 the twenty-first.
    private static func isPlausible(_ digits: [Int]) -> Bool {
        let century =
            switch digits[6] {
            case 9, 0: 1800
            case 1, 2, 5, 6: 1900
            default: 2000
            }
        return CivilDate(
            year: century + digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
            day: digits[4] * 10 + digits[5]) != nil
    }

    /// A digit of any script (９, ٩), or what stands for one (⑨, ⁹, 九), which is not decimal. What
    /// nearly all texts are written in, ASCII and Hangul, is told without looking it up.
    private static func digit(_ scalar: Unicode.Scalar) -> (value: Int, isDecimal: Bool)? {
        switch scalar.value {
        case 0x30...0x39: return (Int(scalar.value) - 0x30, true)
        case 0...0x7F, 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: return nil
        default:
            guard let value = scalar.properties.numericValue, (0...9).contains(value),
                value == value.rounded()
            else { return nil }
            return (Int(value), scalar.properties.numericType == .decimal)
        }
    }

    private static func isComma(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "\u{FF0C}", "\u{3001}", "\u{FF64}", "\u{FE50}": true
        default: false
        }
    }

    /// Hyphen-minus, the Unicode hyphens and dashes, the minus sign, the full-width hyphen.
    private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    /// What people put between digits: hyphens and blanks, points, strokes and the dash of the
    /// Korean keyboard. A line break parts two cells, not two halves of one number.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r": false
        case "\u{3161}", "\u{30FC}": true
        default: !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        }
    }
}
