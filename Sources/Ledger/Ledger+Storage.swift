import Hometown
import Postgres

extension Ledger {
    /// Longer than it takes until the next recording finds the disk still full.
    package static let quietSecondsMin: Int64 = 30

    /// 저장 장애. Why the database can keep nothing more, from the first refusal on until writing has
    /// gone well for a while; `nil` otherwise.
    package func storageFault(
        quietSecondsMin: Int64 = Ledger.quietSecondsMin
    ) async -> String? {
        guard let error = pool.storage.error else { return nil }
        let text = "the database's disk takes nothing (\(error.sqlState?.code ?? "-"))"
        do {
            let now = try await pool.transaction { transaction in
                try await transaction.execute(ProbeStorage.smallMemory)
                _ = try await transaction.run(ProbeStorage())
                return try await transaction.run(ReadTime())[0]
            }
            let left = pool.storage.settle(
                atMicroseconds: now.microseconds, quietSecondsMin: quietSecondsMin)
            return left == nil ? nil : text
        } catch {
            return text
        }
    }
}
