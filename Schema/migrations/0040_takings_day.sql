-- 일자와 주소지. The roll-up counts a donation in those spans that hold all of its date, and its donor's
-- residence under the metropolitan government of that day.
--
-- 그날의 시·도. A unit followed to whoever stood on the day on the same ground, and up; the unit's own
-- where that is not one.
CREATE FUNCTION metropolitan_on(unit smallint, day date) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = public, pg_temp
    AS $$
        WITH RECURSIVE line (id, is_later) AS (
            SELECT government.id, government.valid_from <= day
            FROM government
            WHERE government.id = unit
            UNION
            SELECT CASE WHEN line.is_later THEN step.successor_id ELSE step.government_id END,
                line.is_later
            FROM line
            JOIN government ON government.id = line.id
            JOIN government_successor AS step
                ON line.id = CASE WHEN line.is_later THEN step.government_id
                    ELSE step.successor_id END
            WHERE CASE WHEN line.is_later THEN government.valid_to <= day
                ELSE day < government.valid_from END
        )
        SELECT CASE WHEN min(coalesce(stood.parent_id, stood.id))
                = max(coalesce(stood.parent_id, stood.id))
            THEN min(coalesce(stood.parent_id, stood.id))
            ELSE (SELECT coalesce(own.parent_id, own.id) FROM government AS own
                WHERE own.id = unit)
            END
        FROM line
        JOIN government AS stood ON stood.id = line.id
        WHERE stood.valid_from <= day AND (day < stood.valid_to) IS NOT FALSE
    $$;

-- What an erasure leaves is the province of the donation's day: its figure stays what it was.
CREATE OR REPLACE FUNCTION keep_region() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    INSERT INTO region_kept (entry_id, region_id)
    SELECT gone.entry_id, coalesce(
        (SELECT metropolitan_on(government.id, donation.donated_on)
            FROM government
            JOIN donation ON donation.entry_id = gone.entry_id
            WHERE government.code = gone.fields ->> 'residence'),
        region_of(gone.fields ->> 'residence'))
    FROM gone
    WHERE gone.fields ? 'residence';
    RETURN NULL;
END $$;

COMMENT ON COLUMN takings.facets IS
    '0 all, 1 channel, 2 purpose, 3 project, 4 size band, 5 residence, 6 giving government,'
    ' 7 return gift, 8 donors, 9 dates less precise than a day; a government by itself has'
    ' 0, 6 and 8';

-- What was counted on the first day of a month or a year begins again; the timer folds it anew, and
-- until then whoever reads adds it up.
DELETE FROM takings;
UPDATE takings_head SET log_size = 0, folded_at = clock_timestamp();

-- 그때의 원장. What is followed in a log of the size that the transaction is told of, where it is told
-- of one: a summary made again follows what was followed when it was made.
CREATE OR REPLACE VIEW followed_choice AS
SELECT DISTINCT ON (subject_id, attribute)
    entry_id, subject_id, attribute, claim_entry_id, claim_position, person_id, happened_on,
    date_precision
FROM claim_choice
WHERE (SELECT nullif(current_setting('pumasi.log_size', true), '') IS NULL)
    OR (SELECT leaf.log_index FROM leaf WHERE leaf.entry_id = claim_choice.entry_id)
        < (SELECT nullif(current_setting('pumasi.log_size', true), '')::bigint)
ORDER BY subject_id, attribute, entry_id DESC;
