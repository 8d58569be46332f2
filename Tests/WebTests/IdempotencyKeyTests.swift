import Testing

@testable import Web

@Suite struct IdempotencyKeyTests {
    @Test(arguments: [
        ("abc", "abc"), ("\"abc\"", "abc"), (#""a\"b\\c""#, #"a"b\c"#), ("a b", "a b"),
        ("\" \"", " "), ("~!", "~!"), ("a\"b", "a\"b"),
    ])
    func `both forms of a key are one key`(field: String, text: String) {
        #expect(IdempotencyKey(field)?.text == text)
    }

    @Test(arguments: [
        "", "\"\"", "\"", "\"a", "\"a\"b\"", #""a\""#, #""\n""#, "키", "a\u{7F}", "a\tb",
    ])
    func `what is no key is refused`(field: String) {
        #expect(IdempotencyKey(field) == nil)
    }

    @Test func `a key has 255 characters at most in either form`() {
        let longest = String(repeating: "k", count: 255)
        #expect(IdempotencyKey(longest)?.text == longest)
        #expect(IdempotencyKey("\"\(longest)\"")?.text == longest)
        #expect(IdempotencyKey(longest + "k") == nil)
        #expect(IdempotencyKey("\"\(longest)k\"") == nil)
    }
}
