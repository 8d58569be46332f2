-- 상한액: the most one person may give in a calendar year, over all governments together
-- (Act, Art. 8(3); Addenda to Act 20314, Art. 1(2), 3). The domain keeps the same table and a
-- test compares the two.
CREATE FUNCTION annual_cap(year int) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN year < 2023 THEN 0 WHEN year < 2025 THEN 5000000 ELSE 20000000 END;

-- What is recorded for one donor in one calendar year. Whoever changes a row holds the
-- advisory lock of (donor, year), under which the cap was judged.
CREATE TABLE donor_year (
    donor_id uuid NOT NULL,
    year smallint NOT NULL,
    total bigint NOT NULL CONSTRAINT donor_year_total_not_negative CHECK (total >= 0),
    undisclosed int NOT NULL
        CONSTRAINT donor_year_undisclosed_not_negative CHECK (undisclosed >= 0),
    CONSTRAINT donor_year_pkey PRIMARY KEY (donor_id, year),
    CONSTRAINT over_annual_cap CHECK (total <= annual_cap(year))
) WITH (fillfactor = 90);

-- 기부: one gift of one person to one government. Residence and name stand in personal.
CREATE TABLE donation (
    entry_id bigint NOT NULL CONSTRAINT donation_pkey PRIMARY KEY,
    id uuid NOT NULL CONSTRAINT donation_id_key UNIQUE,
    donor_id uuid NOT NULL,
    amount bigint,
    recorded_at timestamptz NOT NULL,
    donated_on date NOT NULL,
    recipient_id smallint NOT NULL,
    -- The government of the donor's public office on the day, if any: who answers whom.
    giver_id smallint,
    -- The year whose cap it counts to; NULL where the date leaves it open.
    cap_year smallint,
    natural_person boolean NOT NULL,
    own_name boolean,
    date_precision text NOT NULL,
    origin text NOT NULL,
    channel text,
    channel_name text,
    disputed text,
    CONSTRAINT donation_origin_known CHECK (origin IN ('intake', 'reported')),
    CONSTRAINT donation_precision_known
        CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    CONSTRAINT donation_channel_known
        CHECK (channel IN ('state_system', 'bank_counter', 'private_platform', 'public_place')),
    CONSTRAINT donation_disputed_is_reported CHECK (disputed IS NULL OR origin = 'reported'),
    CONSTRAINT amount_invalid
        CHECK (amount BETWEEN 1 AND 9007199254740991
            AND (amount IS NOT NULL OR origin = 'reported')),
    -- Staff know the day of a donation that they took in.
    CONSTRAINT date_invalid CHECK (origin = 'reported' OR date_precision = 'day'),
    CONSTRAINT donated_on_in_future
        CHECK (donated_on <= (recorded_at AT TIME ZONE 'Asia/Seoul')::date),
    CONSTRAINT before_scheme CHECK (donated_on >= DATE '2023-01-01'),
    CONSTRAINT donor_not_natural_person CHECK (natural_person OR disputed IS NOT NULL),
    CONSTRAINT donor_not_in_own_name CHECK (own_name IS NOT FALSE OR disputed IS NOT NULL),
    CONSTRAINT donation_cap_year_is_the_date CHECK (cap_year <= extract(year FROM donated_on))
);

CREATE INDEX donation_donor ON donation (donor_id, donated_on);
CREATE INDEX donation_donated_on ON donation (donated_on, entry_id);
CREATE INDEX donation_recipient ON donation (recipient_id, donated_on);

-- The rules that look at other tables, held a second time for each set of new rows, so that a
-- bug of the daemon cannot record what the law forbids. Disputed rows are exempt: the world
-- reported them. Where the date leaves several days open, only what holds on all of them is
-- refused. Every message carries the refusal's name as its constraint.
--
-- It runs with every batch, by a plan that a session makes once: each lookup is a subquery of one
-- value and goes by key, for one row as for a hundred thousand (hence enable_seqscan). Rows of
-- entry and government are never removed, so looking is as good as a foreign key, which would
-- lock them.
CREATE FUNCTION refuse_unlawful_donation() RETURNS trigger
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
            WHEN EXISTS (
                SELECT FROM bar
                WHERE bar.government_id = gift.recipient_id
                    AND bar.valid_from <= gift.first_day AND bar.valid_to > gift.last_day)
                THEN 'recipient_barred'
            WHEN gift.origin = 'intake' AND gift.residence IS NULL THEN 'donor_residence_unknown'
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

CREATE TRIGGER donation_is_lawful
    AFTER INSERT ON donation
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_unlawful_donation();

CREATE TRIGGER donor_year_kept
    BEFORE DELETE OR TRUNCATE ON donor_year
    EXECUTE FUNCTION refuse_change();

ALTER TABLE donor_year ENABLE ALWAYS TRIGGER donor_year_kept;

-- What a donation also is: a leg of an exchange, a step of a relay. It is counted once.
CREATE TABLE leg_donation (
    leg_id uuid NOT NULL CONSTRAINT leg_donation_leg_exists REFERENCES leg (id),
    donation_id uuid NOT NULL
        CONSTRAINT leg_donation_donation_exists REFERENCES donation (id),
    entry_id bigint NOT NULL CONSTRAINT leg_donation_entry_exists REFERENCES entry,
    CONSTRAINT leg_donation_pkey PRIMARY KEY (donation_id)
);

CREATE INDEX leg_donation_leg ON leg_donation (leg_id);

CREATE TABLE participation_donation (
    participation_id uuid NOT NULL
        CONSTRAINT participation_donation_participation_exists REFERENCES participation (id),
    donation_id uuid NOT NULL
        CONSTRAINT participation_donation_donation_exists REFERENCES donation (id),
    entry_id bigint NOT NULL CONSTRAINT participation_donation_entry_exists REFERENCES entry,
    CONSTRAINT participation_donation_pkey PRIMARY KEY (donation_id)
);

CREATE INDEX participation_donation_participation ON participation_donation (participation_id);

CALL make_append_only('donation', 'leg_donation', 'participation_donation');

-- A donation goes along a leg that leads to the same government.
CREATE FUNCTION refuse_wrong_leg() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN leg ON leg.id = added.leg_id
        JOIN donation ON donation.id = added.donation_id
        WHERE leg.recipient_id <> donation.recipient_id
    ) THEN
        RAISE EXCEPTION '%: this leg leads to another government', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER leg_donation_same_recipient
    AFTER INSERT ON leg_donation
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_wrong_leg();

GRANT SELECT, INSERT ON donation, leg_donation, participation_donation TO pumasi_app;
GRANT SELECT, INSERT, UPDATE (total, undisclosed) ON donor_year TO pumasi_app;
GRANT SELECT ON leg_donation, participation_donation TO pumasi_report, pumasi_auditor;
GRANT SELECT ON donation, donor_year TO pumasi_auditor;
GRANT SELECT (entry_id, id, amount, recorded_at, donated_on, recipient_id, giver_id,
    date_precision, origin, channel, channel_name, disputed) ON donation TO pumasi_report;
