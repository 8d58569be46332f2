import Hometown
import Postgres
import Synchronization

/// 마감 기억. The closed periods as last read. They change a few times a year, and the recording of
/// a donation must not ask each time: one that would be refused by what is remembered is judged by
/// what is read anew, and one that is let pass wrongly meets the constraint `period_closed`, upon
/// which what is remembered is forgotten.
final class PeriodCache: Sendable {
    private let known = Mutex<[ClosedPeriod]?>(nil)

    /// What is closed for donations of these dates, and the approvals they name.
    func late(
        on dates: some Sequence<EventDate>, approved named: some Sequence<Identifier?>,
        in transaction: Transaction
    ) async throws -> LateEntries {
        if let closed = known.withLock({ $0 }) {
            let remembered = LateEntries(closed: closed)
            let isTouched =
                named.contains { $0 != nil }
                || dates.contains { remembered.period(of: $0) != nil }
            if !isTouched { return remembered }
        }
        let closed = try await transaction.run(ReadClosedPeriods())
        known.withLock { $0 = closed }
        let approvals = try await PeriodCache.approvals(named, in: transaction)
        return LateEntries(closed: closed, approvals: approvals)
    }

    /// The same, whatever is remembered.
    static func read(
        for drafts: [DonationDraft] = [], in transaction: Transaction
    ) async throws -> LateEntries {
        let approvals = try await approvals(drafts.lazy.map(\.lateApproval), in: transaction)
        let closed = try await transaction.run(ReadClosedPeriods())
        return LateEntries(closed: closed, approvals: approvals)
    }

    /// The approvals that drafts name, each locked: two daemons do not use up the same.
    static func approvals(
        _ ids: some Sequence<Identifier?>, in transaction: Transaction
    ) async throws -> [LateApproval] {
        let named = Set(ids.compactMap(\.self)).sorted()
        guard !named.isEmpty else { return [] }
        let (_, approvals) = try await transaction.pipeline(
            TakeLocks(numbers: named.map(\.lockNumber)), ReadLateApprovals(ids: named))
        return approvals
    }

    func forget() {
        known.withLock { $0 = nil }
    }

    /// Whether the error says that a period was closed which is not remembered. Then what is
    /// remembered is forgotten, and the work is worth another attempt.
    func isNews(_ error: PostgresError) -> Bool {
        guard error.constraintName == Refusal.Code.periodClosed.rawValue else { return false }
        forget()
        return true
    }
}
