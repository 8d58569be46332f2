import Hometown
import Interchange

/// 막대그림. Bars of a table's column, as SVG that prints in grey: lengths and figures say all, no
/// colour does. The table beside it is its twin for those who do not see it.
struct SummaryChart {
    /// Rows past these are in the table alone.
    private static let barsMax = 20
    private static let width = 640
    private static let labelWidth = 190
    private static let valueWidth = 90
    private static let barHeight = 16
    private static let rowHeight = 24

    let svg: String

    /// `nil` where nothing can be drawn: no column to show, figures that are covered, or one alone.
    init?(_ table: Summary.Table) {
        guard let column = table.charted else { return nil }
        let bars = table.rows.compactMap { row -> (name: String, value: Int64)? in
            guard case .text(let name) = row[0], case .number(let value) = row[column] else {
                return nil
            }
            return (name, value)
        }
        let most = bars.map(\.value).max() ?? 0
        guard bars.count == table.rows.count, (2...SummaryChart.barsMax).contains(bars.count),
            most > 0
        else { return nil }
        let height = bars.count * SummaryChart.rowHeight + 8
        let room = SummaryChart.width - SummaryChart.labelWidth - SummaryChart.valueWidth
        var svg = """
            <svg class="chart" xmlns="http://www.w3.org/2000/svg" \
            viewBox="0 0 \(SummaryChart.width) \(height)" role="img">\
            <title>\(XMLText.escape(table.caption))</title>
            """
        for (place, bar) in bars.enumerated() {
            let top = place * SummaryChart.rowHeight + 4
            let base = top + 13
            // Widths fit 64 bits: nobody counts 10^16 donations.
            let length = Int(bar.value * Int64(room) / most)
            let left = SummaryChart.labelWidth
            svg += """

                <text x="\(left - 8)" y="\(base)" text-anchor="end">\
                \(XMLText.escape(bar.name))</text>\
                <rect x="\(left)" y="\(top)" width="\(max(length, bar.value > 0 ? 1 : 0))" \
                height="\(SummaryChart.barHeight)"/>\
                <text x="\(left + length + 6)" y="\(base)">\(Notation.grouped(bar.value))</text>
                """
        }
        svg += "\n<path d=\"M\(SummaryChart.labelWidth) 0v\(height)\"/></svg>"
        self.svg = svg
    }
}
