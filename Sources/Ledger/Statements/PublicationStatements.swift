import Hometown
import Postgres

/// 접수액. What some governments took in themselves, in a log of some size: nothing is kept of it, for
/// it is asked for once a year. `ReadTakings` is its like for all governments.
struct ReadReceipts: Statement {
    static let sql = """
        WITH \(TakingsDelta.sql(receivedBy: "$2::smallint[]", to: "$1::bigint")),
        asked AS MATERIALIZED (
            SELECT number, span, first, last, by_recipient
            FROM unnest($3::int[], $4::text[], $5::date[], $6::date[], $7::boolean[])
                AS asked (number, span, first, last, by_recipient)
        )
        SELECT asked.number, delta.recipient_id, delta.facet, delta.member,
            sum(delta.gifts)::bigint, sum(delta.amount)::bigint, sum(delta.undisclosed)::bigint
        FROM asked
        JOIN delta ON delta.span = asked.span
            AND delta.starts_on BETWEEN asked.first AND asked.last
            AND (asked.by_recipient OR delta.recipient_id = 0)
        GROUP BY asked.number, delta.recipient_id, delta.facet, delta.member
        ORDER BY asked.number, delta.recipient_id, delta.facet, delta.member
        """
    let logSize: Int64
    let governments: [Int16]
    let questions: [TakingsQuestion]

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(governments)
        parameters.append(questions)
    }

    static func decode(_ row: inout RowReader) throws -> ReadTakings.Row {
        try ReadTakings.decode(&row)
    }
}

/// 공표로 알게 된 기부. Donations of some days to some governments that are known from others' word: in
/// no receipts.
struct CountHeard: Statement {
    static let sql = """
        SELECT count(*)
        FROM donation
        JOIN leaf ON leaf.entry_id = donation.entry_id
        WHERE donation.recipient_id = ANY ($2::smallint[]) AND donation.origin = 'reported'
            AND donation.donated_on BETWEEN $3::date AND $4::date
            AND donation.disputed IS NULL AND leaf.log_index < $1::bigint
            AND (SELECT count(*)
                FROM settlement
                JOIN leaf AS said ON said.entry_id = settlement.entry_id
                WHERE settlement.donation_id = donation.id AND said.log_index < $1::bigint
            ) % 2 = 0
        """
    let logSize: Int64
    let governments: [Int16]
    let days: ClosedRange<CivilDate>

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(governments)
        parameters.append(days.lowerBound)
        parameters.append(days.upperBound)
    }

    static func decode(_ row: inout RowReader) throws -> Int64 {
        try row.next()
    }
}

/// The newest publication of a year that was filed, and what somebody decided about it.
struct ReadNewestPublication: Statement {
    static let sql = """
        SELECT summary.log_size, approval.approved
        FROM run
        JOIN schedule ON schedule.id = run.schedule_id
        JOIN summary ON summary.run_id = run.id
        LEFT JOIN approval ON approval.summary_id = summary.id
            AND \(LogPart.holds("approval.entry_id", until: "$2::bigint"))
        WHERE schedule.job = 'publication' AND run.period_key = $1::text
            AND \(LogPart.holds("summary.entry_id", until: "$2::bigint"))
        ORDER BY summary.entry_id DESC
        LIMIT 1
        """
    let period: String
    let logSize: Int64?

    func bind(to parameters: inout Parameters) {
        parameters.append(period)
        parameters.append(logSize)
    }

    static func decode(_ row: inout RowReader) throws -> (logSize: Int64, isApproved: Bool?) {
        (try row.next(), try row.next())
    }
}

/// 반환 (Act 14): what some governments took in on some days and stands returned in a log of some
/// size, by ground, with what was paid out.
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
            AND ($4::smallint[] IS NULL
                OR donation.recipient_id = ANY ($4::smallint[]) AND donation.origin = 'intake')
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
    /// `nil` for everything.
    let governments: [Int16]?

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
        parameters.append(days.lowerBound)
        parameters.append(days.upperBound)
        parameters.append(array: governments)
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

/// The newest revision of each of the newest periods of a schedule. Where the schedule was moved
/// meanwhile, the revisions of a period came due at different times.
struct ReadNewestRevisions: Statement {
    static let sql = """
        SELECT period_key, revision, state, log_size
        FROM (
            SELECT DISTINCT ON (period_key) scheduled_for, period_key, revision, state, log_size
            FROM run
            WHERE schedule_id = $1::smallint
            ORDER BY period_key, revision DESC
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
