import Hometown

/// 시간 그림. The same boxes along time: a row for each chain, a mark where the day is known and a bar
/// where only a month, a year or a bound is. What has no date at all stands at the left.
struct RelayTimeline {
    struct Mark {
        let box: Int
        let x: Int
        /// Of a bar; 0 of a mark.
        let length: Int
        let y: Int
        let label: RelayChart.Point
        let text: String
    }

    static let labelSize = 13
    private static let rowHeight = 24
    private static let left = 32
    private static let undatedWidth = 220
    private static let top = 56
    /// A day is as wide as makes a year readable, and less where there are many.
    private static let yearWidth = 640
    private static let widthMax = 6_000

    let width: Int
    let height: Int
    let marks: [Mark]
    /// From a mark to the next of its chain.
    let steps: [(from: Int, to: Int)]
    /// The first of each month, or of each year where months would be too narrow.
    let ticks: [(x: Int, text: String)]

    init(_ diagram: RelayDiagram, _ say: Phrases) {
        let days = diagram.boxes.flatMap { [$0.days.earliest, $0.days.latest].compactMap(\.self) }
        let first = days.min()?.daysSinceEpoch ?? 0
        let last = max(days.max()?.daysSinceEpoch ?? 0, first + 30)
        let wanted = (last - first) * RelayTimeline.yearWidth / 365
        let breadth = min(max(wanted, 480), RelayTimeline.widthMax)
        let origin = RelayTimeline.left + RelayTimeline.undatedWidth
        func x(_ day: CivilDate) -> Int {
            origin + (day.daysSinceEpoch - first) * breadth / (last - first)
        }
        let chains = RelayTimeline.chains(diagram)
        var marks: [Mark] = []
        var y = RelayTimeline.top
        var right = origin + breadth
        for chain in chains {
            // In each tier of the row, where the last label ends.
            var tiers: [Int] = []
            for box in chain {
                let (text, days) = (diagram.boxes[box].who.name, diagram.boxes[box].days)
                let start = days.earliest.map(x) ?? days.latest.map { x($0) - 24 }
                let mark = start ?? RelayTimeline.left
                let length = days.latest.map { max(x($0) - mark, 0) } ?? 0
                let labelX = mark + max(length, 8) + 8
                let labelWidth = RelayTextWidth.of(text, size: RelayTimeline.labelSize)
                let tier = tiers.firstIndex { $0 <= mark - 8 } ?? tiers.count
                if tier == tiers.count { tiers.append(0) }
                tiers[tier] = labelX + labelWidth + 8
                let middle = y + tier * RelayTimeline.rowHeight + RelayTimeline.rowHeight / 2
                marks.append(
                    Mark(
                        box: box, x: mark, length: length, y: middle,
                        label: RelayChart.Point(x: labelX, y: middle + 5), text: text))
                right = max(right, labelX + labelWidth)
            }
            y += max(tiers.count, 1) * RelayTimeline.rowHeight + 6
        }
        var placeOfBox: [Int: Int] = [:]
        for (place, mark) in marks.enumerated() { placeOfBox[mark.box] = place }
        steps = diagram.links.compactMap { link in
            guard let from = placeOfBox[link.from], let to = placeOfBox[link.to] else { return nil }
            return (from, to)
        }
        self.marks = marks
        width = right + RelayTimeline.left
        height = y + 16
        let isYearly = (last - first) * 40 > breadth * 30
        ticks = RelayTimeline.months(from: first, to: last).compactMap { month in
            guard !isYearly || month.month == 1 else { return nil }
            let precision: EventDate.Precision = isYearly ? .year : .month
            return (x(month), say.date(EventDate(month, precision: precision)))
        }
    }

    /// Each box goes on the row of the first that led to it, while that row ends there.
    private static func chains(_ diagram: RelayDiagram) -> [[Int]] {
        var nexts = [[Int]](repeating: [], count: diagram.boxes.count)
        for link in diagram.links where link.state != nil { nexts[link.from].append(link.to) }
        let order = diagram.boxes.indices.sorted {
            (diagram.boxes[$0].generation, $0) < (diagram.boxes[$1].generation, $1)
        }
        var isTaken = diagram.boxes.map(\.isFolded)
        var chains: [[Int]] = []
        for start in order where !isTaken[start] {
            var chain = [start]
            isTaken[start] = true
            while let last = chain.last, let next = nexts[last].first(where: { !isTaken[$0] }) {
                isTaken[next] = true
                chain.append(next)
            }
            chains.append(chain)
        }
        return chains
    }

    private static func months(from first: Int, to last: Int) -> [CivilDate] {
        var months: [CivilDate] = []
        let start = CivilDate(daysSinceEpoch: first)
        var (year, month) = (start.year, start.month)
        while let day = CivilDate(year: year, month: month, day: 1), day.daysSinceEpoch <= last {
            if day.daysSinceEpoch >= first { months.append(day) }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return months
    }
}

extension RelayTimeline {
    func bytes(
        _ diagram: RelayDiagram, title: String, id: String = "relay", _ say: Phrases
    ) -> [UInt8] {
        var writer = MarkupWriter(capacity: 4_096 + marks.count * 700)
        writer.open(
            title,
            say.say(
                "가로가 날짜이고 한 줄이 한 사슬입니다. 막대는 그 안의 어느 날인지 모름을 뜻합니다.",
                "Time runs to the right, a row is a chain. A bar says that the day within it is "
                    + "not known."), id: "\(id)-time", width: width, height: height)
        for tick in ticks {
            writer.element(
                "path",
                [
                    "class": "tick", "d": "M\(tick.x) 32V\(height - 8)", "fill": "none",
                    "stroke": RelayColour.line.rawValue,
                ])
        }
        var free = 0
        for tick in ticks where tick.x >= free {
            writer.label(
                tick.text, RelayLabel(x: tick.x + 4, y: 28, size: 12, colour: .subtle))
            free = tick.x + 12 + RelayTextWidth.of(tick.text, size: 12)
        }
        for step in steps {
            let (from, to) = (marks[step.from], marks[step.to])
            writer.element(
                "path",
                [
                    "class": "step", "d": "M\(from.x) \(from.y)L\(to.x) \(to.y)", "fill": "none",
                    "stroke": RelayColour.subtle.rawValue, "stroke-opacity": "0.45",
                ])
        }
        for mark in marks { write(mark, diagram.boxes[mark.box], &writer) }
        writer.raw("</svg>\n")
        return writer.bytes
    }

    private func write(
        _ mark: Mark, _ box: RelayDiagram.Box, _ writer: inout MarkupWriter
    ) {
        let isWaiting = box.kind == .named || box.kind == .accepted
        let colour: RelayColour = isWaiting ? .link : box.kind == .done ? .success : .headText
        if mark.length > 0 {
            writer.element(
                "rect",
                [
                    "class": "bar \(box.kind.rawValue)", "x": "\(mark.x)", "y": "\(mark.y - 4)",
                    "width": "\(mark.length)", "height": "8", "rx": "4",
                    "fill": isWaiting ? RelayColour.ground.rawValue : colour.rawValue,
                    "stroke": colour.rawValue, "stroke-dasharray": isWaiting ? "4 3" : "none",
                ])
        } else {
            writer.element(
                "circle",
                [
                    "class": "dot \(box.kind.rawValue)", "cx": "\(mark.x)", "cy": "\(mark.y)",
                    "r": "5",
                    "fill": isWaiting ? RelayColour.ground.rawValue : colour.rawValue,
                    "stroke": colour.rawValue,
                ])
        }
        writer.label(
            mark.text,
            RelayLabel(
                x: mark.label.x, y: mark.label.y, size: RelayTimeline.labelSize, colour: .text))
        writer.raw("\n")
    }
}
