/// What the log changed of the takings between two of its sizes, as SQL. Donations and all that is
/// said of them are only ever added, so what stood at any size can be read from the rows
/// themselves: each donation that an entry between the two sizes touches is taken away as it stood
/// at the first and added as it stands at the second. It does not matter what kind of entry it
/// was, and the same text folds and reads an older log. What checks the whole roll-up shares
/// nothing with it: `CheckTakings`.
enum TakingsDelta {
    /// 총계, 경로, 목적 … What an element counts; `Facts.Facet` has the same numbers.
    ///
    /// - Parameters:
    ///   - from, to: SQL of one value each, sizes of the log; `from` is not the larger one.
    /// - Returns: common table expressions, the last of which is
    ///   `delta (span, starts_on, recipient_id, facet, member, gifts, amount, undisclosed)`.
    static func sql(from: String, to: String) -> String {
        "bounds (low, high) AS MATERIALIZED (SELECT \(from), \(to)), "
            + "\(touched), \(whatFollows(of: "true"))"
    }

    /// 접수액. What some governments took in themselves, of the whole log before a size: by what they
    /// recorded on intake, and never by what was heard of them.
    ///
    /// - Parameter governments: SQL of an array of their numbers.
    static func sql(receivedBy governments: String, to: String) -> String {
        let own = "donation.recipient_id = ANY (\(governments)) AND donation.origin = 'intake'"
        return """
            bounds (low, high) AS MATERIALIZED (SELECT 0::bigint, \(to)),
            ends (first_entry, last_entry) AS (SELECT NULL::bigint, NULL::bigint),
            touched (entry_id, log_index) AS MATERIALIZED (
                SELECT gift.entry_id, gift.log_index
                FROM bounds
                CROSS JOIN LATERAL (
                    SELECT donation.entry_id,
                        (SELECT leaf.log_index FROM leaf
                            WHERE leaf.entry_id = donation.entry_id) AS log_index
                    FROM donation
                    WHERE \(own)
                    OFFSET 0
                ) AS gift
                WHERE gift.log_index < bounds.high
            ),
            \(whatFollows(of: own))
            """
    }

    /// - Parameter own: SQL, which donations count at all.
    private static func whatFollows(of own: String) -> String {
        """
        \(sides), \(facets), \(TakingsHumans.sql), \(presence(of: own)), \(donors),
        delta AS MATERIALIZED (
            SELECT span, starts_on, recipient_id, facet, member, sum(gifts)::int AS gifts,
                sum(amount)::bigint AS amount, sum(undisclosed)::int AS undisclosed
            FROM (
                SELECT span, date_trunc(span, donated_on::timestamp)::date AS starts_on,
                    recipient_id, facet, member, gifts, amount, undisclosed
                FROM (
                    SELECT faceted.* FROM faceted
                    UNION ALL
                    SELECT donated_on, finest, 0, facet, member, sum(gifts)::int,
                        sum(amount)::bigint, sum(undisclosed)::int
                    FROM faceted
                    WHERE recipient_id <> 0
                    GROUP BY donated_on, finest, facet, member
                ) AS lined
                CROSS JOIN unnest(\(spans)) AS span
                UNION ALL
                SELECT span, starts_on, recipient_id, 8, member, gifts, 0, 0
                FROM donors
            ) AS part
            GROUP BY span, starts_on, recipient_id, facet, member
            HAVING sum(gifts) <> 0 OR sum(amount) <> 0 OR sum(undisclosed) <> 0
        )
        """
    }

    /// From the finest span that holds all of a date: a gift of "March 2023" is one of the month,
    /// its quarter and its year, and of no day. What happened by some day is counted in that day's
    /// year.
    private static let spans = "\(allSpans)[finest:]"

    private static let allSpans = "(ARRAY['day', 'week', 'month', 'quarter', 'year'])"

    /// The finest span that holds all of a donation's date.
    static let finestSpan = "\(allSpans)[\(finest)]"

    /// Where in them a donation's date begins to be known.
    private static let finest =
        "CASE date_precision WHEN 'day' THEN 1 WHEN 'month' THEN 3 ELSE 5 END"

    /// Each look-up goes by key, however large the tables are believed to be.
    private static let touched = """
        fresh (entry_id, log_index) AS MATERIALIZED (
            SELECT leaf.entry_id, leaf.log_index
            FROM bounds
            JOIN leaf ON leaf.log_index >= bounds.low AND leaf.log_index < bounds.high
        ),
        \(TakingsWords.sql),
        touched (entry_id, log_index) AS MATERIALIZED (
            SELECT gift.entry_id, fresh.log_index
            FROM fresh
            CROSS JOIN LATERAL (
                SELECT donation.entry_id
                FROM donation
                WHERE donation.entry_id = fresh.entry_id
                LIMIT 1
            ) AS gift
            UNION ALL
            SELECT gift.entry_id, gift.log_index
            FROM said
            CROSS JOIN LATERAL (
                SELECT donation.entry_id,
                    (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = donation.entry_id)
                        AS log_index
                FROM donation
                WHERE donation.id = said.donation_id
                LIMIT 1
            ) AS gift
            CROSS JOIN bounds
            -- Of what was recorded between the sizes the first half tells.
            WHERE gift.log_index < bounds.low
        )
        """

    /// Whether a donation, `gift`, stood in the log of each size: it was in it, and an even number
    /// of steps was. Joined laterally: one look at its steps, which most have none of.
    private static let standing = """
        CROSS JOIN LATERAL (
            SELECT gift.log_index < bounds.low AND count(*) FILTER (
                    WHERE step.log_index < bounds.low) % 2 = 0 AS was,
                gift.log_index < bounds.high AND count(*) FILTER (
                    WHERE step.log_index < bounds.high) % 2 = 0 AS stands
            FROM (
                SELECT (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = settlement.entry_id)
                FROM settlement
                WHERE settlement.donation_id = gift.id
                OFFSET 0
            ) AS step (log_index)
        ) AS standing
        """

    private static let sides = """
        sides AS MATERIALIZED (
            SELECT side.sign, gift.*,
                coalesce(
                    (SELECT leg.giver_id
                        FROM leg
                        WHERE leg.id = (
                            SELECT leg_donation.leg_id
                            FROM leg_donation
                            WHERE leg_donation.donation_id = gift.id
                                AND (SELECT log_index FROM leaf
                                    WHERE leaf.entry_id = leg_donation.entry_id) < side.size
                            ORDER BY leg_donation.revision DESC
                            LIMIT 1)),
                    gift.office_id) AS giver_id
            FROM touched
            CROSS JOIN bounds
            CROSS JOIN LATERAL (
                SELECT touched.log_index, donation.entry_id, donation.id, donation.donor_id,
                    donation.recipient_id, donation.giver_id AS office_id, donation.donated_on,
                    \(finest) AS finest, donation.date_precision, donation.origin,
                    donation.amount, donation.channel, donation.channel_name, donation.purpose,
                    donation.project_id, donation.gift_kind, donation.gift_value,
                    donation.gift_wanted
                FROM donation
                WHERE donation.entry_id = touched.entry_id
                    AND donation.disputed IS NULL AND donation.unlawful_ground IS NULL
                LIMIT 1
            ) AS gift
            \(standing)
            CROSS JOIN LATERAL (
                VALUES (-1, bounds.low, standing.was), (1, bounds.high, standing.stands)
            ) AS side (sign, size, stood)
            WHERE side.stood
        )
        """

    /// Donations that are alike in all that is counted are added up first, and only then looked at
    /// from each of its sides. A government by itself has its total and who gave to it; the other
    /// facets are those of all governments together, which keeps the rows of a day short. Whose a
    /// residence is says the edition of the registry that the log knew before the donation: a later
    /// one moves no figure.
    private static let facets = """
        editions AS MATERIALIZED (
            SELECT government_edition.entry_id,
                (SELECT leaf.log_index FROM leaf
                    WHERE leaf.entry_id = government_edition.entry_id) AS log_index
            FROM government_edition
        ),
        alike AS MATERIALIZED (
            SELECT donated_on, finest, recipient_id, channel, platform, purpose, project_id, band,
                residence, region_kept, edition, giver_id, gift,
                sum(sign)::int AS gifts, coalesce(sum(sign * amount), 0)::bigint AS amount,
                coalesce(sum(sign) FILTER (WHERE amount IS NULL), 0)::int AS undisclosed,
                coalesce(sum(sign * gift_value), 0)::bigint AS gift_value
            FROM (
                SELECT sides.sign, sides.donated_on, sides.finest, sides.recipient_id,
                    sides.amount, sides.channel, sides.purpose, sides.project_id, sides.giver_id,
                    sides.gift_value,
                    CASE WHEN sides.channel = 'private_platform' THEN sides.channel_name END
                        AS platform,
                    CASE WHEN sides.amount IS NULL THEN 0 WHEN sides.amount < 100000 THEN 1
                        WHEN sides.amount = 100000 THEN 2 WHEN sides.amount <= 200000 THEN 3
                        WHEN sides.amount < 1000000 THEN 4 WHEN sides.amount < 5000000 THEN 5
                        ELSE 6 END AS band,
                    home.residence,
                    CASE WHEN home.residence IS NULL THEN
                        (SELECT region_id FROM region_kept
                            WHERE region_kept.entry_id = sides.entry_id)
                        END AS region_kept,
                    coalesce(
                        (SELECT max(editions.entry_id) FROM editions
                            WHERE editions.log_index < sides.log_index),
                        (SELECT min(editions.entry_id) FROM editions)) AS edition,
                    CASE WHEN sides.gift_kind IS NULL AND coalesce(sides.gift_value, 0) = 0
                        THEN CASE WHEN sides.gift_wanted IS FALSE THEN 9 END
                        ELSE CASE sides.gift_kind WHEN 'local_product' THEN 1
                            WHEN 'local_voucher' THEN 2 WHEN 'by_ordinance' THEN 3 ELSE 4 END
                        END AS gift
                FROM sides
                CROSS JOIN LATERAL (
                    SELECT (SELECT personal.fields ->> 'residence'
                        FROM personal
                        WHERE personal.entry_id = sides.entry_id)
                    OFFSET 0
                ) AS home (residence)
            ) AS trait
            GROUP BY donated_on, finest, recipient_id, channel, platform, purpose, project_id,
                band, residence, region_kept, edition, giver_id, gift
        ),
        faceted AS MATERIALIZED (
            SELECT alike.donated_on, alike.finest,
                CASE WHEN cut.facet IN (0, 6) THEN alike.recipient_id ELSE 0::smallint END
                    AS recipient_id,
                cut.facet, cut.member, sum(alike.gifts)::int AS gifts,
                sum(cut.amount)::bigint AS amount, sum(cut.undisclosed)::int AS undisclosed
            FROM alike
            CROSS JOIN LATERAL (
                SELECT project.entry_id, project.purpose
                FROM (SELECT alike.project_id AS id) AS named
                LEFT JOIN project ON project.id = named.id
                LIMIT 1
            ) AS project
            CROSS JOIN LATERAL (
                VALUES (0, 0::bigint, alike.amount, alike.undisclosed),
                    (1, CASE alike.channel WHEN 'state_system' THEN 1 WHEN 'bank_counter' THEN 2
                        WHEN 'private_platform' THEN 3 WHEN 'public_place' THEN 4 ELSE 0 END,
                        alike.amount, alike.undisclosed),
                    (2, coalesce(alike.purpose, project.purpose, 0), alike.amount,
                        alike.undisclosed),
                    (3, project.entry_id, alike.amount, alike.undisclosed),
                    (4, alike.band, alike.amount, alike.undisclosed),
                    (5, coalesce(
                        CASE WHEN alike.residence = 'none' THEN -1
                            WHEN alike.residence IS NOT NULL
                                THEN \(province(of: "code = alike.residence"))
                            WHEN alike.region_kept <= 0 THEN alike.region_kept
                            ELSE \(province(of: "id = alike.region_kept")) END,
                        0), alike.amount, alike.undisclosed),
                    (6, alike.giver_id, alike.amount, alike.undisclosed),
                    (7, alike.gift, alike.gift_value, 0),
                    (9, CASE WHEN alike.finest > 1 THEN alike.finest END, alike.amount,
                        alike.undisclosed),
                    (10, CASE WHEN alike.channel = 'private_platform'
                        THEN coalesce(platform_number(alike.platform), 0) END, alike.amount,
                        alike.undisclosed)
            ) AS cut (facet, member, amount, undisclosed)
            WHERE cut.member IS NOT NULL
            GROUP BY alike.donated_on, alike.finest, 3, cut.facet, cut.member
        )
        """

    /// Whose a residence is, by one key: a choice between two would read every government.
    private static func province(of unit: String) -> String {
        """
        (SELECT CASE
                WHEN alike.donated_on >= valid_from
                    AND (alike.donated_on < (
                        SELECT version.valid_to
                        FROM government_version AS version
                        WHERE version.government_id = government.id
                            AND version.edition <= alike.edition
                        ORDER BY version.edition DESC
                        LIMIT 1)) IS NOT FALSE
                    THEN coalesce(parent_id, id)
                ELSE metropolitan_on(id, alike.donated_on, alike.edition)
                END
            FROM government
            WHERE \(unit))
        """
    }

    /// Every gift of those humans on either side, and the days on which somebody gave, each with
    /// the one before: whether somebody is a donor of a period follows from all of them.
    private static func presence(of own: String) -> String {
        """
        giving AS MATERIALIZED (
            SELECT side.sign, side.human, gift.recipient_id, gift.donated_on, gift.finest,
                gift.amount
            FROM donor
            CROSS JOIN bounds
            CROSS JOIN LATERAL (
                SELECT donation.id, donation.recipient_id, donation.donated_on, donation.amount,
                    \(finest) AS finest,
                    (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = donation.entry_id)
                        AS log_index
                FROM donation
                WHERE donation.donor_id = donor.id AND \(own)
                    AND donation.disputed IS NULL AND donation.unlawful_ground IS NULL
                OFFSET 0
            ) AS gift
            \(standing)
            CROSS JOIN LATERAL (
                VALUES (-1, donor.was, standing.was), (1, donor.human, standing.stands)
            ) AS side (sign, human, stood)
            WHERE side.stood
        ),
        presence AS MATERIALIZED (
            SELECT recipient_id, donated_on, finest, before_day, before_month, before,
                sum(sign) AS donors
            FROM (
                SELECT sign, recipient_id, donated_on, finest,
                    max(donated_on) FILTER (WHERE finest = 1) OVER earlier AS before_day,
                    max(donated_on) FILTER (WHERE finest <= 3) OVER earlier AS before_month,
                    max(donated_on) OVER earlier AS before
                FROM (
                    SELECT DISTINCT sign, human, line.recipient_id, donated_on, finest
                    FROM giving
                    CROSS JOIN LATERAL (VALUES (0::smallint), (giving.recipient_id))
                        AS line (recipient_id)
                ) AS days
                WINDOW earlier AS (
                    PARTITION BY sign, human, recipient_id
                    ORDER BY donated_on, finest
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
            ) AS followed
            GROUP BY recipient_id, donated_on, finest, before_day, before_month, before
            HAVING sum(sign) <> 0
        )
        """
    }

    /// 1 donors of a period, 2 whose first gift lies in it, 3 who stand at the cap of the year. A
    /// donor is counted in a period on his first day in it.
    private static let donors = """
        donors AS (
            SELECT period.span, period.starts_on, recipient_id, 1 AS member,
                sum(donors)::int AS gifts
            FROM presence
            CROSS JOIN LATERAL (
                SELECT span, date_trunc(span, donated_on::timestamp)::date
                FROM unnest(\(spans)) AS span
                OFFSET 0
            ) AS period (span, starts_on)
            WHERE (CASE WHEN span IN ('day', 'week') THEN before_day
                WHEN span IN ('month', 'quarter') THEN before_month
                ELSE before END < period.starts_on) IS NOT FALSE
            GROUP BY period.span, period.starts_on, recipient_id
            UNION ALL
            SELECT span, date_trunc(span, donated_on::timestamp)::date, recipient_id, 2,
                sum(donors)::int
            FROM presence
            CROSS JOIN unnest(\(spans)) AS span
            WHERE before IS NULL
            GROUP BY span, 2, recipient_id
            UNION ALL
            SELECT 'year', starts_on, 0::smallint, 3, sum(sign)::int
            FROM (
                SELECT sign, date_trunc('year', donated_on::timestamp)::date AS starts_on
                FROM giving
                GROUP BY sign, human, starts_on, extract(year FROM donated_on)
                HAVING coalesce(sum(amount), 0)
                    >= annual_cap(extract(year FROM donated_on)::int)
            ) AS capped
            GROUP BY starts_on
        )
        """
}
