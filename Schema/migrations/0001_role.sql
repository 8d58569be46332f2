-- Who may do what. The owner, whoever that is, migrates; the daemon is pumasi_app and can add but
-- not change; pumasi_report and pumasi_auditor only read. Roles belong to the whole server, so
-- another ledger beside this one may have made them already, or be making them now.
DO $$
DECLARE
    wanted text;
BEGIN
    IF current_schema() IS DISTINCT FROM 'public' THEN
        RAISE EXCEPTION 'the ledger lives in the schema public, which search_path must put first';
    END IF;
    FOREACH wanted IN ARRAY ARRAY['pumasi_app', 'pumasi_report', 'pumasi_auditor'] LOOP
        BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
                EXECUTE format(
                    'CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE', wanted);
            END IF;
        EXCEPTION
            WHEN duplicate_object OR unique_violation THEN NULL;
            WHEN insufficient_privilege THEN
                RAISE EXCEPTION 'this account may not create the roles of the ledger; '
                    'a superuser can: CREATE ROLE pumasi_app; CREATE ROLE pumasi_report; '
                    'CREATE ROLE pumasi_auditor;';
        END;
    END LOOP;
    IF EXISTS (
        SELECT FROM pg_roles
        WHERE rolname IN ('pumasi_app', 'pumasi_report', 'pumasi_auditor')
            AND (rolsuper OR rolcreaterole OR rolbypassrls OR rolreplication)
    ) THEN
        RAISE EXCEPTION 'pumasi_app, pumasi_report and pumasi_auditor must be NOSUPERUSER, '
            'NOCREATEROLE, NOBYPASSRLS and NOREPLICATION';
    END IF;
END $$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO pumasi_app, pumasi_report, pumasi_auditor;
GRANT SELECT ON schema_migration TO pumasi_app, pumasi_auditor;

-- Functions name their search_path, so that nobody puts a table of the same name before ours.
CREATE FUNCTION refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    RAISE EXCEPTION '%: % is refused, the ledger is only added to', TG_NAME, TG_OP
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME,
            HINT = 'record a correction; nothing that was recorded is edited or removed';
END $$;

COMMENT ON FUNCTION refuse_change() IS
    'Statement trigger of every append-only table; grants say the same a second time.';

-- Statement triggers, for row triggers miss TRUNCATE; always enabled, for others rest while
-- session_replication_role is replica.
CREATE PROCEDURE make_append_only(VARIADIC names text[])
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY names LOOP
        EXECUTE format(
            'CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
                'EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
        EXECUTE format(
            'ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', name, name || '_append_only');
    END LOOP;
END $$;

REVOKE ALL ON PROCEDURE make_append_only(text[]) FROM PUBLIC;

CALL make_append_only('schema_migration');

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

CALL make_append_only('installation');

GRANT SELECT, INSERT ON installation TO pumasi_app;
