/// 보이지 않는 글자. A character that may stand in no text that is kept as it was written, because
/// nobody sees it: it makes two names that look alike differ, turns what follows it around or moves
/// a terminal's cursor. These are the controls, the ends of lines and what Unicode calls format or
/// default ignorable (UAX #44), but for joiners and variation selectors, which emoji and some
/// scripts are written with.
package struct HiddenCharacter: Hashable, Sendable {
    /// How a text is written.
    package enum Lines: Sendable {
        /// 한 줄. Names, titles, numbers.
        case one
        /// 여러 줄. Sentences, in which tabs and ends of lines stand as they were typed.
        case several
    }

    package let scalar: Unicode.Scalar
    /// Which character of the text it is, from 1.
    package let place: Int
    private let lines: Lines

    /// The first one of a text; `nil` where it has none.
    package init?(in text: String, lines: Lines = .one) {
        guard !HiddenCharacter.areSeen(text.utf8) else { return nil }
        let scalars = text.unicodeScalars
        guard let index = scalars.firstIndex(where: { HiddenCharacter.isHidden($0, lines) })
        else { return nil }
        scalar = scalars[index]
        place = String(scalars[..<index]).count + 1
        self.lines = lines
    }

    /// True when all bytes are those of visible ASCII, Hangul syllables and unified ideographs, as
    /// nearly always. False says nothing.
    private static func areSeen(_ bytes: String.UTF8View) -> Bool {
        bytes.allSatisfy { byte in
            switch byte {
            case 0x20..<0x7F, 0x80..<0xC0, 0xE4...0xED: true
            default: false
            }
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar, _ lines: Lines) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control: return lines == .one || !["\t", "\n", "\r"].contains(scalar)
        case .lineSeparator, .paragraphSeparator: return true
        case let category:
            return (category == .format || properties.isDefaultIgnorableCodePoint)
                && !properties.isJoinControl && !properties.isVariationSelector
        }
    }

    private var partsLines: Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: lines == .one
        default: false
        }
    }

    /// What it is, where it stands and how to mend it.
    package var text: Bilingual {
        if partsLines {
            return Bilingual(
                "한 줄로 쓰십시오. \(place)번째 글자가 줄바꿈이나 탭입니다.",
                "Write it in one line: character \(place) is the end of a line or a tab.")
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return Bilingual(
            "\(place)번째 글자가 보이지 않는 문자(\(code))입니다. 지우거나 전체를 다시 쓰십시오.",
            "Character \(place) cannot be seen (\(code)). Delete it, or write all of it anew.")
    }
}
