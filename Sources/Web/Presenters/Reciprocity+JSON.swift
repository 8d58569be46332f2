package import Hometown
package import Ledger

extension ReciprocityRecord {
    /// Every cell with its governments, and what they come to together.
    /// - Parameter unit: only cells of this government's line; `nil` for all.
    package func write(
        to writer: inout JSONWriter, about unit: Government? = nil, for reader: Reader
    ) {
        let cells = cells(about: unit)
        let (told, total) = self.told(cells, to: reader)
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
            writer.array("items", Array(zip(cells, told))) { item, writer in
                let (cell, tally) = item
                writer.object { writer in
                    writer.members(writtenBefore: from[Int(cell.pair.from)])
                    writer.members(writtenBefore: to[Int(cell.pair.to)])
                    writer.tally(tally)
                    writer.field("answered", cell.isAnswered)
                    let isWaiting = !cell.isAnswered
                    writer.field("unanswered_since", isWaiting ? unansweredSince[cell.pair] : nil)
                    writer.field("unanswered_days", isWaiting ? daysUnanswered(cell) : nil)
                }
            }
            writer.object("total") {
                $0.tally(total)
            }
        }
    }

    /// What cells come to and their sum, as the reader may see them: who does not read the book is
    /// told no small counts.
    func told(
        _ cells: [ReciprocityMatrix.Cell], to reader: Reader
    ) -> (cells: [Facts.Tally], total: Facts.Tally) {
        let (tallies, total) = (
            cells.map(\.tally), cells.reduce(Facts.Tally()) { $0 + $1.tally }
        )
        guard !reader.readsBook else { return (tallies, total) }
        let small = reader.smallCounts
        return (
            tallies.covered(by: small),
            small.isSmall(total.count) ? Facts.Tally(covered: .small) : total
        )
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
    /// Gifts, the sum of the disclosed ones, and how many are not; of what is covered, why.
    mutating func tally(_ tally: Facts.Tally) {
        let isTold = tally.cover == nil
        field("gifts", isTold ? tally.count : nil)
        field("amount", isTold ? tally.amount.amount : nil)
        field("undisclosed", isTold ? tally.undisclosed : nil)
        field("covered", tally.cover?.rawValue)
    }
}
