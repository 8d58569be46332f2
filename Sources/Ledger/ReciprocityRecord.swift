package import Hometown

/// The matrix with what is asked of it most: who has not answered, and since when.
package struct ReciprocityRecord: Sendable {
    package let question: ReciprocityQuestion
    package let matrix: ReciprocityMatrix
    /// The day of the first gift of every cell to which nothing came back.
    package let unansweredSince: [ReciprocityMatrix.Pair: CivilDate]
    /// The day up to which ages count: today, or the last of the period before it.
    package let countedTo: CivilDate
    package let governments: GovernmentRegistry

    /// Days a cell has waited for an answer; `nil` where one came.
    package func daysUnanswered(_ cell: ReciprocityMatrix.Cell) -> Int? {
        unansweredSince[cell.pair].map {
            max(0, countedTo.daysSinceEpoch - $0.daysSinceEpoch)
        }
    }
}
