import Postgres
import Schema
import Transparency

extension Ledger {
    /// - Throws: `LedgerFailure`.
    package func databaseState() async throws -> DatabaseState {
        let (server, marks) = try await ask(ReadServerState(), ReadSchemaMarks())
        return DatabaseState(
            isStandby: server[0].isStandby, unsafeSettings: server[0].unsafeSettings,
            lacksStandby: durability == .replicated && !server[0].awaitsStandby,
            hasKnownSchema: marks == Ledger.schemaMarks)
    }

    private static let schemaMarks = Schema.migrations.map { step in
        Hash256.of(Array(step.sql.utf8)).description
    }

    package var databaseUse: DatabaseUse {
        get async {
            let statistics = await pool.statistics
            return DatabaseUse(
                idle: statistics.idle, busy: statistics.busy, opening: statistics.opening,
                waiting: statistics.waiting)
        }
    }

    /// Gives a mark whenever somebody, here or in another process, has added to the ledger, and
    /// one when it begins to listen, also after a lost connection: what came before was not heard.
    /// - Parameter mark: of a stream that takes marks until it ends.
    package func tellAdditions(to mark: AsyncStream<Void>.Continuation) {
        announcements.follow(with: mark, and: pool.notifications(on: "ledger"))
    }

    /// The same whenever somebody has changed the timetable.
    package func timetableChanges() -> some AsyncSequence<Void, Never> & Sendable {
        pool.notifications(on: "timetable").map { _ in }
    }

    /// 닫기. Ends all connections, each when its work is done. Nothing works afterwards.
    package func close() async {
        await pool.close()
    }
}
