import Foundation
import Hometown
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Ledger
@testable import Web

/// The pictures of relays of any size, held by their geometry.
@Suite struct RelayPictureTests {
    static let today = SampleOverview.readAt.koreanDate

    static func diagram(_ record: RelayRecord, _ language: Language = .korean) -> RelayDiagram {
        RelayDiagram(
            record, on: today, SampleOverview.registry, Phrases(language: language))
    }

    struct Frame {
        let left: Int
        let top: Int
        let right: Int
        let bottom: Int

        func overlaps(_ other: Frame) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        func holds(_ other: Frame) -> Bool {
            left <= other.left && top <= other.top && other.right <= right
                && other.bottom <= bottom
        }
    }

    /// As wide as the text can be in any of the fonts, as high as a line of Hangul.
    private static func frame(_ text: RelayBoxDrawing.Text) -> Frame {
        let label = text.label
        let width = RelayTextWidth.of(text.text, size: label.size)
        let left = label.isCentred ? label.x - width / 2 : label.x
        return Frame(
            left: left, top: label.y - label.size * 88 / 100, right: left + width,
            bottom: label.y + label.size * 24 / 100)
    }

    @Test(arguments: [1, 10, 100, 1_000, 3_000])
    func `no label leaves its box, and none lies on another`(runs: Int) {
        for language in Language.allCases {
            let diagram = Self.diagram(RandomRelayRecord.record(runs: runs), language)
            let folding = RelayFolding(diagram)
            let chart = RelayChart(folding)
            let say = Phrases(language: language)
            var frames: [Frame] = []
            for (cell, corner) in zip(folding.cells, chart.corners) {
                let box = Frame(
                    left: corner.x, top: corner.y, right: corner.x + RelayChart.boxWidth,
                    bottom: corner.y + RelayChart.boxHeight)
                frames.append(box)
                #expect(box.right <= chart.width && box.bottom <= chart.height)
                guard let place = cell.box else { continue }
                let texts = RelayBoxDrawing(diagram.boxes[place], at: corner, say).texts
                let labels = texts.map(Self.frame)
                #expect(labels.allSatisfy(box.holds), "\(texts.map(\.text))")
                for (index, label) in labels.enumerated() {
                    #expect(
                        !labels[..<index].contains { $0.overlaps(label) },
                        "\(texts.map(\.text))")
                }
            }
            let columns = Dictionary(grouping: frames, by: \.left).values
            for column in columns {
                let sorted = column.sorted { $0.top < $1.top }
                #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.bottom <= $1.top })
            }
            let lefts = Set(frames.map(\.left)).sorted()
            #expect(
                zip(lefts, lefts.dropFirst()).allSatisfy { $0 + RelayChart.boxWidth < $1 })
        }
    }

    @Test(arguments: [10, 100, 1_000])
    func `lines have right angles, lead from box to box and turn in lanes of their own`(
        runs: Int
    ) {
        let diagram = Self.diagram(RandomRelayRecord.record(runs: runs))
        let folding = RelayFolding(diagram)
        let chart = RelayChart(folding)
        var turns: [Int: [ClosedRange<Int>]] = [:]
        for (line, drawn) in zip(folding.lines, chart.lines) {
            let (from, to) = (chart.corners[line.from], chart.corners[line.to])
            #expect(drawn.points.first?.x == from.x + RelayChart.boxWidth)
            #expect(drawn.points.last?.x == to.x)
            for (corner, point) in [
                (from, drawn.points.first), (to, drawn.points.last),
            ] {
                let y = point?.y ?? -1
                #expect(y >= corner.y && y <= corner.y + RelayChart.boxHeight)
            }
            for (before, after) in zip(drawn.points, drawn.points.dropFirst()) {
                #expect(before.x == after.x || before.y == after.y)
                guard before.x == after.x, abs(before.y - after.y) > 1 else { continue }
                turns[before.x, default: []].append(
                    min(before.y, after.y)...max(before.y, after.y))
            }
        }
        for (_, spans) in turns {
            let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
            #expect(
                zip(sorted, sorted.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
    }

    @Test func `a column of more than sixty folds, and nobody is lost`() {
        let diagram = Self.diagram(RandomRelayRecord.record(runs: 3_000))
        let folding = RelayFolding(diagram)
        let columns = Dictionary(grouping: folding.cells, by: \.generation).values
        #expect(columns.allSatisfy { $0.count <= RelayFolding.columnMax })
        #expect(columns.contains { $0.contains { $0.box == nil } })
        let shown = folding.cells.count { $0.box != nil }
        #expect(
            shown + folding.cells.reduce(0) { $0 + $1.folded } == diagram.boxes.count)
    }

    @Test func `the same relay gives the same bytes, well formed, without a foreign file`()
        throws
    {
        let record = RandomRelayRecord.record(runs: 300).published(showing: [])
        for format in RelayExport.Format.allCases {
            let export = { () -> [UInt8] in
                RelayExport(
                    record, on: Self.today, SampleOverview.registry,
                    for: Reader(language: .korean, role: nil)
                ).bytes(as: format)
            }
            let bytes = export()
            #expect(bytes == export(), "\(format)")
            guard format == .svg || format == .timeline || format == .graphml else { continue }
            let parser = XMLParser(data: Data(bytes))
            #expect(parser.parse(), "\(format): \(String(describing: parser.parserError))")
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("href") && !text.contains("style="))
        }
    }

    @Test func `the table has a row for each box of the picture, and says every nominator`()
        throws
    {
        let record = RandomRelayRecord.record(runs: 400).published(showing: [])
        let diagram = Self.diagram(record)
        let export = RelayExport(
            record, on: Self.today, SampleOverview.registry,
            for: Reader(language: .korean, role: nil))
        let table = try JSONReader.read(export.bytes(as: .table))
        guard case .array(let rows)? = table["rows"] else { return #expect(Bool(false)) }
        #expect(rows.count == diagram.boxes.count)
        #expect(Set(rows.compactMap { $0["id"]?.string }) == Set(diagram.boxes.map(\.id)))
        let names = rows.map { row -> Int in
            guard case .array(let names)? = row["nominators"] else { return 0 }
            return names.count
        }
        #expect(names.reduce(0, +) == diagram.links.count)
    }

    @Test func `a syllable is never cut`() {
        let text = "제주특별자치도지사 겸 전국시도지사협의회장"
        for width in stride(from: 20, to: 300, by: 7) {
            let lines = RelayTextWidth.lines(of: text, size: 12, width: width, linesMax: 2)
            #expect(lines.count <= 2)
            #expect(lines.allSatisfy { RelayTextWidth.of($0, size: 12) <= max(width, 12) })
            let said = lines.joined().replacing("…", with: "").replacing(" ", with: "")
            #expect(text.replacing(" ", with: "").hasPrefix(said))
        }
    }

    @Test(arguments: [10, 1_000])
    func `labels along time do not lie on each other`(runs: Int) {
        let diagram = Self.diagram(RandomRelayRecord.record(runs: runs))
        let timeline = RelayTimeline(diagram, Phrases(language: .korean))
        #expect(timeline.marks.count == diagram.boxes.count)
        let rows = Dictionary(grouping: timeline.marks, by: \.y).values
        for row in rows {
            let spans = row.map { mark -> (Int, Int) in
                let width = RelayTextWidth.of(mark.text, size: RelayTimeline.labelSize)
                return (mark.x - 5, mark.label.x + width)
            }.sorted { $0.0 < $1.0 }
            #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.1 <= $1.0 })
        }
        #expect(
            timeline.marks.allSatisfy {
                $0.label.x + RelayTextWidth.of($0.text, size: RelayTimeline.labelSize)
                    <= timeline.width
            })
    }
}
