import Hometown
import Postgres
import Timetable

extension Ledger {
    /// 모금 목표. What the government of the book means to raise in the year of a period, as the log of
    /// the inputs knows it; `nil` where nobody wrote a target down.
    /// - Parameter home: the government; its receipts are those of the units it came from, too.
    func goal(
        _ inputs: RunInputs, of home: Government, _ registry: GovernmentRegistry,
        in transaction: Transaction
    ) async throws -> TakingsGoal? {
        guard inputs.job == .summary || inputs.job == .publication else { return nil }
        let found = try await transaction.run(
            ReadTarget(year: inputs.period.last.year, logSize: inputs.log.size))
        return found.first.map { target in
            TakingsGoal(
                government: Facts.Party(home, registry),
                recipients: registry.inheritance(of: home).map(\.id), amount: target.amount,
                document: target.document)
        }
    }
}
