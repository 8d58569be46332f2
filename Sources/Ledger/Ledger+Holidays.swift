import Hometown
import Postgres
import Timetable

extension Ledger {
    /// A century of them.
    package static let holidaysMax = 2_000

    /// - Throws: `LedgerFailure`.
    package func holidays() async throws -> [Holiday] {
        try await ask(ReadHolidays())
    }

    /// 공휴일 올리기. Replaces the days of every year that the list names, and of no other. Schedules on
    /// working days look anew at what is due.
    /// - Parameter holidays: each day once, `holidaysMax` at most.
    /// - Throws: `ScheduleProblem` and `LedgerFailure`.
    package func loadHolidays(_ holidays: [Holiday], author: Author) async throws {
        try await administer { transaction in
            let years = Set(holidays.map { Int32($0.on.year) }).sorted()
            _ = try await transaction.pipeline(
                DeleteHolidays(years: years),
                InsertHolidays(holidays: holidays, author: author.id), ForgetSettledThrough())
            let all = try await transaction.run(ReadHolidays())
            if let first = WorkingDays(holidays: Set(all.map(\.on))).endlessBreak {
                throw ScheduleProblem.endlessBreak(first)
            }
        }
    }
}
