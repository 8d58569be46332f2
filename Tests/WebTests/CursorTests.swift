import Testing

@testable import Web

@Suite struct CursorTests {
    @Test(arguments: [["a"], ["2023-04-10", "42"], ["", ""], ["충청남도", "?&=/+", "x"]])
    func `what is packed comes out again`(keys: [String]) {
        let cursor = Cursor(keys: keys)
        #expect(Cursor(cursor.text)?.keys == keys)
        #expect(cursor.text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "+") })
    }

    @Test(arguments: [
        "", "=", "a", "YQ==", "Y", "YR", "_w", "가", String(repeating: "Y", count: 513),
    ])
    func `what was not packed here is refused`(text: String) {
        #expect(Cursor(text) == nil)
    }
}
