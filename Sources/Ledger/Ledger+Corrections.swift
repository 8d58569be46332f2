package import Hometown
import Postgres

extension Ledger {
    /// 정정, 취소, 반환. Records a correction and what stands after it, in one transaction, or says why
    /// not. The caps of both years are judged under their locks. What touches a closed period or
    /// moves much money is recorded to wait for a second person, and nothing has happened yet.
    /// - Parameter version: the version of the donation that the caller saw; `nil`: whatever
    ///   stands.
    /// - Throws: `LedgerFailure`; `DryRun` in a ledger that keeps nothing.
    package func correct(
        _ draft: CorrectionDraft, version: Int?, request: Request
    ) async throws -> CorrectionAnswer {
        do {
            return .answered(
                try await write(
                    request, content: draft.canonical, locks: [Ledger.periodsLock]
                ) { book in
                    try await book.correct(draft, version: version, fourEyesFrom: fourEyesFrom)
                })
        } catch CorrectionStop.unknown {
            return .unknown
        } catch CorrectionStop.stale(let versions) {
            return .stale(versions)
        }
    }

    /// The corrections of a donation, oldest first; `nil` when there is no such donation.
    /// - Throws: `LedgerFailure`.
    package func corrections(of donation: Identifier) async throws -> [RecordedCorrection]? {
        let (rows, found) = try await ask(
            ReadCorrigible(donation: donation), ReadCorrections(donation: donation))
        AccessNote.saw(.donation, [donation])
        return rows.isEmpty ? nil : found
    }
}
