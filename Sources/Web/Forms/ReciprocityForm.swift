package import Hometown
package import Ledger

/// 주고받은 표의 조건. What of the matrix is asked for, as a query's texts.
package enum ReciprocityForm {
    /// - Parameter query: `from`, `to`, `level`, `as_of`, `agreement`; all may be absent.
    /// - Throws: `Problem` 400 naming the parameter.
    package static func question(
        _ query: Query, today: CivilDate
    ) throws(Problem) -> ReciprocityQuestion {
        let first = try query.value("from") { CivilDate($0) } ?? Scheme.firstDay
        let last = try query.value("to") { text in
            CivilDate(text).flatMap { $0 >= first ? $0 : nil }
        }
        return ReciprocityQuestion(
            period: first...(last ?? max(first, today)),
            level: try query.value("level") { ReciprocityMatrix.Level(rawValue: $0) } ?? .basic,
            rolledUpTo: try query.value("as_of") { ReciprocityForm.day($0, today: today) } ?? nil,
            agreement: try query.value("agreement") { Identifier($0) })
    }

    /// `event`, `today` or a day; the outer `nil` is anything else.
    package static func day(_ text: String, today: CivilDate) -> CivilDate?? {
        switch text {
        case "event": .some(nil)
        case "today": today
        default: CivilDate(text).map { .some($0) } ?? nil
        }
    }
}
