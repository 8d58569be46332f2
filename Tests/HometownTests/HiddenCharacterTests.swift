import Hometown
import Testing

@Suite struct HiddenCharacterTests {
    @Test(arguments: [
        "홍길동", "Oh Se-hoon", "김·이", "①", "“품앗이” — 5,000원", "한\u{A0}글", "é", "e\u{301}",
        // Joiners and variation selectors are how these are spelt.
        "👨‍👩‍👧", "❤\u{FE0F}", "葛\u{E0100}", "می\u{200C}خواهم",
    ])
    func `what is seen may stand in a text`(text: String) {
        #expect(HiddenCharacter(in: text) == nil)
    }

    @Test(arguments: [
        ("가\u{0}나", "0"), ("a\u{1B}[31m", "1b"), ("a\u{7F}", "7f"), ("a\u{85}b", "85"),
        ("a\nb", "a"), ("a\tb", "9"), ("a\u{2028}b", "2028"), ("a\u{AD}b", "ad"),
        ("a\u{200B}b", "200b"), ("a\u{200E}b", "200e"), ("a\u{202E}b", "202e"),
        ("a\u{2066}b", "2066"), ("a\u{2069}b", "2069"), ("a\u{FEFF}b", "feff"),
        ("a\u{E0067}", "e0067"), ("\u{3164}", "3164"), ("\u{115F}가", "115f"),
    ])
    func `what nobody sees is found`(text: String, code: String) throws {
        let hidden = try #require(HiddenCharacter(in: text))
        #expect(String(hidden.scalar.value, radix: 16) == code)
    }

    @Test func `sentences have lines and tabs, and nothing else that is not seen`() {
        #expect(HiddenCharacter(in: "첫째\r\n\t둘째\n", lines: .several) == nil)
        for text in ["가\u{B}", "가\u{85}", "가\u{2029}", "가\n\u{202E}", "가\n\u{0}"] {
            #expect(HiddenCharacter(in: text, lines: .several) != nil)
        }
    }

    @Test func `it is told by its place, in both languages, and the text is not repeated`() throws {
        let reversed = try #require(HiddenCharacter(in: "👨‍👩‍👧홍\u{202E}길동")).text
        #expect(reversed.korean.hasPrefix("3번째 글자가 보이지 않는 문자(U+202E)"))
        #expect(reversed.english.hasPrefix("Character 3 cannot be seen (U+202E)."))
        #expect(!reversed.korean.contains("홍") && !reversed.english.contains("홍"))
        let parted = try #require(HiddenCharacter(in: "홍\n길동")).text
        #expect(parted.korean.contains("한 줄로") && parted.english.contains("one line"))
        let bell = try #require(HiddenCharacter(in: "\u{7}")).text
        #expect(bell.korean.contains("U+0007"))
    }
}
