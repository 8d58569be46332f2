package import Hometown
package import Ledger

extension ReciprocityRecord {
    /// - Parameter unit: only cells of this government's line; `nil` for all.
    package func write(
        to writer: inout JSONWriter, about unit: Government? = nil, for reader: Reader
    ) {
        let cells = cells(about: unit)
        writer.object { writer in
            writer.object("period") { writer in
                writer.field("from", question.period.lowerBound)
                writer.field("to", question.period.upperBound)
            }
            writer.field("level", question.level.rawValue)
            writer.field("as_of", question.rolledUpTo?.description ?? "event")
            writer.field("agreement_id", question.agreement)
            writer.field("counted_to", countedTo)
            writer.array("governments", lines(of: cells)) { line, writer in
                writer.object { writer in
                    writer.members(of: line, governments, for: reader)
                    writer.field("divided", matrix.divided.contains(line.id))
                }
            }
            let (from, to) = (named("from", cells, reader), named("to", cells, reader))
            writer.array("items", cells) { cell, writer in
                writer.object { writer in
                    writer.members(writtenBefore: from[Int(cell.pair.from)])
                    writer.members(writtenBefore: to[Int(cell.pair.to)])
                    writer.tally(cell.tally)
                    writer.field("answered", cell.isAnswered)
                    let isWaiting = !cell.isAnswered
                    writer.field("unanswered_since", isWaiting ? unansweredSince[cell.pair] : nil)
                    writer.field("unanswered_days", isWaiting ? daysUnanswered(cell) : nil)
                }
            }
            writer.object("total") {
                $0.tally(cells.reduce(Facts.Tally()) { $0 + $1.tally })
            }
        }
    }

    /// The cells in the row and the column of a government.
    package func cells(about unit: Government?) -> [ReciprocityMatrix.Cell] {
        guard let unit else { return matrix.cells }
        let line = matrix.line(of: unit)
        return matrix.cells.filter { $0.pair.from == line || $0.pair.to == line }
    }

    /// Every government that has a row or a column, in the order of codes.
    private func lines(of cells: [ReciprocityMatrix.Cell]) -> [Government] {
        Set(cells.flatMap { [$0.pair.from, $0.pair.to] }).compactMap { governments[id: $0] }
            .sorted { $0.code < $1.code }
    }

    /// Who stands in a cell, by id of government, written once for all the cells it stands in: a
    /// nation has sixty thousand.
    private func named(
        _ name: String, _ cells: [ReciprocityMatrix.Cell], _ reader: Reader
    ) -> [JSONWriter] {
        let last = cells.map { max($0.pair.from, $0.pair.to) }.max() ?? 0
        var written = [JSONWriter](repeating: JSONWriter(capacity: 0), count: Int(last) + 1)
        for line in lines(of: cells) {
            written[Int(line.id)].object(name) { writer in
                writer.field("code", line.code)
                writer.field("name", line.name.text(in: reader.language))
            }
        }
        return written
    }
}

extension JSONWriter {
    /// Gifts, the sum of the disclosed ones, and how many are not.
    mutating func tally(_ tally: Facts.Tally) {
        field("gifts", tally.count)
        field("amount", tally.amount.amount)
        field("undisclosed", tally.undisclosed)
    }
}
