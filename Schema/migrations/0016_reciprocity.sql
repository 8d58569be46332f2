-- 상호기부, whole: legs that mend earlier ones, donations linked to a leg later and taken off it
-- again, and the roll-up from which one reads who gave to whom.

-- A leg that was written down wrongly stays; another says so and weighs in its place.
ALTER TABLE leg
    ADD COLUMN replaces uuid
        CONSTRAINT leg_replaces_exists REFERENCES leg (id)
        CONSTRAINT leg_replaced UNIQUE;

-- What a donation goes along is told in turns: 0 the first leg, 1 off it, 2 another one, and so
-- on; the last word counts. Of two who speak at once the key lets one.
ALTER TABLE leg_donation
    DROP CONSTRAINT leg_donation_pkey,
    ADD COLUMN revision smallint NOT NULL DEFAULT 0
        CONSTRAINT leg_donation_revision_from_zero CHECK (revision >= 0),
    ALTER COLUMN leg_id DROP NOT NULL,
    ADD CONSTRAINT leg_donation_pkey PRIMARY KEY (donation_id, revision);

COMMENT ON COLUMN leg_donation.leg_id IS 'NULL: from here on the donation goes along no leg';

CREATE INDEX leg_donation_entry ON leg_donation (entry_id);

-- Whether two units are one government, or one of them became the other.
CREATE FUNCTION is_of_one_line(one smallint, other smallint) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path = public, pg_temp
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

-- A donation goes along a leg that leads to the same government, under whatever name.
CREATE OR REPLACE FUNCTION refuse_wrong_leg() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

CREATE FUNCTION refuse_link_out_of_turn() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

CREATE TRIGGER leg_donation_in_turn
    AFTER INSERT ON leg_donation
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_link_out_of_turn();

-- A leg mends one of the same exchange and direction.
CREATE FUNCTION refuse_strange_mend() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
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

CREATE TRIGGER leg_replaces_same_way
    AFTER INSERT ON leg
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_strange_mend();

-- 흐름. What the people of one government gave to which others on one day, in one month, in one
-- year: a row of the matrix, one element a recipient. The giver is the party of the leg that a
-- donation goes along, else the government of the donor's office. Nobody who records waits for
-- these rows: a timer folds what the log has sealed since, and whoever reads adds the rest.
CREATE TABLE flow (
    span text COLLATE "C" NOT NULL
        CONSTRAINT flow_span_known CHECK (span IN ('day', 'month', 'year')),
    starts_on date NOT NULL,
    giver_id smallint NOT NULL,
    recipients smallint[] NOT NULL,
    gifts int[] NOT NULL CONSTRAINT flow_gifts_some CHECK (0 < ALL (gifts)),
    amounts bigint[] NOT NULL CONSTRAINT flow_amounts_not_negative CHECK (0 <= ALL (amounts)),
    undisclosed int[] NOT NULL
        CONSTRAINT flow_undisclosed_not_negative CHECK (0 <= ALL (undisclosed)),
    CONSTRAINT flow_pkey PRIMARY KEY (span, starts_on, giver_id),
    CONSTRAINT flow_elements_belong_together
        CHECK (cardinality(gifts) = cardinality(recipients)
            AND cardinality(amounts) = cardinality(recipients)
            AND cardinality(undisclosed) = cardinality(recipients))
) WITH (fillfactor = 70);

-- Since when one has given to another.
CREATE INDEX flow_giver ON flow (giver_id, starts_on) WHERE span = 'day';

-- What of a donation is folded, where that is no longer what its own entry said.
CREATE TABLE flow_mend (
    entry_id bigint NOT NULL CONSTRAINT flow_mend_pkey PRIMARY KEY,
    -- NULL: it stands in no flow any more.
    giver_id smallint,
    recipient_id smallint,
    donated_on date,
    amount bigint
);

-- How much of the log is folded.
CREATE TABLE flow_head (
    one boolean NOT NULL DEFAULT true
        CONSTRAINT flow_head_pkey PRIMARY KEY
        CONSTRAINT flow_head_is_one CHECK (one),
    log_size bigint NOT NULL CONSTRAINT flow_head_size_not_negative CHECK (log_size >= 0),
    folded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO flow_head (log_size) VALUES (0);

-- Most donors hold no office, and cost neither of these anything.
CREATE INDEX donation_giver ON donation (entry_id) WHERE giver_id IS NOT NULL;
CREATE INDEX donation_pair ON donation (giver_id, recipient_id, donated_on)
    WHERE giver_id IS NOT NULL;

-- What a donation adds to the flows by its own entry alone, which never changes.
CREATE VIEW flow_recorded AS
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
WHERE donation.disputed IS NULL;

-- What it adds by everything that was said of it since.
CREATE VIEW flow_standing AS
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
WHERE donation.disputed IS NULL;

GRANT SELECT, INSERT, UPDATE (recipients, gifts, amounts, undisclosed) ON flow TO pumasi_app;
GRANT SELECT, INSERT, UPDATE (giver_id, recipient_id, donated_on, amount) ON flow_mend
    TO pumasi_app;
GRANT SELECT, UPDATE (log_size, folded_at) ON flow_head TO pumasi_app;
GRANT SELECT ON flow_recorded, flow_standing TO pumasi_app, pumasi_auditor;
GRANT SELECT ON flow, flow_head TO pumasi_report, pumasi_auditor;
GRANT SELECT ON flow_mend TO pumasi_auditor;
