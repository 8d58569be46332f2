import Interchange
import Testing

@Suite struct NDJSONTests {
    private func rows(_ text: String) throws -> [[String]] {
        var reader = try NDJSONReader(
            MemoryBytes(Array(text.utf8)).open(), columns: ["a", "b", "c"])
        var rows: [[String]] = []
        var cells: [String] = []
        while try reader.next(into: &cells) != nil { rows.append(cells) }
        return rows
    }

    @Test func `a flat object a line is a row`() throws {
        let text = """
            {"a":"가\\n\\u00e9\\ud83d\\udc96","b":100000,"c":true}\r

             { "b" : null , "a" : "" }
            """
        #expect(try rows(text) == [["가\né💖", "100000", "true"], ["", "", ""]])
    }

    @Test(arguments: [
        "{", "[]", "{\"a\":[1]}", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "{\"a\":nul}",
        "{\"a\":\"\\ud800\"}", "{\"a\":\"\\u12\"}", "{\"a\":01x}", "{\"a\":\"open}",
    ])
    func `what is no flat object is named by its line`(line: String) {
        #expect(throws: SheetProblem(row: 2, column: nil, .notAnObject)) {
            try rows("{\"a\":1}\n" + line + "\n")
        }
    }

    @Test func `an unknown name is refused`() {
        #expect(throws: SheetProblem(row: 1, column: nil, .unknownName("d"))) {
            try rows("{\"d\":1}")
        }
    }

    @Test func `what is written is read back`() throws {
        var writer = NDJSONWriter(names: ["a", "b", "c"])
        writer.append([.text("줄\n\"바꿈\"\\\u{1}"), .number(7), .empty])
        #expect(
            try rows(String(decoding: writer.take(), as: UTF8.self))
                == [["줄\n\"바꿈\"\\\u{1}", "7", ""]])
    }
}
