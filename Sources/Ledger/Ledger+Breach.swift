package import Hometown
import Postgres

extension Ledger {
    /// 유출 범위. Whose data the access log says was shown or taken out in a time.
    /// - Parameter authorName: a login or the name of a token, of which alone it is asked.
    /// - Returns: `nil` where there are more than `Breach.rowsMax` rows.
    /// - Throws: `LedgerFailure`.
    package func breach(
        in time: Range<Instant>, authorName: String? = nil
    ) async throws -> Breach? {
        try await read { transaction in
            var authors: [Identifier]?
            if let authorName {
                authors = try await transaction.run(ReadAuthorsNamed(name: authorName))
            }
            let (_, rows, unnamed, begins) = try await transaction.pipeline(
                PlanForValues(), ReadBreach(time: time, authors: authors),
                ReadUnnamedExports(time: time, authors: authors), ReadAccessBegin())
            guard max(rows.count, unnamed.count) <= Breach.rowsMax else { return nil }
            return Breach(
                rows: rows, unnamed: unnamed, logBegin: begins.first.flatMap(\.self))
        }
    }
}
