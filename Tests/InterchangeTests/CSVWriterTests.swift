import Interchange
import Testing

@Suite struct CSVWriterTests {
    @Test func `a list is written with a mark, quotes where needed and CRLF`() throws {
        var writer = try CSVWriter()
        writer.append([.text("금액"), .text("말, \"인용\""), .text("줄\n바꿈"), .empty])
        writer.append([.number(-5), .text("007"), .text(""), .text("나")])
        let text = String(decoding: writer.take(), as: UTF8.self)
        #expect(
            text == "\u{FEFF}금액,\"말, \"\"인용\"\"\",\"줄\n바꿈\",\r\n-5,007,,나\r\n")
        #expect(writer.take().isEmpty)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+82", "'+82"), ("-3", "'-3"), ("@a", "'@a"), ("\tx", "'\tx"),
        ("\rx", "'\rx"), ("\0x", "'\0x"), ("＝x", "'＝x"), ("＠x", "'＠x"), ("'x", "''x"),
        ("'", "''"), ("a=1", "a=1"), ("", ""), ("홍길동", "홍길동"), ("\nx", "'\nx"),
    ])
    func `a text that could be a formula gets an apostrophe, which comes off again`(
        text: String, guarded: String
    ) {
        #expect(FormulaGuard.guarding(text) == guarded)
        #expect(FormulaGuard.unguarding(guarded) == text)
    }

    @Test func `an apostrophe that guards nothing is left alone`() {
        #expect(FormulaGuard.unguarding("'23년") == "'23년")
    }

    @Test func `what CP949 lacks is named by row, column and character`() throws {
        var writer = try CSVWriter(encoding: .cp949)
        writer.append([.text("똠"), .text("금액")])
        writer.append([.text("ok"), .text("가💖나₩")])
        #expect(
            writer.problems.map { "\($0.row) \($0.column) \($0.character)" } == [
                "2 2 💖", "2 2 ₩",
            ])
        #expect(Array(writer.bytes.prefix(2)) == [0x8C, 0x63])
    }
}
