import Testing

@testable import Hometown

@Suite struct Base32Tests {
    /// RFC 4648, 10, without its padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
    ])
    func `bytes are written as the RFC says`(text: String, expected: String) {
        #expect(Base32.text(Array(text.utf8)) == expected)
        #expect(Base32.isText(expected))
    }

    @Test func `a text to copy stands in groups of four`() {
        #expect(Base32.groups("MZXW6YTBOI", separator: " ") == "MZXW 6YTB OI")
        #expect(Base32.groups("MZXW6YTB", separator: "-") == "MZXW-6YTB")
        #expect(Base32.groups("", separator: "-") == "")
    }

    @Test(arguments: ["MZXW1", "MZXW8", "MZXW0", "mzxw", "MZXW=", "MZ XW", "가"])
    func `what is outside of its alphabet is none`(text: String) {
        #expect(!Base32.isText(text))
    }
}
