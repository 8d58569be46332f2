import Hometown
import HummingbirdCore
import Ledger

// 오간 기부. Pages of what governments gave each other.
extension PageDesk {
    /// The map of a day: the metropolitan governments, or those within the one asked for.
    func map(_ visit: Visit) async throws -> Screen {
        let day = try visit.day("on") ?? visit.today
        let governments = try await ledger.governments()
        let upper = try visit.value("of") { governments[code: $0] }
        let record = try await flows(
            visit, upper == nil ? .metropolitan : .basic, asOf: day)
        return MapPage(day: day, upper: upper, record: record, visit: visit).screen
    }

    /// What was given in the asked period, else since the scheme began.
    func flows(
        _ visit: Visit, _ level: ReciprocityMatrix.Level, asOf day: CivilDate?
    ) async throws -> ReciprocityRecord {
        let names = Set(visit.query.all.map(\.name))
        let from = names.contains("from") ? try visit.day("from") : nil
        let to = names.contains("to") ? try visit.day("to") : nil
        let first = from ?? Scheme.firstDay
        let last = to ?? max(visit.today, first)
        guard first <= last else { throw PageDesk.endBeforeBeginning }
        return try await ledger.reciprocity(
            ReciprocityQuestion(period: first...last, level: level, rolledUpTo: day)
        ).found()
    }

    private static let endBeforeBeginning: Problem = {
        let text = Bilingual(
            "끝이 시작보다 앞섭니다. 두 날짜를 바꾸어 쓰십시오.",
            "The end is before the beginning. Swap the two days.")
        return Problem(.invalidParameter, text, errors: [.init("to", "unreadable", text)])
    }()
}
