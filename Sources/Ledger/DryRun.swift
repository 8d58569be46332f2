import Hometown

/// 모의 실행. What a ledger that keeps nothing throws in place of an answer: everything was judged and
/// checked as recording does it, nothing stands in the way, and all of it is undone.
package struct DryRun: Error, Hashable {
    /// What the thing would be from now on, as a receipt says it.
    package let status: String
    /// Codes of what to look at, as a receipt has them.
    package let warnings: [String]

    init(_ receipt: Receipt) {
        (status, warnings) = (receipt.status, receipt.warnings)
    }

    /// - Parameter verdict: of a donation that is not refused.
    init(_ verdict: Verdict, twin: Foresight.Twin?) {
        status = verdict.outcome.rawValue
        let twins = [twin.map { Warning.possibleDuplicate(no: $0.no) }].compactMap(\.self)
        warnings = (verdict.warnings + twins).map(\.code.rawValue)
    }
}

extension Ledger {
    /// The same ledger, in which no entry stays that would be answered with a receipt: `DryRun` is
    /// thrown in its place. What answers otherwise (lists, schedules, accounts) is as in any other;
    /// lists are tried by `tryImport`.
    package var keepingNothing: Ledger {
        var ledger = self
        ledger.isDryRun = true
        return ledger
    }

    /// Judges a donation alone, since others of its batch are to stay.
    /// - Throws: `DryRun`, or `LedgerFailure`.
    func dryRun(_ draft: DonationDraft) async throws -> Answer {
        let foresight = try await foresee(draft)
        let refusals = (foresight.verdict?.refusals ?? []) + foresight.strays
        guard let verdict = foresight.verdict, verdict.outcome != .refused,
            foresight.strays.isEmpty
        else { return .refused(refusals) }
        throw DryRun(verdict, twin: foresight.twin)
    }
}
