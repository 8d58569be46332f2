-- 예약 작업, whole: every cadence, policies, pause, working days, retries, revisions, backfill, and a
-- history that tells every change and every attempt.
ALTER TABLE schedule
    DROP CONSTRAINT schedule_job_known,
    DROP CONSTRAINT schedule_rule_known,
    ADD COLUMN on_weekday smallint,
    ADD COLUMN on_month smallint,
    ADD COLUMN on_day smallint,
    ADD COLUMN overlap text NOT NULL DEFAULT 'allow'
        CONSTRAINT schedule_overlap_known CHECK (overlap IN ('skip', 'buffer_one', 'allow')),
    ADD COLUMN on_working_days boolean NOT NULL DEFAULT false,
    ADD COLUMN is_on boolean NOT NULL DEFAULT true,
    ADD COLUMN paused_at timestamptz,
    ADD COLUMN pause_note text,
    ADD COLUMN settled_through timestamptz;

COMMENT ON COLUMN schedule.on_weekday IS 'of ISO 8601: Monday is 1';
COMMENT ON COLUMN schedule.on_month IS 'of the year, or from 1 to 3 of the quarter';
COMMENT ON COLUMN schedule.on_day IS 'of the month; 0 is its last';
COMMENT ON COLUMN schedule.settled_through IS
    'a cache: whatever came due up to here has its row; NULL where nobody has looked';

UPDATE schedule SET job = 'summary';

ALTER TABLE schedule
    ADD CONSTRAINT schedule_job_known CHECK (job IN ('summary')),
    ADD CONSTRAINT schedule_rule_known
        CHECK (rule IN ('daily', 'weekly', 'monthly', 'quarterly', 'yearly')),
    -- A day that never comes would be a schedule that never runs.
    ADD CONSTRAINT schedule_rule_possible CHECK (coalesce(
        CASE rule
            WHEN 'daily' THEN on_weekday IS NULL AND on_month IS NULL AND on_day IS NULL
            WHEN 'weekly'
                THEN on_weekday BETWEEN 1 AND 7 AND on_month IS NULL AND on_day IS NULL
            WHEN 'monthly'
                THEN on_weekday IS NULL AND on_month IS NULL AND on_day BETWEEN 0 AND 31
            WHEN 'quarterly'
                THEN on_weekday IS NULL AND on_month BETWEEN 1 AND 3 AND on_day BETWEEN 0 AND 31
            WHEN 'yearly'
                THEN on_weekday IS NULL AND on_month BETWEEN 1 AND 12
                    AND on_day BETWEEN 0 AND CASE
                        WHEN on_month = 2 THEN 29 WHEN on_month IN (4, 6, 9, 11) THEN 30 ELSE 31
                        END
        END, false)),
    ADD CONSTRAINT schedule_pause_has_note
        CHECK ((paused_at IS NULL) = (pause_note IS NULL) AND pause_note <> '');

INSERT INTO schedule (name, job, rule, at_minute, on_weekday, on_month, on_day)
VALUES
    ('weekly', 'summary', 'weekly', 540, 1, NULL, NULL),
    ('monthly', 'summary', 'monthly', 540, NULL, NULL, 1),
    ('quarterly', 'summary', 'quarterly', 540, NULL, 1, 1),
    ('yearly', 'summary', 'yearly', 540, NULL, 1, 1);

-- Who changed what, and why: a schedule's row says how it is, these how it came to be so.
CREATE TABLE schedule_change (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT schedule_change_pkey PRIMARY KEY,
    schedule_id smallint NOT NULL CONSTRAINT schedule_change_schedule_exists REFERENCES schedule,
    action text NOT NULL
        CONSTRAINT schedule_change_action_known
            CHECK (action IN ('created', 'changed', 'paused', 'resumed')),
    note text,
    -- The row after the change.
    settings jsonb NOT NULL,
    author_id uuid NOT NULL CONSTRAINT schedule_change_author_exists REFERENCES author,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT schedule_change_pause_has_note CHECK (action <> 'paused' OR length(note) > 0)
);

CREATE INDEX schedule_change_schedule ON schedule_change (schedule_id, id);

-- 공휴일: what the operator has loaded; set by decree each year and computed nowhere.
CREATE TABLE holiday (
    on_date date NOT NULL CONSTRAINT holiday_pkey PRIMARY KEY,
    name text NOT NULL CONSTRAINT holiday_name_some CHECK (length(name) BETWEEN 1 AND 200),
    author_id uuid NOT NULL CONSTRAINT holiday_author_exists REFERENCES author,
    loaded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What a run was made from and what it made, as canonical JSON: with the first anybody can make it
-- again, with the second see that it is the same.
ALTER TABLE run
    ADD COLUMN former_cause text,
    ADD COLUMN log_size bigint,
    ADD COLUMN inputs bytea,
    ADD COLUMN outputs bytea,
    ADD COLUMN input_hash bytea GENERATED ALWAYS AS (sha256(inputs)) STORED,
    ADD COLUMN output_hash bytea GENERATED ALWAYS AS (sha256(outputs)) STORED,
    ADD CONSTRAINT run_revision_is_filed CHECK (revision = 0 OR state = 'filed');

COMMENT ON COLUMN run.former_cause IS
    'why the period was first skipped or given up, where it was filed by hand afterwards';

CREATE INDEX run_newest ON run (schedule_id, scheduled_for DESC, revision DESC);

-- A period has one row of revision 0. What is filed stands; what was skipped or has failed may be
-- filed once, by hand.
DROP TRIGGER run_append_only ON run;

CREATE FUNCTION refuse_unsettling() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

CREATE TRIGGER run_settled_once
    BEFORE UPDATE ON run
    FOR EACH ROW
    EXECUTE FUNCTION refuse_unsettling();
ALTER TABLE run ENABLE ALWAYS TRIGGER run_settled_once;

CREATE TRIGGER run_kept
    BEFORE DELETE OR TRUNCATE ON run
    EXECUTE FUNCTION refuse_change();
ALTER TABLE run ENABLE ALWAYS TRIGGER run_kept;

ALTER TABLE run_attempt
    ADD COLUMN revision int NOT NULL DEFAULT 0
        CONSTRAINT run_attempt_revision_from_zero CHECK (revision >= 0),
    ADD COLUMN attempt int NOT NULL DEFAULT 1
        CONSTRAINT run_attempt_attempt_from_one CHECK (attempt >= 1),
    ADD COLUMN error_code text,
    -- Trying again cannot help.
    ADD COLUMN is_permanent boolean NOT NULL DEFAULT false;

-- Periods that somebody asked for, to be run in this order. Work is found by presence and goes
-- with the transaction that settles it.
CREATE TABLE run_request (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT run_request_pkey PRIMARY KEY,
    schedule_id smallint NOT NULL CONSTRAINT run_request_schedule_exists REFERENCES schedule,
    period_key text NOT NULL,
    reason text NOT NULL CONSTRAINT run_request_reason_some CHECK (length(reason) > 0),
    author_id uuid NOT NULL CONSTRAINT run_request_author_exists REFERENCES author,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT run_request_once UNIQUE (schedule_id, period_key)
);

-- A daemon that waits for its next hour hears of a change at once.
CREATE FUNCTION tell_timetable() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM pg_notify('timetable', '');
    RETURN NULL;
END $$;

CREATE TRIGGER schedule_change_told
    AFTER INSERT ON schedule_change
    EXECUTE FUNCTION tell_timetable();
CREATE TRIGGER run_request_told
    AFTER INSERT ON run_request
    EXECUTE FUNCTION tell_timetable();
CREATE TRIGGER holiday_told
    AFTER INSERT OR DELETE ON holiday
    EXECUTE FUNCTION tell_timetable();

CALL make_append_only('schedule_change');

GRANT INSERT, UPDATE ON schedule TO pumasi_app;
GRANT UPDATE ON run TO pumasi_app;
GRANT SELECT, INSERT ON schedule_change TO pumasi_app;
GRANT SELECT, INSERT, DELETE ON holiday, run_request TO pumasi_app;
GRANT SELECT ON schedule_change, holiday, run_request TO pumasi_report, pumasi_auditor;
