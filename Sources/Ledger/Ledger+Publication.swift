import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 공개 진행. How far the publication of a year is (Act 13).
    /// - Parameter logSize: as a log of this size knows it; `nil` for all that was recorded.
    func publicationProgress(
        of year: PeriodKey, within logSize: Int64? = nil, in transaction: Transaction
    ) async throws -> Facts.Publication.Progress {
        let newest = try await transaction.run(
            ReadNewestPublication(period: year.text, logSize: logSize))
        guard let filed = newest.first else { return .missing }
        if let isApproved = filed.isApproved { return isApproved ? .approved : .rejected }
        let closings = try await transaction.run(ReadClosings(logSize: filed.logSize))
        return closings.map(\.period).cover(year.first...year.last) ? .final : .draft
    }

    /// Whoever would be reminded of what is done hears nothing.
    func heeding(
        _ decided: [(occurrence: Occurrence, disposition: Disposition)],
        of recorded: RecordedSchedule
    ) async throws -> [(occurrence: Occurrence, disposition: Disposition)] {
        guard recorded.job == .publicationReminder else { return decided }
        return try await read { transaction in
            var heeded = decided
            for (place, one) in decided.enumerated() where one.disposition == .run {
                let progress = try await publicationProgress(
                    of: one.occurrence.period, in: transaction)
                if progress.isDone { heeded[place].disposition = .skip(.done) }
            }
            return heeded
        }
    }

    /// When a publication that is missing falls due, until it is done; zero where none is missing.
    func measurePublication(in transaction: Transaction) async throws {
        let today = try await transaction.run(ReadTime())[0].koreanDate
        let due = try await publicationDue(on: today, in: transaction)
        Measures.count(publicationDue: due?.since)
    }

    /// 공개 기한. What is to be published by the end of February; `nil` where nothing is, and once
    /// it is done.
    func publicationDue(
        on today: CivilDate, in transaction: Transaction
    ) async throws -> Worklist.Item? {
        guard let item = Worklist.publication(on: today) else { return nil }
        let progress = try await publicationProgress(
            of: .year(today.year - 1), in: transaction)
        return progress.isDone ? nil : item
    }
}
