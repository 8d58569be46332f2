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

    /// Undoes what would have come of it.
    private struct Rehearsal: Error {
        let outcome: Discarding
    }

    /// 접속기록 파기. Takes a month of the access log away, which only the owner of the database can; the
    /// log keeps that it went, and why.
    /// - Parameters:
    ///   - day: any of the month.
    ///   - isRehearsal: does it all in a transaction and rolls it back.
    /// - Throws: `SchemaFailure`, `PostgresError`.
    package func discardAccesses(
        of day: CivilDate, reason: String, isRehearsal: Bool = false
    ) async throws -> Discarding {
        let connection = try await Connection.connect(configuration)
        do {
            let outcome = try await connection.transaction { transaction in
                let rows = try await transaction.run(DiscardAccessMonth(day: day, reason: reason))
                let outcome = rows.first.flatMap(\.self).map(Discarding.gone) ?? .absent
                if isRehearsal { throw Rehearsal(outcome: outcome) }
                return outcome
            }
            await connection.close()
            return outcome
        } catch let rehearsal as Rehearsal {
            await connection.close()
            return rehearsal.outcome
        } catch let error as PostgresError where error.constraintName == "access_kept_two_years" {
            await connection.close()
            return .kept
        } catch {
            await connection.close()
            throw error
        }
    }
}
