import Hometown
import Testing

@testable import Web

@Suite struct LanguageTests {
    @Test(arguments: [
        ("ko", Language.korean), ("en", .english), ("en-US,en;q=0.9,ko;q=0.8", .english),
        ("ko-KR,ko;q=0.9,en;q=0.8", .korean), ("fr", .korean), ("fr, en;q=0.1", .english),
        ("", .korean), ("*", .korean), ("en;q=0", .korean), ("en;q=0.5, ko;q=0.5", .korean),
        ("en;q=0.501, ko;q=0.5", .english), ("EN", .english), ("en;q=abc, ko;q=0.1", .korean),
        (";;,,=", .korean), ("en ; q=1.0 , ko ; q=0.999", .english),
    ])
    func `the better liked language wins and Korean a tie`(header: String, language: Language) {
        #expect(Language(accepting: header) == language)
    }

    @Test func `the address decides before the header`() {
        #expect(Language(path: "/en", accepting: "ko") == .english)
        #expect(Language(path: "/en/open", accepting: nil) == .english)
        #expect(Language(path: "/english", accepting: nil) == .korean)
        #expect(Language(path: "/open", accepting: "en") == .english)
    }
}
