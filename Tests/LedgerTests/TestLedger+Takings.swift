import Hometown
import Ledger
import Synchronization
import TestSupport
import Testing

/// Ways to what a summary is told.
extension TestLedger {
    /// Files summaries that say what they were told, word for word.
    func desk(
        at now: String, renderer: Int = 8, _ tell: @escaping @Sendable (Facts) -> Void = { _ in }
    ) throws -> SummaryDesk {
        let now = try #require(Instant(now))
        return SummaryDesk(
            author: author, daemon: Identifier(high: 1, low: 1), home: "36110",
            time: { _ in now }
        ) { facts in
            tell(facts)
            return RenderedSummary(
                title: Bilingual("요약", "Summary"), rendererVersion: renderer,
                files: [
                    .init(
                        name: "facts.txt", mediaType: "text/plain", bytes: Array("\(facts)".utf8))
                ])
        }
    }

    /// Files a period by hand, or its next revision, and returns the facts it was made from.
    func filed(
        _ schedule: String, _ period: String, at now: String, revising: Int32? = nil,
        renderer: Int = 8
    ) async throws -> (facts: Facts, run: RecordedRun) {
        let told = Mutex<Facts?>(nil)
        let desk = try desk(at: now, renderer: renderer) { facts in told.withLock { $0 = facts } }
        let run = try await ledger.runNow(
            schedule, period: period, reason: "시험", revising: revising, desk)
        guard case .filed(let run) = run else { throw LedgerFailure.bug }
        return (try #require(told.withLock { $0 }), run)
    }

    /// Seals all there is and folds what it brings into the roll-up, unless a test wants it told
    /// without.
    func seal(folding: Bool = true) async throws {
        while try await ledger.seal() > 0 {}
        guard folding else { return }
        while try await ledger.foldTakings() > 0 {}
        #expect(try await ledger.checkTakings().faults == 0)
    }
}
