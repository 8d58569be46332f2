import Hometown
import Testing

@testable import Web

@Suite struct JSONWriterTests {
    private func text(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `members keep their order and unknown values are null`() throws {
        let date = try #require(CivilDate("2023-04-10"))
        let written = text { writer in
            writer.object { writer in
                writer.field("amount", Won(100_000))
                writer.field("undisclosed", Won?.none)
                writer.field("on", date)
                writer.field("at", Instant(microseconds: 0))
                writer.field("id", Identifier(high: 0, low: 255))
                writer.field("flag", true)
                writer.array("list", [1, 2]) { $1.value($0) }
                writer.object("empty") { _ in }
                writer.field("name", "최민호")
            }
        }
        #expect(
            written == """
                {"amount":100000,"undisclosed":null,"on":"2023-04-10",\
                "at":"1970-01-01T09:00:00+09:00",\
                "id":"00000000-0000-0000-0000-0000000000ff","flag":true,"list":[1,2],\
                "empty":{},"name":"최민호"}
                """)
    }

    @Test func `what JSON must escape is escaped`() {
        #expect(text { $0.value("\"\\\n\r\t\u{1}\u{1F}/é") } == #""\"\\\n\r\t\u0001\u001f/é""#)
    }

    @Test func `a list of lists has its commas`() {
        #expect(
            text { $0.array([[1], [], [2, 3]]) { $1.array($0) { $1.value($0) } } }
                == "[[1],[],[2,3]]")
    }
}
