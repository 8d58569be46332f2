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
        CHECK (amount > 0 AND (amount IS NOT NULL OR origin = 'reported')),
    CONSTRAINT before_scheme CHECK (donated_on >= DATE '2023-01-01'),
    CONSTRAINT donor_not_natural_person CHECK (natural_person OR disputed IS NOT NULL),
    CONSTRAINT donor_not_in_own_name CHECK (own_name IS NOT FALSE OR disputed IS NOT NULL),
    CONSTRAINT donation_cap_year_is_the_date CHECK (cap_year <= extract(year FROM donated_on))
);

CREATE INDEX donation_donor ON donation (donor_id, donated_on);
CREATE INDEX donation_donated_on ON donation (donated_on, entry_id);
CREATE INDEX donation_recipient ON donation (recipient_id, donated_on);

CREATE TRIGGER donation_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON donation
    EXECUTE FUNCTION refuse_change();

-- The rules that look at other tables, held a second time for each set of new rows, so that a
-- bug of the daemon cannot record what the law forbids. Disputed rows are exempt: the world
-- reported them. Every message carries the refusal's name as its constraint.
CREATE FUNCTION refuse_unlawful_donation() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    broken text;
BEGIN
    SELECT CASE
        WHEN added.recipient_id IS DISTINCT FROM recipient.id
            OR added.donated_on >= recipient.valid_to
            OR (added.donated_on < recipient.valid_from
                AND added.date_precision IN ('day', 'on_or_before'))
            THEN 'recipient_not_in_force'
        WHEN added.date_precision = 'day' AND EXISTS (
            SELECT FROM bar
            WHERE bar.government_id = added.recipient_id
                AND added.donated_on >= bar.valid_from AND added.donated_on < bar.valid_to)
            THEN 'recipient_barred'
        WHEN residence.id = added.recipient_id THEN 'donor_resides_in_recipient'
        WHEN residence.parent_id = added.recipient_id THEN 'recipient_is_donors_metropolitan'
        WHEN added.giver_id = added.recipient_id THEN 'donor_employed_by_recipient'
        END
    INTO broken
    FROM added
    LEFT JOIN government AS recipient ON recipient.id = added.recipient_id
    LEFT JOIN personal ON personal.entry_id = added.entry_id
    LEFT JOIN government AS residence
        ON residence.code = personal.fields ->> 'residence'
        AND added.donated_on >= residence.valid_from
        AND (residence.valid_to IS NULL OR added.donated_on < residence.valid_to)
    WHERE added.disputed IS NULL
        AND (recipient.id IS NULL
            OR added.donated_on >= recipient.valid_to
            OR added.donated_on < recipient.valid_from
            OR residence.id = added.recipient_id
            OR residence.parent_id = added.recipient_id
            OR added.giver_id = added.recipient_id
            OR EXISTS (SELECT FROM bar WHERE bar.government_id = added.recipient_id))
    ORDER BY 1
    LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'the rule % refuses this donation', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER donation_is_lawful
    AFTER INSERT ON donation
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_unlawful_donation();

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

CREATE TRIGGER leg_donation_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON leg_donation
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER participation_donation_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON participation_donation
    EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON donation, leg_donation, participation_donation TO pumasi_app;
GRANT SELECT, INSERT, UPDATE (total, undisclosed) ON donor_year TO pumasi_app;
GRANT SELECT ON leg_donation, participation_donation TO pumasi_report, pumasi_auditor;
GRANT SELECT ON donation, donor_year TO pumasi_auditor;
GRANT SELECT (entry_id, id, amount, recorded_at, donated_on, recipient_id, giver_id,
    date_precision, origin, channel, channel_name, disputed) ON donation TO pumasi_report;
