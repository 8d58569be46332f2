package import Hometown

/// What is asked of the matrix.
package struct ReciprocityQuestion: Hashable, Sendable {
    /// Days of donation, both inclusive.
    package var period: ClosedRange<CivilDate>
    package var level: ReciprocityMatrix.Level
    /// The day whose governments are the lines; `nil`: each donation's own.
    package var rolledUpTo: CivilDate?
    /// Only what went along the legs of exchanges under this agreement.
    package var agreement: Identifier?

    package init(
        period: ClosedRange<CivilDate>, level: ReciprocityMatrix.Level = .basic,
        rolledUpTo: CivilDate? = nil, agreement: Identifier? = nil
    ) {
        self.period = period
        self.level = level
        self.rolledUpTo = rolledUpTo
        self.agreement = agreement
    }
}
