-- Who may do what. The owner migrates; the daemon is pumasi_app and can add but not change;
-- pumasi_report and pumasi_auditor only read. Roles belong to the whole server, so another
-- ledger beside this one may have made them already.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['pumasi_app', 'pumasi_report', 'pumasi_auditor'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', wanted);
        END IF;
    END LOOP;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'this account may not create the roles of the ledger'
            USING HINT = 'as a superuser: CREATE ROLE pumasi_app; CREATE ROLE pumasi_report; '
                'CREATE ROLE pumasi_auditor; GRANT pumasi_app TO the account of the daemon;';
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pumasi_app, pumasi_report, pumasi_auditor;
GRANT SELECT ON schema_migration TO pumasi_app, pumasi_auditor;

CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: the ledger is only added to', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only',
            HINT = 'record a correction; nothing that was recorded is edited or removed';
END $$;

COMMENT ON FUNCTION refuse_change() IS
    'Statement trigger of every append-only table; grants say the same a second time.';

-- One ledger, one secret. The secret itself stays outside the database; this row only proves
-- that a daemon brings the right one, else its keyed hashes would not meet the stored ones.
CREATE TABLE installation (
    one boolean NOT NULL DEFAULT true
        CONSTRAINT installation_pkey PRIMARY KEY
        CONSTRAINT installation_is_one CHECK (one),
    secret_proof bytea NOT NULL
        CONSTRAINT installation_secret_proof_size CHECK (octet_length(secret_proof) = 32),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TRIGGER installation_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON installation
    EXECUTE FUNCTION refuse_change();

GRANT SELECT, INSERT ON installation TO pumasi_app;
