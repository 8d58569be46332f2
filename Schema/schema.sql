CREATE FUNCTION public.annual_cap(year integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (year < 2023) THEN 0 WHEN (year < 2025) THEN 5000000 ELSE 20000000 END;

CREATE FUNCTION public.checks_suffice(checks json, unlawful_ground smallint) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RETURN checks ->> 'pledge' IS NOT NULL
        AND (checks #>> '{all,result}' = 'passed'
            OR (checks #>> '{annual_total,result}' = 'passed'
                AND checks #>> '{gift_wish,result}' = 'passed'
                AND (checks #>> '{resident,result}' = 'passed'
                        AND checks #>> '{person,result}' = 'passed'
                    OR checks #>> '{resident,result}' IN ('passed', 'failed')
                        AND checks #>> '{person,result}' IN ('passed', 'failed')
                        AND (unlawful_ground = 1
                                AND checks #>> '{resident,result}' = 'failed'
                            OR unlawful_ground = 3
                                AND checks #>> '{person,result}' = 'failed'))));
END $$;

CREATE TABLE public.donation (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    donor_id uuid NOT NULL,
    amount bigint,
    recorded_at timestamp with time zone NOT NULL,
    donated_on date NOT NULL,
    recipient_id smallint NOT NULL,
    giver_id smallint,
    cap_year smallint,
    natural_person boolean NOT NULL,
    own_name boolean,
    date_precision text NOT NULL,
    origin text NOT NULL,
    channel text,
    channel_name text,
    disputed text,
    interest boolean,
    purpose smallint,
    project_id uuid,
    gift_kind text,
    gift_value bigint,
    gift_wanted boolean,
    checks json,
    official_receipt_no text,
    unlawful_ground smallint
);

CREATE FUNCTION public.broken_form(gift public.donation) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (((((gift).amount >= 1) AND ((gift).amount <= '9007199254740991'::bigint)) AND (((gift).amount IS NOT NULL) OR ((gift).origin = 'reported'::text))) IS FALSE) THEN 'amount_invalid'::text WHEN (((gift).donated_on >= '2023-01-01'::date) IS FALSE) THEN 'before_scheme'::text WHEN ((((gift).origin = 'reported'::text) OR (((((gift).checks)::text ~~ '{"all":{%"result":"passed"},"pledge":"%'::text) AND (((gift).checks)::text !~~ '%{%{%{%'::text)) IS TRUE) OR (public.checks_suffice((gift).checks, (gift).unlawful_ground) IS TRUE)) IS FALSE) THEN 'checks_incomplete'::text WHEN ((((gift).disputed IS NOT NULL) OR ((((gift).checks)::text ~~ '%"basis":"shared_administrative_information"%'::text) IS NOT TRUE) OR COALESCE((((gift).checks ->> 'consent'::text))::boolean, ((gift).origin = 'reported'::text))) IS FALSE) THEN 'consent_missing'::text WHEN ((((gift).origin = 'reported'::text) OR ((gift).date_precision = 'day'::text)) IS FALSE) THEN 'date_invalid'::text WHEN (((gift).donated_on <= (((gift).recorded_at AT TIME ZONE '09:00:00'::interval))::date) IS FALSE) THEN 'donated_on_in_future'::text WHEN (((gift).donated_on >= make_date(((gift).cap_year)::integer, 1, 1)) IS FALSE) THEN 'donation_cap_year_is_the_date'::text WHEN (((gift).channel = ANY (ARRAY['state_system'::text, 'bank_counter'::text, 'private_platform'::text, 'public_place'::text])) IS FALSE) THEN 'donation_channel_known'::text WHEN (((gift).disputed IS NOT NULL) AND ((gift).origin <> 'reported'::text)) THEN 'donation_disputed_is_reported'::text WHEN (((gift).gift_kind = ANY (ARRAY['local_product'::text, 'local_voucher'::text, 'by_ordinance'::text, 'cash'::text, 'precious_metal'::text, 'outside_voucher'::text, 'other_forbidden'::text])) IS FALSE) THEN 'donation_gift_kind_known'::text WHEN (((gift).gift_value >= 0) IS FALSE) THEN 'donation_gift_value_not_negative'::text WHEN (((length((gift).official_receipt_no) >= 1) AND (length((gift).official_receipt_no) <= 200)) IS FALSE) THEN 'donation_official_receipt_no_length'::text WHEN (((gift).origin = ANY (ARRAY['intake'::text, 'reported'::text])) IS FALSE) THEN 'donation_origin_known'::text WHEN (((gift).date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])) IS FALSE) THEN 'donation_precision_known'::text WHEN ((((gift).purpose >= 1) AND ((gift).purpose <= 4)) IS FALSE) THEN 'donation_purpose_known'::text WHEN ((((gift).unlawful_ground >= 1) AND ((gift).unlawful_ground <= 7)) IS FALSE) THEN 'donation_unlawful_ground_known'::text WHEN (((gift).unlawful_ground IS NOT NULL) AND ((gift).origin <> 'intake'::text)) THEN 'donation_unlawful_is_intake'::text WHEN ((gift).interest AND ((gift).disputed IS NULL) AND ((gift).unlawful_ground IS NULL)) THEN 'donor_has_interest_in_recipient'::text WHEN ((NOT (gift).own_name) AND ((gift).disputed IS NULL) AND ((gift).unlawful_ground IS NULL)) THEN 'donor_not_in_own_name'::text WHEN ((NOT (gift).natural_person) AND ((gift).disputed IS NULL)) THEN 'donor_not_natural_person'::text WHEN ((((gift).disputed IS NOT NULL) OR (((gift).purpose IS NULL) AND ((gift).project_id IS NULL)) OR ((gift).donated_on >= CASE (gift).date_precision WHEN 'month'::text THEN '2024-02-01'::date WHEN 'year'::text THEN '2024-01-01'::date ELSE '2024-02-20'::date END)) IS FALSE) THEN 'earmark_not_available'::text WHEN ((((gift).disputed IS NOT NULL) OR ((gift).unlawful_ground IS NOT NULL) OR ((gift).gift_kind = ANY (ARRAY['local_product'::text, 'local_voucher'::text, 'by_ordinance'::text]))) IS FALSE) THEN 'gift_forbidden_kind'::text WHEN ((((gift).disputed IS NOT NULL) OR ((gift).gift_wanted IS NOT FALSE) OR (((gift).gift_kind IS NULL) AND (COALESCE((gift).gift_value, (0)::bigint) = 0))) IS FALSE) THEN 'gift_not_wanted'::text WHEN ((((gift).disputed IS NOT NULL) OR ((gift).unlawful_ground IS NOT NULL) OR ((gift).gift_value <= (((gift).amount * 3) / 10))) IS FALSE) THEN 'gift_over_limit'::text WHEN ((((gift).disputed IS NOT NULL) OR ((gift).origin = 'reported'::text) OR ((gift).unlawful_ground IS NOT NULL) OR (((gift).channel IS NOT NULL) AND (((gift).channel <> 'public_place'::text) OR ((gift).channel_name IS NOT NULL)))) IS FALSE) THEN 'place_not_public'::text ELSE NULL::text END;

CREATE FUNCTION public.close_alone() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '2s'
    AS $$
BEGIN
    LOCK TABLE donation IN SHARE ROW EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM closed_period WHERE closed_period.period = NEW.period) THEN
        RAISE EXCEPTION 'period_closed_once: this period is closed already'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'period_closed_once';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.discard_access_month(day date, why text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    partition text := 'access_' || to_char(day, 'YYYY_MM');
    gone bigint;
BEGIN
    IF date_trunc('month', day::timestamp) + interval '25 months'
        > clock_timestamp() AT TIME ZONE 'UTC'
    THEN
        RAISE EXCEPTION 'access_kept_two_years: % is kept for two years yet', partition
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'access_kept_two_years';
    END IF;
    IF to_regclass(partition) IS NULL THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT count(*) FROM %I', partition) INTO gone;
    EXECUTE format('DROP TABLE %I', partition);
    PERFORM keep_access_month((clock_timestamp() AT TIME ZONE 'UTC')::date);
    INSERT INTO access (at, id, action, subject_count, scope, reason)
    VALUES (
        clock_timestamp(), gen_random_uuid(), 'discarded', 0,
        partition || ' ' || gone || ' ' || session_user, why);
    RETURN gone;
END $$;

CREATE FUNCTION public.edition_before(entry bigint) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
        SELECT coalesce(
            max(known.entry_id) FILTER (WHERE CASE WHEN own.log_index IS NULL
                THEN known.entry_id < entry ELSE said.log_index < own.log_index END),
            min(known.entry_id))
        FROM government_edition AS known
        LEFT JOIN leaf AS said ON said.entry_id = known.entry_id
        LEFT JOIN leaf AS own ON own.entry_id = entry
    $$;

CREATE FUNCTION public.forget_grams() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM FROM lookup_head FOR UPDATE;
    UPDATE lookup
    SET grams = NULL
    FROM gone
    WHERE lookup.entry_id = gone.entry_id;
    RETURN NULL;
END $$;

CREATE FUNCTION public.hold_donations() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET lock_timeout TO '2s'
    AS $$
BEGIN
    LOCK TABLE donation IN SHARE ROW EXCLUSIVE MODE;
END $$;

CREATE FUNCTION public.is_of_one_line(one smallint, other smallint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
        SELECT one = other OR EXISTS (
            WITH RECURSIVE later (start, id) AS (
                SELECT government_id, successor_id
                FROM government_successor
                WHERE government_id IN (one, other)
                UNION
                SELECT later.start, government_successor.successor_id
                FROM later
                JOIN government_successor ON government_successor.government_id = later.id
            )
            SELECT FROM later WHERE id IN (one, other)
        )
    $$;

CREATE FUNCTION public.keep_access_month(day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    first date := date_trunc('month', day::timestamp)::date;
    partition text := 'access_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(8101817365229125635);
    IF to_regclass(partition) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format(
        'CREATE TABLE %I PARTITION OF access FOR VALUES FROM (%L) TO (%L)', partition,
        first::timestamp AT TIME ZONE 'UTC',
        (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
    CALL make_append_only(partition);
END $$;

CREATE FUNCTION public.keep_region() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO region_kept (entry_id, region_id)
    SELECT gone.entry_id, coalesce(
        (SELECT metropolitan_on(
                government.id, donation.donated_on, edition_before(gone.entry_id))
            FROM government
            JOIN donation ON donation.entry_id = gone.entry_id
            WHERE government.code = gone.fields ->> 'residence'),
        region_of(gone.fields ->> 'residence'))
    FROM gone
    WHERE gone.fields ? 'residence';
    RETURN NULL;
END $$;

CREATE PROCEDURE public.make_append_only(VARIADIC names text[])
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY names LOOP
        EXECUTE format(
            'CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
                'EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
        EXECUTE format(
            'ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_append_only');
    END LOOP;
END $$;

CREATE FUNCTION public.metropolitan_on(unit smallint, day date, said bigint) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
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
            WHERE step.edition <= said
                AND CASE WHEN line.is_later THEN
                    (SELECT version.valid_to
                        FROM government_version AS version
                        WHERE version.government_id = line.id AND version.edition <= said
                        ORDER BY version.edition DESC
                        LIMIT 1) <= day
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
        WHERE stood.valid_from <= day
            AND (day < (
                SELECT version.valid_to
                FROM government_version AS version
                WHERE version.government_id = stood.id AND version.edition <= said
                ORDER BY version.edition DESC
                LIMIT 1)) IS NOT FALSE
    $$;

CREATE FUNCTION public.platform_number(name text) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((('x'::text || encode(substr(sha256(convert_to(name, 'UTF8'::name)), 1, 8), 'hex'::text)))::bit(64))::bigint;

CREATE FUNCTION public.refuse_answer_of_another() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN followed_nomination AS nomination ON nomination.id = added.nomination_id
        JOIN followed_participation AS participation
            ON participation.id = added.participation_id
        WHERE participation.person_id <> nomination.nominee_id
    ) THEN
        RAISE EXCEPTION '%: a nomination is answered by whom it names', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '%: % is refused, the ledger is only added to', TG_NAME, TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            HINT = 'record a correction; nothing that was recorded is edited or removed';
END $$;

COMMENT ON FUNCTION public.refuse_change() IS 'Statement trigger of every append-only table; grants say the same a second time.';

CREATE FUNCTION public.refuse_closed_project() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
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

CREATE FUNCTION public.refuse_forgetting() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone
        WHERE (SELECT entry.id FROM entry WHERE entry.id = gone.entry_id) IS NOT NULL
    ) THEN
        RAISE EXCEPTION '%: the id of a request that was answered is kept for ever', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_head_without_tiles() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM generate_series(0, 7) AS tile (level)
        WHERE coalesce(
            (SELECT first + octet_length(hashes) / 32
                FROM tile_run
                WHERE tile_run.level = tile.level
                ORDER BY first DESC
                LIMIT 1), 0) <> NEW.size >> (8 * tile.level)
    ) THEN
        RAISE EXCEPTION '%: the head of the tree is not that of its tiles', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_leaf_of_nothing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
    IF (SELECT count(*) FROM added) <> (
        SELECT count(*)
        FROM added
        JOIN (
            SELECT id
            FROM entry
            WHERE id BETWEEN (SELECT min(entry_id) FROM added)
                AND (SELECT max(entry_id) FROM added)
            OFFSET 0
        ) AS said ON said.id = added.entry_id
    ) THEN
        RAISE EXCEPTION '%: a leaf is the place of an entry', TG_NAME
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_link_out_of_turn() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    broken text;
BEGIN
    SELECT turn.rule
    INTO broken
    FROM (
        SELECT CASE
            WHEN added.leg_id IS NULL AND earlier.leg_id IS NULL THEN 'donation_not_linked'
            WHEN added.leg_id IS NOT NULL AND added.revision > 0
                AND (earlier.donation_id IS NULL OR earlier.leg_id IS NOT NULL)
                THEN 'donation_linked'
            END AS rule
        FROM added
        LEFT JOIN LATERAL (
            SELECT leg_donation.donation_id, leg_donation.leg_id
            FROM leg_donation
            WHERE leg_donation.donation_id = added.donation_id
                AND leg_donation.revision = added.revision - 1
            LIMIT 1
        ) AS earlier ON true
    ) AS turn
    WHERE turn.rule IS NOT NULL
    LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION '%: this link is out of turn', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_loss() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET enable_nestloop TO 'off'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
    IF cardinality(OLD.entry_ids) <> (
        SELECT count(*)
        FROM unnest(OLD.entry_ids) AS taken (id)
        JOIN (
            SELECT entry_id
            FROM leaf
            WHERE entry_id BETWEEN (SELECT min(id) FROM unnest(OLD.entry_ids) AS taken (id))
                AND (SELECT max(id) FROM unnest(OLD.entry_ids) AS taken (id))
            OFFSET 0
        ) AS placed ON placed.entry_id = taken.id
    ) THEN
        RAISE EXCEPTION '%: an entry was taken to be sealed and has no place', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_nomination_cycle() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(relays.id::text, 0))
    FROM (SELECT DISTINCT relay_id AS id FROM added ORDER BY id) AS relays;
    IF EXISTS (
        WITH RECURSIVE later (start, participation_id) AS (
            SELECT nomination.participation_id, added.participation_id
            FROM added JOIN nomination ON nomination.id = added.nomination_id
            UNION
            SELECT later.start, nomination_answer.participation_id
            FROM later
            JOIN nomination ON nomination.participation_id = later.participation_id
            JOIN nomination_answer ON nomination_answer.nomination_id = nomination.id
        )
        SELECT FROM later WHERE start = participation_id
    ) THEN
        RAISE EXCEPTION '%: these nominations would form a loop', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_nomination_to_self() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN participation ON participation.id = added.participation_id
        WHERE participation.person_id = added.nominee_id
    ) THEN
        RAISE EXCEPTION '%: nobody nominates himself or herself', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_over_cap_together() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
DECLARE
    human uuid;
    grown donor_year[];
BEGIN
    IF NOT EXISTS (SELECT FROM donor_joining) THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        grown := ARRAY(
            SELECT added FROM added
            WHERE total > 0 AND donor_id IN (SELECT donor_id FROM joined_donor));
    ELSE
        grown := ARRAY(
            SELECT added FROM added
            JOIN was USING (donor_id, year)
            WHERE added.total > was.total
                AND donor_id IN (SELECT donor_id FROM joined_donor));
    END IF;
    FOR human IN
        SELECT DISTINCT person_id
        FROM unnest(grown) AS one
        JOIN joined_donor ON joined_donor.donor_id = one.donor_id
        ORDER BY person_id
    LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended(human::text, 0));
        IF EXISTS (
            SELECT FROM unnest(grown) AS one
            JOIN joined_donor AS own ON own.donor_id = one.donor_id
            WHERE own.person_id = human
                AND (SELECT sum(donor_year.total)
                    FROM joined_donor
                    JOIN donor_year ON donor_year.donor_id = joined_donor.donor_id
                    WHERE joined_donor.person_id = human AND donor_year.year = one.year)
                    > annual_cap(one.year)
        ) THEN
            RAISE EXCEPTION 'over_annual_cap: the donors of one human pass the cap together'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'over_annual_cap';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_revival() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '%: a revoked token stays revoked', TG_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            HINT = 'make a new token';
END $$;

CREATE FUNCTION public.refuse_second_history() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    last checkpoint%ROWTYPE;
BEGIN
    SELECT * INTO last FROM checkpoint ORDER BY no DESC LIMIT 1;
    IF NEW.no <> coalesce(last.no, 0) + 1
        OR NEW.size < last.size
        OR (NEW.size = last.size AND NEW.root <> last.root)
        OR NEW.size > (SELECT size FROM tree_head)
    THEN
        RAISE EXCEPTION '%: this checkpoint does not follow the one before it', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_second_person() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET enable_seqscan TO 'off'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE (SELECT count(*) FROM person WHERE person.donor_id = added.donor_id)
            + (SELECT count(*) FROM standing_joining
                WHERE standing_joining.donor_id = added.donor_id)
            > 1
    ) THEN
        RAISE EXCEPTION 'donor_of_one_person: this donor is a person on record already'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'donor_of_one_person';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_second_use() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    RAISE EXCEPTION '%: a link that was used stays used', TG_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, HINT = 'make a new link';
END $$;

CREATE FUNCTION public.refuse_strange_mend() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN leg ON leg.id = added.replaces
        WHERE leg.exchange_id <> added.exchange_id
            OR NOT is_of_one_line(leg.giver_id, added.giver_id)
            OR NOT is_of_one_line(leg.recipient_id, added.recipient_id)
    ) THEN
        RAISE EXCEPTION '%: a leg mends one of its exchange and direction', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_unapproved() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN correction ON correction.id = added.correction_id
        WHERE correction.pending AND NOT EXISTS (
            SELECT FROM approval
            WHERE approval.correction_id = correction.id AND approval.approved)
    ) THEN
        RAISE EXCEPTION 'approval_required: a second person has not approved it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_required';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_unlawful_donation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET enable_seqscan TO 'off'
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

CREATE FUNCTION public.refuse_unsettling() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF OLD.state = 'filed' OR NEW.state <> 'filed'
        OR (NEW.id, NEW.schedule_id, NEW.period_key, NEW.revision, NEW.scheduled_for)
            IS DISTINCT FROM
            (OLD.id, OLD.schedule_id, OLD.period_key, OLD.revision, OLD.scheduled_for)
    THEN
        RAISE EXCEPTION '%: a filed run stands, and another is filed for its own period', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
                HINT = 'file a revision; nothing that was filed is edited or removed';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_wrong_head() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NEW.size < OLD.size
        OR (SELECT coalesce(max(log_index), -1) FROM leaf) <> NEW.size - 1
        OR (SELECT count(*) FROM leaf WHERE log_index >= OLD.size) <> NEW.size - OLD.size
    THEN
        RAISE EXCEPTION '%: the head of the tree is not that of its leaves', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION public.refuse_wrong_leg() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN leg ON leg.id = added.leg_id
        JOIN donation ON donation.id = added.donation_id
        WHERE NOT is_of_one_line(leg.recipient_id, donation.recipient_id)
    ) THEN
        RAISE EXCEPTION '%: this leg leads to another government', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION public.refuse_wrong_settlement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE added.step > 1 AND NOT EXISTS (
            SELECT FROM settlement AS earlier
            WHERE earlier.donation_id = added.donation_id AND earlier.step = added.step - 1)
    ) THEN
        RAISE EXCEPTION '%: a step follows the one before it', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    IF EXISTS (
        SELECT FROM added
        JOIN donation ON donation.id = added.donation_id
        JOIN donation AS replacement ON replacement.id = added.replacement_id
        WHERE (donation.purpose, donation.project_id)
            IS DISTINCT FROM (replacement.purpose, replacement.project_id)
    ) THEN
        RAISE EXCEPTION 'earmark_fixed: a designation is never corrected'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'earmark_fixed';
    END IF;
    RETURN NULL;
END $$;

CREATE TABLE public.government (
    id smallint NOT NULL,
    code text NOT NULL,
    name_ko text NOT NULL,
    name_en text NOT NULL,
    level text NOT NULL,
    parent_id smallint,
    valid_from date NOT NULL,
    valid_to date,
    iso3166_2 text,
    edition bigint NOT NULL,
    CONSTRAINT government_code_form CHECK ((code ~ '^[1-9][0-9]{4}$'::text)),
    CONSTRAINT government_in_force_for_a_while CHECK ((valid_to > valid_from)),
    CONSTRAINT government_level_has_parent CHECK (((level = 'basic'::text) = (parent_id IS NOT NULL))),
    CONSTRAINT government_level_known CHECK ((level = ANY (ARRAY['metropolitan'::text, 'basic'::text])))
);

COMMENT ON COLUMN public.government.valid_to IS 'exclusive; NULL while in force';

COMMENT ON COLUMN public.government.edition IS 'the entry of the registry edition that said so last';

CREATE FUNCTION public.region_of(residence text) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (residence = 'none'::text) THEN (- (1)::smallint) ELSE COALESCE((SELECT COALESCE(government.parent_id, government.id) AS "coalesce" FROM public.government WHERE (government.code = region_of.residence)), (0)::smallint) END;

CREATE FUNCTION public.tell_delivery() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_notify('delivery', '');
    RETURN NULL;
END $$;

CREATE FUNCTION public.tell_timetable() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM pg_notify('timetable', '');
    RETURN NULL;
END $$;

CREATE TABLE public.access (
    at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    author_id uuid,
    address text,
    action text NOT NULL,
    kind text,
    subjects uuid[],
    subject_count integer DEFAULT 0 NOT NULL,
    scope text,
    reason text,
    CONSTRAINT access_action_known CHECK ((action = ANY (ARRAY['signed_in'::text, 'sign_in_refused'::text, 'sign_in_locked'::text, 'signed_out'::text, 'connected'::text, 'denied'::text, 'read'::text, 'export_begun'::text, 'exported'::text, 'verified'::text, 'discarded'::text]))),
    CONSTRAINT access_address_length CHECK ((length(address) <= 64)),
    CONSTRAINT access_has_author CHECK (((author_id IS NOT NULL) OR (action = ANY (ARRAY['sign_in_refused'::text, 'sign_in_locked'::text, 'discarded'::text])))),
    CONSTRAINT access_has_reason CHECK (((action <> ALL (ARRAY['export_begun'::text, 'exported'::text, 'discarded'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT access_kind_length CHECK ((length(kind) <= 64)),
    CONSTRAINT access_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
    CONSTRAINT access_scope_length CHECK ((length(scope) <= 500)),
    CONSTRAINT access_subjects_counted CHECK ((COALESCE(cardinality(subjects), 0) <= subject_count))
)
PARTITION BY RANGE (at);

COMMENT ON COLUMN public.access.at IS 'by the database''s clock, less how long the row waited by the clock of its daemon';

CREATE TABLE public.account (
    author_id uuid NOT NULL,
    login text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    password text,
    language text DEFAULT 'ko'::text NOT NULL,
    theme text DEFAULT 'standard'::text NOT NULL,
    text_size text DEFAULT 'standard'::text NOT NULL,
    has_shortcuts boolean DEFAULT true NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    password_set_at timestamp with time zone,
    disabled_at timestamp with time zone,
    CONSTRAINT account_language_known CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text]))),
    CONSTRAINT account_login_plain CHECK (((login ~ '^[^[:space:][:cntrl:]]{2,64}$'::text) AND (login = lower(login)))),
    CONSTRAINT account_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100))),
    CONSTRAINT account_password_has_time CHECK (((password IS NULL) = (password_set_at IS NULL))),
    CONSTRAINT account_password_is_scrypt CHECK ((password ~~ 'scrypt$%'::text)),
    CONSTRAINT account_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'coordinator'::text, 'manager'::text, 'auditor'::text, 'operator'::text]))),
    CONSTRAINT account_text_size_known CHECK ((text_size = ANY (ARRAY['standard'::text, 'large'::text, 'largest'::text]))),
    CONSTRAINT account_theme_known CHECK ((theme = ANY (ARRAY['standard'::text, 'contrast'::text])))
);

COMMENT ON COLUMN public.account.password IS 'scrypt$N$r$p$salt$key, the last two in hexadecimal (RFC 7914); NULL until one is set';

CREATE TABLE public.account_change (
    id bigint NOT NULL,
    account_id uuid,
    action text NOT NULL,
    role text NOT NULL,
    author_id uuid NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    token_id uuid,
    CONSTRAINT account_change_action_known CHECK ((action = ANY (ARRAY['created'::text, 'renamed'::text, 'role_changed'::text, 'disabled'::text, 'enabled'::text, 'link_made'::text, 'password_set'::text, 'sessions_ended'::text, 'unlocked'::text, 'token_made'::text, 'token_ended'::text, 'second_factor_on'::text, 'second_factor_off'::text, 'recovery_codes_made'::text, 'recovery_code_used'::text]))),
    CONSTRAINT account_change_of_something CHECK ((num_nonnulls(account_id, token_id) > 0))
);

ALTER TABLE public.account_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.agreement (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    title_ko text,
    title_en text,
    signed_on date NOT NULL,
    signed_precision text NOT NULL,
    signed_at timestamp with time zone,
    place_ko text,
    place_en text,
    predecessor_id uuid,
    recorded_at timestamp with time zone NOT NULL,
    starts_on date,
    ends_on date,
    renewal boolean DEFAULT false NOT NULL,
    CONSTRAINT agreement_kind_known CHECK ((kind = ANY (ARRAY['exchange'::text, 'friendship'::text, 'sports'::text, 'other'::text]))),
    CONSTRAINT agreement_not_its_own_predecessor CHECK ((predecessor_id <> id)),
    CONSTRAINT agreement_precision_known CHECK ((signed_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text]))),
    CONSTRAINT agreement_renews_another CHECK (((NOT renewal) OR (predecessor_id IS NOT NULL))),
    CONSTRAINT agreement_term_in_order CHECK ((ends_on >= starts_on))
);

COMMENT ON COLUMN public.agreement.ends_on IS 'the last day of the term';

CREATE TABLE public.agreement_field (
    agreement_id uuid NOT NULL,
    no smallint NOT NULL,
    name_ko text NOT NULL,
    name_en text NOT NULL,
    note text,
    CONSTRAINT agreement_field_no_from_one CHECK ((no >= 1))
);

CREATE TABLE public.agreement_party (
    agreement_id uuid NOT NULL,
    "position" smallint NOT NULL,
    government_id smallint NOT NULL,
    signatory_id uuid,
    CONSTRAINT agreement_party_position_from_zero CHECK (("position" >= 0))
);

CREATE TABLE public.agreement_place (
    agreement_id uuid NOT NULL,
    "position" smallint NOT NULL,
    place_ko text NOT NULL,
    place_en text NOT NULL,
    CONSTRAINT agreement_place_position_from_one CHECK (("position" >= 1))
);

CREATE TABLE public.agreement_status (
    entry_id bigint NOT NULL,
    agreement_id uuid NOT NULL,
    state text NOT NULL,
    text_ko text,
    text_en text,
    happened_on date,
    date_precision text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT agreement_status_date_has_precision CHECK (((happened_on IS NULL) = (date_precision IS NULL))),
    CONSTRAINT agreement_status_known CHECK ((state = ANY (ARRAY['in_force'::text, 'suspended'::text, 'ended'::text]))),
    CONSTRAINT agreement_status_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])))
);

CREATE TABLE public.approval (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    correction_id uuid,
    reopening_id uuid,
    approved boolean NOT NULL,
    requester_id uuid NOT NULL,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    summary_id uuid,
    CONSTRAINT approval_of_one CHECK ((num_nonnulls(correction_id, reopening_id, summary_id) = 1)),
    CONSTRAINT second_person_required CHECK ((author_id <> requester_id))
);

CREATE TABLE public.author (
    id uuid NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT author_kind_known CHECK ((kind = ANY (ARRAY['token'::text, 'account'::text, 'daemon'::text, 'user'::text]))),
    CONSTRAINT author_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

CREATE TABLE public.bar (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    government_id smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    reason text NOT NULL,
    published_on date,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT bar_a_year_at_most CHECK (((valid_to > valid_from) AND (valid_to <= GREATEST((valid_from + '1 year'::interval), (((valid_from - 1) + '1 year'::interval) + '1 day'::interval))))),
    CONSTRAINT bar_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

COMMENT ON COLUMN public.bar.valid_to IS 'exclusive, like the registry';

CREATE TABLE public.bar_ending (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    bar_id uuid NOT NULL,
    ends_on date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT bar_ending_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

COMMENT ON COLUMN public.bar_ending.ends_on IS 'the first day on which it bars nothing';

CREATE TABLE public.bar_publication (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    bar_id uuid NOT NULL,
    published_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);

CREATE TABLE public.checkpoint (
    no bigint NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    note text NOT NULL,
    signed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT checkpoint_note_length CHECK (((length(note) >= 1) AND (length(note) <= 65536))),
    CONSTRAINT checkpoint_root_size CHECK ((octet_length(root) = 32)),
    CONSTRAINT checkpoint_size_not_negative CHECK ((size >= 0))
);

CREATE TABLE public.claim (
    entry_id bigint NOT NULL,
    "position" smallint NOT NULL,
    source_id uuid NOT NULL,
    subject_id uuid NOT NULL,
    attribute text,
    value text,
    CONSTRAINT claim_value_has_attribute CHECK (((value IS NULL) OR (attribute IS NOT NULL)))
);

COMMENT ON COLUMN public.claim.attribute IS 'NULL: the claim supports what was recorded as a whole';

CREATE TABLE public.claim_choice (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    attribute text NOT NULL,
    claim_entry_id bigint,
    claim_position smallint,
    reason text NOT NULL,
    author_id uuid NOT NULL,
    person_id uuid,
    happened_on date,
    date_precision text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT claim_choice_claim_whole CHECK (((claim_entry_id IS NULL) = (claim_position IS NULL))),
    CONSTRAINT claim_choice_date_has_precision CHECK (((happened_on IS NULL) = (date_precision IS NULL))),
    CONSTRAINT claim_choice_has_reason CHECK ((reason <> ''::text)),
    CONSTRAINT claim_choice_of_oneself CHECK ((person_id <> subject_id)),
    CONSTRAINT claim_choice_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])))
);

CREATE TABLE public.period_closing (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    period text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT period_closing_in_order CHECK ((first_day <= last_day)),
    CONSTRAINT period_closing_over CHECK ((last_day < ((recorded_at AT TIME ZONE 'Asia/Seoul'::text))::date)),
    CONSTRAINT period_closing_period_form CHECK ((period ~ '^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$'::text)),
    CONSTRAINT period_closing_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

COMMENT ON COLUMN public.period_closing.last_day IS 'inclusive';

CREATE TABLE public.period_reopening (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    closing_id uuid NOT NULL,
    reason text NOT NULL,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT period_reopening_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

CREATE VIEW public.closed_period AS
 SELECT period_closing.entry_id,
    period_closing.id,
    period_closing.period,
    period_closing.first_day,
    period_closing.last_day
   FROM public.period_closing
  WHERE (NOT (EXISTS ( SELECT
           FROM (public.period_reopening
             JOIN public.approval ON ((approval.reopening_id = period_reopening.id)))
          WHERE ((period_reopening.closing_id = period_closing.id) AND approval.approved))));

CREATE TABLE public.correction (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    donation_id uuid NOT NULL,
    action text NOT NULL,
    corrects_id uuid,
    pending boolean NOT NULL,
    changes jsonb,
    ground smallint,
    donated bigint,
    gift_value bigint,
    amount bigint,
    returned_on date,
    receipt_recalled boolean,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT correction_action_known CHECK ((action = ANY (ARRAY['amend'::text, 'reverse'::text, 'return'::text, 'restore'::text]))),
    CONSTRAINT correction_changes_is_object CHECK ((jsonb_typeof(changes) = 'object'::text)),
    CONSTRAINT correction_restore_names_one CHECK (((action <> 'restore'::text) OR (corrects_id IS NOT NULL))),
    CONSTRAINT correction_return_has_date CHECK (((action <> 'return'::text) OR ((returned_on IS NOT NULL) AND (gift_value IS NOT NULL)))),
    CONSTRAINT return_amount_mismatch CHECK ((amount = (donated -
CASE ground
    WHEN 7 THEN (0)::bigint
    ELSE gift_value
END))),
    CONSTRAINT return_ground_required CHECK ((((action = 'return'::text) = (ground IS NOT NULL)) AND ((ground >= 1) AND (ground <= 7))))
);

COMMENT ON COLUMN public.correction.donated IS 'the donation''s amount; NULL where nobody disclosed it';

CREATE TABLE public.delivery (
    number bigint NOT NULL,
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    summary_id uuid NOT NULL,
    receiver_id smallint NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    attempts_before integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT delivery_settled CHECK (((state = 'waiting'::text) = (settled_at IS NULL))),
    CONSTRAINT delivery_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'given_up'::text])))
);

COMMENT ON COLUMN public.delivery.attempts_before IS 'how many there had been when somebody last asked for it to be sent again';

COMMENT ON COLUMN public.delivery.due_at IS 'not before; while somebody is at it, when others may take it up';

CREATE TABLE public.delivery_attempt (
    delivery_number bigint NOT NULL,
    attempt integer NOT NULL,
    daemon_id uuid NOT NULL,
    ended_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    succeeded boolean NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL
);

ALTER TABLE public.delivery ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.delivery_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.document (
    entry_id bigint NOT NULL,
    "position" smallint NOT NULL,
    agreement_id uuid NOT NULL,
    kind text NOT NULL,
    title_ko text NOT NULL,
    title_en text NOT NULL,
    link text,
    sha256 bytea,
    credit text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT document_kind_known CHECK ((kind = ANY (ARRAY['text'::text, 'photo'::text, 'notice'::text, 'other'::text]))),
    CONSTRAINT document_sha256_size CHECK ((octet_length(sha256) = 32))
);

CREATE TABLE public.donor_joining (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    donor_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    turn smallint DEFAULT 0 NOT NULL,
    CONSTRAINT donor_joining_turn_from_zero CHECK ((turn >= 0))
);

CREATE TABLE public.donor_parting (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    joining_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    counts_from bigint,
    CONSTRAINT donor_parting_counts_from_some CHECK ((counts_from >= 0))
);

COMMENT ON COLUMN public.donor_parting.counts_from IS 'logs of this size and smaller do not know it; NULL where its own place in the log says enough';

CREATE TABLE public.donor_year (
    donor_id uuid NOT NULL,
    year smallint NOT NULL,
    total bigint NOT NULL,
    undisclosed integer NOT NULL,
    CONSTRAINT donor_year_total_not_negative CHECK ((total >= 0)),
    CONSTRAINT donor_year_undisclosed_not_negative CHECK ((undisclosed >= 0)),
    CONSTRAINT over_annual_cap CHECK ((total <= public.annual_cap((year)::integer)))
)
WITH (fillfactor='90');

CREATE TABLE public.entry (
    id bigint NOT NULL,
    kind text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    leaf_hash bytea NOT NULL,
    CONSTRAINT entry_bytes_size CHECK (((octet_length(bytes) >= 2) AND (octet_length(bytes) <= 60000))),
    CONSTRAINT entry_leaf_hash_matches CHECK ((leaf_hash = sha256(('\x00'::bytea || bytes))))
);

CREATE SEQUENCE public.entry_id
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

CREATE TABLE public.erased_entry (
    erasure_entry bigint NOT NULL,
    erased_entry bigint NOT NULL
);

CREATE TABLE public.erasure (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    subject_id uuid NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT erasure_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

CREATE TABLE public.exchange (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    occasion text NOT NULL,
    happened_on date NOT NULL,
    date_precision text NOT NULL,
    agreement_id uuid,
    note text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT exchange_occasion_known CHECK ((occasion = ANY (ARRAY['signing'::text, 'yearly'::text, 'answer'::text, 'other'::text]))),
    CONSTRAINT exchange_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])))
);

CREATE TABLE public.flow (
    span text NOT NULL COLLATE pg_catalog."C",
    starts_on date NOT NULL,
    giver_id smallint NOT NULL,
    recipients smallint[] NOT NULL,
    gifts integer[] NOT NULL,
    amounts bigint[] NOT NULL,
    undisclosed integer[] NOT NULL,
    CONSTRAINT flow_amounts_not_negative CHECK ((0 <= ALL (amounts))),
    CONSTRAINT flow_elements_belong_together CHECK (((cardinality(gifts) = cardinality(recipients)) AND (cardinality(amounts) = cardinality(recipients)) AND (cardinality(undisclosed) = cardinality(recipients)))),
    CONSTRAINT flow_gifts_some CHECK ((0 < ALL (gifts))),
    CONSTRAINT flow_span_known CHECK ((span = ANY (ARRAY['day'::text, 'month'::text, 'year'::text]))),
    CONSTRAINT flow_undisclosed_not_negative CHECK ((0 <= ALL (undisclosed)))
)
WITH (fillfactor='70');

CREATE TABLE public.flow_head (
    one boolean DEFAULT true NOT NULL,
    log_size bigint NOT NULL,
    folded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT flow_head_is_one CHECK (one),
    CONSTRAINT flow_head_size_not_negative CHECK ((log_size >= 0))
);

CREATE TABLE public.flow_mend (
    entry_id bigint NOT NULL,
    giver_id smallint,
    recipient_id smallint,
    donated_on date,
    amount bigint
);

CREATE TABLE public.leg (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    exchange_id uuid NOT NULL,
    giver_id smallint NOT NULL,
    giver_department text,
    recipient_id smallint NOT NULL,
    happened_on date,
    date_precision text,
    people integer,
    amount bigint,
    recorded_at timestamp with time zone NOT NULL,
    replaces uuid,
    CONSTRAINT leg_amount_positive CHECK ((amount > 0)),
    CONSTRAINT leg_awaited_is_empty CHECK (((happened_on IS NOT NULL) OR ((people IS NULL) AND (amount IS NULL)))),
    CONSTRAINT leg_between_two CHECK ((giver_id <> recipient_id)),
    CONSTRAINT leg_date_has_precision CHECK (((happened_on IS NULL) = (date_precision IS NULL))),
    CONSTRAINT leg_people_some CHECK ((people > 0)),
    CONSTRAINT leg_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])))
);

CREATE TABLE public.leg_donation (
    leg_id uuid,
    donation_id uuid NOT NULL,
    entry_id bigint NOT NULL,
    revision smallint DEFAULT 0 NOT NULL,
    CONSTRAINT leg_donation_revision_from_zero CHECK ((revision >= 0))
);

COMMENT ON COLUMN public.leg_donation.leg_id IS 'NULL: from here on the donation goes along no leg';

CREATE VIEW public.flow_recorded AS
 SELECT donation.entry_id,
    COALESCE(( SELECT leg.giver_id
           FROM (public.leg_donation
             JOIN public.leg ON ((leg.id = leg_donation.leg_id)))
          WHERE ((leg_donation.donation_id = donation.id) AND (leg_donation.entry_id = donation.entry_id))
         LIMIT 1), donation.giver_id) AS giver_id,
    donation.recipient_id,
    donation.donated_on,
    donation.amount
   FROM public.donation
  WHERE ((donation.disputed IS NULL) AND (donation.unlawful_ground IS NULL));

CREATE TABLE public.settlement (
    donation_id uuid NOT NULL,
    step integer NOT NULL,
    outcome text NOT NULL,
    sign smallint GENERATED ALWAYS AS (
CASE outcome
    WHEN 'open'::text THEN 1
    ELSE '-1'::integer
END) STORED NOT NULL,
    correction_id uuid NOT NULL,
    entry_id bigint NOT NULL,
    replacement_id uuid,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT already_settled CHECK ((((step % 2) = 1) = (outcome <> 'open'::text))),
    CONSTRAINT settlement_outcome_known CHECK ((outcome = ANY (ARRAY['open'::text, 'reversed'::text, 'returned'::text]))),
    CONSTRAINT settlement_replacement_of_reversed CHECK (((replacement_id IS NULL) OR (outcome = 'reversed'::text))),
    CONSTRAINT settlement_step_from_one CHECK ((step >= 1))
);

CREATE VIEW public.flow_standing AS
 SELECT donation.entry_id,
    COALESCE(( SELECT leg.giver_id
           FROM public.leg
          WHERE (leg.id = ( SELECT leg_donation.leg_id
                   FROM public.leg_donation
                  WHERE (leg_donation.donation_id = donation.id)
                  ORDER BY leg_donation.revision DESC
                 LIMIT 1))), donation.giver_id) AS giver_id,
    donation.recipient_id,
    donation.donated_on,
    donation.amount
   FROM public.donation
  WHERE ((donation.disputed IS NULL) AND (donation.unlawful_ground IS NULL) AND ((( SELECT count(*) AS count
           FROM public.settlement
          WHERE (settlement.donation_id = donation.id)) % (2)::bigint) = 0));

CREATE TABLE public.leaf (
    log_index bigint NOT NULL,
    entry_id bigint NOT NULL,
    CONSTRAINT leaf_log_index_from_zero CHECK ((log_index >= 0))
);

CREATE VIEW public.followed_choice AS
 SELECT DISTINCT ON (claim_choice.subject_id, claim_choice.attribute) claim_choice.entry_id,
    claim_choice.subject_id,
    claim_choice.attribute,
    claim_choice.claim_entry_id,
    claim_choice.claim_position,
    claim_choice.person_id,
    claim_choice.happened_on,
    claim_choice.date_precision
   FROM public.claim_choice
  WHERE (( SELECT (NULLIF(current_setting('pumasi.log_size'::text, true), ''::text) IS NULL)) OR (( SELECT leaf.log_index
           FROM public.leaf
          WHERE (leaf.entry_id = claim_choice.entry_id)) < ( SELECT (NULLIF(current_setting('pumasi.log_size'::text, true), ''::text))::bigint AS "nullif")))
  ORDER BY claim_choice.subject_id, claim_choice.attribute, claim_choice.entry_id DESC;

CREATE TABLE public.nomination (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    relay_id uuid NOT NULL,
    participation_id uuid NOT NULL,
    nominee_id uuid NOT NULL,
    happened_on date,
    date_precision text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT nomination_date_has_precision CHECK (((happened_on IS NULL) = (date_precision IS NULL))),
    CONSTRAINT nomination_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])))
);

CREATE TABLE public.nomination_answer (
    nomination_id uuid NOT NULL,
    relay_id uuid NOT NULL,
    participation_id uuid NOT NULL,
    entry_id bigint NOT NULL
);

CREATE TABLE public.nomination_reply (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    relay_id uuid NOT NULL,
    nomination_id uuid NOT NULL,
    reply text NOT NULL,
    happened_on date,
    date_precision text,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT nomination_reply_date_has_precision CHECK (((happened_on IS NULL) = (date_precision IS NULL))),
    CONSTRAINT nomination_reply_known CHECK ((reply = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'lapsed'::text]))),
    CONSTRAINT nomination_reply_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text])))
);

CREATE TABLE public.participation (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    relay_id uuid NOT NULL,
    person_id uuid NOT NULL,
    happened_on date,
    date_precision text,
    implied boolean NOT NULL,
    origin boolean NOT NULL,
    proof_link text,
    proof_sha256 bytea,
    proof_captured_on date,
    recorded_at timestamp with time zone NOT NULL,
    year smallint GENERATED ALWAYS AS ((EXTRACT(year FROM happened_on))::smallint) STORED,
    CONSTRAINT participation_date_has_precision CHECK (((happened_on IS NULL) = (date_precision IS NULL))),
    CONSTRAINT participation_in_future CHECK (((date_precision = 'on_or_before'::text) OR (happened_on <= ((recorded_at AT TIME ZONE 'Asia/Seoul'::text))::date))),
    CONSTRAINT participation_precision_known CHECK ((date_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'on_or_before'::text]))),
    CONSTRAINT participation_proof_size CHECK ((octet_length(proof_sha256) = 32))
);

CREATE VIEW public.followed_nomination AS
 SELECT nomination.entry_id,
    nomination.id,
    nomination.relay_id,
    nomination.participation_id,
    COALESCE(same.person_id, named.person_id, nomination.nominee_id) AS nominee_id,
        CASE
            WHEN (dated.claim_entry_id IS NULL) THEN nomination.happened_on
            ELSE dated.happened_on
        END AS happened_on,
        CASE
            WHEN (dated.claim_entry_id IS NULL) THEN nomination.date_precision
            ELSE dated.date_precision
        END AS date_precision,
        CASE
            WHEN (COALESCE(alike.person_id, answerer.person_id, answering.person_id) = COALESCE(same.person_id, named.person_id, nomination.nominee_id)) THEN nomination_answer.participation_id
            ELSE NULL::uuid
        END AS answered_by,
    replied.reply,
    nomination.recorded_at
   FROM ((((((((public.nomination
     LEFT JOIN public.followed_choice named ON (((named.subject_id = nomination.id) AND (named.attribute = 'nominee'::text))))
     LEFT JOIN public.followed_choice same ON (((same.subject_id = COALESCE(named.person_id, nomination.nominee_id)) AND (same.attribute = 'same_as'::text))))
     LEFT JOIN public.followed_choice dated ON (((dated.subject_id = nomination.id) AND (dated.attribute = 'on'::text))))
     LEFT JOIN public.nomination_answer ON ((nomination_answer.nomination_id = nomination.id)))
     LEFT JOIN public.participation answering ON ((answering.id = nomination_answer.participation_id)))
     LEFT JOIN public.followed_choice answerer ON (((answerer.subject_id = answering.id) AND (answerer.attribute = 'person'::text))))
     LEFT JOIN public.followed_choice alike ON (((alike.subject_id = COALESCE(answerer.person_id, answering.person_id)) AND (alike.attribute = 'same_as'::text))))
     LEFT JOIN LATERAL ( SELECT NULLIF(nomination_reply.reply, 'open'::text) AS reply
           FROM public.nomination_reply
          WHERE (nomination_reply.nomination_id = nomination.id)
          ORDER BY nomination_reply.entry_id DESC
         LIMIT 1) replied ON (true));

CREATE VIEW public.followed_participation AS
 SELECT participation.entry_id,
    participation.id,
    participation.relay_id,
    COALESCE(same.person_id, runner.person_id, participation.person_id) AS person_id,
        CASE
            WHEN (dated.claim_entry_id IS NULL) THEN participation.happened_on
            ELSE dated.happened_on
        END AS happened_on,
        CASE
            WHEN (dated.claim_entry_id IS NULL) THEN participation.date_precision
            ELSE dated.date_precision
        END AS date_precision,
    participation.implied,
    participation.origin,
    participation.proof_link,
    participation.proof_sha256,
    participation.proof_captured_on,
    participation.recorded_at
   FROM (((public.participation
     LEFT JOIN public.followed_choice runner ON (((runner.subject_id = participation.id) AND (runner.attribute = 'person'::text))))
     LEFT JOIN public.followed_choice same ON (((same.subject_id = COALESCE(runner.person_id, participation.person_id)) AND (same.attribute = 'same_as'::text))))
     LEFT JOIN public.followed_choice dated ON (((dated.subject_id = participation.id) AND (dated.attribute = 'on'::text))));

CREATE TABLE public.fund_figure (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    year smallint NOT NULL,
    figure text NOT NULL,
    purpose smallint,
    project_id uuid,
    title text,
    amount bigint,
    note text,
    document text NOT NULL,
    replaces_id uuid,
    revision integer NOT NULL,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT fund_figure_amount_some CHECK (((amount >= 0) AND (amount <= '9007199254740991'::bigint))),
    CONSTRAINT fund_figure_document_given CHECK (((length(document) >= 1) AND (length(document) <= 200))),
    CONSTRAINT fund_figure_has_amount CHECK (((amount IS NOT NULL) OR ((figure = ANY (ARRAY['ministry_item'::text, 'head_item'::text])) AND (note IS NOT NULL)))),
    CONSTRAINT fund_figure_item_has_title CHECK (((figure = ANY (ARRAY['ministry_item'::text, 'head_item'::text])) = (title IS NOT NULL))),
    CONSTRAINT fund_figure_known CHECK ((figure = ANY (ARRAY['target'::text, 'opening_balance'::text, 'use'::text, 'collection_cost'::text, 'gift_cost'::text, 'closing_balance'::text, 'ministry_item'::text, 'head_item'::text]))),
    CONSTRAINT fund_figure_note_length CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
    CONSTRAINT fund_figure_project_is_used CHECK (((project_id IS NULL) OR (figure = 'use'::text))),
    CONSTRAINT fund_figure_purpose_known CHECK (((purpose >= 1) AND (purpose <= 4))),
    CONSTRAINT fund_figure_revises CHECK (((revision = 0) = (replaces_id IS NULL))),
    CONSTRAINT fund_figure_revision_from_zero CHECK ((revision >= 0)),
    CONSTRAINT fund_figure_target_some CHECK (((figure <> 'target'::text) OR (amount > 0))),
    CONSTRAINT fund_figure_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200))),
    CONSTRAINT fund_figure_use_has_purpose CHECK (((figure = 'use'::text) = (purpose IS NOT NULL))),
    CONSTRAINT fund_figure_year_of_the_scheme CHECK ((year >= 2023))
);

CREATE TABLE public.government_edition (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    sha256 bytea NOT NULL,
    units integer NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT government_edition_sha256_size CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT government_edition_units_some CHECK ((units > 0))
);

CREATE TABLE public.government_successor (
    government_id smallint NOT NULL,
    successor_id smallint NOT NULL,
    edition bigint NOT NULL,
    CONSTRAINT government_succeeds_another CHECK ((government_id <> successor_id))
);

COMMENT ON COLUMN public.government_successor.edition IS 'the first that said so';

CREATE TABLE public.government_version (
    government_id smallint NOT NULL,
    edition bigint NOT NULL,
    name_en text NOT NULL,
    valid_to date,
    iso3166_2 text
);

COMMENT ON COLUMN public.government_version.valid_to IS 'exclusive; NULL while in force';

CREATE TABLE public.holiday (
    on_date date NOT NULL,
    name text NOT NULL,
    author_id uuid NOT NULL,
    loaded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT holiday_name_some CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

CREATE TABLE public.idempotency (
    id uuid NOT NULL,
    fingerprint uuid NOT NULL,
    entry_id bigint NOT NULL
);

CREATE TABLE public.import (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    file_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    author_id uuid NOT NULL,
    rows integer NOT NULL,
    recorded integer NOT NULL,
    refused integer NOT NULL,
    known integer NOT NULL,
    disputed integer NOT NULL,
    duplicates integer NOT NULL,
    amount bigint NOT NULL,
    valid_rows_only boolean NOT NULL,
    forced_because text,
    rows_hash bytea NOT NULL,
    CONSTRAINT import_forced_with_reason CHECK (((length(forced_because) >= 1) AND (length(forced_because) <= 500))),
    CONSTRAINT import_recorded_something CHECK ((recorded > 0)),
    CONSTRAINT import_rows_add_up CHECK (((((recorded + refused) + known) = rows) AND (refused >= 0) AND (known >= 0) AND ((disputed >= 0) AND (disputed <= recorded)) AND ((duplicates >= 0) AND (duplicates <= recorded)))),
    CONSTRAINT import_rows_hash_size CHECK ((octet_length(rows_hash) = 32)),
    CONSTRAINT import_whole_or_valid_only CHECK ((valid_rows_only OR (refused = 0)))
);

CREATE TABLE public.import_mapping (
    signature bytea NOT NULL,
    fields text[] NOT NULL,
    author_id uuid NOT NULL,
    remembered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT import_mapping_fields_are_names CHECK ((array_to_string(fields, ','::text) ~ '^[a-z_,]*$'::text)),
    CONSTRAINT import_mapping_fields_count CHECK (((cardinality(fields) >= 1) AND (cardinality(fields) <= 16384))),
    CONSTRAINT import_mapping_signature_size CHECK ((octet_length(signature) = 32))
);

COMMENT ON COLUMN public.import_mapping.signature IS 'keyed hash of the words over the columns, in their order';

COMMENT ON COLUMN public.import_mapping.fields IS 'what each column holds, by the API''s names; NULL for one that is not read';

CREATE TABLE public.import_range (
    import_entry bigint NOT NULL,
    first_entry bigint NOT NULL,
    last_entry bigint NOT NULL,
    CONSTRAINT import_range_ascends CHECK ((first_entry <= last_entry))
);

CREATE TABLE public.import_reversal (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    import_id uuid NOT NULL,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    reversed integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT import_reversal_amount_not_negative CHECK ((amount >= 0)),
    CONSTRAINT import_reversal_reversed_something CHECK ((reversed > 0))
);

CREATE TABLE public.import_upload (
    id uuid NOT NULL,
    author_id uuid NOT NULL,
    sent_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    file_name text,
    bytes bytea,
    reading bytea NOT NULL,
    begun_at timestamp with time zone,
    import_id uuid,
    CONSTRAINT import_upload_bytes_size CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 20971520))),
    CONSTRAINT import_upload_emptied CHECK ((((import_id IS NULL) = (bytes IS NOT NULL)) AND ((import_id IS NULL) OR (file_name IS NULL)))),
    CONSTRAINT import_upload_file_name_length CHECK ((length(file_name) <= 255)),
    CONSTRAINT import_upload_reading_size CHECK ((octet_length(reading) <= 1048576))
);

COMMENT ON COLUMN public.import_upload.reading IS 'how the list is to be read: canonical JSON of format, sheet, encoding, defaults and columns';

COMMENT ON COLUMN public.import_upload.begun_at IS 'when somebody said that it is to be recorded: whichever daemon is asked next finishes it';

COMMENT ON COLUMN public.import_upload.import_id IS 'the import that it became; from then on nothing of the list is kept';

CREATE TABLE public.installation (
    one boolean DEFAULT true NOT NULL,
    secret_proof bytea NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT installation_is_one CHECK (one),
    CONSTRAINT installation_secret_proof_size CHECK ((octet_length(secret_proof) = 32))
);

CREATE TABLE public.interest (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    donor_id uuid NOT NULL,
    government_id smallint NOT NULL,
    relation text NOT NULL,
    valid_from date,
    valid_to date,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT interest_for_a_while CHECK ((valid_to > valid_from)),
    CONSTRAINT interest_relation_known CHECK ((relation = ANY (ARRAY['employment'::text, 'contract'::text, 'disposition'::text, 'other'::text])))
);

COMMENT ON COLUMN public.interest.valid_to IS 'exclusive, like the registry; NULL while it lasts';

CREATE TABLE public.interest_ending (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    interest_id uuid NOT NULL,
    ends_on date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT interest_ending_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

CREATE TABLE public.person (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    donor_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL
);

CREATE VIEW public.standing_joining AS
 SELECT donor_joining.id,
    donor_joining.donor_id,
    donor_joining.person_id
   FROM public.donor_joining
  WHERE (NOT (EXISTS ( SELECT
           FROM public.donor_parting
          WHERE (donor_parting.joining_id = donor_joining.id))));

CREATE VIEW public.joined_donor AS
 SELECT standing_joining.donor_id,
    standing_joining.person_id
   FROM public.standing_joining
UNION ALL
 SELECT person.donor_id,
    person.id AS person_id
   FROM public.person
  WHERE (EXISTS ( SELECT
           FROM public.standing_joining
          WHERE (standing_joining.person_id = person.id)));

CREATE TABLE public.kept_answer (
    id uuid NOT NULL,
    fingerprint uuid NOT NULL,
    status smallint NOT NULL,
    sealed bytea NOT NULL,
    answered_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT kept_answer_is_success CHECK (((status >= 200) AND (status <= 299))),
    CONSTRAINT kept_answer_size CHECK (((octet_length(sealed) >= 28) AND (octet_length(sealed) <= 1048576)))
);

CREATE TABLE public.late_approval (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    closing_id uuid NOT NULL,
    entries_max smallint NOT NULL,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT late_approval_entries_some CHECK (((entries_max >= 1) AND (entries_max <= 1000)))
);

CREATE TABLE public.late_entry (
    entry_id bigint NOT NULL,
    late_approval_id uuid,
    approver_id uuid,
    entries_max smallint,
    no smallint,
    correction_id uuid,
    author_id uuid NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT late_approval_used_up CHECK (((no >= 1) AND (no <= entries_max))),
    CONSTRAINT late_entry_by_one_leave CHECK ((num_nonnulls(late_approval_id, correction_id) = 1)),
    CONSTRAINT late_entry_of_approval CHECK ((num_nonnulls(late_approval_id, approver_id, entries_max, no) = ANY (ARRAY[0, 4]))),
    CONSTRAINT second_person_required CHECK ((author_id <> approver_id))
);

CREATE TABLE public.lookup (
    entry_id bigint NOT NULL,
    amount bigint,
    channel text,
    grams text[],
    CONSTRAINT lookup_grams_some CHECK ((cardinality(grams) > 0))
);

CREATE TABLE public.lookup_head (
    one boolean DEFAULT true NOT NULL,
    log_size bigint NOT NULL,
    CONSTRAINT lookup_head_is_one CHECK (one),
    CONSTRAINT lookup_head_size_not_negative CHECK ((log_size >= 0))
);

CREATE TABLE public.office (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    title_ko text NOT NULL,
    title_en text NOT NULL,
    government_id smallint,
    constituency_ko text,
    constituency_en text,
    party_ko text,
    party_en text,
    held_from date,
    held_to date,
    known_on date,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT office_has_some_date CHECK (((held_from IS NOT NULL) OR (held_to IS NOT NULL) OR (known_on IS NOT NULL))),
    CONSTRAINT office_term_in_order CHECK ((held_to > held_from))
);

COMMENT ON COLUMN public.office.held_to IS 'exclusive, like the registry';

COMMENT ON COLUMN public.office.known_on IS 'a day on which a source says the office was held';

CREATE TABLE public.office_ending (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    ends_on date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT office_ending_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

COMMENT ON COLUMN public.office_ending.ends_on IS 'the first day on which it is not held';

CREATE TABLE public.official_receipt (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    donation_id uuid NOT NULL,
    no text NOT NULL,
    issued_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT official_receipt_no_length CHECK (((length(no) >= 1) AND (length(no) <= 200)))
);

CREATE TABLE public.official_receipt_recall (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    donation_id uuid NOT NULL,
    recalled_on date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT official_receipt_recall_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

CREATE TABLE public.participation_donation (
    participation_id uuid NOT NULL,
    donation_id uuid NOT NULL,
    entry_id bigint NOT NULL
);

CREATE TABLE public.pending_sign_in (
    hash bytea NOT NULL,
    account_id uuid NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT pending_sign_in_hash_size CHECK ((octet_length(hash) = 32)),
    CONSTRAINT pending_sign_in_is_short CHECK ((expires_at <= (made_at + '00:10:00'::interval)))
);

CREATE TABLE public.personal (
    entry_id bigint NOT NULL,
    fields jsonb NOT NULL,
    salts bytea NOT NULL,
    CONSTRAINT personal_fields_is_object CHECK ((jsonb_typeof(fields) = 'object'::text)),
    CONSTRAINT personal_salts_size CHECK (((octet_length(salts) > 0) AND ((octet_length(salts) % 32) = 0)))
);

CREATE TABLE public.platform (
    number bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT platform_name_some CHECK ((length(name) > 0))
);

CREATE TABLE public.project (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    government_id smallint NOT NULL,
    name_ko text NOT NULL,
    name_en text NOT NULL,
    purpose smallint NOT NULL,
    open_from date NOT NULL,
    open_to date,
    goal bigint,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT project_goal_some CHECK (((goal >= 1) AND (goal <= '9007199254740991'::bigint))),
    CONSTRAINT project_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 200))),
    CONSTRAINT project_name_ko_length CHECK (((length(name_ko) >= 1) AND (length(name_ko) <= 200))),
    CONSTRAINT project_open_for_a_while CHECK ((open_to > open_from)),
    CONSTRAINT project_open_since_the_act CHECK ((open_from >= '2024-02-20'::date)),
    CONSTRAINT project_purpose_known CHECK (((purpose >= 1) AND (purpose <= 4)))
);

COMMENT ON COLUMN public.project.open_to IS 'exclusive, like the registry; NULL while no end is set';

CREATE TABLE public.project_ending (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    ends_on date NOT NULL,
    reason text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT project_ending_reason_given CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);

COMMENT ON COLUMN public.project_ending.ends_on IS 'the first day on which it is closed';

CREATE TABLE public.receiver (
    id smallint NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    address text NOT NULL,
    schedules text[] DEFAULT '{}'::text[] NOT NULL,
    formats text[] DEFAULT '{}'::text[] NOT NULL,
    is_on boolean DEFAULT true NOT NULL,
    secret_no integer DEFAULT 1 NOT NULL,
    CONSTRAINT receiver_address_some CHECK (((length(address) >= 1) AND (length(address) <= 2000))),
    CONSTRAINT receiver_kind_known CHECK ((kind = ANY (ARRAY['directory'::text, 'webhook'::text, 'mail'::text]))),
    CONSTRAINT receiver_name_plain CHECK ((name ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text))
);

COMMENT ON COLUMN public.receiver.schedules IS 'names; empty for all';

COMMENT ON COLUMN public.receiver.formats IS 'file name extensions; empty for all';

COMMENT ON COLUMN public.receiver.secret_no IS 'which of the secrets derived for it is in use; the secret itself is not in the database';

CREATE TABLE public.receiver_change (
    id bigint NOT NULL,
    receiver_id smallint NOT NULL,
    action text NOT NULL,
    note text,
    author_id uuid NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT receiver_change_action_known CHECK ((action = ANY (ARRAY['added'::text, 'switched_on'::text, 'switched_off'::text, 'secret_renewed'::text])))
);

ALTER TABLE public.receiver_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.receiver_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.receiver ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.receiver_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.recovery_code (
    hash bytea NOT NULL,
    account_id uuid NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT recovery_code_hash_size CHECK ((octet_length(hash) = 32))
);

CREATE TABLE public.region_kept (
    entry_id bigint NOT NULL,
    region_id smallint NOT NULL
);

CREATE TABLE public.relay (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    name_ko text NOT NULL,
    name_en text NOT NULL,
    started_by uuid,
    nominations_per_participation smallint,
    ends_on date,
    goal integer,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT relay_goal_some CHECK ((goal > 0)),
    CONSTRAINT relay_nominations_some CHECK ((nominations_per_participation > 0))
);

CREATE TABLE public.run (
    id uuid NOT NULL,
    schedule_id smallint NOT NULL,
    period_key text NOT NULL,
    revision integer NOT NULL,
    state text NOT NULL,
    cause text,
    origin text NOT NULL,
    reason text,
    author_id uuid NOT NULL,
    daemon_id uuid NOT NULL,
    scheduled_for timestamp with time zone NOT NULL,
    started_at timestamp with time zone NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    former_cause text,
    log_size bigint,
    inputs bytea,
    outputs bytea,
    input_hash bytea GENERATED ALWAYS AS (sha256(inputs)) STORED,
    output_hash bytea GENERATED ALWAYS AS (sha256(outputs)) STORED,
    CONSTRAINT run_manual_has_reason CHECK (((origin <> 'manual'::text) OR (length(reason) > 0))),
    CONSTRAINT run_origin_known CHECK ((origin = ANY (ARRAY['scheduled'::text, 'catch_up'::text, 'manual'::text, 'backfill'::text]))),
    CONSTRAINT run_revision_from_zero CHECK ((revision >= 0)),
    CONSTRAINT run_revision_is_made CHECK (((revision = 0) OR (state <> 'skipped'::text))),
    CONSTRAINT run_skipped_has_cause CHECK (((state = 'filed'::text) = (cause IS NULL))),
    CONSTRAINT run_state_known CHECK ((state = ANY (ARRAY['filed'::text, 'skipped'::text, 'failed'::text])))
);

COMMENT ON COLUMN public.run.former_cause IS 'why the period was first skipped or given up, where it was filed by hand afterwards';

CREATE TABLE public.run_attempt (
    id bigint NOT NULL,
    schedule_id smallint NOT NULL,
    period_key text NOT NULL,
    daemon_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    error text,
    revision integer DEFAULT 0 NOT NULL,
    attempt integer DEFAULT 1 NOT NULL,
    error_code text,
    is_permanent boolean DEFAULT false NOT NULL,
    CONSTRAINT run_attempt_attempt_from_one CHECK ((attempt >= 1)),
    CONSTRAINT run_attempt_outcome_known CHECK ((outcome = ANY (ARRAY['filed'::text, 'taken'::text, 'failed'::text]))),
    CONSTRAINT run_attempt_revision_from_zero CHECK ((revision >= 0))
);

ALTER TABLE public.run_attempt ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.run_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.run_request (
    id bigint NOT NULL,
    schedule_id smallint NOT NULL,
    period_key text NOT NULL,
    reason text NOT NULL,
    author_id uuid NOT NULL,
    requested_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT run_request_reason_some CHECK ((length(reason) > 0))
);

ALTER TABLE public.run_request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.run_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.schedule (
    id smallint NOT NULL,
    name text NOT NULL,
    job text NOT NULL,
    rule text NOT NULL,
    at_minute smallint NOT NULL,
    zone text DEFAULT 'Asia/Seoul'::text NOT NULL,
    misfire text DEFAULT 'all'::text NOT NULL,
    catch_up_seconds bigint DEFAULT (400 * 86400) NOT NULL,
    known_since timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    on_weekday smallint,
    on_month smallint,
    on_day smallint,
    overlap text DEFAULT 'allow'::text NOT NULL,
    on_working_days boolean DEFAULT false NOT NULL,
    is_on boolean DEFAULT true NOT NULL,
    paused_at timestamp with time zone,
    pause_note text,
    settled_through timestamp with time zone,
    CONSTRAINT schedule_at_minute_of_day CHECK (((at_minute >= 0) AND (at_minute <= 1439))),
    CONSTRAINT schedule_catch_up_some CHECK ((catch_up_seconds >= 10)),
    CONSTRAINT schedule_job_known CHECK ((job = ANY (ARRAY['summary'::text, 'publication'::text, 'publication_reminder'::text, 'relay_state'::text, 'unanswered_exchanges'::text, 'ledger_verification'::text, 'takings_check'::text, 'access_retention'::text]))),
    CONSTRAINT schedule_misfire_known CHECK ((misfire = ANY (ARRAY['all'::text, 'latest'::text, 'none'::text]))),
    CONSTRAINT schedule_name_form CHECK ((name ~ '^[a-z][a-z0-9-]{0,62}$'::text)),
    CONSTRAINT schedule_overlap_known CHECK ((overlap = ANY (ARRAY['skip'::text, 'buffer_one'::text, 'allow'::text]))),
    CONSTRAINT schedule_pause_has_note CHECK ((((paused_at IS NULL) = (pause_note IS NULL)) AND (pause_note <> ''::text))),
    CONSTRAINT schedule_publication_is_yearly CHECK (((job <> ALL (ARRAY['publication'::text, 'publication_reminder'::text])) OR (rule = 'yearly'::text))),
    CONSTRAINT schedule_rule_known CHECK ((rule = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text, 'quarterly'::text, 'yearly'::text]))),
    CONSTRAINT schedule_rule_possible CHECK (COALESCE(
CASE rule
    WHEN 'daily'::text THEN ((on_weekday IS NULL) AND (on_month IS NULL) AND (on_day IS NULL))
    WHEN 'weekly'::text THEN (((on_weekday >= 1) AND (on_weekday <= 7)) AND (on_month IS NULL) AND (on_day IS NULL))
    WHEN 'monthly'::text THEN ((on_weekday IS NULL) AND (on_month IS NULL) AND ((on_day >= 0) AND (on_day <= 31)))
    WHEN 'quarterly'::text THEN ((on_weekday IS NULL) AND ((on_month >= 1) AND (on_month <= 3)) AND ((on_day >= 0) AND (on_day <= 31)))
    WHEN 'yearly'::text THEN ((on_weekday IS NULL) AND ((on_month >= 1) AND (on_month <= 12)) AND ((on_day >= 0) AND (on_day <=
    CASE
        WHEN (on_month = 2) THEN 29
        WHEN (on_month = ANY (ARRAY[4, 6, 9, 11])) THEN 30
        ELSE 31
    END)))
    ELSE NULL::boolean
END, false))
);

COMMENT ON COLUMN public.schedule.zone IS 'a name of the tz database, never an offset';

COMMENT ON COLUMN public.schedule.known_since IS 'no period that came due before it is caught up';

COMMENT ON COLUMN public.schedule.on_weekday IS 'of ISO 8601: Monday is 1';

COMMENT ON COLUMN public.schedule.on_month IS 'of the year, or from 1 to 3 of the quarter';

COMMENT ON COLUMN public.schedule.on_day IS 'of the month; 0 is its last';

COMMENT ON COLUMN public.schedule.settled_through IS 'a cache: whatever came due up to here has its row; NULL where nobody has looked';

CREATE TABLE public.schedule_change (
    id bigint NOT NULL,
    schedule_id smallint NOT NULL,
    action text NOT NULL,
    note text,
    settings jsonb NOT NULL,
    author_id uuid NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT schedule_change_action_known CHECK ((action = ANY (ARRAY['created'::text, 'changed'::text, 'paused'::text, 'resumed'::text]))),
    CONSTRAINT schedule_change_pause_has_note CHECK (((action <> 'paused'::text) OR (length(note) > 0)))
);

ALTER TABLE public.schedule_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.schedule_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE public.schedule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.schedule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.schema_migration (
    number integer NOT NULL,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE public.second_factor (
    account_id uuid NOT NULL,
    sealed bytea NOT NULL,
    begun_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint,
    CONSTRAINT second_factor_confirmed_by_code CHECK (((confirmed_at IS NULL) = (last_step IS NULL))),
    CONSTRAINT second_factor_sealed_size CHECK ((octet_length(sealed) = 48))
);

COMMENT ON COLUMN public.second_factor.last_step IS 'the half minute since 1970 whose code was used last; no earlier one is taken again';

CREATE TABLE public.session (
    hash bytea NOT NULL,
    account_id uuid NOT NULL,
    begun_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    seen_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    address text,
    agent text,
    CONSTRAINT session_address_length CHECK ((length(address) <= 64)),
    CONSTRAINT session_agent_length CHECK ((length(agent) <= 200)),
    CONSTRAINT session_hash_size CHECK ((octet_length(hash) = 32)),
    CONSTRAINT session_lives_a_day_at_most CHECK ((ends_at <= (begun_at + '24:00:00'::interval)))
);

CREATE TABLE public.sign_in_link (
    hash bytea NOT NULL,
    account_id uuid,
    role text,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT sign_in_link_account_or_role CHECK (((account_id IS NULL) <> (role IS NULL))),
    CONSTRAINT sign_in_link_hash_size CHECK ((octet_length(hash) = 32)),
    CONSTRAINT sign_in_link_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'coordinator'::text, 'manager'::text, 'auditor'::text, 'operator'::text])))
);

CREATE TABLE public.sign_in_throttle (
    subject bytea NOT NULL,
    failures integer NOT NULL,
    since timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    last_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    locked_until timestamp with time zone,
    CONSTRAINT sign_in_throttle_failures_some CHECK ((failures >= 0)),
    CONSTRAINT sign_in_throttle_subject_size CHECK ((octet_length(subject) = 32))
);

CREATE TABLE public.source (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    outlet_ko text NOT NULL,
    headline_ko text,
    language text NOT NULL,
    published_at timestamp with time zone,
    link text,
    sha256 bytea,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT source_language_known CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text]))),
    CONSTRAINT source_sha256_size CHECK ((octet_length(sha256) = 32))
);

CREATE TABLE public.summary (
    entry_id bigint NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    log_size bigint NOT NULL,
    renderer integer NOT NULL,
    title_ko text NOT NULL,
    title_en text NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    CONSTRAINT summary_log_size_from_zero CHECK ((log_size >= 0))
);

CREATE TABLE public.summary_file (
    summary_id uuid NOT NULL,
    name text NOT NULL,
    media_type text NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT summary_file_sha256_matches CHECK ((sha256 = sha256(content)))
);

CREATE TABLE public.takings (
    span text NOT NULL COLLATE pg_catalog."C",
    starts_on date NOT NULL,
    recipient_id smallint NOT NULL,
    facets smallint[] NOT NULL,
    members bigint[] NOT NULL,
    gifts integer[] NOT NULL,
    amounts bigint[] NOT NULL,
    undisclosed integer[] NOT NULL,
    CONSTRAINT takings_amounts_not_negative CHECK ((0 <= ALL (amounts))),
    CONSTRAINT takings_elements_belong_together CHECK (((cardinality(members) = cardinality(facets)) AND (cardinality(gifts) = cardinality(facets)) AND (cardinality(amounts) = cardinality(facets)) AND (cardinality(undisclosed) = cardinality(facets)))),
    CONSTRAINT takings_gifts_some CHECK ((0 < ALL (gifts))),
    CONSTRAINT takings_span_known CHECK ((span = ANY (ARRAY['day'::text, 'week'::text, 'month'::text, 'quarter'::text, 'year'::text]))),
    CONSTRAINT takings_undisclosed_not_negative CHECK ((0 <= ALL (undisclosed)))
)
WITH (fillfactor='70');

COMMENT ON COLUMN public.takings.facets IS '0 all, 1 channel, 2 purpose, 3 project, 4 size band, 5 residence, 6 giving government, 7 return gift, 8 donors, 9 dates less precise than a day, 10 private platform; a government by itself has 0, 6 and 8';

CREATE TABLE public.takings_head (
    one boolean DEFAULT true NOT NULL,
    log_size bigint NOT NULL,
    folded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT takings_head_is_one CHECK (one),
    CONSTRAINT takings_head_size_not_negative CHECK ((log_size >= 0))
);

CREATE TABLE public.tile_run (
    level smallint NOT NULL,
    first bigint NOT NULL,
    hashes bytea NOT NULL,
    CONSTRAINT tile_run_level_of_a_tree CHECK (((level >= 0) AND (level <= 7))),
    CONSTRAINT tile_run_of_whole_hashes CHECK (((octet_length(hashes) > 0) AND ((octet_length(hashes) % 32) = 0))),
    CONSTRAINT tile_run_within_a_tile CHECK (((first >= 0) AND (((first % (256)::bigint) + (octet_length(hashes) / 32)) <= 256)))
);
ALTER TABLE ONLY public.tile_run ALTER COLUMN hashes SET STORAGE EXTERNAL;

COMMENT ON TABLE public.tile_run IS 'level l holds the nodes of the tree''s level 8 * l, which is 0 for its leaves';

CREATE TABLE public.token (
    id uuid NOT NULL,
    author_id uuid NOT NULL,
    role text NOT NULL,
    hash bytea NOT NULL,
    made_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    label text,
    CONSTRAINT token_hash_size CHECK ((octet_length(hash) = 32)),
    CONSTRAINT token_label_length CHECK (((length(label) >= 1) AND (length(label) <= 100))),
    CONSTRAINT token_lives_a_year_at_most CHECK ((expires_at <= (made_at + '8784:00:00'::interval))),
    CONSTRAINT token_role_known CHECK ((role = ANY (ARRAY['clerk'::text, 'coordinator'::text, 'manager'::text, 'auditor'::text, 'operator'::text])))
);

COMMENT ON COLUMN public.token.hash IS 'SHA-256 of the token; the token itself is shown once';

COMMENT ON COLUMN public.token.label IS 'what for, of a token that somebody made for themselves';

CREATE TABLE public.token_use (
    token_id uuid NOT NULL,
    used_at timestamp with time zone NOT NULL
);

CREATE TABLE public.tree_head (
    one boolean DEFAULT true NOT NULL,
    size bigint NOT NULL,
    frontier bytea NOT NULL,
    sealed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT tree_head_frontier_size CHECK ((octet_length(frontier) = (32 * length(replace(((size)::bit(64))::text, '0'::text, ''::text))))),
    CONSTRAINT tree_head_is_one CHECK (one),
    CONSTRAINT tree_head_size_not_negative CHECK ((size >= 0))
);

CREATE TABLE public.unsealed (
    batch bigint NOT NULL,
    entry_ids bigint[] NOT NULL,
    CONSTRAINT unsealed_entry_ids_not_empty CHECK ((cardinality(entry_ids) > 0))
);

ALTER TABLE public.unsealed ALTER COLUMN batch ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.unsealed_batch_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

ALTER TABLE ONLY public.access
    ADD CONSTRAINT access_pkey PRIMARY KEY (at, id);

ALTER TABLE public.account_change
    ADD CONSTRAINT account_change_names_token CHECK (((token_id IS NOT NULL) = (action = ANY (ARRAY['token_made'::text, 'token_ended'::text])))) NOT VALID;

ALTER TABLE ONLY public.account_change
    ADD CONSTRAINT account_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account_change
    ADD CONSTRAINT account_change_token_once UNIQUE (token_id, action);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_login_key UNIQUE (login);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (author_id);

ALTER TABLE ONLY public.agreement_field
    ADD CONSTRAINT agreement_field_pkey PRIMARY KEY (agreement_id, no);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_id_key UNIQUE (id);

ALTER TABLE ONLY public.agreement_party
    ADD CONSTRAINT agreement_party_pkey PRIMARY KEY (agreement_id, government_id);

ALTER TABLE ONLY public.agreement_party
    ADD CONSTRAINT agreement_party_position_key UNIQUE (agreement_id, "position");

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.agreement_place
    ADD CONSTRAINT agreement_place_pkey PRIMARY KEY (agreement_id, "position");

ALTER TABLE ONLY public.agreement_status
    ADD CONSTRAINT agreement_status_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_correction_once UNIQUE (correction_id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_id_key UNIQUE (id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_reopening_once UNIQUE (reopening_id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_summary_once UNIQUE (summary_id);

ALTER TABLE ONLY public.author
    ADD CONSTRAINT author_kind_name_key UNIQUE (kind, name);

ALTER TABLE ONLY public.author
    ADD CONSTRAINT author_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bar_ending
    ADD CONSTRAINT bar_ending_id_key UNIQUE (id);

ALTER TABLE ONLY public.bar_ending
    ADD CONSTRAINT bar_ending_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_id_key UNIQUE (id);

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.bar_publication
    ADD CONSTRAINT bar_publication_id_key UNIQUE (id);

ALTER TABLE ONLY public.bar_publication
    ADD CONSTRAINT bar_publication_once UNIQUE (bar_id);

ALTER TABLE ONLY public.bar_publication
    ADD CONSTRAINT bar_publication_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.checkpoint
    ADD CONSTRAINT checkpoint_pkey PRIMARY KEY (no);

ALTER TABLE ONLY public.claim_choice
    ADD CONSTRAINT claim_choice_id_key UNIQUE (id);

ALTER TABLE ONLY public.claim_choice
    ADD CONSTRAINT claim_choice_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (entry_id, "position");

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_author_key UNIQUE (id, author_id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_id_key UNIQUE (id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_number, attempt);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_id_key UNIQUE (id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_once UNIQUE (summary_id, receiver_id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (entry_id, "position");

ALTER TABLE ONLY public.donation
    ADD CONSTRAINT donation_id_key UNIQUE (id);

ALTER TABLE ONLY public.donation
    ADD CONSTRAINT donation_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.donor_joining
    ADD CONSTRAINT donor_joined_once UNIQUE (donor_id, turn);

ALTER TABLE ONLY public.donor_joining
    ADD CONSTRAINT donor_joining_id_key UNIQUE (id);

ALTER TABLE ONLY public.donor_joining
    ADD CONSTRAINT donor_joining_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.donor_parting
    ADD CONSTRAINT donor_parted_once UNIQUE (joining_id);

ALTER TABLE ONLY public.donor_parting
    ADD CONSTRAINT donor_parting_id_key UNIQUE (id);

ALTER TABLE ONLY public.donor_parting
    ADD CONSTRAINT donor_parting_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.donor_year
    ADD CONSTRAINT donor_year_pkey PRIMARY KEY (donor_id, year);

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.erased_entry
    ADD CONSTRAINT erased_entry_pkey PRIMARY KEY (erased_entry);

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_id_key UNIQUE (id);

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_id_key UNIQUE (id);

ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.flow_head
    ADD CONSTRAINT flow_head_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.flow_mend
    ADD CONSTRAINT flow_mend_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.flow
    ADD CONSTRAINT flow_pkey PRIMARY KEY (span, starts_on, giver_id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_id_key UNIQUE (id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_kind_key UNIQUE (id, year, figure);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_replaced UNIQUE (replaces_id);

ALTER TABLE ONLY public.government
    ADD CONSTRAINT government_code_key UNIQUE (code);

ALTER TABLE ONLY public.government_edition
    ADD CONSTRAINT government_edition_id_key UNIQUE (id);

ALTER TABLE ONLY public.government_edition
    ADD CONSTRAINT government_edition_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.government_edition
    ADD CONSTRAINT government_edition_sha256_key UNIQUE (sha256);

ALTER TABLE ONLY public.government
    ADD CONSTRAINT government_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.government_successor
    ADD CONSTRAINT government_successor_pkey PRIMARY KEY (government_id, successor_id);

ALTER TABLE ONLY public.government_version
    ADD CONSTRAINT government_version_pkey PRIMARY KEY (government_id, edition);

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (on_date);

ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_id_key UNIQUE (id);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_pkey PRIMARY KEY (signature);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.import_range
    ADD CONSTRAINT import_range_pkey PRIMARY KEY (import_entry, first_entry);

ALTER TABLE ONLY public.import_reversal
    ADD CONSTRAINT import_reversal_id_key UNIQUE (id);

ALTER TABLE ONLY public.import_reversal
    ADD CONSTRAINT import_reversal_once UNIQUE (import_id);

ALTER TABLE ONLY public.import_reversal
    ADD CONSTRAINT import_reversal_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.import_upload
    ADD CONSTRAINT import_upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.interest_ending
    ADD CONSTRAINT interest_ending_id_key UNIQUE (id);

ALTER TABLE ONLY public.interest_ending
    ADD CONSTRAINT interest_ending_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_id_key UNIQUE (id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.kept_answer
    ADD CONSTRAINT kept_answer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.late_approval
    ADD CONSTRAINT late_approval_id_key UNIQUE (id);

ALTER TABLE ONLY public.late_approval
    ADD CONSTRAINT late_approval_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.late_approval
    ADD CONSTRAINT late_approval_terms_key UNIQUE (id, author_id, entries_max);

ALTER TABLE ONLY public.late_entry
    ADD CONSTRAINT late_entry_no_once UNIQUE (late_approval_id, no);

ALTER TABLE ONLY public.late_entry
    ADD CONSTRAINT late_entry_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.leaf
    ADD CONSTRAINT leaf_entry_key UNIQUE (entry_id);

ALTER TABLE ONLY public.leaf
    ADD CONSTRAINT leaf_pkey PRIMARY KEY (log_index);

ALTER TABLE ONLY public.leg_donation
    ADD CONSTRAINT leg_donation_pkey PRIMARY KEY (donation_id, revision);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_id_key UNIQUE (id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_replaced UNIQUE (replaces);

ALTER TABLE ONLY public.lookup_head
    ADD CONSTRAINT lookup_head_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.lookup
    ADD CONSTRAINT lookup_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.nomination_answer
    ADD CONSTRAINT nomination_answer_pkey PRIMARY KEY (nomination_id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_duplicate UNIQUE (participation_id, nominee_id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_id_key UNIQUE (id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_relay_key UNIQUE (relay_id, id);

ALTER TABLE ONLY public.nomination_reply
    ADD CONSTRAINT nomination_reply_id_key UNIQUE (id);

ALTER TABLE ONLY public.nomination_reply
    ADD CONSTRAINT nomination_reply_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.office_ending
    ADD CONSTRAINT office_ending_id_key UNIQUE (id);

ALTER TABLE ONLY public.office_ending
    ADD CONSTRAINT office_ending_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_id_key UNIQUE (id);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.official_receipt
    ADD CONSTRAINT official_receipt_id_key UNIQUE (id);

ALTER TABLE ONLY public.official_receipt
    ADD CONSTRAINT official_receipt_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.official_receipt_recall
    ADD CONSTRAINT official_receipt_recall_id_key UNIQUE (id);

ALTER TABLE ONLY public.official_receipt_recall
    ADD CONSTRAINT official_receipt_recall_once UNIQUE (donation_id);

ALTER TABLE ONLY public.official_receipt_recall
    ADD CONSTRAINT official_receipt_recall_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.participation_donation
    ADD CONSTRAINT participation_donation_pkey PRIMARY KEY (donation_id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_id_key UNIQUE (id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_once_a_year UNIQUE NULLS NOT DISTINCT (relay_id, person_id, year);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_relay_key UNIQUE (relay_id, id);

ALTER TABLE ONLY public.pending_sign_in
    ADD CONSTRAINT pending_sign_in_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_id_key UNIQUE (id);

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.period_reopening
    ADD CONSTRAINT period_reopening_author_key UNIQUE (id, author_id);

ALTER TABLE ONLY public.period_reopening
    ADD CONSTRAINT period_reopening_id_key UNIQUE (id);

ALTER TABLE ONLY public.period_reopening
    ADD CONSTRAINT period_reopening_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_donor_key UNIQUE (donor_id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_id_key UNIQUE (id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.personal
    ADD CONSTRAINT personal_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.platform
    ADD CONSTRAINT platform_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.project_ending
    ADD CONSTRAINT project_ending_id_key UNIQUE (id);

ALTER TABLE ONLY public.project_ending
    ADD CONSTRAINT project_ending_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_id_key UNIQUE (id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.receiver_change
    ADD CONSTRAINT receiver_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.receiver
    ADD CONSTRAINT receiver_name_key UNIQUE (name);

ALTER TABLE ONLY public.receiver
    ADD CONSTRAINT receiver_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.region_kept
    ADD CONSTRAINT region_kept_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.relay
    ADD CONSTRAINT relay_id_key UNIQUE (id);

ALTER TABLE ONLY public.relay
    ADD CONSTRAINT relay_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.run_attempt
    ADD CONSTRAINT run_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.run
    ADD CONSTRAINT run_claim UNIQUE (schedule_id, period_key, revision);

ALTER TABLE ONLY public.run
    ADD CONSTRAINT run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.run_request
    ADD CONSTRAINT run_request_once UNIQUE (schedule_id, period_key);

ALTER TABLE ONLY public.run_request
    ADD CONSTRAINT run_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_change
    ADD CONSTRAINT schedule_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule
    ADD CONSTRAINT schedule_name_key UNIQUE (name);

ALTER TABLE ONLY public.schedule
    ADD CONSTRAINT schedule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (account_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.settlement
    ADD CONSTRAINT settlement_pkey PRIMARY KEY (donation_id, step);

ALTER TABLE ONLY public.settlement
    ADD CONSTRAINT settlement_replacement_key UNIQUE (replacement_id);

ALTER TABLE ONLY public.sign_in_link
    ADD CONSTRAINT sign_in_link_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.sign_in_throttle
    ADD CONSTRAINT sign_in_throttle_pkey PRIMARY KEY (subject);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_id_key UNIQUE (id);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.summary_file
    ADD CONSTRAINT summary_file_pkey PRIMARY KEY (summary_id, name);

ALTER TABLE ONLY public.summary
    ADD CONSTRAINT summary_id_key UNIQUE (id);

ALTER TABLE ONLY public.summary
    ADD CONSTRAINT summary_pkey PRIMARY KEY (entry_id);

ALTER TABLE ONLY public.summary
    ADD CONSTRAINT summary_run_key UNIQUE (run_id);

ALTER TABLE ONLY public.takings_head
    ADD CONSTRAINT takings_head_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.takings
    ADD CONSTRAINT takings_pkey PRIMARY KEY (span, starts_on, recipient_id);

ALTER TABLE ONLY public.tile_run
    ADD CONSTRAINT tile_run_pkey PRIMARY KEY (level, first);

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.token_use
    ADD CONSTRAINT token_use_pkey PRIMARY KEY (token_id);

ALTER TABLE ONLY public.tree_head
    ADD CONSTRAINT tree_head_pkey PRIMARY KEY (one);

ALTER TABLE ONLY public.unsealed
    ADD CONSTRAINT unsealed_pkey PRIMARY KEY (batch);

CREATE INDEX access_author ON ONLY public.access USING btree (author_id, at);

CREATE INDEX access_subject ON ONLY public.access USING gin (subjects);

CREATE INDEX account_change_account ON public.account_change USING btree (account_id, id);

CREATE INDEX agreement_party_government ON public.agreement_party USING btree (government_id);

CREATE INDEX agreement_predecessor ON public.agreement USING btree (predecessor_id);

CREATE INDEX agreement_signed_on ON public.agreement USING btree (signed_on, id);

CREATE INDEX agreement_status_agreement ON public.agreement_status USING btree (agreement_id, entry_id);

CREATE INDEX bar_ending_bar ON public.bar_ending USING btree (bar_id);

CREATE INDEX bar_government ON public.bar USING btree (government_id, valid_from);

CREATE INDEX checkpoint_signed_at ON public.checkpoint USING btree (signed_at);

CREATE INDEX checkpoint_size ON public.checkpoint USING btree (size);

CREATE INDEX claim_choice_subject ON public.claim_choice USING btree (subject_id, attribute, entry_id);

CREATE INDEX claim_subject ON public.claim USING btree (subject_id);

CREATE INDEX correction_donation ON public.correction USING btree (donation_id);

CREATE INDEX correction_pending ON public.correction USING btree (entry_id) WHERE pending;

CREATE INDEX delivery_given_up ON public.delivery USING btree (number) WHERE (state = 'given_up'::text);

CREATE INDEX delivery_waiting ON public.delivery USING btree (receiver_id, due_at) WHERE (state = 'waiting'::text);

CREATE INDEX document_agreement ON public.document USING btree (agreement_id);

CREATE INDEX donation_disputed ON public.donation USING btree (entry_id) WHERE (disputed IS NOT NULL);

CREATE INDEX donation_donated_on ON public.donation USING btree (donated_on, entry_id);

CREATE INDEX donation_donor ON public.donation USING btree (donor_id, donated_on);

CREATE INDEX donation_giver ON public.donation USING btree (entry_id) WHERE (giver_id IS NOT NULL);

CREATE INDEX donation_pair ON public.donation USING btree (giver_id, recipient_id, donated_on) WHERE (giver_id IS NOT NULL);

CREATE INDEX donation_project ON public.donation USING btree (project_id) WHERE (project_id IS NOT NULL);

CREATE INDEX donation_recipient ON public.donation USING btree (recipient_id, donated_on);

CREATE INDEX donation_reported ON public.donation USING btree (entry_id) WHERE (origin = 'reported'::text);

CREATE INDEX donation_return_due ON public.donation USING btree (entry_id) WHERE (unlawful_ground IS NOT NULL);

CREATE INDEX donation_with_receipt ON public.donation USING btree (entry_id) WHERE (official_receipt_no IS NOT NULL);

CREATE INDEX donor_joining_person ON public.donor_joining USING btree (person_id);

CREATE INDEX donor_parting_counts_from ON public.donor_parting USING btree (counts_from) WHERE (counts_from IS NOT NULL);

CREATE INDEX exchange_agreement ON public.exchange USING btree (agreement_id);

CREATE INDEX exchange_happened_on ON public.exchange USING btree (happened_on, id);

CREATE INDEX flow_giver ON public.flow USING btree (giver_id, starts_on) WHERE (span = 'day'::text);

CREATE UNIQUE INDEX fund_balance_once ON public.fund_figure USING btree (year, figure, revision) WHERE (figure = ANY (ARRAY['opening_balance'::text, 'closing_balance'::text]));

CREATE INDEX fund_figure_year ON public.fund_figure USING btree (year, entry_id);

CREATE UNIQUE INDEX fund_target_once ON public.fund_figure USING btree (year, revision) WHERE (figure = 'target'::text);

CREATE INDEX government_parent ON public.government USING btree (parent_id);

CREATE UNIQUE INDEX import_file_once ON public.import USING btree (file_id) WHERE (forced_because IS NULL);

CREATE INDEX import_range_first ON public.import_range USING btree (first_entry);

CREATE INDEX import_upload_author ON public.import_upload USING btree (author_id, sent_at);

CREATE INDEX import_upload_sent ON public.import_upload USING btree (sent_at);

CREATE INDEX interest_donor ON public.interest USING btree (donor_id);

CREATE INDEX interest_ending_interest ON public.interest_ending USING btree (interest_id);

CREATE INDEX late_approval_closing ON public.late_approval USING btree (closing_id);

CREATE INDEX leg_donation_entry ON public.leg_donation USING btree (entry_id);

CREATE INDEX leg_donation_leg ON public.leg_donation USING btree (leg_id);

CREATE INDEX leg_exchange ON public.leg USING btree (exchange_id);

CREATE INDEX leg_pair ON public.leg USING btree (giver_id, recipient_id);

CREATE INDEX lookup_amount ON public.lookup USING btree (amount, entry_id);

CREATE INDEX lookup_channel ON public.lookup USING btree (channel, entry_id);

CREATE INDEX lookup_grams ON public.lookup USING gin (grams) WHERE (grams IS NOT NULL);

CREATE INDEX nomination_answer_participation ON public.nomination_answer USING btree (participation_id);

CREATE INDEX nomination_nominee ON public.nomination USING btree (nominee_id);

CREATE INDEX nomination_reply_nomination ON public.nomination_reply USING btree (nomination_id, entry_id);

CREATE INDEX office_ending_office ON public.office_ending USING btree (office_id);

CREATE INDEX office_government ON public.office USING btree (government_id);

CREATE INDEX office_person ON public.office USING btree (person_id);

CREATE INDEX official_receipt_donation ON public.official_receipt USING btree (donation_id);

CREATE INDEX participation_donation_participation ON public.participation_donation USING btree (participation_id);

CREATE INDEX participation_person ON public.participation USING btree (person_id);

CREATE INDEX pending_sign_in_end ON public.pending_sign_in USING btree (expires_at);

CREATE INDEX period_closing_last_day ON public.period_closing USING btree (last_day);

CREATE INDEX period_reopening_closing ON public.period_reopening USING btree (closing_id);

CREATE INDEX project_ending_project ON public.project_ending USING btree (project_id);

CREATE INDEX project_government ON public.project USING btree (government_id, open_from);

CREATE INDEX receiver_change_receiver ON public.receiver_change USING btree (receiver_id, id);

CREATE INDEX recovery_code_account ON public.recovery_code USING btree (account_id);

CREATE INDEX run_attempt_period ON public.run_attempt USING btree (schedule_id, period_key);

CREATE INDEX run_newest ON public.run USING btree (schedule_id, scheduled_for DESC, revision DESC);

CREATE INDEX schedule_change_schedule ON public.schedule_change USING btree (schedule_id, id);

CREATE INDEX session_account ON public.session USING btree (account_id, begun_at);

CREATE INDEX session_end ON public.session USING btree (ends_at);

CREATE INDEX settlement_correction ON public.settlement USING btree (correction_id);

CREATE INDEX settlement_entry ON public.settlement USING btree (entry_id);

CREATE INDEX sign_in_link_account ON public.sign_in_link USING btree (account_id) WHERE (used_at IS NULL);

CREATE INDEX sign_in_throttle_last ON public.sign_in_throttle USING btree (last_at);

CREATE INDEX token_author ON public.token USING btree (author_id);

CREATE TRIGGER access_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.access FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.access ENABLE ALWAYS TRIGGER access_append_only;

CREATE TRIGGER account_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.account_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.account_change ENABLE ALWAYS TRIGGER account_change_append_only;

CREATE TRIGGER account_kept BEFORE DELETE OR TRUNCATE ON public.account FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.account ENABLE ALWAYS TRIGGER account_kept;

CREATE TRIGGER agreement_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agreement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.agreement ENABLE ALWAYS TRIGGER agreement_append_only;

CREATE TRIGGER agreement_field_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agreement_field FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.agreement_field ENABLE ALWAYS TRIGGER agreement_field_append_only;

CREATE TRIGGER agreement_party_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agreement_party FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.agreement_party ENABLE ALWAYS TRIGGER agreement_party_append_only;

CREATE TRIGGER agreement_place_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agreement_place FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.agreement_place ENABLE ALWAYS TRIGGER agreement_place_append_only;

CREATE TRIGGER agreement_status_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.agreement_status FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.agreement_status ENABLE ALWAYS TRIGGER agreement_status_append_only;

CREATE TRIGGER approval_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.approval FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.approval ENABLE ALWAYS TRIGGER approval_append_only;

CREATE TRIGGER approval_required AFTER INSERT ON public.settlement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unapproved();

CREATE TRIGGER author_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.author FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.author ENABLE ALWAYS TRIGGER author_append_only;

CREATE TRIGGER bar_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bar FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bar ENABLE ALWAYS TRIGGER bar_append_only;

CREATE TRIGGER bar_ending_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bar_ending FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bar_ending ENABLE ALWAYS TRIGGER bar_ending_append_only;

CREATE TRIGGER bar_publication_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.bar_publication FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.bar_publication ENABLE ALWAYS TRIGGER bar_publication_append_only;

CREATE TRIGGER checkpoint_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.checkpoint FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.checkpoint ENABLE ALWAYS TRIGGER checkpoint_append_only;

CREATE TRIGGER checkpoint_follows BEFORE INSERT ON public.checkpoint FOR EACH ROW EXECUTE FUNCTION public.refuse_second_history();

ALTER TABLE public.checkpoint ENABLE ALWAYS TRIGGER checkpoint_follows;

CREATE TRIGGER claim_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.claim FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.claim ENABLE ALWAYS TRIGGER claim_append_only;

CREATE TRIGGER claim_choice_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.claim_choice FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.claim_choice ENABLE ALWAYS TRIGGER claim_choice_append_only;

CREATE TRIGGER correction_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.correction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.correction ENABLE ALWAYS TRIGGER correction_append_only;

CREATE TRIGGER delivery_attempt_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.delivery_attempt FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.delivery_attempt ENABLE ALWAYS TRIGGER delivery_attempt_append_only;

CREATE TRIGGER delivery_told AFTER INSERT OR UPDATE OF attempts_before ON public.delivery FOR EACH STATEMENT EXECUTE FUNCTION public.tell_delivery();

CREATE TRIGGER document_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.document FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.document ENABLE ALWAYS TRIGGER document_append_only;

CREATE TRIGGER donation_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.donation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.donation ENABLE ALWAYS TRIGGER donation_append_only;

CREATE TRIGGER donation_is_lawful AFTER INSERT ON public.donation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_unlawful_donation();

ALTER TABLE public.donation ENABLE ALWAYS TRIGGER donation_is_lawful;

CREATE TRIGGER donation_project_is_open AFTER INSERT ON public.donation FOR EACH ROW WHEN ((new.project_id IS NOT NULL)) EXECUTE FUNCTION public.refuse_closed_project();

CREATE TRIGGER donor_joining_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.donor_joining FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.donor_joining ENABLE ALWAYS TRIGGER donor_joining_append_only;

CREATE TRIGGER donor_joining_of_one_person AFTER INSERT ON public.donor_joining REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_second_person();

CREATE TRIGGER donor_parting_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.donor_parting FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.donor_parting ENABLE ALWAYS TRIGGER donor_parting_append_only;

CREATE TRIGGER donor_year_added_together AFTER INSERT ON public.donor_year REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_over_cap_together();

CREATE TRIGGER donor_year_grown_together AFTER UPDATE ON public.donor_year REFERENCING OLD TABLE AS was NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_over_cap_together();

CREATE TRIGGER donor_year_kept BEFORE DELETE OR TRUNCATE ON public.donor_year FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.donor_year ENABLE ALWAYS TRIGGER donor_year_kept;

CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.entry ENABLE ALWAYS TRIGGER entry_append_only;

CREATE TRIGGER erased_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erased_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.erased_entry ENABLE ALWAYS TRIGGER erased_entry_append_only;

CREATE TRIGGER erasure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.erasure ENABLE ALWAYS TRIGGER erasure_append_only;

CREATE TRIGGER exchange_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.exchange FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.exchange ENABLE ALWAYS TRIGGER exchange_append_only;

CREATE TRIGGER fund_figure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fund_figure FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.fund_figure ENABLE ALWAYS TRIGGER fund_figure_append_only;

CREATE TRIGGER government_edition_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.government_edition FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.government_edition ENABLE ALWAYS TRIGGER government_edition_append_only;

CREATE TRIGGER government_kept BEFORE DELETE OR TRUNCATE ON public.government FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.government ENABLE ALWAYS TRIGGER government_kept;

CREATE TRIGGER government_version_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.government_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.government_version ENABLE ALWAYS TRIGGER government_version_append_only;

CREATE TRIGGER holiday_told AFTER INSERT OR DELETE ON public.holiday FOR EACH STATEMENT EXECUTE FUNCTION public.tell_timetable();

CREATE TRIGGER idempotency_answered AFTER DELETE ON public.idempotency REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_forgetting();

ALTER TABLE public.idempotency ENABLE ALWAYS TRIGGER idempotency_answered;

CREATE TRIGGER idempotency_unchanged BEFORE UPDATE OR TRUNCATE ON public.idempotency FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.idempotency ENABLE ALWAYS TRIGGER idempotency_unchanged;

CREATE TRIGGER import_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.import ENABLE ALWAYS TRIGGER import_append_only;

CREATE TRIGGER import_range_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_range FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.import_range ENABLE ALWAYS TRIGGER import_range_append_only;

CREATE TRIGGER import_reversal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_reversal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.import_reversal ENABLE ALWAYS TRIGGER import_reversal_append_only;

CREATE TRIGGER installation_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.installation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.installation ENABLE ALWAYS TRIGGER installation_append_only;

CREATE TRIGGER interest_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.interest FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.interest ENABLE ALWAYS TRIGGER interest_append_only;

CREATE TRIGGER interest_ending_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.interest_ending FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.interest_ending ENABLE ALWAYS TRIGGER interest_ending_append_only;

CREATE TRIGGER kept_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.kept_answer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.kept_answer ENABLE ALWAYS TRIGGER kept_answer_append_only;

CREATE TRIGGER late_approval_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.late_approval FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.late_approval ENABLE ALWAYS TRIGGER late_approval_append_only;

CREATE TRIGGER late_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.late_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.late_entry ENABLE ALWAYS TRIGGER late_entry_append_only;

CREATE TRIGGER leaf_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.leaf FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.leaf ENABLE ALWAYS TRIGGER leaf_append_only;

CREATE TRIGGER leaf_entry_exists AFTER INSERT ON public.leaf REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_leaf_of_nothing();

ALTER TABLE public.leaf ENABLE ALWAYS TRIGGER leaf_entry_exists;

CREATE TRIGGER leg_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.leg FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.leg ENABLE ALWAYS TRIGGER leg_append_only;

CREATE TRIGGER leg_donation_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.leg_donation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.leg_donation ENABLE ALWAYS TRIGGER leg_donation_append_only;

CREATE TRIGGER leg_donation_in_turn AFTER INSERT ON public.leg_donation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_link_out_of_turn();

CREATE TRIGGER leg_donation_same_recipient AFTER INSERT ON public.leg_donation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_wrong_leg();

CREATE TRIGGER leg_replaces_same_way AFTER INSERT ON public.leg REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_strange_mend();

CREATE TRIGGER nomination_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.nomination_answer FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.nomination_answer ENABLE ALWAYS TRIGGER nomination_answer_append_only;

CREATE TRIGGER nomination_answered_by_nominee AFTER INSERT ON public.nomination_answer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_answer_of_another();

CREATE TRIGGER nomination_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.nomination FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.nomination ENABLE ALWAYS TRIGGER nomination_append_only;

CREATE TRIGGER nomination_cycle AFTER INSERT ON public.nomination_answer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_nomination_cycle();

CREATE TRIGGER nomination_reply_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.nomination_reply FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.nomination_reply ENABLE ALWAYS TRIGGER nomination_reply_append_only;

CREATE TRIGGER nomination_to_self AFTER INSERT ON public.nomination REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_nomination_to_self();

CREATE TRIGGER office_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.office FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.office ENABLE ALWAYS TRIGGER office_append_only;

CREATE TRIGGER office_ending_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.office_ending FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.office_ending ENABLE ALWAYS TRIGGER office_ending_append_only;

CREATE TRIGGER official_receipt_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.official_receipt FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.official_receipt ENABLE ALWAYS TRIGGER official_receipt_append_only;

CREATE TRIGGER official_receipt_recall_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.official_receipt_recall FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.official_receipt_recall ENABLE ALWAYS TRIGGER official_receipt_recall_append_only;

CREATE TRIGGER participation_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.participation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.participation ENABLE ALWAYS TRIGGER participation_append_only;

CREATE TRIGGER participation_donation_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.participation_donation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.participation_donation ENABLE ALWAYS TRIGGER participation_donation_append_only;

CREATE TRIGGER period_closed_once BEFORE INSERT ON public.period_closing FOR EACH ROW EXECUTE FUNCTION public.close_alone();

CREATE TRIGGER period_closing_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.period_closing FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.period_closing ENABLE ALWAYS TRIGGER period_closing_append_only;

CREATE TRIGGER period_reopening_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.period_reopening FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.period_reopening ENABLE ALWAYS TRIGGER period_reopening_append_only;

CREATE TRIGGER person_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.person ENABLE ALWAYS TRIGGER person_append_only;

CREATE TRIGGER person_of_one_donor AFTER INSERT ON public.person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_second_person();

CREATE TRIGGER personal_forgotten AFTER DELETE ON public.personal REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.forget_grams();

CREATE TRIGGER personal_leaves_region AFTER DELETE ON public.personal REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION public.keep_region();

CREATE TRIGGER personal_unchanged BEFORE UPDATE OR TRUNCATE ON public.personal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.personal ENABLE ALWAYS TRIGGER personal_unchanged;

CREATE TRIGGER project_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.project FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.project ENABLE ALWAYS TRIGGER project_append_only;

CREATE TRIGGER project_ending_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.project_ending FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.project_ending ENABLE ALWAYS TRIGGER project_ending_append_only;

CREATE TRIGGER receiver_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.receiver_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.receiver_change ENABLE ALWAYS TRIGGER receiver_change_append_only;

CREATE TRIGGER region_kept_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.region_kept FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.region_kept ENABLE ALWAYS TRIGGER region_kept_append_only;

CREATE TRIGGER relay_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.relay FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.relay ENABLE ALWAYS TRIGGER relay_append_only;

CREATE TRIGGER run_attempt_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.run_attempt FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.run_attempt ENABLE ALWAYS TRIGGER run_attempt_append_only;

CREATE TRIGGER run_kept BEFORE DELETE OR TRUNCATE ON public.run FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.run ENABLE ALWAYS TRIGGER run_kept;

CREATE TRIGGER run_request_told AFTER INSERT ON public.run_request FOR EACH STATEMENT EXECUTE FUNCTION public.tell_timetable();

CREATE TRIGGER run_settled_once BEFORE UPDATE ON public.run FOR EACH ROW EXECUTE FUNCTION public.refuse_unsettling();

ALTER TABLE public.run ENABLE ALWAYS TRIGGER run_settled_once;

CREATE TRIGGER schedule_change_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.schedule_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.schedule_change ENABLE ALWAYS TRIGGER schedule_change_append_only;

CREATE TRIGGER schedule_change_told AFTER INSERT ON public.schedule_change FOR EACH STATEMENT EXECUTE FUNCTION public.tell_timetable();

CREATE TRIGGER schema_migration_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.schema_migration FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.schema_migration ENABLE ALWAYS TRIGGER schema_migration_append_only;

CREATE TRIGGER settlement_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.settlement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.settlement ENABLE ALWAYS TRIGGER settlement_append_only;

CREATE TRIGGER settlement_follows AFTER INSERT ON public.settlement REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_wrong_settlement();

CREATE TRIGGER sign_in_link_used_once BEFORE UPDATE ON public.sign_in_link FOR EACH ROW WHEN ((old.used_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_second_use();

ALTER TABLE public.sign_in_link ENABLE ALWAYS TRIGGER sign_in_link_used_once;

CREATE TRIGGER source_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.source FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.source ENABLE ALWAYS TRIGGER source_append_only;

CREATE TRIGGER summary_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.summary FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.summary ENABLE ALWAYS TRIGGER summary_append_only;

CREATE TRIGGER summary_file_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.summary_file FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.summary_file ENABLE ALWAYS TRIGGER summary_file_append_only;

CREATE TRIGGER tile_run_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.tile_run FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.tile_run ENABLE ALWAYS TRIGGER tile_run_append_only;

CREATE TRIGGER token_kept BEFORE DELETE OR TRUNCATE ON public.token FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.token ENABLE ALWAYS TRIGGER token_kept;

CREATE TRIGGER token_revoked_for_good BEFORE UPDATE ON public.token FOR EACH ROW WHEN (((old.revoked_at IS NOT NULL) AND (new.revoked_at IS DISTINCT FROM old.revoked_at))) EXECUTE FUNCTION public.refuse_revival();

ALTER TABLE public.token ENABLE ALWAYS TRIGGER token_revoked_for_good;

CREATE TRIGGER tree_head_follows_leaves BEFORE UPDATE ON public.tree_head FOR EACH ROW EXECUTE FUNCTION public.refuse_wrong_head();

ALTER TABLE public.tree_head ENABLE ALWAYS TRIGGER tree_head_follows_leaves;

CREATE TRIGGER tree_head_follows_tiles BEFORE UPDATE ON public.tree_head FOR EACH ROW EXECUTE FUNCTION public.refuse_head_without_tiles();

ALTER TABLE public.tree_head ENABLE ALWAYS TRIGGER tree_head_follows_tiles;

CREATE TRIGGER tree_head_kept BEFORE DELETE OR TRUNCATE ON public.tree_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.tree_head ENABLE ALWAYS TRIGGER tree_head_kept;

CREATE CONSTRAINT TRIGGER unsealed_gets_sealed AFTER DELETE ON public.unsealed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse_loss();

ALTER TABLE public.unsealed ENABLE ALWAYS TRIGGER unsealed_gets_sealed;

CREATE TRIGGER unsealed_unchanged BEFORE UPDATE OR TRUNCATE ON public.unsealed FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE public.unsealed ENABLE ALWAYS TRIGGER unsealed_unchanged;

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.account_change
    ADD CONSTRAINT account_change_account_exists FOREIGN KEY (account_id) REFERENCES public.account(author_id);

ALTER TABLE ONLY public.account_change
    ADD CONSTRAINT account_change_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.account_change
    ADD CONSTRAINT account_change_token_exists FOREIGN KEY (token_id) REFERENCES public.token(id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.agreement_field
    ADD CONSTRAINT agreement_field_agreement_exists FOREIGN KEY (agreement_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.agreement_party
    ADD CONSTRAINT agreement_party_agreement_exists FOREIGN KEY (agreement_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.agreement_party
    ADD CONSTRAINT agreement_party_government_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.agreement_party
    ADD CONSTRAINT agreement_party_signatory_exists FOREIGN KEY (signatory_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.agreement_place
    ADD CONSTRAINT agreement_place_agreement_exists FOREIGN KEY (agreement_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.agreement
    ADD CONSTRAINT agreement_predecessor_exists FOREIGN KEY (predecessor_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.agreement_status
    ADD CONSTRAINT agreement_status_agreement_exists FOREIGN KEY (agreement_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.agreement_status
    ADD CONSTRAINT agreement_status_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_correction_exists FOREIGN KEY (correction_id, requester_id) REFERENCES public.correction(id, author_id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_reopening_exists FOREIGN KEY (reopening_id, requester_id) REFERENCES public.period_reopening(id, author_id);

ALTER TABLE ONLY public.approval
    ADD CONSTRAINT approval_summary_exists FOREIGN KEY (summary_id) REFERENCES public.summary(id);

ALTER TABLE ONLY public.bar_ending
    ADD CONSTRAINT bar_ending_bar_exists FOREIGN KEY (bar_id) REFERENCES public.bar(id);

ALTER TABLE ONLY public.bar_ending
    ADD CONSTRAINT bar_ending_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.bar
    ADD CONSTRAINT bar_government_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.bar_publication
    ADD CONSTRAINT bar_publication_bar_exists FOREIGN KEY (bar_id) REFERENCES public.bar(id);

ALTER TABLE ONLY public.bar_publication
    ADD CONSTRAINT bar_publication_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.claim_choice
    ADD CONSTRAINT claim_choice_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.claim_choice
    ADD CONSTRAINT claim_choice_claim_exists FOREIGN KEY (claim_entry_id, claim_position) REFERENCES public.claim(entry_id, "position");

ALTER TABLE ONLY public.claim_choice
    ADD CONSTRAINT claim_choice_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.claim_choice
    ADD CONSTRAINT claim_choice_person_exists FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_source_exists FOREIGN KEY (source_id) REFERENCES public.source(id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_corrects_exists FOREIGN KEY (corrects_id) REFERENCES public.correction(id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_donation_exists FOREIGN KEY (donation_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.correction
    ADD CONSTRAINT correction_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT delivery_attempt_delivery_exists FOREIGN KEY (delivery_number) REFERENCES public.delivery(number);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_receiver_exists FOREIGN KEY (receiver_id) REFERENCES public.receiver(id);

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_summary_exists FOREIGN KEY (summary_id) REFERENCES public.summary(id);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_agreement_exists FOREIGN KEY (agreement_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.donor_joining
    ADD CONSTRAINT donor_joining_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.donor_joining
    ADD CONSTRAINT donor_joining_person_exists FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.donor_parting
    ADD CONSTRAINT donor_parting_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.donor_parting
    ADD CONSTRAINT donor_parting_joining_exists FOREIGN KEY (joining_id) REFERENCES public.donor_joining(id);

ALTER TABLE ONLY public.erased_entry
    ADD CONSTRAINT erased_entry_erasure_exists FOREIGN KEY (erasure_entry) REFERENCES public.erasure(entry_id);

ALTER TABLE ONLY public.erased_entry
    ADD CONSTRAINT erased_entry_exists FOREIGN KEY (erased_entry) REFERENCES public.entry(id);

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_agreement_exists FOREIGN KEY (agreement_id) REFERENCES public.agreement(id);

ALTER TABLE ONLY public.exchange
    ADD CONSTRAINT exchange_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_project_exists FOREIGN KEY (project_id) REFERENCES public.project(id);

ALTER TABLE ONLY public.fund_figure
    ADD CONSTRAINT fund_figure_replaces_the_same FOREIGN KEY (replaces_id, year, figure) REFERENCES public.fund_figure(id, year, figure);

ALTER TABLE ONLY public.government_edition
    ADD CONSTRAINT government_edition_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.government
    ADD CONSTRAINT government_edition_exists FOREIGN KEY (edition) REFERENCES public.entry(id);

ALTER TABLE ONLY public.government
    ADD CONSTRAINT government_parent_exists FOREIGN KEY (parent_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.government_successor
    ADD CONSTRAINT government_successor_edition_exists FOREIGN KEY (edition) REFERENCES public.government_edition(entry_id);

ALTER TABLE ONLY public.government_successor
    ADD CONSTRAINT government_successor_exists FOREIGN KEY (successor_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.government_successor
    ADD CONSTRAINT government_successor_of_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.government_version
    ADD CONSTRAINT government_version_edition_exists FOREIGN KEY (edition) REFERENCES public.government_edition(entry_id);

ALTER TABLE ONLY public.government_version
    ADD CONSTRAINT government_version_of_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.holiday
    ADD CONSTRAINT holiday_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.import
    ADD CONSTRAINT import_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.import_mapping
    ADD CONSTRAINT import_mapping_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.import_range
    ADD CONSTRAINT import_range_import_exists FOREIGN KEY (import_entry) REFERENCES public.import(entry_id);

ALTER TABLE ONLY public.import_reversal
    ADD CONSTRAINT import_reversal_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.import_reversal
    ADD CONSTRAINT import_reversal_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.import_reversal
    ADD CONSTRAINT import_reversal_import_exists FOREIGN KEY (import_id) REFERENCES public.import(id);

ALTER TABLE ONLY public.import_upload
    ADD CONSTRAINT import_upload_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.interest_ending
    ADD CONSTRAINT interest_ending_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.interest_ending
    ADD CONSTRAINT interest_ending_interest_exists FOREIGN KEY (interest_id) REFERENCES public.interest(id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.interest
    ADD CONSTRAINT interest_government_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.late_approval
    ADD CONSTRAINT late_approval_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.late_approval
    ADD CONSTRAINT late_approval_closing_exists FOREIGN KEY (closing_id) REFERENCES public.period_closing(id);

ALTER TABLE ONLY public.late_approval
    ADD CONSTRAINT late_approval_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.late_entry
    ADD CONSTRAINT late_entry_approval_exists FOREIGN KEY (late_approval_id, approver_id, entries_max) REFERENCES public.late_approval(id, author_id, entries_max);

ALTER TABLE ONLY public.late_entry
    ADD CONSTRAINT late_entry_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.late_entry
    ADD CONSTRAINT late_entry_correction_exists FOREIGN KEY (correction_id) REFERENCES public.correction(id);

ALTER TABLE ONLY public.late_entry
    ADD CONSTRAINT late_entry_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.leg_donation
    ADD CONSTRAINT leg_donation_donation_exists FOREIGN KEY (donation_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.leg_donation
    ADD CONSTRAINT leg_donation_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.leg_donation
    ADD CONSTRAINT leg_donation_leg_exists FOREIGN KEY (leg_id) REFERENCES public.leg(id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_exchange_exists FOREIGN KEY (exchange_id) REFERENCES public.exchange(id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_giver_exists FOREIGN KEY (giver_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_recipient_exists FOREIGN KEY (recipient_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.leg
    ADD CONSTRAINT leg_replaces_exists FOREIGN KEY (replaces) REFERENCES public.leg(id);

ALTER TABLE ONLY public.nomination_answer
    ADD CONSTRAINT nomination_answer_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.nomination_answer
    ADD CONSTRAINT nomination_answer_nomination_exists FOREIGN KEY (relay_id, nomination_id) REFERENCES public.nomination(relay_id, id);

ALTER TABLE ONLY public.nomination_answer
    ADD CONSTRAINT nomination_answer_participation_exists FOREIGN KEY (relay_id, participation_id) REFERENCES public.participation(relay_id, id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_nominee_exists FOREIGN KEY (nominee_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_participation_exists FOREIGN KEY (relay_id, participation_id) REFERENCES public.participation(relay_id, id);

ALTER TABLE ONLY public.nomination_reply
    ADD CONSTRAINT nomination_reply_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.nomination_reply
    ADD CONSTRAINT nomination_reply_nomination_exists FOREIGN KEY (relay_id, nomination_id) REFERENCES public.nomination(relay_id, id);

ALTER TABLE ONLY public.office_ending
    ADD CONSTRAINT office_ending_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.office_ending
    ADD CONSTRAINT office_ending_office_exists FOREIGN KEY (office_id) REFERENCES public.office(id);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_government_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.office
    ADD CONSTRAINT office_person_exists FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.official_receipt
    ADD CONSTRAINT official_receipt_donation_exists FOREIGN KEY (donation_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.official_receipt
    ADD CONSTRAINT official_receipt_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.official_receipt_recall
    ADD CONSTRAINT official_receipt_recall_donation_exists FOREIGN KEY (donation_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.official_receipt_recall
    ADD CONSTRAINT official_receipt_recall_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.participation_donation
    ADD CONSTRAINT participation_donation_donation_exists FOREIGN KEY (donation_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.participation_donation
    ADD CONSTRAINT participation_donation_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.participation_donation
    ADD CONSTRAINT participation_donation_participation_exists FOREIGN KEY (participation_id) REFERENCES public.participation(id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_person_exists FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.participation
    ADD CONSTRAINT participation_relay_exists FOREIGN KEY (relay_id) REFERENCES public.relay(id);

ALTER TABLE ONLY public.pending_sign_in
    ADD CONSTRAINT pending_sign_in_account_exists FOREIGN KEY (account_id) REFERENCES public.account(author_id);

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.period_closing
    ADD CONSTRAINT period_closing_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.period_reopening
    ADD CONSTRAINT period_reopening_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.period_reopening
    ADD CONSTRAINT period_reopening_closing_exists FOREIGN KEY (closing_id) REFERENCES public.period_closing(id);

ALTER TABLE ONLY public.period_reopening
    ADD CONSTRAINT period_reopening_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.project_ending
    ADD CONSTRAINT project_ending_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.project_ending
    ADD CONSTRAINT project_ending_project_exists FOREIGN KEY (project_id) REFERENCES public.project(id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_government_exists FOREIGN KEY (government_id) REFERENCES public.government(id);

ALTER TABLE ONLY public.receiver_change
    ADD CONSTRAINT receiver_change_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.receiver_change
    ADD CONSTRAINT receiver_change_receiver_exists FOREIGN KEY (receiver_id) REFERENCES public.receiver(id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_second_factor_exists FOREIGN KEY (account_id) REFERENCES public.second_factor(account_id);

ALTER TABLE ONLY public.relay
    ADD CONSTRAINT relay_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.relay
    ADD CONSTRAINT relay_starter_exists FOREIGN KEY (started_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.run_attempt
    ADD CONSTRAINT run_attempt_schedule_exists FOREIGN KEY (schedule_id) REFERENCES public.schedule(id);

ALTER TABLE ONLY public.run
    ADD CONSTRAINT run_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.run_request
    ADD CONSTRAINT run_request_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.run_request
    ADD CONSTRAINT run_request_schedule_exists FOREIGN KEY (schedule_id) REFERENCES public.schedule(id);

ALTER TABLE ONLY public.run
    ADD CONSTRAINT run_schedule_exists FOREIGN KEY (schedule_id) REFERENCES public.schedule(id);

ALTER TABLE ONLY public.schedule_change
    ADD CONSTRAINT schedule_change_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.schedule_change
    ADD CONSTRAINT schedule_change_schedule_exists FOREIGN KEY (schedule_id) REFERENCES public.schedule(id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_account_exists FOREIGN KEY (account_id) REFERENCES public.account(author_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_exists FOREIGN KEY (account_id) REFERENCES public.account(author_id);

ALTER TABLE ONLY public.settlement
    ADD CONSTRAINT settlement_correction_exists FOREIGN KEY (correction_id) REFERENCES public.correction(id);

ALTER TABLE ONLY public.settlement
    ADD CONSTRAINT settlement_donation_exists FOREIGN KEY (donation_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.settlement
    ADD CONSTRAINT settlement_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.settlement
    ADD CONSTRAINT settlement_replacement_exists FOREIGN KEY (replacement_id) REFERENCES public.donation(id);

ALTER TABLE ONLY public.sign_in_link
    ADD CONSTRAINT sign_in_link_account_exists FOREIGN KEY (account_id) REFERENCES public.account(author_id);

ALTER TABLE ONLY public.source
    ADD CONSTRAINT source_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.summary
    ADD CONSTRAINT summary_entry_exists FOREIGN KEY (entry_id) REFERENCES public.entry(id);

ALTER TABLE ONLY public.summary_file
    ADD CONSTRAINT summary_file_summary_exists FOREIGN KEY (summary_id) REFERENCES public.summary(id);

ALTER TABLE ONLY public.summary
    ADD CONSTRAINT summary_run_exists FOREIGN KEY (run_id) REFERENCES public.run(id);

ALTER TABLE ONLY public.token
    ADD CONSTRAINT token_author_exists FOREIGN KEY (author_id) REFERENCES public.author(id);

ALTER TABLE ONLY public.token_use
    ADD CONSTRAINT token_use_token_exists FOREIGN KEY (token_id) REFERENCES public.token(id);

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pumasi_app;
GRANT USAGE ON SCHEMA public TO pumasi_report;
GRANT USAGE ON SCHEMA public TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.donation TO pumasi_app;
GRANT SELECT ON TABLE public.donation TO pumasi_auditor;

GRANT SELECT(entry_id) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(id) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(amount) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(recorded_at) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(donated_on) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(recipient_id) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(giver_id) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(date_precision) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(origin) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(channel) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(channel_name) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(disputed) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(purpose) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(project_id) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(gift_kind) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(gift_value) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(gift_wanted) ON TABLE public.donation TO pumasi_report;

GRANT SELECT(unlawful_ground) ON TABLE public.donation TO pumasi_report;

REVOKE ALL ON FUNCTION public.close_alone() FROM PUBLIC;

REVOKE ALL ON FUNCTION public.discard_access_month(day date, why text) FROM PUBLIC;

REVOKE ALL ON FUNCTION public.hold_donations() FROM PUBLIC;
GRANT ALL ON FUNCTION public.hold_donations() TO pumasi_app;

REVOKE ALL ON FUNCTION public.keep_access_month(day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.keep_access_month(day date) TO pumasi_app;

REVOKE ALL ON PROCEDURE public.make_append_only(VARIADIC names text[]) FROM PUBLIC;

GRANT SELECT,INSERT ON TABLE public.government TO pumasi_app;
GRANT SELECT ON TABLE public.government TO pumasi_report;
GRANT SELECT ON TABLE public.government TO pumasi_auditor;

GRANT UPDATE(name_en) ON TABLE public.government TO pumasi_app;

GRANT UPDATE(valid_to) ON TABLE public.government TO pumasi_app;

GRANT UPDATE(iso3166_2) ON TABLE public.government TO pumasi_app;

GRANT UPDATE(edition) ON TABLE public.government TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.access TO pumasi_app;
GRANT SELECT ON TABLE public.access TO pumasi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.account TO pumasi_app;

GRANT SELECT(author_id) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT(login) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT(name) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT(role) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT(made_at) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT(password_set_at) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT(disabled_at) ON TABLE public.account TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.account_change TO pumasi_app;
GRANT SELECT ON TABLE public.account_change TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.agreement TO pumasi_app;
GRANT SELECT ON TABLE public.agreement TO pumasi_report;
GRANT SELECT ON TABLE public.agreement TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.agreement_field TO pumasi_app;
GRANT SELECT ON TABLE public.agreement_field TO pumasi_report;
GRANT SELECT ON TABLE public.agreement_field TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.agreement_party TO pumasi_app;
GRANT SELECT ON TABLE public.agreement_party TO pumasi_report;
GRANT SELECT ON TABLE public.agreement_party TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.agreement_place TO pumasi_app;
GRANT SELECT ON TABLE public.agreement_place TO pumasi_report;
GRANT SELECT ON TABLE public.agreement_place TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.agreement_status TO pumasi_app;
GRANT SELECT ON TABLE public.agreement_status TO pumasi_report;
GRANT SELECT ON TABLE public.agreement_status TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.approval TO pumasi_app;
GRANT SELECT ON TABLE public.approval TO pumasi_report;
GRANT SELECT ON TABLE public.approval TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.author TO pumasi_app;
GRANT SELECT ON TABLE public.author TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.bar TO pumasi_app;
GRANT SELECT ON TABLE public.bar TO pumasi_report;
GRANT SELECT ON TABLE public.bar TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.bar_ending TO pumasi_app;
GRANT SELECT ON TABLE public.bar_ending TO pumasi_report;
GRANT SELECT ON TABLE public.bar_ending TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.bar_publication TO pumasi_app;
GRANT SELECT ON TABLE public.bar_publication TO pumasi_report;
GRANT SELECT ON TABLE public.bar_publication TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.checkpoint TO pumasi_app;
GRANT SELECT ON TABLE public.checkpoint TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.claim TO pumasi_app;
GRANT SELECT ON TABLE public.claim TO pumasi_report;
GRANT SELECT ON TABLE public.claim TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.claim_choice TO pumasi_app;
GRANT SELECT ON TABLE public.claim_choice TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.period_closing TO pumasi_app;
GRANT SELECT ON TABLE public.period_closing TO pumasi_report;
GRANT SELECT ON TABLE public.period_closing TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.period_reopening TO pumasi_app;
GRANT SELECT ON TABLE public.period_reopening TO pumasi_report;
GRANT SELECT ON TABLE public.period_reopening TO pumasi_auditor;

GRANT SELECT ON TABLE public.closed_period TO pumasi_app;
GRANT SELECT ON TABLE public.closed_period TO pumasi_report;
GRANT SELECT ON TABLE public.closed_period TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.correction TO pumasi_app;
GRANT SELECT ON TABLE public.correction TO pumasi_report;
GRANT SELECT ON TABLE public.correction TO pumasi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.delivery TO pumasi_app;
GRANT SELECT ON TABLE public.delivery TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.delivery_attempt TO pumasi_app;
GRANT SELECT ON TABLE public.delivery_attempt TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.document TO pumasi_app;
GRANT SELECT ON TABLE public.document TO pumasi_report;
GRANT SELECT ON TABLE public.document TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.donor_joining TO pumasi_app;
GRANT SELECT ON TABLE public.donor_joining TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.donor_parting TO pumasi_app;
GRANT SELECT ON TABLE public.donor_parting TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.donor_year TO pumasi_app;
GRANT SELECT ON TABLE public.donor_year TO pumasi_auditor;

GRANT UPDATE(total) ON TABLE public.donor_year TO pumasi_app;

GRANT UPDATE(undisclosed) ON TABLE public.donor_year TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.entry TO pumasi_app;
GRANT SELECT ON TABLE public.entry TO pumasi_auditor;

GRANT USAGE ON SEQUENCE public.entry_id TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.erased_entry TO pumasi_app;
GRANT SELECT ON TABLE public.erased_entry TO pumasi_report;
GRANT SELECT ON TABLE public.erased_entry TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.erasure TO pumasi_app;
GRANT SELECT ON TABLE public.erasure TO pumasi_report;
GRANT SELECT ON TABLE public.erasure TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.exchange TO pumasi_app;
GRANT SELECT ON TABLE public.exchange TO pumasi_report;
GRANT SELECT ON TABLE public.exchange TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.flow TO pumasi_app;
GRANT SELECT ON TABLE public.flow TO pumasi_report;
GRANT SELECT ON TABLE public.flow TO pumasi_auditor;

GRANT UPDATE(recipients) ON TABLE public.flow TO pumasi_app;

GRANT UPDATE(gifts) ON TABLE public.flow TO pumasi_app;

GRANT UPDATE(amounts) ON TABLE public.flow TO pumasi_app;

GRANT UPDATE(undisclosed) ON TABLE public.flow TO pumasi_app;

GRANT SELECT ON TABLE public.flow_head TO pumasi_app;
GRANT SELECT ON TABLE public.flow_head TO pumasi_report;
GRANT SELECT ON TABLE public.flow_head TO pumasi_auditor;

GRANT UPDATE(log_size) ON TABLE public.flow_head TO pumasi_app;

GRANT UPDATE(folded_at) ON TABLE public.flow_head TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.flow_mend TO pumasi_app;
GRANT SELECT ON TABLE public.flow_mend TO pumasi_auditor;

GRANT UPDATE(giver_id) ON TABLE public.flow_mend TO pumasi_app;

GRANT UPDATE(recipient_id) ON TABLE public.flow_mend TO pumasi_app;

GRANT UPDATE(donated_on) ON TABLE public.flow_mend TO pumasi_app;

GRANT UPDATE(amount) ON TABLE public.flow_mend TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.leg TO pumasi_app;
GRANT SELECT ON TABLE public.leg TO pumasi_report;
GRANT SELECT ON TABLE public.leg TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.leg_donation TO pumasi_app;
GRANT SELECT ON TABLE public.leg_donation TO pumasi_report;
GRANT SELECT ON TABLE public.leg_donation TO pumasi_auditor;

GRANT SELECT ON TABLE public.flow_recorded TO pumasi_app;
GRANT SELECT ON TABLE public.flow_recorded TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.settlement TO pumasi_app;
GRANT SELECT ON TABLE public.settlement TO pumasi_report;
GRANT SELECT ON TABLE public.settlement TO pumasi_auditor;

GRANT SELECT ON TABLE public.flow_standing TO pumasi_app;
GRANT SELECT ON TABLE public.flow_standing TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.leaf TO pumasi_app;
GRANT SELECT ON TABLE public.leaf TO pumasi_auditor;

GRANT SELECT ON TABLE public.followed_choice TO pumasi_app;
GRANT SELECT ON TABLE public.followed_choice TO pumasi_report;
GRANT SELECT ON TABLE public.followed_choice TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.nomination TO pumasi_app;
GRANT SELECT ON TABLE public.nomination TO pumasi_report;
GRANT SELECT ON TABLE public.nomination TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.nomination_answer TO pumasi_app;
GRANT SELECT ON TABLE public.nomination_answer TO pumasi_report;
GRANT SELECT ON TABLE public.nomination_answer TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.nomination_reply TO pumasi_app;
GRANT SELECT ON TABLE public.nomination_reply TO pumasi_report;
GRANT SELECT ON TABLE public.nomination_reply TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.participation TO pumasi_app;
GRANT SELECT ON TABLE public.participation TO pumasi_report;
GRANT SELECT ON TABLE public.participation TO pumasi_auditor;

GRANT SELECT ON TABLE public.followed_nomination TO pumasi_app;
GRANT SELECT ON TABLE public.followed_nomination TO pumasi_report;
GRANT SELECT ON TABLE public.followed_nomination TO pumasi_auditor;

GRANT SELECT ON TABLE public.followed_participation TO pumasi_app;
GRANT SELECT ON TABLE public.followed_participation TO pumasi_report;
GRANT SELECT ON TABLE public.followed_participation TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.fund_figure TO pumasi_app;
GRANT SELECT ON TABLE public.fund_figure TO pumasi_report;
GRANT SELECT ON TABLE public.fund_figure TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.government_edition TO pumasi_app;
GRANT SELECT ON TABLE public.government_edition TO pumasi_report;
GRANT SELECT ON TABLE public.government_edition TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.government_successor TO pumasi_app;
GRANT SELECT ON TABLE public.government_successor TO pumasi_report;
GRANT SELECT ON TABLE public.government_successor TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.government_version TO pumasi_app;
GRANT SELECT ON TABLE public.government_version TO pumasi_report;
GRANT SELECT ON TABLE public.government_version TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.holiday TO pumasi_app;
GRANT SELECT ON TABLE public.holiday TO pumasi_report;
GRANT SELECT ON TABLE public.holiday TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.idempotency TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.import TO pumasi_app;
GRANT SELECT ON TABLE public.import TO pumasi_auditor;

GRANT SELECT(entry_id) ON TABLE public.import TO pumasi_report;

GRANT SELECT(id) ON TABLE public.import TO pumasi_report;

GRANT SELECT(recorded_at) ON TABLE public.import TO pumasi_report;

GRANT SELECT(rows) ON TABLE public.import TO pumasi_report;

GRANT SELECT(recorded) ON TABLE public.import TO pumasi_report;

GRANT SELECT(refused) ON TABLE public.import TO pumasi_report;

GRANT SELECT(known) ON TABLE public.import TO pumasi_report;

GRANT SELECT(disputed) ON TABLE public.import TO pumasi_report;

GRANT SELECT(duplicates) ON TABLE public.import TO pumasi_report;

GRANT SELECT(amount) ON TABLE public.import TO pumasi_report;

GRANT SELECT(valid_rows_only) ON TABLE public.import TO pumasi_report;

GRANT SELECT,INSERT ON TABLE public.import_mapping TO pumasi_app;

GRANT UPDATE(fields) ON TABLE public.import_mapping TO pumasi_app;

GRANT UPDATE(author_id) ON TABLE public.import_mapping TO pumasi_app;

GRANT UPDATE(remembered_at) ON TABLE public.import_mapping TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.import_range TO pumasi_app;
GRANT SELECT ON TABLE public.import_range TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.import_reversal TO pumasi_app;
GRANT SELECT ON TABLE public.import_reversal TO pumasi_report;
GRANT SELECT ON TABLE public.import_reversal TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.import_upload TO pumasi_app;

GRANT UPDATE(file_name) ON TABLE public.import_upload TO pumasi_app;

GRANT UPDATE(bytes) ON TABLE public.import_upload TO pumasi_app;

GRANT UPDATE(reading) ON TABLE public.import_upload TO pumasi_app;

GRANT UPDATE(begun_at) ON TABLE public.import_upload TO pumasi_app;

GRANT UPDATE(import_id) ON TABLE public.import_upload TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.installation TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.interest TO pumasi_app;
GRANT SELECT ON TABLE public.interest TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.interest_ending TO pumasi_app;
GRANT SELECT ON TABLE public.interest_ending TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.person TO pumasi_app;
GRANT SELECT ON TABLE public.person TO pumasi_auditor;

GRANT SELECT ON TABLE public.standing_joining TO pumasi_app;
GRANT SELECT ON TABLE public.standing_joining TO pumasi_auditor;

GRANT SELECT ON TABLE public.joined_donor TO pumasi_app;
GRANT SELECT ON TABLE public.joined_donor TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.kept_answer TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.late_approval TO pumasi_app;
GRANT SELECT ON TABLE public.late_approval TO pumasi_report;
GRANT SELECT ON TABLE public.late_approval TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.late_entry TO pumasi_app;
GRANT SELECT ON TABLE public.late_entry TO pumasi_report;
GRANT SELECT ON TABLE public.late_entry TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.lookup TO pumasi_app;

GRANT SELECT(entry_id) ON TABLE public.lookup TO pumasi_auditor;

GRANT SELECT(amount) ON TABLE public.lookup TO pumasi_auditor;

GRANT SELECT(channel) ON TABLE public.lookup TO pumasi_auditor;

GRANT UPDATE(grams) ON TABLE public.lookup TO pumasi_app;

GRANT SELECT ON TABLE public.lookup_head TO pumasi_app;
GRANT SELECT ON TABLE public.lookup_head TO pumasi_auditor;

GRANT UPDATE(log_size) ON TABLE public.lookup_head TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.office TO pumasi_app;
GRANT SELECT ON TABLE public.office TO pumasi_report;
GRANT SELECT ON TABLE public.office TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.office_ending TO pumasi_app;
GRANT SELECT ON TABLE public.office_ending TO pumasi_report;
GRANT SELECT ON TABLE public.office_ending TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.official_receipt TO pumasi_app;
GRANT SELECT ON TABLE public.official_receipt TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.official_receipt_recall TO pumasi_app;
GRANT SELECT ON TABLE public.official_receipt_recall TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.participation_donation TO pumasi_app;
GRANT SELECT ON TABLE public.participation_donation TO pumasi_report;
GRANT SELECT ON TABLE public.participation_donation TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.pending_sign_in TO pumasi_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.personal TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.platform TO pumasi_app;
GRANT SELECT ON TABLE public.platform TO pumasi_report;
GRANT SELECT ON TABLE public.platform TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.project TO pumasi_app;
GRANT SELECT ON TABLE public.project TO pumasi_report;
GRANT SELECT ON TABLE public.project TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.project_ending TO pumasi_app;
GRANT SELECT ON TABLE public.project_ending TO pumasi_report;
GRANT SELECT ON TABLE public.project_ending TO pumasi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.receiver TO pumasi_app;
GRANT SELECT ON TABLE public.receiver TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.receiver_change TO pumasi_app;
GRANT SELECT ON TABLE public.receiver_change TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.region_kept TO pumasi_app;
GRANT SELECT ON TABLE public.region_kept TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.relay TO pumasi_app;
GRANT SELECT ON TABLE public.relay TO pumasi_report;
GRANT SELECT ON TABLE public.relay TO pumasi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.run TO pumasi_app;
GRANT SELECT ON TABLE public.run TO pumasi_report;
GRANT SELECT ON TABLE public.run TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.run_attempt TO pumasi_app;
GRANT SELECT ON TABLE public.run_attempt TO pumasi_report;
GRANT SELECT ON TABLE public.run_attempt TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.run_request TO pumasi_app;
GRANT SELECT ON TABLE public.run_request TO pumasi_report;
GRANT SELECT ON TABLE public.run_request TO pumasi_auditor;

GRANT SELECT,INSERT,UPDATE ON TABLE public.schedule TO pumasi_app;
GRANT SELECT ON TABLE public.schedule TO pumasi_report;
GRANT SELECT ON TABLE public.schedule TO pumasi_auditor;

GRANT UPDATE(known_since) ON TABLE public.schedule TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.schedule_change TO pumasi_app;
GRANT SELECT ON TABLE public.schedule_change TO pumasi_report;
GRANT SELECT ON TABLE public.schedule_change TO pumasi_auditor;

GRANT SELECT ON TABLE public.schema_migration TO pumasi_app;
GRANT SELECT ON TABLE public.schema_migration TO pumasi_auditor;

GRANT SELECT,INSERT,DELETE ON TABLE public.second_factor TO pumasi_app;

GRANT SELECT(account_id) ON TABLE public.second_factor TO pumasi_auditor;

GRANT UPDATE(sealed) ON TABLE public.second_factor TO pumasi_app;

GRANT UPDATE(begun_at) ON TABLE public.second_factor TO pumasi_app;
GRANT SELECT(begun_at) ON TABLE public.second_factor TO pumasi_auditor;

GRANT UPDATE(confirmed_at) ON TABLE public.second_factor TO pumasi_app;
GRANT SELECT(confirmed_at) ON TABLE public.second_factor TO pumasi_auditor;

GRANT UPDATE(last_step) ON TABLE public.second_factor TO pumasi_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO pumasi_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.sign_in_link TO pumasi_app;

GRANT UPDATE(used_at) ON TABLE public.sign_in_link TO pumasi_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_throttle TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.source TO pumasi_app;
GRANT SELECT ON TABLE public.source TO pumasi_report;
GRANT SELECT ON TABLE public.source TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.summary TO pumasi_app;
GRANT SELECT ON TABLE public.summary TO pumasi_report;
GRANT SELECT ON TABLE public.summary TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.summary_file TO pumasi_app;
GRANT SELECT ON TABLE public.summary_file TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.takings TO pumasi_app;
GRANT SELECT ON TABLE public.takings TO pumasi_report;
GRANT SELECT ON TABLE public.takings TO pumasi_auditor;

GRANT UPDATE(facets) ON TABLE public.takings TO pumasi_app;

GRANT UPDATE(members) ON TABLE public.takings TO pumasi_app;

GRANT UPDATE(gifts) ON TABLE public.takings TO pumasi_app;

GRANT UPDATE(amounts) ON TABLE public.takings TO pumasi_app;

GRANT UPDATE(undisclosed) ON TABLE public.takings TO pumasi_app;

GRANT SELECT ON TABLE public.takings_head TO pumasi_app;
GRANT SELECT ON TABLE public.takings_head TO pumasi_report;
GRANT SELECT ON TABLE public.takings_head TO pumasi_auditor;

GRANT UPDATE(log_size) ON TABLE public.takings_head TO pumasi_app;

GRANT UPDATE(folded_at) ON TABLE public.takings_head TO pumasi_app;

GRANT SELECT,INSERT ON TABLE public.tile_run TO pumasi_app;
GRANT SELECT ON TABLE public.tile_run TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.token TO pumasi_app;

GRANT SELECT(id) ON TABLE public.token TO pumasi_auditor;

GRANT SELECT(author_id) ON TABLE public.token TO pumasi_auditor;

GRANT SELECT(role) ON TABLE public.token TO pumasi_auditor;

GRANT SELECT(made_at) ON TABLE public.token TO pumasi_auditor;

GRANT SELECT(expires_at) ON TABLE public.token TO pumasi_auditor;

GRANT UPDATE(revoked_at) ON TABLE public.token TO pumasi_app;
GRANT SELECT(revoked_at) ON TABLE public.token TO pumasi_auditor;

GRANT SELECT(label) ON TABLE public.token TO pumasi_auditor;

GRANT SELECT,INSERT ON TABLE public.token_use TO pumasi_app;
GRANT SELECT ON TABLE public.token_use TO pumasi_auditor;

GRANT UPDATE(used_at) ON TABLE public.token_use TO pumasi_app;

GRANT SELECT ON TABLE public.tree_head TO pumasi_app;
GRANT SELECT ON TABLE public.tree_head TO pumasi_auditor;

GRANT UPDATE(size) ON TABLE public.tree_head TO pumasi_app;

GRANT UPDATE(frontier) ON TABLE public.tree_head TO pumasi_app;

GRANT UPDATE(sealed_at) ON TABLE public.tree_head TO pumasi_app;

GRANT SELECT,INSERT,DELETE ON TABLE public.unsealed TO pumasi_app;
