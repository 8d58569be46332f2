import Hometown
import Postgres

extension Ledger {
    /// 답례 후보. The newest donation first; the nearest gift first where several wait.
    /// - Throws: `LedgerFailure`.
    /// - Parameter after: how many to skip: what is linked in between moves the others up.
    package func candidates(
        _ filter: CandidateFilter, after: Int = 0, rowsMax: Int
    ) async throws -> [AnswerCandidate] {
        let found = try await ask(
            ReadCandidates(
                filter: filter, after: Int32(clamping: after),
                rowsMax: Int32(clamping: rowsMax)))
        AccessNote.saw(.donation, found.flatMap(\.donations))
        return found
    }
}
