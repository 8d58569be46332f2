import Hometown
import Testing

@testable import Web

/// What the cells of a table say of themselves to the stylesheet.
@Suite struct TableTests {
    private func markup(_ cell: Cell) -> String {
        var writer = MarkupWriter(capacity: 1_024)
        let table = Table("칸", columns: [.init("이름"), .init("값")], rows: [[Cell("이름"), cell]])
        table.write(to: &writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "S-2026-000159", "2026. 9. 15.", "2026. 11. 9.∼11. 15.", "2026. 11. 24.(화) 02:00",
        "9 to 15 November 2026", "11110",
    ])
    func `no line ends within a number, a code, a day or a span of days`(text: String) {
        #expect(markup(Cell(text)).contains("<td class=\"whole\" data-label=\"값\">"))
        #expect(markup(Cell("세종", sub: text)).contains("<span class=\"sub whole\">"))
    }

    @Test(arguments: [
        "-", "세종특별자치시", "A great many words", "01a2063c-8d2e-7798-84c0-055a04fd9a87",
    ])
    func `what is long or said in words goes on in the next line`(text: String) {
        #expect(markup(Cell(text)).contains("<td data-label=\"값\">"))
        #expect(markup(Cell("세종", sub: text)).contains("<span class=\"sub\">"))
    }

    @Test func `what is said of a cell stands in it above its value, and describes it`() {
        var cell = Cell("100,00")
        cell.messages = [
            CellMessage(id: "m1", text: "쉼표 <자리>", isWarning: false),
            CellMessage(id: "m2", text: "같은 기부", isWarning: true),
        ]
        let wanted =
            "<td data-label=\"값\" aria-describedby=\"m1 m2\">"
            + "<p class=\"error\" id=\"m1\">쉼표 &lt;자리&gt;</p>"
            + "<p class=\"hint warning\" id=\"m2\">같은 기부</p>100,00</td>"
        #expect(markup(cell).contains(wanted), "\(markup(cell))")
        var blank = Cell.empty
        blank.messages = cell.messages
        #expect(!blank.isEmpty && !markup(blank).contains("\"empty\""))
    }

    @Test func `a cell is empty only where nothing stands in it`() {
        var marked = Cell("")
        marked.runs = RunCells(runs: [], visitor: Visitor(language: .korean))
        for cell in [marked, Cell(Chip("standing", "유효")), Cell("", sub: "메모"), Cell("0")] {
            #expect(!cell.isEmpty)
            #expect(!markup(cell).contains("\"empty\""))
        }
        #expect(markup(.empty).contains("<td class=\"empty\" data-label=\"값\"></td>"))
    }
}
