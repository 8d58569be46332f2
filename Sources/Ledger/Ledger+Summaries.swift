package import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 요약 보고. Filed summaries, newest first.
    /// - Parameters:
    ///   - schedule: of this schedule alone.
    ///   - period: of this period alone, by its key.
    ///   - isPublished: without what is the office's own business.
    ///   - before: the number of the entry the page ends before.
    /// - Throws: `LedgerFailure`.
    package func summaries(
        of schedule: String? = nil, period: String? = nil, isPublished: Bool = false,
        before: Int64? = nil, rowsMax: Int
    ) async throws -> [RecordedSummary] {
        try await ask(
            ReadSummaries(
                id: nil, before: before, rowsMax: Int32(clamping: rowsMax),
                schedule: schedule, period: period, isPublished: isPublished))
    }

    /// 그 뒤의 정정. What became of the days of a filed summary since its log was read: it stays as it
    /// is, and the next one tells them, too. Of a publication what its government took in itself.
    /// - Throws: `LedgerFailure`.
    package func changes(since summary: RecordedSummary) async throws -> [Facts.Correction] {
        guard let period = PeriodKey(summary.period) else { return [] }
        return try await read { transaction in
            let size = try await transaction.run(ReadTreeHead())[0].size
            let rows = try await transaction.run(
                ReadLateChanges(
                    from: summary.logSize, to: size, before: period.last.adding(days: 1),
                    recipients: try await publishers(of: summary, in: transaction),
                    first: period.first))
            return rows.compactMap(\.self)
        }
    }

    /// Whose receipts a summary publishes; `nil` for one that is of everything.
    private func publishers(
        of summary: RecordedSummary, in transaction: Transaction
    ) async throws -> [Int16]? {
        let found = try await transaction.run(ReadSummaryInputs(summary: summary.id)).first
        guard let bytes = found ?? nil else { return nil }
        let inputs = try RunInputs(parsing: bytes)
        guard inputs.job == .publication, let home = inputs.home else { return nil }
        let registry = try await registry.current(within: summary.logSize, in: transaction)
        return registry[code: home].map { registry.inheritance(of: $0).map(\.id) }
    }

    /// - Parameter isPublished: not if it is the office's own business.
    /// - Returns: `nil` when there is no such summary.
    /// - Throws: `LedgerFailure`.
    package func summary(
        _ id: Identifier, isPublished: Bool = false
    ) async throws -> SummaryRecord? {
        let (found, files) = try await ask(
            ReadSummaries(id: id, before: nil, rowsMax: 1, isPublished: isPublished),
            ReadSummaryFiles(summary: id))
        return found.first.map { SummaryRecord(summary: $0, files: files) }
    }

    /// - Returns: the file's media type and bytes; `nil` when there is no such file.
    /// - Throws: `LedgerFailure`.
    package func summaryFile(
        _ name: String, of summary: Identifier
    ) async throws -> (mediaType: String, bytes: [UInt8])? {
        try await ask(ReadSummaryContent(summary: summary, name: name)).first
    }
}
