-- 찾아보기: what is looked for among donations and stands in no index of theirs. Nobody who records
-- waits for these rows: a service adds what the log has sealed since, and whoever searches looks at
-- the rest itself. An index on donation for each of them would be paid for by every donation.
--
-- Pieces of names are letters and pairs of letters, made by the program. Names here have two to
-- four syllables and are looked for by two of them, which no index of trigrams can do; and this
-- one needs no extension, and no locale that knows Hangul.
CREATE TABLE lookup (
    entry_id bigint NOT NULL CONSTRAINT lookup_pkey PRIMARY KEY,
    amount bigint,
    channel text,
    -- NULL where the donor has no name, or none any more.
    grams text[]
        CONSTRAINT lookup_grams_some CHECK (cardinality(grams) > 0)
);

CREATE INDEX lookup_amount ON lookup (amount, entry_id);
CREATE INDEX lookup_channel ON lookup (channel, entry_id);
CREATE INDEX lookup_grams ON lookup USING gin (grams);

-- How much of the log is looked up here.
CREATE TABLE lookup_head (
    one boolean NOT NULL DEFAULT true
        CONSTRAINT lookup_head_pkey PRIMARY KEY
        CONSTRAINT lookup_head_is_one CHECK (one),
    log_size bigint NOT NULL CONSTRAINT lookup_head_size_not_negative CHECK (log_size >= 0)
);

INSERT INTO lookup_head (log_size) VALUES (0);

-- Whoever erases a name erases its pieces. The lock is the service's: it cannot add the pieces of
-- a name that it read before the erasure.
CREATE FUNCTION forget_grams() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM FROM lookup_head FOR UPDATE;
    UPDATE lookup
    SET grams = NULL
    FROM gone
    WHERE lookup.entry_id = gone.entry_id;
    RETURN NULL;
END $$;

CREATE TRIGGER personal_forgotten
    AFTER DELETE ON personal
    REFERENCING OLD TABLE AS gone
    EXECUTE FUNCTION forget_grams();

-- Few among many, and nothing to pay for the many.
CREATE INDEX donation_reported ON donation (entry_id) WHERE origin = 'reported';
-- The log as it was at some time.
CREATE INDEX checkpoint_signed_at ON checkpoint (signed_at);

GRANT SELECT, INSERT, UPDATE (grams) ON lookup TO pumasi_app;
GRANT SELECT, UPDATE (log_size) ON lookup_head TO pumasi_app;
GRANT SELECT (entry_id, amount, channel) ON lookup TO pumasi_auditor;
GRANT SELECT ON lookup_head TO pumasi_auditor;
