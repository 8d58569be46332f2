-- Who writes: a token's owner, an account of the operating system, or the daemon itself.
-- Entries name an author by its id, which says nothing about a person.
CREATE TABLE author (
    id uuid NOT NULL CONSTRAINT author_pkey PRIMARY KEY,
    kind text NOT NULL
        CONSTRAINT author_kind_known CHECK (kind IN ('token', 'account', 'daemon')),
    name text NOT NULL
        CONSTRAINT author_name_length CHECK (length(name) BETWEEN 1 AND 200),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT author_kind_name_key UNIQUE (kind, name)
);

CALL make_append_only('author');

GRANT SELECT, INSERT ON author TO pumasi_app;
GRANT SELECT ON author TO pumasi_auditor;

CREATE TABLE token (
    id uuid NOT NULL CONSTRAINT token_pkey PRIMARY KEY,
    author_id uuid NOT NULL CONSTRAINT token_author_exists REFERENCES author,
    role text NOT NULL
        CONSTRAINT token_role_known
            CHECK (role IN ('clerk', 'coordinator', 'manager', 'auditor', 'operator')),
    hash bytea NOT NULL
        CONSTRAINT token_hash_key UNIQUE
        CONSTRAINT token_hash_size CHECK (octet_length(hash) = 32),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    CONSTRAINT token_lives_a_year_at_most CHECK (expires_at <= made_at + interval '8784 hours')
);

COMMENT ON COLUMN token.hash IS 'SHA-256 of the token; the token itself is shown once';

CREATE INDEX token_author ON token (author_id);

CREATE FUNCTION refuse_revival() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    RAISE EXCEPTION '%: a revoked token stays revoked', TG_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            HINT = 'make a new token';
END $$;

CREATE TRIGGER token_revoked_for_good
    BEFORE UPDATE ON token
    FOR EACH ROW
    WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
    EXECUTE FUNCTION refuse_revival();

CREATE TRIGGER token_kept
    BEFORE DELETE OR TRUNCATE ON token
    EXECUTE FUNCTION refuse_change();

ALTER TABLE token ENABLE ALWAYS TRIGGER token_kept;

GRANT SELECT, INSERT, UPDATE (revoked_at) ON token TO pumasi_app;
GRANT SELECT (id, author_id, role, made_at, expires_at, revoked_at) ON token TO pumasi_auditor;
