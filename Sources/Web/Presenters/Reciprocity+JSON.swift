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
            let names = names(of: cells, for: reader)
            writer.array("items", cells) { cell, writer in
                writer.object { writer in
                    for (name, unit) in [("from", cell.pair.from), ("to", cell.pair.to)] {
                        let named = names[unit]
                        writer.object(name) { writer in
                            writer.field("code", named?.code)
                            writer.field("name", named?.name)
                        }
                    }
                    writer.tally(cell.tally)
                    writer.field("answered", cell.isAnswered)
                    writer.field("unanswered_since", unansweredSince[cell.pair])
                    writer.field("unanswered_days", daysUnanswered(cell))
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

    /// Looked up once for all cells.
    private func names(
        of cells: [ReciprocityMatrix.Cell], for reader: Reader
    ) -> [Int16: (code: String, name: String)] {
        Dictionary(
            uniqueKeysWithValues: lines(of: cells).map { line in
                (line.id, (line.code, line.name.text(in: reader.language)))
            })
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
