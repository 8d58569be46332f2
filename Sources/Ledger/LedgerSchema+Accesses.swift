package import Hometown
import Postgres

extension LedgerSchema {
    /// What became of a month of the access log that was to go.
    package enum Discarding: Hashable, Sendable {
        case gone(rows: Int64)
        /// There is no such month.
        case absent
        /// It has to be kept for two years.
        case kept
    }

    /// 접속기록 파기. Takes a month of the access log away, which only the owner of the database can; the
    /// log keeps that it went, and why.
    /// - Parameter day: any of the month.
    /// - Throws: `SchemaFailure`, `PostgresError`.
    package func discardAccesses(of day: CivilDate, reason: String) async throws -> Discarding {
        let connection = try await Connection.connect(configuration)
        do {
            let rows = try await connection.transaction {
                try await $0.run(DiscardAccessMonth(day: day, reason: reason))
            }
            await connection.close()
            return rows.first.flatMap(\.self).map(Discarding.gone) ?? .absent
        } catch let error as PostgresError where error.constraintName == "access_kept_two_years" {
            await connection.close()
            return .kept
        } catch {
            await connection.close()
            throw error
        }
    }
}
