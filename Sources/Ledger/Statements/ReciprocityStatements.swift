import Hometown
import Postgres

/// The part of the ledger that `flow` does not hold yet, as what to add to it: entries behind the
/// folded size of the log find the donations they touch, and each of these counts as what it is
/// now less what is folded of it. Both are read in one snapshot, so that the sum is exact whatever
/// happened in between, and it does not matter what kind of entry it was.
enum FlowTail {
    /// - Parameters:
    ///   - until: the place in the log before which entries are looked at; SQL of one value.
    ///     NULL takes everything, sealed or not.
    static func sql(until: String) -> String {
        """
        \(tail(until).bounds),
        touched (entry_id) AS MATERIALIZED (
            SELECT found.entry_id
            FROM (
                SELECT gift.entry_id AS cause, gift.entry_id
                FROM bounds
                CROSS JOIN LATERAL (
                    SELECT donation.entry_id
                    FROM donation
                    WHERE donation.giver_id IS NOT NULL
                        AND donation.entry_id BETWEEN bounds.first AND bounds.last
                    OFFSET 0
                ) AS gift
                UNION ALL
                SELECT link.cause,
                    (SELECT donation.entry_id FROM donation WHERE donation.id = link.donation_id)
                FROM bounds
                CROSS JOIN LATERAL (
                    SELECT leg_donation.entry_id AS cause, leg_donation.donation_id
                    FROM leg_donation
                    WHERE leg_donation.entry_id BETWEEN bounds.first AND bounds.last
                    OFFSET 0
                ) AS link
                UNION ALL
                SELECT settled.cause,
                    (SELECT donation.entry_id FROM donation
                        WHERE donation.id = settled.donation_id)
                FROM bounds
                CROSS JOIN LATERAL (
                    SELECT settlement.entry_id AS cause, settlement.donation_id
                    FROM settlement
                    WHERE settlement.entry_id BETWEEN bounds.first AND bounds.last
                    OFFSET 0
                ) AS settled
            ) AS found
            WHERE \(tail(until).holds("found.cause"))
                AND (\(until) IS NULL
                    OR (SELECT log_index FROM leaf WHERE leaf.entry_id = found.entry_id) < \(until))
            GROUP BY found.entry_id
        ),
        \(delta)
        """
    }

    private static func tail(_ until: String) -> LogTail {
        LogTail(from: "(SELECT log_size FROM flow_head)", until: until)
    }

    private static let delta = """
        folded AS MATERIALIZED (
            SELECT touched.entry_id, earlier.giver_id, earlier.recipient_id, earlier.donated_on,
                earlier.amount
            FROM touched
            CROSS JOIN LATERAL (
                SELECT mend.giver_id, mend.recipient_id, mend.donated_on, mend.amount
                FROM flow_mend AS mend
                WHERE mend.entry_id = touched.entry_id
                UNION ALL
                SELECT said.giver_id, said.recipient_id, said.donated_on, said.amount
                FROM flow_recorded AS said
                WHERE said.entry_id = touched.entry_id
                    AND (SELECT entry_id FROM flow_mend WHERE entry_id = touched.entry_id) IS NULL
                LIMIT 1
            ) AS earlier
            WHERE earlier.giver_id IS NOT NULL
                AND (SELECT log_index FROM leaf WHERE leaf.entry_id = touched.entry_id)
                    < (SELECT log_size FROM flow_head)
        ),
        standing AS MATERIALIZED (
            SELECT touched.entry_id, now.giver_id, now.recipient_id, now.donated_on, now.amount
            FROM touched
            CROSS JOIN LATERAL (
                SELECT giver_id, recipient_id, donated_on, amount
                FROM flow_standing
                WHERE flow_standing.entry_id = touched.entry_id
                LIMIT 1
            ) AS now
            WHERE now.giver_id IS NOT NULL
        ),
        delta AS MATERIALIZED (
            SELECT donated_on, giver_id, recipient_id, sum(sign)::int AS gifts,
                coalesce(sum(sign * amount), 0)::bigint AS amount,
                coalesce(sum(sign) FILTER (WHERE amount IS NULL), 0)::int AS undisclosed
            FROM (
                SELECT -1 AS sign, folded.* FROM folded
                UNION ALL
                SELECT 1, standing.* FROM standing
            ) AS side
            GROUP BY donated_on, giver_id, recipient_id
        )
        """
}

/// Locks the fold; another daemon waits here and then finds less to do.
struct LockFlowHead: Statement {
    static let sql = """
        SELECT flow_head.log_size, tree_head.size
        FROM flow_head
        CROSS JOIN tree_head
        FOR UPDATE OF flow_head
        """

    static func decode(_ row: inout RowReader) throws -> (folded: Int64, sealed: Int64) {
        (try row.next(), try row.next())
    }
}

/// Folds what the log holds before `logSize`. The rows of a giver's day, month and year are read
/// back, summed with what is new and written as a whole: the arrays of a row stay sorted.
struct FoldFlows: Statement {
    static let sql = """
        WITH \(FlowTail.sql(until: "$1::bigint")),
        fresh AS MATERIALIZED (
            SELECT span, date_trunc(span, donated_on::timestamp)::date AS starts_on, giver_id,
                recipient_id, gifts, amount, undisclosed
            FROM delta
            CROSS JOIN unnest(ARRAY['day', 'month', 'year']) AS span
        ),
        summed AS (
            SELECT span, starts_on, giver_id, recipient_id, sum(gifts)::int AS gifts,
                sum(amount)::bigint AS amount, sum(undisclosed)::int AS undisclosed
            FROM (
                SELECT fresh.* FROM fresh
                UNION ALL
                SELECT flow.span, flow.starts_on, flow.giver_id, element.*
                FROM (SELECT DISTINCT span, starts_on, giver_id FROM fresh) AS line
                CROSS JOIN LATERAL (
                    SELECT flow.*
                    FROM flow
                    WHERE flow.span = line.span AND flow.starts_on = line.starts_on
                        AND flow.giver_id = line.giver_id
                    LIMIT 1
                ) AS flow
                CROSS JOIN LATERAL
                    unnest(flow.recipients, flow.gifts, flow.amounts, flow.undisclosed) AS element
            ) AS part
            GROUP BY span, starts_on, giver_id, recipient_id
        ),
        written AS (
            INSERT INTO flow (
                span, starts_on, giver_id, recipients, gifts, amounts, undisclosed)
            SELECT span, starts_on, giver_id,
                coalesce(array_agg(recipient_id ORDER BY recipient_id)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(gifts ORDER BY recipient_id)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(amount ORDER BY recipient_id)
                    FILTER (WHERE gifts <> 0), '{}'),
                coalesce(array_agg(undisclosed ORDER BY recipient_id)
                    FILTER (WHERE gifts <> 0), '{}')
            FROM summed
            GROUP BY span, starts_on, giver_id
            ORDER BY span, starts_on, giver_id
            ON CONFLICT (span, starts_on, giver_id) DO UPDATE
            SET recipients = excluded.recipients, gifts = excluded.gifts,
                amounts = excluded.amounts, undisclosed = excluded.undisclosed
        ),
        mended AS (
            INSERT INTO flow_mend (entry_id, giver_id, recipient_id, donated_on, amount)
            SELECT touched.entry_id, standing.giver_id, standing.recipient_id,
                standing.donated_on, standing.amount
            FROM touched
            LEFT JOIN standing ON standing.entry_id = touched.entry_id
            LEFT JOIN LATERAL (
                SELECT giver_id, recipient_id, donated_on, amount
                FROM flow_recorded
                WHERE flow_recorded.entry_id = touched.entry_id
                    AND flow_recorded.giver_id IS NOT NULL
                LIMIT 1
            ) AS said ON true
            WHERE (SELECT entry_id FROM flow_mend WHERE entry_id = touched.entry_id) IS NOT NULL
                OR (standing.giver_id, standing.recipient_id, standing.donated_on,
                        standing.amount)
                    IS DISTINCT FROM
                    (said.giver_id, said.recipient_id, said.donated_on, said.amount)
            ON CONFLICT (entry_id) DO UPDATE
            SET giver_id = excluded.giver_id, recipient_id = excluded.recipient_id,
                donated_on = excluded.donated_on, amount = excluded.amount
        )
        UPDATE flow_head SET log_size = $1::bigint, folded_at = clock_timestamp()
        """
    let logSize: Int64

    func bind(to parameters: inout Parameters) {
        parameters.append(logSize)
    }
}

/// What was given in a period: the folded rows of its parts, and the tail.
struct ReadReciprocity: Statement {
    static let sql = """
        WITH \(FlowTail.sql(until: "NULL::bigint"))
        SELECT line.giver_id, line.recipients, line.gifts, line.amounts, line.undisclosed
        FROM unnest($1::text[], $2::date[], $3::date[]) AS part (span, first, last)
        CROSS JOIN LATERAL (
            SELECT flow.giver_id, flow.recipients, flow.gifts, flow.amounts, flow.undisclosed
            FROM flow
            WHERE flow.span = part.span AND flow.starts_on BETWEEN part.first AND part.last
            OFFSET 0
        ) AS line
        UNION ALL
        SELECT giver_id, array_agg(recipient_id), array_agg(gifts), array_agg(amount),
            array_agg(undisclosed)
        FROM delta
        WHERE donated_on BETWEEN $4::date AND $5::date
        GROUP BY giver_id
        """
    let period: ClosedRange<CivilDate>

    func bind(to parameters: inout Parameters) {
        let parts = CalendarPart.parts(of: period)
        parameters.append(parts.map(\.span.rawValue))
        parameters.append(parts.map(\.first))
        parameters.append(parts.map(\.last))
        parameters.append(period.lowerBound)
        parameters.append(period.upperBound)
    }

    static func decode(_ row: inout RowReader) throws -> [ReciprocityMatrix.Flow] {
        let giver: Int16 = try row.next()
        let recipients: [Int16] = try row.next()
        let gifts: [Int32] = try row.next()
        let amounts: [Int64] = try row.next()
        let undisclosed: [Int32] = try row.next()
        return recipients.indices.map { index in
            ReciprocityMatrix.Flow(
                giver: giver, recipient: recipients[index],
                tally: Facts.Tally(
                    count: Int64(gifts[index]), amount: Won(amounts[index]),
                    undisclosed: Int64(undisclosed[index])))
        }
    }
}

/// The first day of a period on which one unit gave another something that stands.
struct ReadFirstGifts: Statement {
    static let sql = """
        WITH \(FlowTail.sql(until: "NULL::bigint")),
        asked AS MATERIALIZED (
            SELECT giver_id, recipient_id
            FROM unnest($1::smallint[], $2::smallint[]) AS asked (giver_id, recipient_id)
        ),
        given AS (
            SELECT line.giver_id, element.recipient_id, line.day, element.gifts
            FROM (SELECT DISTINCT giver_id FROM asked) AS giver
            CROSS JOIN LATERAL (
                SELECT flow.giver_id, flow.starts_on AS day, flow.recipients, flow.gifts
                FROM flow
                WHERE flow.span = 'day' AND flow.giver_id = giver.giver_id
                    AND flow.starts_on BETWEEN $3::date AND $4::date
                OFFSET 0
            ) AS line
            CROSS JOIN LATERAL unnest(line.recipients, line.gifts)
                AS element (recipient_id, gifts)
            UNION ALL
            SELECT giver_id, recipient_id, donated_on, gifts
            FROM delta
            WHERE donated_on BETWEEN $3::date AND $4::date
        ),
        first AS MATERIALIZED (
            SELECT giver_id, recipient_id, min(day) AS day
            FROM (
                SELECT giver_id, recipient_id, day
                FROM given
                GROUP BY giver_id, recipient_id, day
                HAVING sum(gifts) > 0
            ) AS standing
            GROUP BY giver_id, recipient_id
        )
        SELECT asked.giver_id, asked.recipient_id, first.day
        FROM asked
        LEFT JOIN first USING (giver_id, recipient_id)
        """
    let pairs: [ReciprocityMatrix.Pair]
    let period: ClosedRange<CivilDate>

    func bind(to parameters: inout Parameters) {
        parameters.append(pairs.map(\.from))
        parameters.append(pairs.map(\.to))
        parameters.append(period.lowerBound)
        parameters.append(period.upperBound)
    }

    static func decode(
        _ row: inout RowReader
    ) throws -> (pair: ReciprocityMatrix.Pair, day: CivilDate?) {
        (
            ReciprocityMatrix.Pair(from: try row.next(), to: try row.next()), try row.next()
        )
    }
}

/// What went along the legs of an agreement's exchanges in a period.
struct ReadAgreementGifts: Statement {
    static let sql = """
        SELECT gift.giver_id, gift.recipient_id, gift.donated_on, gift.amount
        FROM exchange
        JOIN leg ON leg.exchange_id = exchange.id
        JOIN leg_donation ON leg_donation.leg_id = leg.id
        JOIN donation ON donation.id = leg_donation.donation_id
        JOIN flow_standing AS gift ON gift.entry_id = donation.entry_id
        WHERE exchange.agreement_id = $1::uuid
            AND gift.donated_on BETWEEN $2::date AND $3::date
            AND NOT EXISTS (
                SELECT FROM leg_donation AS later
                WHERE later.donation_id = leg_donation.donation_id
                    AND later.revision > leg_donation.revision)
        """
    let agreement: Identifier
    let period: ClosedRange<CivilDate>

    struct Row: Sendable {
        let pair: ReciprocityMatrix.Pair
        let day: CivilDate
        let amount: Int64?
    }

    func bind(to parameters: inout Parameters) {
        parameters.append(agreement)
        parameters.append(period.lowerBound)
        parameters.append(period.upperBound)
    }

    static func decode(_ row: inout RowReader) throws -> Row {
        Row(
            pair: ReciprocityMatrix.Pair(from: try row.next(), to: try row.next()),
            day: try row.next(), amount: try row.next())
    }
}
