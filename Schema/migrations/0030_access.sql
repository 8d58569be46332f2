-- 접속기록. Who looked at whose data, when, from where and what for: one row for each reading,
-- each part of an export, each sign-in and each denial. What somebody records has author, time
-- and subject in its entry and is not told a second time; from where it came stands in the
-- author's row `connected` of the hour. A partition a month, so that what was kept long enough
-- goes at once.
CREATE TABLE access (
    at timestamptz NOT NULL,
    -- Given before the row is first sent: sent again after a lost commit, it is the same row.
    id uuid NOT NULL,
    -- Whoever was there. Not a reference: a key would be locked for each reading.
    author_id uuid,
    address text,
    action text NOT NULL
        CONSTRAINT access_action_known
            CHECK (action IN (
                'signed_in', 'sign_in_refused', 'sign_in_locked', 'signed_out', 'connected',
                'denied', 'read', 'export_begun', 'exported', 'verified', 'discarded')),
    -- Of what kind the things are whose data was shown, and which.
    kind text,
    subjects uuid[],
    subject_count int NOT NULL DEFAULT 0,
    -- What was asked for: an address with its filters, a command.
    scope text,
    reason text,
    CONSTRAINT access_pkey PRIMARY KEY (at, id),
    CONSTRAINT access_address_length CHECK (length(address) <= 64),
    CONSTRAINT access_kind_length CHECK (length(kind) <= 64),
    CONSTRAINT access_scope_length CHECK (length(scope) <= 500),
    CONSTRAINT access_reason_length CHECK (length(reason) BETWEEN 1 AND 500),
    -- R26: what leaves the ledger, leaves it for a reason.
    CONSTRAINT access_has_reason
        CHECK (action NOT IN ('export_begun', 'exported', 'discarded') OR reason IS NOT NULL),
    CONSTRAINT access_has_author
        CHECK (
            author_id IS NOT NULL
            OR action IN ('sign_in_refused', 'sign_in_locked', 'discarded')),
    CONSTRAINT access_subjects_counted CHECK (coalesce(cardinality(subjects), 0) <= subject_count)
) PARTITION BY RANGE (at);

COMMENT ON COLUMN access.at IS
    'by the database''s clock, less how long the row waited by the clock of its daemon';

CREATE INDEX access_author ON access (author_id, at);
CREATE INDEX access_subject ON access USING gin (subjects);

CALL make_append_only('access');

-- Makes the partition of a month (UTC) where there is none. The daemon may call this and can make
-- no other table. Statement triggers are not inherited, so each partition has its own.
CREATE FUNCTION keep_access_month(day date) RETURNS void
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = public, pg_temp
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

-- 접속기록 파기: takes a month away once it is older than two years, and writes down that it did.
-- For the owner alone, who is the only one that can drop a table.
CREATE FUNCTION discard_access_month(day date, why text) RETURNS bigint
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

REVOKE ALL ON FUNCTION keep_access_month(date), discard_access_month(date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_access_month(date) TO pumasi_app;
GRANT SELECT, INSERT ON access TO pumasi_app;
GRANT SELECT ON access TO pumasi_auditor;
