-- 사용자. Who signs in at the console: an author like the owner of a token, with a password.
ALTER TABLE author
    DROP CONSTRAINT author_kind_known,
    ADD CONSTRAINT author_kind_known CHECK (kind IN ('token', 'account', 'daemon', 'user'));

-- An author's name is the user's login for ever; what the person is called may change.
CREATE TABLE account (
    author_id uuid NOT NULL
        CONSTRAINT account_pkey PRIMARY KEY
        CONSTRAINT account_author_exists REFERENCES author,
    login text NOT NULL
        CONSTRAINT account_login_key UNIQUE
        CONSTRAINT account_login_plain
            CHECK (login ~ '^[^[:space:][:cntrl:]]{2,64}$' AND login = lower(login)),
    name text NOT NULL
        CONSTRAINT account_name_length CHECK (length(name) BETWEEN 1 AND 100),
    role text NOT NULL
        CONSTRAINT account_role_known
            CHECK (role IN ('clerk', 'coordinator', 'manager', 'auditor', 'operator')),
    password text
        CONSTRAINT account_password_is_scrypt CHECK (password LIKE 'scrypt$%'),
    language text NOT NULL DEFAULT 'ko'
        CONSTRAINT account_language_known CHECK (language IN ('ko', 'en')),
    theme text NOT NULL DEFAULT 'standard'
        CONSTRAINT account_theme_known CHECK (theme IN ('standard', 'contrast')),
    text_size text NOT NULL DEFAULT 'standard'
        CONSTRAINT account_text_size_known CHECK (text_size IN ('standard', 'large', 'largest')),
    has_shortcuts boolean NOT NULL DEFAULT true,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    password_set_at timestamptz,
    disabled_at timestamptz,
    CONSTRAINT account_password_has_time CHECK ((password IS NULL) = (password_set_at IS NULL))
);

COMMENT ON COLUMN account.password IS
    'scrypt$N$r$p$salt$key, the last two in hexadecimal (RFC 7914); NULL until one is set';

CREATE TRIGGER account_kept
    BEFORE DELETE OR TRUNCATE ON account
    EXECUTE FUNCTION refuse_change();
ALTER TABLE account ENABLE ALWAYS TRIGGER account_kept;

-- 접근권한 기록. Who gave which right to whom, and when; kept for three years at least.
CREATE TABLE account_change (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT account_change_pkey PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT account_change_account_exists REFERENCES account,
    action text NOT NULL
        CONSTRAINT account_change_action_known
            CHECK (action IN (
                'created', 'renamed', 'role_changed', 'disabled', 'enabled', 'link_made',
                'password_set')),
    role text NOT NULL,
    author_id uuid NOT NULL CONSTRAINT account_change_author_exists REFERENCES author,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX account_change_account ON account_change (account_id, id);

CALL make_append_only('account_change');

-- A session is known by the hash of its id alone: whoever reads the table can open none.
CREATE TABLE session (
    hash bytea NOT NULL
        CONSTRAINT session_pkey PRIMARY KEY
        CONSTRAINT session_hash_size CHECK (octet_length(hash) = 32),
    account_id uuid NOT NULL CONSTRAINT session_account_exists REFERENCES account,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ends_at timestamptz NOT NULL,
    address text CONSTRAINT session_address_length CHECK (length(address) <= 64),
    agent text CONSTRAINT session_agent_length CHECK (length(agent) <= 200),
    CONSTRAINT session_lives_a_day_at_most CHECK (ends_at <= begun_at + interval '24 hours')
);

CREATE INDEX session_account ON session (account_id, begun_at);
CREATE INDEX session_end ON session (ends_at);

-- 일회용 링크. Good for one sign-in in which a password is set. One without an account makes the
-- account, too: it is for the first person of a new ledger.
CREATE TABLE sign_in_link (
    hash bytea NOT NULL
        CONSTRAINT sign_in_link_pkey PRIMARY KEY
        CONSTRAINT sign_in_link_hash_size CHECK (octet_length(hash) = 32),
    account_id uuid CONSTRAINT sign_in_link_account_exists REFERENCES account,
    role text
        CONSTRAINT sign_in_link_role_known
            CHECK (role IN ('clerk', 'coordinator', 'manager', 'auditor', 'operator')),
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT sign_in_link_account_or_role CHECK ((account_id IS NULL) <> (role IS NULL))
);

CREATE INDEX sign_in_link_account ON sign_in_link (account_id) WHERE used_at IS NULL;

CREATE FUNCTION refuse_second_use() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    RAISE EXCEPTION '%: a link that was used stays used', TG_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, HINT = 'make a new link';
END $$;

CREATE TRIGGER sign_in_link_used_once
    BEFORE UPDATE ON sign_in_link
    FOR EACH ROW
    WHEN (OLD.used_at IS NOT NULL)
    EXECUTE FUNCTION refuse_second_use();

-- Failed tries, by the keyed hash of a login or an address: what was typed as a login may be a
-- password, and nobody needs to read either.
CREATE TABLE sign_in_throttle (
    subject bytea NOT NULL
        CONSTRAINT sign_in_throttle_pkey PRIMARY KEY
        CONSTRAINT sign_in_throttle_subject_size CHECK (octet_length(subject) = 32),
    failures int NOT NULL CONSTRAINT sign_in_throttle_failures_some CHECK (failures >= 0),
    since timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    locked_until timestamptz
);

CREATE INDEX sign_in_throttle_last ON sign_in_throttle (last_at);

GRANT SELECT, INSERT, UPDATE ON account TO pumasi_app;
GRANT SELECT, INSERT ON account_change TO pumasi_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, sign_in_throttle TO pumasi_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON sign_in_link TO pumasi_app;
GRANT SELECT (author_id, login, name, role, made_at, password_set_at, disabled_at) ON account
    TO pumasi_auditor;
GRANT SELECT ON account_change TO pumasi_auditor;
