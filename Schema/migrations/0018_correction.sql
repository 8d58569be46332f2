-- 정정, 취소, 반환: nothing is edited. A correction is an entry that says what is to become of a
-- donation; a settlement is the step that does it.

-- 위법 접수: money that was taken against the law is recorded, so that it can be returned, with the
-- ground on which it must be (Act 14(1)). It is in no total of lawful receipts.
ALTER TABLE donation
    DROP CONSTRAINT donor_not_in_own_name,
    ADD COLUMN unlawful_ground smallint
        CONSTRAINT donation_unlawful_ground_known CHECK (unlawful_ground BETWEEN 1 AND 7),
    ADD CONSTRAINT donation_unlawful_is_intake
        CHECK (unlawful_ground IS NULL OR origin = 'intake'),
    ADD CONSTRAINT donor_not_in_own_name
        CHECK (own_name IS NOT FALSE OR disputed IS NOT NULL OR unlawful_ground IS NOT NULL),
    DROP CONSTRAINT donor_has_interest_in_recipient,
    ADD CONSTRAINT donor_has_interest_in_recipient
        CHECK (interest IS NOT TRUE OR disputed IS NOT NULL
            OR unlawful_ground IS NOT NULL) NOT VALID,
    DROP CONSTRAINT place_not_public,
    ADD CONSTRAINT place_not_public
        CHECK (disputed IS NOT NULL OR origin = 'reported' OR unlawful_ground IS NOT NULL
            OR (channel IS NOT NULL
                AND (channel <> 'public_place' OR channel_name IS NOT NULL))) NOT VALID,
    DROP CONSTRAINT gift_forbidden_kind,
    ADD CONSTRAINT gift_forbidden_kind
        CHECK (disputed IS NOT NULL OR unlawful_ground IS NOT NULL
            OR gift_kind IN ('local_product', 'local_voucher', 'by_ordinance')) NOT VALID,
    DROP CONSTRAINT gift_over_limit,
    ADD CONSTRAINT gift_over_limit
        CHECK (disputed IS NOT NULL OR unlawful_ground IS NOT NULL
            OR gift_value <= amount * 3 / 10) NOT VALID;

-- The work lists: few rows of many.
CREATE INDEX donation_disputed ON donation (entry_id) WHERE disputed IS NOT NULL;
CREATE INDEX donation_return_due ON donation (entry_id) WHERE unlawful_ground IS NOT NULL;

-- The rules of 0009, with what the law itself expects of money unlawfully taken: that it broke one.
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

-- 정정: what was asked for, why (the reason stands in personal), and how much of it the law fixes.
CREATE TABLE correction (
    entry_id bigint NOT NULL
        CONSTRAINT correction_pkey PRIMARY KEY
        CONSTRAINT correction_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT correction_id_key UNIQUE,
    donation_id uuid NOT NULL
        CONSTRAINT correction_donation_exists REFERENCES donation (id),
    action text NOT NULL
        CONSTRAINT correction_action_known
            CHECK (action IN ('amend', 'reverse', 'return', 'restore')),
    -- The correction it undoes.
    corrects_id uuid CONSTRAINT correction_corrects_exists REFERENCES correction (id),
    -- Whether it waits for a second person.
    pending boolean NOT NULL,
    -- Of an amendment: the changed fields that say nothing of the donor.
    changes jsonb
        CONSTRAINT correction_changes_is_object CHECK (jsonb_typeof(changes) = 'object'),
    ground smallint,
    donated bigint,
    gift_value bigint,
    amount bigint,
    returned_on date,
    receipt_recalled boolean,
    author_id uuid NOT NULL CONSTRAINT correction_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT correction_author_key UNIQUE (id, author_id),
    CONSTRAINT correction_restore_names_one
        CHECK (action <> 'restore' OR corrects_id IS NOT NULL),
    CONSTRAINT return_ground_required
        CHECK ((action = 'return') = (ground IS NOT NULL) AND ground BETWEEN 1 AND 7),
    -- Act 14(2) deducts the gift on grounds 1 to 6 only.
    CONSTRAINT return_amount_mismatch
        CHECK (amount = donated - CASE ground WHEN 7 THEN 0 ELSE gift_value END),
    CONSTRAINT correction_return_has_date
        CHECK (action <> 'return' OR returned_on IS NOT NULL AND gift_value IS NOT NULL)
);

COMMENT ON COLUMN correction.donated IS 'the donation''s amount; NULL where nobody disclosed it';

CREATE INDEX correction_donation ON correction (donation_id);
CREATE INDEX correction_pending ON correction (entry_id) WHERE pending;

-- 처리: one step in a donation's life. Every odd step takes it out of the totals and every even one
-- puts it back, so that nothing is settled twice.
CREATE TABLE settlement (
    donation_id uuid NOT NULL
        CONSTRAINT settlement_donation_exists REFERENCES donation (id),
    step int NOT NULL CONSTRAINT settlement_step_from_one CHECK (step >= 1),
    outcome text NOT NULL
        CONSTRAINT settlement_outcome_known CHECK (outcome IN ('open', 'reversed', 'returned')),
    -- What the step adds to every total that holds the donation.
    sign smallint NOT NULL
        GENERATED ALWAYS AS (CASE outcome WHEN 'open' THEN 1 ELSE -1 END) STORED,
    correction_id uuid NOT NULL
        CONSTRAINT settlement_correction_exists REFERENCES correction (id),
    -- The entry that made it happen: the correction's own, or that of its approval.
    entry_id bigint NOT NULL CONSTRAINT settlement_entry_exists REFERENCES entry,
    -- The donation that takes its place.
    replacement_id uuid
        CONSTRAINT settlement_replacement_exists REFERENCES donation (id)
        CONSTRAINT settlement_replacement_key UNIQUE,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT settlement_pkey PRIMARY KEY (donation_id, step),
    CONSTRAINT already_settled CHECK ((step % 2 = 1) = (outcome <> 'open')),
    CONSTRAINT settlement_replacement_of_reversed
        CHECK (replacement_id IS NULL OR outcome = 'reversed')
);

CREATE INDEX settlement_entry ON settlement (entry_id);
CREATE INDEX settlement_correction ON settlement (correction_id);

-- Steps follow one another, and what takes a donation's place keeps its designation (Act, Art.
-- 8-2).
CREATE FUNCTION refuse_wrong_settlement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

CREATE TRIGGER settlement_follows
    AFTER INSERT ON settlement
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_wrong_settlement();

CALL make_append_only('correction', 'settlement');

-- The views of 0016, without money unlawfully taken and without what is settled: an even number
-- of steps leaves a donation as it was recorded.
CREATE OR REPLACE VIEW flow_recorded AS
SELECT donation.entry_id,
    coalesce(
        (SELECT leg.giver_id
            FROM leg_donation
            JOIN leg ON leg.id = leg_donation.leg_id
            WHERE leg_donation.donation_id = donation.id
                AND leg_donation.entry_id = donation.entry_id
            LIMIT 1),
        donation.giver_id) AS giver_id,
    donation.recipient_id, donation.donated_on, donation.amount
FROM donation
WHERE donation.disputed IS NULL AND donation.unlawful_ground IS NULL;

CREATE OR REPLACE VIEW flow_standing AS
SELECT donation.entry_id,
    coalesce(
        (SELECT leg.giver_id
            FROM leg
            WHERE leg.id = (
                SELECT leg_donation.leg_id
                FROM leg_donation
                WHERE leg_donation.donation_id = donation.id
                ORDER BY leg_donation.revision DESC
                LIMIT 1)),
        donation.giver_id) AS giver_id,
    donation.recipient_id, donation.donated_on, donation.amount
FROM donation
WHERE donation.disputed IS NULL AND donation.unlawful_ground IS NULL
    AND (SELECT count(*) FROM settlement WHERE settlement.donation_id = donation.id) % 2 = 0;

GRANT SELECT, INSERT ON correction TO pumasi_app;
GRANT SELECT, INSERT ON settlement TO pumasi_app;
GRANT SELECT ON correction, settlement TO pumasi_report, pumasi_auditor;
GRANT SELECT (unlawful_ground) ON donation TO pumasi_report;
