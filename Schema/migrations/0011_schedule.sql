-- 예약 작업: what is due follows from these rows and the database's clock; timers only hint.
CREATE TABLE schedule (
    id smallint GENERATED ALWAYS AS IDENTITY CONSTRAINT schedule_pkey PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT schedule_name_key UNIQUE
        CONSTRAINT schedule_name_form CHECK (name ~ '^[a-z][a-z0-9-]{0,62}$'),
    job text NOT NULL CONSTRAINT schedule_job_known CHECK (job IN ('daily-summary')),
    rule text NOT NULL CONSTRAINT schedule_rule_known CHECK (rule IN ('daily')),
    at_minute smallint NOT NULL
        CONSTRAINT schedule_at_minute_of_day CHECK (at_minute BETWEEN 0 AND 1439),
    zone text NOT NULL DEFAULT 'Asia/Seoul',
    misfire text NOT NULL DEFAULT 'all'
        CONSTRAINT schedule_misfire_known CHECK (misfire IN ('all', 'latest', 'none')),
    catch_up_seconds bigint NOT NULL DEFAULT 400 * 86400
        CONSTRAINT schedule_catch_up_some CHECK (catch_up_seconds >= 10),
    known_since timestamptz NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON COLUMN schedule.zone IS 'a name of the tz database, never an offset';
COMMENT ON COLUMN schedule.known_since IS 'no period that came due before it is caught up';

INSERT INTO schedule (name, job, rule, at_minute) VALUES ('daily', 'daily-summary', 'daily', 540);

-- A run counts only if this row committed together with its summary.
CREATE TABLE run (
    id uuid NOT NULL CONSTRAINT run_pkey PRIMARY KEY,
    schedule_id smallint NOT NULL CONSTRAINT run_schedule_exists REFERENCES schedule,
    period_key text NOT NULL,
    revision int NOT NULL CONSTRAINT run_revision_from_zero CHECK (revision >= 0),
    state text NOT NULL
        CONSTRAINT run_state_known CHECK (state IN ('filed', 'skipped', 'failed')),
    cause text,
    origin text NOT NULL
        CONSTRAINT run_origin_known
            CHECK (origin IN ('scheduled', 'catch_up', 'manual', 'backfill')),
    reason text,
    author_id uuid NOT NULL CONSTRAINT run_author_exists REFERENCES author,
    daemon_id uuid NOT NULL,
    scheduled_for timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    filed_at timestamptz NOT NULL,
    CONSTRAINT run_claim UNIQUE (schedule_id, period_key, revision),
    CONSTRAINT run_skipped_has_cause CHECK ((state = 'filed') = (cause IS NULL)),
    CONSTRAINT run_manual_has_reason CHECK (origin <> 'manual' OR length(reason) > 0)
);

-- Every attempt, in a transaction of its own: two executions show as two lines, always.
CREATE TABLE run_attempt (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT run_attempt_pkey PRIMARY KEY,
    schedule_id smallint NOT NULL CONSTRAINT run_attempt_schedule_exists REFERENCES schedule,
    period_key text NOT NULL,
    daemon_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at timestamptz NOT NULL,
    outcome text NOT NULL
        CONSTRAINT run_attempt_outcome_known CHECK (outcome IN ('filed', 'taken', 'failed')),
    error text
);

CREATE INDEX run_attempt_period ON run_attempt (schedule_id, period_key);

-- 요약 보고: what a run filed. Its log size is the part of the ledger it was computed from.
CREATE TABLE summary (
    entry_id bigint NOT NULL
        CONSTRAINT summary_pkey PRIMARY KEY
        CONSTRAINT summary_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT summary_id_key UNIQUE,
    run_id uuid NOT NULL
        CONSTRAINT summary_run_key UNIQUE
        CONSTRAINT summary_run_exists REFERENCES run,
    log_size bigint NOT NULL CONSTRAINT summary_log_size_from_zero CHECK (log_size >= 0),
    renderer int NOT NULL,
    title_ko text NOT NULL,
    title_en text NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE TABLE summary_file (
    summary_id uuid NOT NULL CONSTRAINT summary_file_summary_exists REFERENCES summary (id),
    name text NOT NULL,
    media_type text NOT NULL,
    sha256 bytea NOT NULL CONSTRAINT summary_file_sha256_matches CHECK (sha256 = sha256(content)),
    content bytea NOT NULL,
    CONSTRAINT summary_file_pkey PRIMARY KEY (summary_id, name)
);

CALL make_append_only('run_attempt', 'run', 'summary', 'summary_file');

GRANT SELECT, UPDATE (known_since) ON schedule TO pumasi_app;
GRANT SELECT, INSERT ON run, run_attempt, summary, summary_file TO pumasi_app;
GRANT SELECT ON schedule, run, run_attempt, summary, summary_file
    TO pumasi_report, pumasi_auditor;
