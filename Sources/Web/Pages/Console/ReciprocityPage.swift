import Hometown
import Ledger

/// 상호기부 현황. Who gave whom: a matrix, and what is still unanswered.
struct ReciprocityPage {
    let record: ReciprocityRecord
    let visit: Visit

    /// A wider matrix is a list only.
    private static let linesMax = 40

    private var say: Phrases { visit.say }

    var screen: Screen {
        let lines = lines
        let cells = record.matrix.cells
        let total = record.told(cells, to: visit.reader).total
        let rows = ReciprocityTable.rows(of: cells, in: record, for: visit.reader)
        let drawn = matrix(lines, rows)
        let covering = rows.contains { $0.tally.cover != nil } ? say.covering : nil
        let period = Notation.range(record.question.period, in: visit.language)
        let waiting = rows.filter { !$0.cell.isAnswered }.sorted {
            (record.daysUnanswered($0.cell) ?? -1) > (record.daysUnanswered($1.cell) ?? -1)
        }
        return Screen(
            visit.frame(
                say("상호기부 현황", "Who gave whom"), modules: drawn == nil ? [] : [.matrix]),
            Title(say("상호기부 현황", "Who gave whom"), lead: period),
            [
                form,
                FigureRow(figures: [
                    Figure(
                        label: say("기부", "Gifts"), value: say.number(of: total),
                        unit: total.cover == nil ? say[.unitCount] : nil,
                        notes: total.undisclosed > 0
                            ? [
                                say(
                                    "미공개 \(say.count(total.undisclosed))",
                                    "\(say.number(total.undisclosed)) undisclosed")
                            ] : []),
                    money(total),
                    Figure(
                        label: say("답례 없음", "Unanswered"), value: say.number(Int64(waiting.count)),
                        unit: say[.unitCount]),
                ]), covering, drawn,
                Block(
                    "unanswered", say("답례 없는 기부", "Unanswered gifts"),
                    intro: say(
                        "기부로 적은 것만 봅니다. 인원만 적은 답례는 상호기부 화면에 있습니다. "
                            + "오래된 것이 위에 있습니다.",
                        "Of recorded donations alone: an answer that only counts people stands "
                            + "with its exchange. The longest wait first."),
                    [
                        waiting.isEmpty
                            ? Empty(say("모두 답례했습니다.", "All are answered."))
                            : ReciprocityTable(record, Array(waiting.prefix(200)), visit).table
                    ]), list(rows),
            ])
    }

    private func money(_ total: Facts.Tally) -> Figure {
        let label = say("공개된 금액", "Disclosed amount")
        guard total.cover == nil else { return Figure(label: label, value: say.won(of: total)) }
        guard total.count > total.undisclosed else {
            return Figure(label: label, value: Notation.amount(nil, in: visit.language))
        }
        let exact = Notation.amount(total.amount, in: visit.language)
        let value = Notation.tile(total.amount, in: visit.language)
        return Figure(label: label, value: value, notes: exact == value ? [] : [exact])
    }

    private func list(_ rows: [ReciprocityTable.Row]) -> Block {
        Block(
            "list", say("표로 보기", "As a list"),
            [
                rows.isEmpty
                    ? Empty(say[.exchangesEmpty])
                    : ReciprocityTable(record, Array(rows.prefix(1_000)), visit).table
            ])
    }

    private var form: FilterForm {
        FilterForm(
            action: visit.address(without: ["from", "to", "level", "as_of"]),
            label: say("조건", "Filters"),
            submit: say("조회", "Show"),
            fields: [
                .init(
                    name: "from", label: say("부터", "From"),
                    value: "\(record.question.period.lowerBound)", inputMode: "numeric"),
                .init(
                    name: "to", label: say("까지", "To"),
                    value: "\(record.question.period.upperBound)", inputMode: "numeric"),
                .init(
                    name: "level", label: say("단위", "Level"), value: record.question.level.rawValue,
                    options: [
                        ("metropolitan", say("광역", "metropolitan")),
                        ("basic", say("지자체마다", "each government")),
                    ]),
                .init(
                    name: "as_of", label: say("구역", "Governments"),
                    value: visit.query["as_of"] ?? "",
                    options: [
                        ("", say("기부 당시의 구역", "as they were")),
                        ("today", say("현재 구역으로 환산", "rolled up to today's")),
                    ]),
            ])
    }

    private var lines: [Government] {
        Set(record.matrix.cells.flatMap { [$0.pair.from, $0.pair.to] })
            .compactMap { record.governments[id: $0] }.sorted { $0.code < $1.code }
    }

    private func matrix(_ lines: [Government], _ rows: [ReciprocityTable.Row]) -> Block? {
        guard !lines.isEmpty, lines.count <= ReciprocityPage.linesMax else { return nil }
        let label = say("준 쪽이 줄, 받은 쪽이 칸", "Givers are rows, receivers columns")
        return Block(
            "matrix", say("주고받은 표", "The matrix"),
            intro: say(
                "칸마다 건수와 공개된 금액입니다. 되받은 짝은 ●, 답례가 없는 짝은 ◐입니다.",
                "Each cell holds gifts and their disclosed amount: ● answered, ◐ unanswered."),
            [
                Scrolled(
                    label: label, part: ReciprocityMatrixTable(record, lines, rows, label, visit))
            ])
    }
}

/// The matrix itself: row and column heads stay in sight, and a cell says its sentence to whoever
/// does not see where it stands.
struct ReciprocityMatrixTable: Part {
    private let record: ReciprocityRecord
    private let lines: [Government]
    private let caption: String
    private let visit: Visit
    private let rows: [ReciprocityMatrix.Pair: ReciprocityTable.Row]

    init(
        _ record: ReciprocityRecord, _ lines: [Government], _ rows: [ReciprocityTable.Row],
        _ caption: String, _ visit: Visit
    ) {
        self.record = record
        self.lines = lines
        self.caption = caption
        self.visit = visit
        self.rows = Dictionary(uniqueKeysWithValues: rows.map { ($0.cell.pair, $0) })
    }

    private func name(_ government: Government) -> String {
        government.level == .metropolitan
            ? record.governments.shortName(of: government, in: visit.language)
            : government.name.text(in: visit.language)
    }

    func write(to writer: inout MarkupWriter) {
        let say = visit.say
        writer.element("table", ["class": "matrix"]) { writer in
            writer.element("caption", [:]) { $0.text(caption) }
            writer.element("thead", [:]) { writer in
                writer.element("tr", [:]) { writer in
                    writer.element("th", ["scope": "col"]) { $0.text(say("준 쪽", "From")) }
                    for line in lines {
                        writer.element("th", ["scope": "col"]) { $0.text(name(line)) }
                    }
                }
            }
            writer.element("tbody", [:]) { writer in
                for from in lines {
                    writer.element("tr", [:]) { writer in
                        writer.element("th", ["scope": "row"]) { $0.text(name(from)) }
                        for to in lines { write(from, to, &writer) }
                    }
                }
            }
        }
    }

    private func write(_ from: Government, _ to: Government, _ writer: inout MarkupWriter) {
        let pair = ReciprocityMatrix.Pair(from: from.id, to: to.id)
        guard let (cell, tally) = rows[pair] else { return writer.raw("<td></td>") }
        let say = visit.say
        let sentence = say(
            "\(name(from))에서 \(name(to))에: ", "\(name(from)) to \(name(to)): ")
        writer.element("td", ["class": cell.isAnswered ? "both" : "unanswered"]) { writer in
            writer.element("span", ["class": "hide"]) { $0.text(sentence) }
            writer.text("\(cell.isAnswered ? "●" : "◐") \(say.count(of: tally))")
            writer.element("span", ["class": "sub"]) { $0.text(say.won(of: tally)) }
        }
    }
}
