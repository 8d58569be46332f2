-- What a donation's own row may say stands beside what the ledger says of it. As constraints of the
-- table these rules were parsed anew by each statement, 26,000 letters of them, a twelfth of what
-- a donation costs the server; the trigger keeps its plan. They are the same, under the same names
-- and in the same order, and the trigger fires whatever a session says of its role.

-- Which rule a donation breaks by what its own row says; NULL where none. A rule of which something
-- is not known is not broken.
CREATE FUNCTION broken_form(gift donation) RETURNS text
    LANGUAGE sql
    STABLE
    PARALLEL SAFE
    RETURN CASE
        WHEN (gift.amount BETWEEN 1 AND 9007199254740991
                AND (gift.amount IS NOT NULL OR gift.origin = 'reported')) IS FALSE
            THEN 'amount_invalid'
        WHEN (gift.donated_on >= DATE '2023-01-01') IS FALSE
            THEN 'before_scheme'
        WHEN (gift.origin = 'reported'
                OR (gift.checks::text LIKE '{"all":{%"result":"passed"},"pledge":"%'
                    AND gift.checks::text NOT LIKE '%{%{%{%') IS TRUE
                OR checks_suffice(gift.checks, gift.unlawful_ground) IS TRUE) IS FALSE
            THEN 'checks_incomplete'
        WHEN (gift.disputed IS NOT NULL
                OR (gift.checks::text
                    LIKE '%"basis":"shared_administrative_information"%') IS NOT TRUE
                OR coalesce(
                    (gift.checks ->> 'consent')::boolean, gift.origin = 'reported')) IS FALSE
            THEN 'consent_missing'
        WHEN (gift.origin = 'reported' OR gift.date_precision = 'day') IS FALSE
            THEN 'date_invalid'
        -- Korea is nine hours before UTC, without summer time, since before there was a scheme.
        WHEN (gift.donated_on
                <= (gift.recorded_at AT TIME ZONE INTERVAL '9 hours')::date) IS FALSE
            THEN 'donated_on_in_future'
        WHEN (gift.donated_on >= make_date(gift.cap_year, 1, 1)) IS FALSE
            THEN 'donation_cap_year_is_the_date'
        WHEN (gift.channel IN (
                'state_system', 'bank_counter', 'private_platform', 'public_place')) IS FALSE
            THEN 'donation_channel_known'
        WHEN gift.disputed IS NOT NULL AND gift.origin <> 'reported'
            THEN 'donation_disputed_is_reported'
        WHEN (gift.gift_kind IN (
                'local_product', 'local_voucher', 'by_ordinance', 'cash', 'precious_metal',
                'outside_voucher', 'other_forbidden')) IS FALSE
            THEN 'donation_gift_kind_known'
        WHEN (gift.gift_value >= 0) IS FALSE
            THEN 'donation_gift_value_not_negative'
        WHEN (length(gift.official_receipt_no) BETWEEN 1 AND 200) IS FALSE
            THEN 'donation_official_receipt_no_length'
        WHEN (gift.origin IN ('intake', 'reported')) IS FALSE
            THEN 'donation_origin_known'
        WHEN (gift.date_precision IN ('day', 'month', 'year', 'on_or_before')) IS FALSE
            THEN 'donation_precision_known'
        WHEN (gift.purpose BETWEEN 1 AND 4) IS FALSE
            THEN 'donation_purpose_known'
        WHEN (gift.unlawful_ground BETWEEN 1 AND 7) IS FALSE
            THEN 'donation_unlawful_ground_known'
        WHEN gift.unlawful_ground IS NOT NULL AND gift.origin <> 'intake'
            THEN 'donation_unlawful_is_intake'
        WHEN gift.interest AND gift.disputed IS NULL AND gift.unlawful_ground IS NULL
            THEN 'donor_has_interest_in_recipient'
        WHEN NOT gift.own_name AND gift.disputed IS NULL AND gift.unlawful_ground IS NULL
            THEN 'donor_not_in_own_name'
        WHEN NOT gift.natural_person AND gift.disputed IS NULL
            THEN 'donor_not_natural_person'
        WHEN (gift.disputed IS NOT NULL OR (gift.purpose IS NULL AND gift.project_id IS NULL)
                OR gift.donated_on >= CASE gift.date_precision
                    WHEN 'month' THEN DATE '2024-02-01'
                    WHEN 'year' THEN DATE '2024-01-01'
                    ELSE DATE '2024-02-20'
                    END) IS FALSE
            THEN 'earmark_not_available'
        WHEN (gift.disputed IS NOT NULL OR gift.unlawful_ground IS NOT NULL
                OR gift.gift_kind IN ('local_product', 'local_voucher', 'by_ordinance')) IS FALSE
            THEN 'gift_forbidden_kind'
        WHEN (gift.disputed IS NOT NULL OR gift.gift_wanted IS NOT FALSE
                OR (gift.gift_kind IS NULL AND coalesce(gift.gift_value, 0) = 0)) IS FALSE
            THEN 'gift_not_wanted'
        WHEN (gift.disputed IS NOT NULL OR gift.unlawful_ground IS NOT NULL
                OR gift.gift_value <= gift.amount * 3 / 10) IS FALSE
            THEN 'gift_over_limit'
        WHEN (gift.disputed IS NOT NULL OR gift.origin = 'reported'
                OR gift.unlawful_ground IS NOT NULL
                OR (gift.channel IS NOT NULL
                    AND (gift.channel <> 'public_place' OR gift.channel_name IS NOT NULL))) IS FALSE
            THEN 'place_not_public'
        END;

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
            AND NOT EXISTS (
                SELECT FROM bar WHERE bar.government_id = added.recipient_id OFFSET 0)
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
                    AND bar.valid_from <= gift.first_day AND bar.valid_to > gift.last_day)
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

-- Whoever breaks a rule of the row hears of that first.
CREATE OR REPLACE FUNCTION refuse_closed_project() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
DECLARE
    broken text;
BEGIN
    SELECT CASE
            WHEN NEW.disputed IS NOT NULL OR broken_form(NEW) IS NOT NULL THEN NULL
            WHEN project.government_id <> NEW.recipient_id
                AND (government.valid_to > NEW.donated_on) IS NOT FALSE
                THEN 'project_not_open'
            WHEN NEW.purpose <> project.purpose THEN 'project_not_open'
            WHEN project.open_from > CASE NEW.date_precision
                    WHEN 'month' THEN (NEW.donated_on + interval '1 month - 1 day')::date
                    WHEN 'year' THEN (NEW.donated_on + interval '1 year - 1 day')::date
                    ELSE NEW.donated_on
                    END
                THEN 'project_not_open'
            WHEN NEW.date_precision <> 'on_or_before' AND least(project.open_to, ended.ends_on)
                    <= NEW.donated_on
                THEN 'project_not_open'
            END
    INTO broken
    FROM project
    JOIN government ON government.id = project.government_id
    CROSS JOIN LATERAL (
        SELECT min(ends_on) AS ends_on
        FROM project_ending
        WHERE project_ending.project_id = project.id
    ) AS ended
    WHERE project.id = NEW.project_id;
    IF NOT FOUND THEN
        broken := 'donation_project_exists';
    END IF;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION '%: this donation is refused', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    RETURN NULL;
END $$;

ALTER TABLE donation
    DROP CONSTRAINT amount_invalid,
    DROP CONSTRAINT before_scheme,
    DROP CONSTRAINT checks_incomplete,
    DROP CONSTRAINT consent_missing,
    DROP CONSTRAINT date_invalid,
    DROP CONSTRAINT donated_on_in_future,
    DROP CONSTRAINT donation_cap_year_is_the_date,
    DROP CONSTRAINT donation_channel_known,
    DROP CONSTRAINT donation_disputed_is_reported,
    DROP CONSTRAINT donation_gift_kind_known,
    DROP CONSTRAINT donation_gift_value_not_negative,
    DROP CONSTRAINT donation_official_receipt_no_length,
    DROP CONSTRAINT donation_origin_known,
    DROP CONSTRAINT donation_precision_known,
    DROP CONSTRAINT donation_purpose_known,
    DROP CONSTRAINT donation_unlawful_ground_known,
    DROP CONSTRAINT donation_unlawful_is_intake,
    DROP CONSTRAINT donor_has_interest_in_recipient,
    DROP CONSTRAINT donor_not_in_own_name,
    DROP CONSTRAINT donor_not_natural_person,
    DROP CONSTRAINT earmark_not_available,
    DROP CONSTRAINT gift_forbidden_kind,
    DROP CONSTRAINT gift_not_wanted,
    DROP CONSTRAINT gift_over_limit,
    DROP CONSTRAINT place_not_public;

ALTER TABLE donation ENABLE ALWAYS TRIGGER donation_is_lawful;
