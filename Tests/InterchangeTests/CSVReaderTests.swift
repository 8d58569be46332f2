import Interchange
import Testing

@Suite struct CSVReaderTests {
    /// Gives its bytes in pieces of one size, however small.
    private struct Pieces: ByteSource {
        let bytes: [UInt8]
        let size: Int

        struct Reader: ByteReader {
            var rest: ArraySlice<UInt8>
            let size: Int

            mutating func read(upTo bytesMax: Int) -> [UInt8] {
                defer { rest = rest.dropFirst(min(size, bytesMax)) }
                return Array(rest.prefix(min(size, bytesMax)))
            }
        }

        func open() -> any ByteReader { Reader(rest: bytes[...], size: size) }
    }

    private func rows(
        _ bytes: [UInt8], encoding: TextEncoding = .utf8, hasMark: Bool = false,
        delimiter: UInt8? = nil, limits: SheetLimits = SheetLimits(), pieces: Int = 1 << 20
    ) throws -> [[String]] {
        var reader = try CSVReader(
            Pieces(bytes: bytes, size: pieces).open(), delimiter: delimiter, encoding: encoding,
            hasMark: hasMark, limits: limits)
        var rows: [[String]] = []
        var cells: [String] = []
        while let number = try reader.next(into: &cells) {
            #expect(number == rows.count + 1)
            rows.append(cells)
        }
        return rows
    }

    @Test(arguments: [
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b,\n1,,\n", [["a", "b", ""], ["1", "", ""]]),
        ("\"a,\"\"b\"\"\",\"줄\r\n바꿈\"\n", [["a,\"b\"", "줄\r\n바꿈"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        (" a , b \n", [[" a ", " b "]]),
        ("a\"b,c\n", [["a\"b", "c"]]),
        ("\"\",\"\"\"\"\n", [["", "\""]]),
        ("", []),
        ("a;b;c,d\n", [["a", "b", "c,d"]]),
        ("a\tb\tc;d\n", [["a", "b", "c;d"]]),
        ("title\n\na\tb\n1,0\t2\n", [["title"], [""], ["a", "b"], ["1,0", "2"]]),
        ("한글,💖,é\n", [["한글", "💖", "é"]]),
    ])
    func `rows are read as RFC 4180 writes them, in pieces of any size`(
        text: String, expected: [[String]]
    ) throws {
        for pieces in [1, 2, 3, 7, 1 << 20] {
            // Guessing the delimiter takes the whole first row.
            let delimiter: UInt8? = pieces < 1 << 20 ? guess(text) : nil
            let found = try rows(Array(text.utf8), delimiter: delimiter, pieces: pieces)
            #expect(found == expected, "in pieces of \(pieces)")
        }
    }

    private func guess(_ text: String) -> UInt8 {
        text.contains("\t") ? 9 : text.contains(";b") ? UInt8(ascii: ";") : UInt8(ascii: ",")
    }

    @Test func `a byte order mark is no part of the first cell`() throws {
        let bytes = TextEncoding.utf8Mark + Array("금액\n".utf8)
        #expect(try rows(bytes, hasMark: true) == [["금액"]])
    }

    /// 0x8C63 is 똠, whose second byte is the letter c; EUC-KR does not have it.
    @Test func `CP949 is decoded cell by cell`() throws {
        let bytes: [UInt8] = [0x8C, 0x63, 0x2C, 0xB1, 0xDD, 0xBE, 0xD7, 0x0A]
        #expect(try rows(bytes, encoding: .cp949) == [["똠", "금액"]])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n", 2, 2, SheetProblem.Cause.quoteNotClosed),
        ("a,b\n\"1\"x,2\n", 2, 1, .textAfterQuote),
        ("a,b\n1,\"2\" \n", 2, 2, .textAfterQuote),
        ("a,b,c,d,e\n", 1, 5, .tooManyColumns(columnsMax: 4)),
        ("a\n" + String(repeating: "x", count: 65) + "\n", 2, 1, .rowTooLong(bytesMax: 64)),
    ])
    func `what breaks a table is named by row and column`(
        text: String, row: Int, column: Int, cause: SheetProblem.Cause
    ) {
        var limits = SheetLimits()
        (limits.rowBytesMax, limits.columnsMax) = (64, 4)
        #expect(throws: SheetProblem(row: row, column: column, cause)) {
            try rows(Array(text.utf8), limits: limits, pieces: 32)
        }
    }

    @Test func `bytes that are no text are named by row and column`() {
        let wrong = Array("a,b\n1,".utf8) + [0xFF, 0xFE] + Array("\n".utf8)
        for encoding in TextEncoding.allCases {
            #expect(throws: SheetProblem(row: 2, column: 2, .notInEncoding(encoding))) {
                try rows(wrong, encoding: encoding)
            }
        }
    }

    /// Endless, and never a line break.
    private struct OneLine: ByteReader {
        private(set) var read = 0

        mutating func read(upTo bytesMax: Int) -> [UInt8] {
            read += bytesMax
            return [UInt8](repeating: UInt8(ascii: "x"), count: bytesMax)
        }
    }

    @Test func `a line without an end is refused after the longest row`() throws {
        var reader = try CSVReader(OneLine())
        var cells: [String] = []
        #expect(throws: SheetProblem(row: 1, column: 1, .rowTooLong(bytesMax: 1 << 20))) {
            try reader.next(into: &cells)
        }
    }
}
