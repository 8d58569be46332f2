-- 종료: what goes on after it was recorded ends by another entry. The term of an office that nobody
-- knew the end of ran for ever: whoever had left was refused as an employee, and had two offices as
-- soon as there was another. A bar that was lifted, or entered for another government, held to its
-- last day. As of projects and declared interests the earliest end holds; what ends on its first
-- day or before never was.
CREATE TABLE office_ending (
    entry_id bigint NOT NULL
        CONSTRAINT office_ending_pkey PRIMARY KEY
        CONSTRAINT office_ending_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT office_ending_id_key UNIQUE,
    office_id uuid NOT NULL CONSTRAINT office_ending_office_exists REFERENCES office (id),
    ends_on date NOT NULL,
    reason text NOT NULL
        CONSTRAINT office_ending_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    recorded_at timestamptz NOT NULL
);

COMMENT ON COLUMN office_ending.ends_on IS 'the first day on which it is not held';

CREATE INDEX office_ending_office ON office_ending (office_id);

CREATE TABLE bar_ending (
    entry_id bigint NOT NULL
        CONSTRAINT bar_ending_pkey PRIMARY KEY
        CONSTRAINT bar_ending_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT bar_ending_id_key UNIQUE,
    bar_id uuid NOT NULL CONSTRAINT bar_ending_bar_exists REFERENCES bar (id),
    ends_on date NOT NULL,
    reason text NOT NULL
        CONSTRAINT bar_ending_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    recorded_at timestamptz NOT NULL
);

COMMENT ON COLUMN bar_ending.ends_on IS 'the first day on which it bars nothing';

CREATE INDEX bar_ending_bar ON bar_ending (bar_id);

CALL make_append_only('office_ending', 'bar_ending');

GRANT SELECT, INSERT ON office_ending, bar_ending TO pumasi_app;
GRANT SELECT ON office_ending, bar_ending TO pumasi_report, pumasi_auditor;

-- A year that begins on 29 February ends with February (Civil Act, Art. 160(3)).
ALTER TABLE bar
    DROP CONSTRAINT bar_a_year_at_most,
    ADD CONSTRAINT bar_a_year_at_most
        CHECK (valid_to > valid_from
            AND valid_to <= greatest(
                valid_from + interval '1 year',
                valid_from - 1 + interval '1 year' + interval '1 day'));

-- The rules of 0056, with the ends of bars.
CREATE OR REPLACE FUNCTION refuse_unlawful_donation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    SET enable_seqscan = off
    AS $$
DECLARE
    broken text;
    first_entry bigint;
    last_entry bigint;
    last_closed date;
    rows_added bigint;
    rows_ordinary bigint;
BEGIN
    IF current_setting('pumasi.rows', true) = 'many' THEN
        SELECT min(entry_id), max(entry_id), count(*)
        INTO first_entry, last_entry, rows_added
        FROM added;
        last_closed := (SELECT max(last_day) FROM period_closing);
        -- How many rows there are between two numbers the planner cannot know: believing them few,
        -- it would walk all of them for each.
        PERFORM set_config('enable_nestloop', 'off', true),
            set_config('enable_mergejoin', 'off', true);
        SELECT count(*)
        INTO rows_ordinary
        FROM added
        JOIN (
            SELECT id FROM entry WHERE id BETWEEN first_entry AND last_entry
        ) AS said ON said.id = added.entry_id
        JOIN (
            SELECT entry_id, fields ->> 'residence' AS residence
            FROM personal
            WHERE entry_id BETWEEN first_entry AND last_entry
        ) AS opening ON opening.entry_id = added.entry_id
        JOIN government AS recipient ON recipient.id = added.recipient_id
            AND recipient.valid_from <= donated_on
            AND (recipient.valid_to IS NULL OR recipient.valid_to > donated_on)
        JOIN government AS home ON home.code = opening.residence
            AND home.valid_from <= donated_on
            AND (home.valid_to IS NULL OR home.valid_to > donated_on)
            AND home.id <> added.recipient_id
            AND home.parent_id IS DISTINCT FROM added.recipient_id
        WHERE broken_form(added) IS NULL
            AND giver_id IS NULL
            AND date_precision = 'day'
            AND (donated_on <= last_closed) IS NOT TRUE
            AND added.recipient_id <> ALL (ARRAY(SELECT government_id FROM bar));
        PERFORM set_config('enable_nestloop', 'on', true),
            set_config('enable_mergejoin', 'on', true);
        -- A number, a code and an id belong to one row each, so that none is counted twice.
        IF rows_ordinary = rows_added THEN
            RETURN NULL;
        END IF;
    ELSIF NOT EXISTS (
        SELECT FROM added
        WHERE (
            broken_form(added) IS NULL
            AND giver_id IS NULL
            AND date_precision = 'day'
            AND (donated_on <= (SELECT max(last_day) FROM period_closing)) IS NOT TRUE
            AND EXISTS (SELECT FROM entry WHERE entry.id = added.entry_id OFFSET 0)
            AND EXISTS (
                SELECT FROM government
                WHERE government.id = added.recipient_id
                    AND valid_from <= donated_on
                    AND (valid_to IS NULL OR valid_to > donated_on)
                OFFSET 0)
            AND EXISTS (
                SELECT FROM personal
                JOIN government AS home ON home.code = personal.fields ->> 'residence'
                WHERE personal.entry_id = added.entry_id
                    AND home.valid_from <= donated_on
                    AND (home.valid_to IS NULL OR home.valid_to > donated_on)
                    AND home.id <> added.recipient_id
                    AND home.parent_id IS DISTINCT FROM added.recipient_id
                OFFSET 0)
            AND added.recipient_id <> ALL (ARRAY(SELECT government_id FROM bar))
        ) IS NOT TRUE
    ) THEN
        RETURN NULL;
    END IF;
    SELECT judged.rule
    INTO broken
    FROM (
        SELECT CASE
            WHEN gift.form IS NOT NULL THEN gift.form
            WHEN (SELECT entry.id FROM entry WHERE entry.id = gift.entry_id) IS NULL
                THEN 'donation_entry_exists'
            WHEN gift.in_force IS NULL THEN 'donation_recipient_exists'
            WHEN gift.giver_id IS NOT NULL
                AND (SELECT id FROM government WHERE id = gift.giver_id) IS NULL
                THEN 'donation_giver_exists'
            WHEN gift.donated_on <= (SELECT max(last_day) FROM period_closing)
                AND EXISTS (
                    SELECT FROM closed_period
                    WHERE gift.donated_on BETWEEN first_day AND last_day)
                AND (SELECT late_entry.entry_id FROM late_entry
                    WHERE late_entry.entry_id = gift.entry_id) IS NULL
                THEN 'period_closed'
            WHEN gift.disputed IS NOT NULL THEN NULL
            WHEN NOT gift.in_force THEN 'recipient_not_in_force'
            WHEN gift.unlawful_ground IS NULL AND EXISTS (
                SELECT FROM bar
                WHERE bar.government_id = gift.recipient_id
                    AND bar.valid_from <= gift.first_day
                    AND least(bar.valid_to, (
                        SELECT min(bar_ending.ends_on)
                        FROM bar_ending
                        WHERE bar_ending.bar_id = bar.id)) > gift.last_day)
                THEN 'recipient_barred'
            WHEN gift.origin = 'intake' AND gift.residence IS NULL THEN 'donor_residence_unknown'
            WHEN gift.unlawful_ground IS NOT NULL THEN NULL
            WHEN gift.residence <> 'elsewhere' THEN gift.residence
            WHEN gift.giver_id = gift.recipient_id AND gift.date_precision = 'day'
                THEN 'donor_employed_by_recipient'
            END AS rule
        FROM (
            SELECT added.*, broken_form(added) AS form, first_day, last_day,
                (SELECT valid_from <= last_day AND (valid_to IS NULL OR valid_to > first_day)
                    FROM government
                    WHERE government.id = added.recipient_id) AS in_force,
                (SELECT CASE added.recipient_id
                        WHEN home.id THEN 'donor_resides_in_recipient'
                        WHEN home.parent_id THEN 'recipient_is_donors_metropolitan'
                        ELSE 'elsewhere'
                        END
                    FROM personal
                    LEFT JOIN government AS home
                        ON home.code = personal.fields ->> 'residence'
                        AND home.valid_from <= first_day
                        AND (home.valid_to IS NULL OR home.valid_to > last_day)
                    WHERE personal.entry_id = added.entry_id
                        AND personal.fields ? 'residence') AS residence
            FROM added
            CROSS JOIN LATERAL (
                SELECT CASE date_precision
                        WHEN 'on_or_before' THEN DATE '2023-01-01'
                        ELSE donated_on
                        END,
                    CASE date_precision
                        WHEN 'month' THEN (donated_on + interval '1 month - 1 day')::date
                        WHEN 'year' THEN (donated_on + interval '1 year - 1 day')::date
                        ELSE donated_on
                        END
                -- OFFSET 0 keeps what is computed here from being computed at each mention.
                OFFSET 0
            ) AS possible (first_day, last_day)
            OFFSET 0
        ) AS gift
    ) AS judged
    WHERE judged.rule IS NOT NULL
    LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION '%: this donation is refused', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    RETURN NULL;
END $$;
