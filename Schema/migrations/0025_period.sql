-- 마감: a month, quarter or year whose donations are no longer added to, unless somebody approves.
-- Periods may lie within each other; a day is closed while any of them is.
CREATE TABLE period_closing (
    entry_id bigint NOT NULL
        CONSTRAINT period_closing_pkey PRIMARY KEY
        CONSTRAINT period_closing_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT period_closing_id_key UNIQUE,
    period text NOT NULL
        CONSTRAINT period_closing_period_form CHECK (period ~ '^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$'),
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL
        CONSTRAINT period_closing_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    author_id uuid NOT NULL CONSTRAINT period_closing_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT period_closing_in_order CHECK (first_day <= last_day),
    -- What goes on is not closed.
    CONSTRAINT period_closing_over
        CHECK (last_day < (recorded_at AT TIME ZONE 'Asia/Seoul')::date)
);

COMMENT ON COLUMN period_closing.last_day IS 'inclusive';

CREATE INDEX period_closing_last_day ON period_closing (last_day);

-- 재개: somebody asks for it and another approves; from the approval on the days are open again.
CREATE TABLE period_reopening (
    entry_id bigint NOT NULL
        CONSTRAINT period_reopening_pkey PRIMARY KEY
        CONSTRAINT period_reopening_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT period_reopening_id_key UNIQUE,
    closing_id uuid NOT NULL
        CONSTRAINT period_reopening_closing_exists REFERENCES period_closing (id),
    reason text NOT NULL
        CONSTRAINT period_reopening_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    author_id uuid NOT NULL CONSTRAINT period_reopening_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT period_reopening_author_key UNIQUE (id, author_id)
);

CREATE INDEX period_reopening_closing ON period_reopening (closing_id);

-- 승인: what a second person says of what a first asked for. The reason stands in personal.
CREATE TABLE approval (
    entry_id bigint NOT NULL
        CONSTRAINT approval_pkey PRIMARY KEY
        CONSTRAINT approval_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT approval_id_key UNIQUE,
    correction_id uuid CONSTRAINT approval_correction_once UNIQUE,
    reopening_id uuid CONSTRAINT approval_reopening_once UNIQUE,
    approved boolean NOT NULL,
    requester_id uuid NOT NULL,
    author_id uuid NOT NULL CONSTRAINT approval_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT approval_of_one CHECK (num_nonnulls(correction_id, reopening_id) = 1),
    CONSTRAINT approval_correction_exists
        FOREIGN KEY (correction_id, requester_id) REFERENCES correction (id, author_id),
    CONSTRAINT approval_reopening_exists
        FOREIGN KEY (reopening_id, requester_id) REFERENCES period_reopening (id, author_id),
    CONSTRAINT second_person_required CHECK (author_id <> requester_id)
);

CREATE VIEW closed_period AS
SELECT period_closing.entry_id, period_closing.id, period_closing.period,
    period_closing.first_day, period_closing.last_day
FROM period_closing
WHERE NOT EXISTS (
    SELECT FROM period_reopening
    JOIN approval ON approval.reopening_id = period_reopening.id
    WHERE period_reopening.closing_id = period_closing.id AND approval.approved);

-- 늦은 등록 승인: so many donations may still be recorded into a closed period, by anybody but the
-- one who approves them.
CREATE TABLE late_approval (
    entry_id bigint NOT NULL
        CONSTRAINT late_approval_pkey PRIMARY KEY
        CONSTRAINT late_approval_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT late_approval_id_key UNIQUE,
    closing_id uuid NOT NULL
        CONSTRAINT late_approval_closing_exists REFERENCES period_closing (id),
    entries_max smallint NOT NULL
        CONSTRAINT late_approval_entries_some CHECK (entries_max BETWEEN 1 AND 1000),
    author_id uuid NOT NULL CONSTRAINT late_approval_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT late_approval_terms_key UNIQUE (id, author_id, entries_max)
);

CREATE INDEX late_approval_closing ON late_approval (closing_id);

-- 늦은 등록: a donation that was recorded into a closed period, and by whose leave: an approval given
-- beforehand, or the correction that put it in another's place.
CREATE TABLE late_entry (
    entry_id bigint NOT NULL
        CONSTRAINT late_entry_pkey PRIMARY KEY
        CONSTRAINT late_entry_entry_exists REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
    late_approval_id uuid,
    approver_id uuid,
    entries_max smallint,
    -- Which of the approval's entries it is, from 1.
    no smallint,
    correction_id uuid CONSTRAINT late_entry_correction_exists REFERENCES correction (id),
    author_id uuid NOT NULL CONSTRAINT late_entry_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT late_entry_by_one_leave CHECK (num_nonnulls(late_approval_id, correction_id) = 1),
    CONSTRAINT late_entry_of_approval
        CHECK (num_nonnulls(late_approval_id, approver_id, entries_max, no) IN (0, 4)),
    CONSTRAINT late_entry_approval_exists
        FOREIGN KEY (late_approval_id, approver_id, entries_max)
        REFERENCES late_approval (id, author_id, entries_max),
    CONSTRAINT late_entry_no_once UNIQUE (late_approval_id, no),
    CONSTRAINT late_approval_used_up CHECK (no BETWEEN 1 AND entries_max),
    CONSTRAINT second_person_required CHECK (author_id <> approver_id)
);

CALL make_append_only(
    'period_closing', 'period_reopening', 'approval', 'late_approval', 'late_entry');

-- Whoever closes a period waits for the donations that are being recorded, and those that come
-- meanwhile wait for the closing and then meet it. It costs recording nothing. The lock is the
-- owner's to take, hence SECURITY DEFINER; a long import makes the closing give up, not the others
-- wait.
CREATE FUNCTION close_alone() RETURNS trigger
    LANGUAGE plpgsql
    SECURITY DEFINER
    SET search_path = public, pg_temp
    SET lock_timeout = '2s'
    AS $$
BEGIN
    LOCK TABLE donation IN SHARE ROW EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM closed_period WHERE closed_period.period = NEW.period) THEN
        RAISE EXCEPTION 'period_closed_once: this period is closed already'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'period_closed_once';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER period_closed_once
    BEFORE INSERT ON period_closing
    FOR EACH ROW
    EXECUTE FUNCTION close_alone();

-- What was recorded to wait for a second person is settled by that person's word alone.
CREATE FUNCTION refuse_unapproved() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

CREATE TRIGGER approval_required
    AFTER INSERT ON settlement
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_unapproved();

-- The rules of 0018, and that nothing is added to a closed period without leave. The newest closed
-- day is looked up once a statement, and a donation after it costs one comparison.
CREATE OR REPLACE FUNCTION refuse_unlawful_donation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    SET enable_seqscan = off
    AS $$
DECLARE
    broken text;
BEGIN
    SELECT judged.rule
    INTO broken
    FROM (
        SELECT CASE
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
            SELECT added.*, first_day, last_day,
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

GRANT SELECT, INSERT ON period_closing, period_reopening, approval, late_approval, late_entry
    TO pumasi_app;
GRANT SELECT ON closed_period TO pumasi_app;
GRANT SELECT ON period_closing, period_reopening, approval, late_approval, late_entry,
    closed_period TO pumasi_report, pumasi_auditor;
