import Hometown
import Postgres
import Timetable

extension LedgerDatabase {
    /// 이름들. What things of a kind are called, a thousand of the newest. None of it is personal
    /// data of donors, and the ledger's secret need not be there.
    /// - Throws: `PostgresError`.
    package func names(of kind: Nameable) async throws -> [String] {
        let connection = try await Connection.connect(configuration.connection, logger: logger)
        do {
            let names = try await kind.names(over: connection)
            await connection.close()
            return names
        } catch {
            await connection.close()
            throw error
        }
    }
}

extension Nameable {
    /// Nobody looks for older ones without their number.
    private static let rowsMax: Int32 = 1_000

    fileprivate func names(over connection: Connection) async throws -> [String] {
        let rowsMax = Nameable.rowsMax
        switch self {
        case .thing(let kind):
            return try await connection.run(ReadNewest(kind: kind, rowsMax: rowsMax)).map {
                Entry.no(kind, recordedAt: $0.recordedAt, number: $0.number)
            }
        case .relay:
            return try await connection.run(ReadRelays(id: nil, after: 0, rowsMax: rowsMax))
                .flatMap { [$0.no, $0.name.korean, $0.name.english] }
        case .closing:
            return try await connection.run(ReadPeriods(rowsMax: rowsMax))
                .flatMap { [$0.period, $0.no] }
        case .approval:
            return try await connection.run(ReadApprovals(state: .pending, rowsMax: rowsMax))
                .map(\.no)
        case .schedule:
            return try await connection.run(ReadSchedules(name: nil)).map(\.schedule.name)
        case .receiver:
            return try await connection.run(ReadReceivers(name: nil)).map(\.name)
        case .account:
            return try await connection.run(ReadAccounts()).map(\.login)
        case .token:
            return try await connection.run(ReadTokens())
                .filter { $0.revokedAt == nil }.map(\.id.description)
        case .delivery:
            return try await connection.run(
                ReadDeliveries(id: nil, state: nil, before: nil, rowsMax: rowsMax)
            ).filter { $0.state != .sent }.map(\.id.description)
        }
    }
}
