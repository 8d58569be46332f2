import Hometown
import Timetable

/// 목표. What a government means to raise in the year of a period.
struct TakingsGoal {
    let government: Facts.Party
    /// The government, and those whose successor it is.
    let recipients: [Int16]
    let amount: Won
    let document: String
}

/// 물음. Which rows of the takings a period's summary needs.
struct TakingsPlan {
    /// What an answer belongs to; months are `month` and more.
    static let period: Int32 = 0
    static let previous: Int32 = 1
    static let yearBefore: Int32 = 2
    static let yearToDate: Int32 = 3
    static let total: Int32 = 4
    static let month: Int32 = 100

    let period: PeriodKey
    let questions: [TakingsQuestion]

    /// - Parameter isYearByRecipient: whether the year so far is told of each government, too.
    init(_ period: PeriodKey, isYearByRecipient: Bool) {
        self.period = period
        var questions = [TakingsPlan.question(TakingsPlan.period, period)]
        for (number, key) in [
            (TakingsPlan.previous, period.previous), (TakingsPlan.yearBefore, period.yearBefore),
        ] where key.last >= Scheme.firstDay {
            questions.append(TakingsPlan.question(number, key))
        }
        let last = period.last
        let new = CivilDate.first(ofMonth: 1, in: last.year)
        questions += TakingsPlan.parts(
            TakingsPlan.yearToDate, new, last, isByRecipient: isYearByRecipient)
        questions += TakingsPlan.parts(
            TakingsPlan.total, min(Scheme.firstDay, last), last, isByRecipient: true)
        for month in 1...last.month {
            let first = CivilDate.first(ofMonth: month, in: last.year)
            let end = min(last, CivilDate.last(ofMonth: month, in: last.year))
            questions += TakingsPlan.parts(TakingsPlan.month + Int32(month), first, end)
        }
        self.questions = questions
    }

    private static func question(_ number: Int32, _ key: PeriodKey) -> TakingsQuestion {
        let span =
            switch key.cadence {
            case .daily: "day"
            case .weekly: "week"
            case .monthly: "month"
            case .quarterly: "quarter"
            case .yearly: "year"
            }
        return TakingsQuestion(
            number: number, span: span, first: key.first, last: key.first, isByRecipient: true)
    }

    private static func parts(
        _ number: Int32, _ first: CivilDate, _ last: CivilDate, isByRecipient: Bool = false
    ) -> [TakingsQuestion] {
        CalendarPart.parts(of: first...last).map { part in
            TakingsQuestion(
                number: number, span: part.span.rawValue, first: part.first, last: part.last,
                isByRecipient: isByRecipient)
        }
    }
}
