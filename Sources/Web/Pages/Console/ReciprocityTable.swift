import Hometown
import Ledger

/// 주고받은 짝. Who gave whom how much and whether it came back, a direction a row: what the matrix
/// shows, as a list.
struct ReciprocityTable {
    /// A cell, and what it comes to as the visitor may see it.
    typealias Row = (cell: ReciprocityMatrix.Cell, tally: Facts.Tally)

    private let record: ReciprocityRecord
    private let rows: [Row]
    private let visit: Visit

    init(_ record: ReciprocityRecord, _ rows: [Row], _ visit: Visit) {
        self.record = record
        self.rows = rows
        self.visit = visit
    }

    /// What is covered depends on all that is told together: a part of a list is taken from these.
    static func rows(
        of cells: [ReciprocityMatrix.Cell], in record: ReciprocityRecord, for reader: Reader
    ) -> [Row] {
        zip(cells, record.told(cells, to: reader).cells).map { ($0, $1) }
    }

    private var say: Phrases { visit.say }

    var table: Table {
        Table(
            say("준 쪽, 받은 쪽, 건수와 금액, 답례", "Giver, receiver, gifts, amount and answer"),
            unit: say[.unitWon],
            columns: [
                .init(say("준 쪽", "From")), .init(say("받은 쪽", "To")),
                .init(say("건수", "Gifts"), isNumber: true),
                .init(say[.amount], isNumber: true),
                .init(say("미공개", "Undisclosed"), isNumber: true),
                .init(say("답례", "Answer")),
            ],
            rows: rows.map { cell, tally in
                [
                    name(cell.pair.from), name(cell.pair.to), Cell(say.number(of: tally)),
                    Cell(say.won(of: tally)),
                    Cell(tally.cover == nil ? say.number(tally.undisclosed) : "-"), answer(cell),
                ]
            })
    }

    private func name(_ id: Int16) -> Cell {
        guard let government = record.governments[id: id] else { return Cell("-") }
        return Cell(
            record.governments.fullName(of: government).text(in: visit.language),
            href: visit.visitor.path(
                (visit.isOpen ? "/p" : "") + "/governments/\(government.code)"))
    }

    private func answer(_ cell: ReciprocityMatrix.Cell) -> Cell {
        guard !cell.isAnswered else { return Cell(Chip("answered", say("답례함", "answered"))) }
        let days = record.daysUnanswered(cell).map { say.age(atLeast: $0, atMost: $0) }
        return Cell(Chip("one_sided", say("답례 없음", "no answer")), sub: days)
    }
}
