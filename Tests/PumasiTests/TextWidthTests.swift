import Hometown
import Interchange
import Testing

@testable import pumasi

/// Columns on a terminal, on one that draws □ ○ ※ ① wide and on others.
@Suite struct TextWidthTests {
    @Test(arguments: [
        ("", 0, 0), ("abc", 3, 3), ("세종", 4, 4), ("ＡＢ", 4, 4), ("e\u{301}", 1, 1),
        ("□○※①", 4, 8), ("△1,000", 6, 7), ("①안", 3, 4), ("…", 1, 2), ("─│", 2, 4), ("αβ", 2, 4),
        ("\u{A0}\u{A1}\u{A2}", 3, 4), ("\u{24E9}\u{24EA}\u{24EB}", 3, 5), ("\u{FFFD}", 1, 2),
    ])
    func `what is ambiguous is as wide as the terminal has it`(
        text: String, narrow: Int, wide: Int
    ) {
        #expect(TextWidth().columns(text) == narrow)
        #expect(TextWidth(isAmbiguousWide: true).columns(text) == wide)
    }

    @Test(arguments: [
        ("\u{301}e", 1), ("\u{20DD}", 0), ("\u{3099}", 0), ("a\u{200B}b", 2), ("a\u{200D}b", 2),
        ("\u{FEFF}세종\u{200D}", 4), ("\u{200E}1\u{200F}", 1), ("\u{2060}", 0),
        ("1\u{FE0F}\u{20E3}", 1), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2),
        ("\u{3164}", 2), ("\u{AD}", 1),
    ])
    func `what is not drawn by itself takes no column`(text: String, columns: Int) {
        #expect(TextWidth().columns(text) == columns)
        #expect(TextWidth(isAmbiguousWide: true).columns(text) == columns)
    }

    @Test func `the table of ambiguous characters is in order and apart from the wide ones`() {
        #expect(TextWidth.ambiguous == TextWidth.ambiguous.sorted())
        #expect(TextWidth.ambiguous.count.isMultiple(of: 2))
        for scalar in TextWidth.ambiguous.compactMap({ Unicode.Scalar($0) }) {
            let text = String(Character(scalar))
            #expect(TextWidth(isAmbiguousWide: true).columns(text) == 2, "\(scalar.value)")
        }
    }

    @Test func `a column is padded by what the terminal draws`() {
        var table = TextTable([("가", "A"), ("나", "B")], in: .english)
        table.add(["□", "x"])
        table.add(["abcd", "y"])
        #expect(table.aligned() == "A     B\n□     x\nabcd  y")
        #expect(table.aligned(TextWidth(isAmbiguousWide: true)) == "A     B\n□    x\nabcd  y")
    }

    @Test(arguments: [
        ("세종특별자치시", 14, "세종특별자치시"), ("세종특별자치시", 13, "세종특별자치…"),
        ("세종특별자치시", 12, "세종특별자…"), ("abc", 2, "a…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ("👩‍👩‍👧x", 2, "…"), ("", 0, ""),
    ])
    func `a text is cut between characters`(text: String, columnsMax: Int, cut: String) {
        #expect(TextWidth().cut(text, to: columnsMax) == cut)
        #expect(TextWidth(isAmbiguousWide: true).columns("…") == 2)
    }

    @Test func `where rows find no room the widest texts are cut, no number and no id`() {
        var table = TextTable(
            [("가", "NAME"), ("나", "TITLE"), ("다", "AMOUNT"), ("라", "ID")], in: .english)
        let title = String(repeating: "협약", count: 10)
        table.add(["세종특별자치시", title, "1,000", "0190"], exactly: ["AMOUNT": .number(1000)])
        let whole = "세종특별자치시  \(title)   1,000  0190"
        let lines = { (columnsMax: Int?) in
            table.aligned(within: columnsMax).split(separator: "\n").map(String.init)
        }
        #expect(lines(nil).last == whole)
        #expect(lines(70).last == whole)
        #expect(lines(69).last == "세종특별자치시  \(title.prefix(19))…   1,000  0190")
        for columnsMax in 40...69 {
            for line in lines(columnsMax) {
                #expect(TextWidth().columns(line) <= columnsMax, "\(columnsMax): \(line)")
            }
            #expect(lines(columnsMax).last?.hasSuffix(" 1,000  0190") == true)
        }
        // Twelve and twelve are the least; then the terminal breaks the lines.
        #expect(lines(39).last == whole)
    }

    @Test func `where that is not enough an id goes whose row has a number`() {
        var table = TextTable([("번호", "NO"), ("이름", "NAME"), ("ID", "ID")], in: .korean)
        table.add(["D-2026-000123", "세종특별자치시", "0190a5c0-0000-7000-8000-000000000000"])
        let lines = { (columnsMax: Int?) in
            table.aligned(within: columnsMax).split(separator: "\n").map(String.init)
        }
        #expect(lines(67).last?.hasSuffix(" 0190a5c0-0000-7000-8000-000000000000") == true)
        #expect(lines(60) == ["번호           이름", "D-2026-000123  세종특별자치시"])
        #expect(lines(20) == lines(60))
    }

    @Test func `it is said by option and by variable`() async throws {
        let key = "terminal.ambiguousWide = "
        let bare = try await Program.run(["config", "show"])
        #expect(bare.output.contains(key + "false"), "\(bare.error)")
        let asked = try await Program.run(["config", "show", "--ambiguous-wide"])
        #expect(asked.output.contains(key + "true"), "\(asked.error)")
        let set = try await Program.run(
            ["config", "show"], ["PUMASI_TERMINAL_AMBIGUOUS_WIDE": "true"])
        #expect(set.output.contains(key + "true"), "\(set.error)")
    }
}
