import Hometown
import Postgres

/// 반환 (Act 14): donations of some days that stand returned in a log of some size, by ground, with
/// what was paid out.
struct ReadReturns: Statement {
    static let sql = """
        SELECT correction.ground, count(*), coalesce(sum(correction.amount), 0)::bigint,
            count(*) FILTER (WHERE correction.amount IS NULL)
        FROM settlement
        JOIN leaf ON leaf.entry_id = settlement.entry_id
        JOIN correction ON correction.id = settlement.correction_id
        JOIN donation ON donation.id = settlement.donation_id
        WHERE settlement.outcome = 'returned' AND leaf.log_index < $1::bigint
            AND donation.donated_on BETWEEN $2::date AND $3::date
            AND NOT EXISTS (
                SELECT FROM settlement AS later
                JOIN leaf AS said ON said.entry_id = later.entry_id
                WHERE later.donation_id = settlement.donation_id
                    AND later.step > settlement.step AND said.log_index < $1::bigint)
        GROUP BY correction.ground
        ORDER BY correction.ground
        """
    let logSize: Int64
    let days: ClosedRange<CivilDate>

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(days.lowerBound)
        parameters.append(days.upperBound)
    }

    static func decode(_ row: inout RowReader) throws -> Facts.Publication.Return {
        guard let ground = ReturnGround(rawValue: try row.next()) else {
            throw LedgerFailure.damaged
        }
        return Facts.Publication.Return(
            ground: ground,
            tally: Facts.Tally(
                count: try row.next(), amount: Won(try row.next()),
                undisclosed: try row.next()))
    }
}

/// The newest revision of each of the newest periods of a schedule.
struct ReadNewestRevisions: Statement {
    static let sql = """
        SELECT period_key, revision, state, log_size
        FROM (
            SELECT DISTINCT ON (scheduled_for, period_key) scheduled_for, period_key, revision,
                state, log_size
            FROM run
            WHERE schedule_id = $1::smallint
            ORDER BY scheduled_for DESC, period_key, revision DESC
        ) AS newest
        ORDER BY scheduled_for DESC
        LIMIT $2::int
        """
    let schedule: Int16
    let rowsMax: Int32

    struct Row: Sendable {
        let period: String
        let revision: Int32
        let state: RunState
        let logSize: Int64?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(schedule)
        parameters.append(rowsMax)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            period: try row.next(), revision: try row.next(), state: try RunState(row: &row),
            logSize: try row.next())
    }
}
