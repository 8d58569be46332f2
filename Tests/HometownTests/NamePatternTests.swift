import Testing

@testable import Hometown

@Suite struct NamePatternTests {
    @Test(arguments: [
        ("최민호", "ㅊㅁㅎ"), ("세종시 2", "ㅅㅈㅅ 2"), ("꽃", "ㄲ"), ("힣", "ㅎ"), ("가", "ㄱ"), ("", ""),
        ("Sejong", "Sejong"),
    ])
    func `a text has its first consonants`(text: String, initials: String) {
        #expect(text.initialConsonants == initials)
    }

    @Test(arguments: [
        ("ㅅ" as Unicode.Scalar, true), ("ㅎ", true), ("ㅆ", true), ("세", false), ("ㅏ", false),
        ("ㄳ", false), ("a", false),
    ])
    func `first consonants are known as such`(letter: Unicode.Scalar, isInitial: Bool) {
        #expect(letter.isInitialConsonant == isInitial)
    }

    @Test(arguments: [
        ("tpwhd", "세종"), ("chlalsgh", "최민호"), ("Tkf", "쌀"), ("Ekf", "딸"), ("wkrk", "자가"),
        ("ekfr", "닭"), ("ekfrk", "달가"), ("ekfrdl", "닭이"), ("dhk", "와"), ("dml", "의"), ("rkqt", "값"),
        ("rkqtdl", "값이"), ("tw", "ㅅㅈ"), ("k", "ㅏ"), ("tjdnf 2", "서울 2"), ("SEOUL", "ㄴ떄ㅕㅣ"),
    ])
    func `Latin keys give the Hangul of the same keyboard`(typed: String, hangul: String) {
        #expect(typed.typedHangul == hangul)
    }

    @Test(arguments: ["세종", "", "12", "é"])
    func `what no key gives is no typed Hangul`(text: String) {
        #expect(text.typedHangul == nil)
    }

    @Test(arguments: [
        ("최민호", NamePattern.Match.whole), ("최", .beginning), ("ㅊㅁㅎ", .whole), ("ㅊㅁ", .beginning),
        ("최미", .beginning), ("최ㅁㅎ", .whole), ("민호", .within), ("chlalsgh", .whole), ("zal", nil),
        ("cal", .beginning),
        ("미호", nil), ("이", nil), ("최민호이", nil), ("", .within),
    ])
    func `a name answers to a part, to its consonants and to the wrong keyboard`(
        typed: String, match: NamePattern.Match?
    ) {
        #expect(NamePattern(typed).match("최민호") == match)
    }

    @Test func `a Latin spelling is read without blanks and hyphens, word by word`() {
        #expect(NamePattern("choi").match("Choi Min-ho") == .beginning)
        #expect(NamePattern("min ho").match("Choi Min-ho") == .word)
        #expect(NamePattern("choiminho").match("Choi Min-ho") == .whole)
        #expect(NamePattern("서해구").match("인천광역시 서해구") == .word)
        #expect(NamePattern("인천 서").match("인천광역시 서해구") == nil)
    }

    @Test func `the better of several spellings counts`() {
        #expect(NamePattern("choi").match(["최민호", "Choi Min-ho"]) == .beginning)
        #expect(NamePattern("x").match(["최민호", "Choi Min-ho"]) == nil)
        #expect(NamePattern(String(repeating: "ㄱ", count: 10_000)).match("가") == nil)
    }
}
