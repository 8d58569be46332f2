-- 두 번째 인증 수단. What an account's one-time codes (RFC 6238) are made of, sealed under the ledger's
-- secret: whoever has only the database can make none. It counts from the first right code on.
CREATE TABLE second_factor (
    account_id uuid NOT NULL
        CONSTRAINT second_factor_pkey PRIMARY KEY
        CONSTRAINT second_factor_account_exists REFERENCES account,
    -- AES-GCM: 12 bytes of nonce and 16 of the tag beside the 20 of the secret.
    sealed bytea NOT NULL
        CONSTRAINT second_factor_sealed_size CHECK (octet_length(sealed) = 48),
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_at timestamptz,
    last_step bigint,
    CONSTRAINT second_factor_confirmed_by_code
        CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
);

COMMENT ON COLUMN second_factor.last_step IS
    'the half minute since 1970 whose code was used last; no earlier one is taken again';

-- 복구 코드. Each good once in place of a code, and gone then.
CREATE TABLE recovery_code (
    hash bytea NOT NULL
        CONSTRAINT recovery_code_pkey PRIMARY KEY
        CONSTRAINT recovery_code_hash_size CHECK (octet_length(hash) = 32),
    account_id uuid NOT NULL
        CONSTRAINT recovery_code_second_factor_exists REFERENCES second_factor,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX recovery_code_account ON recovery_code (account_id);

-- 로그인의 첫 단계. Somebody's password was right and the code is still to come: no session, and good
-- for nothing but that code. Known, like a session, by the hash of its id alone.
CREATE TABLE pending_sign_in (
    hash bytea NOT NULL
        CONSTRAINT pending_sign_in_pkey PRIMARY KEY
        CONSTRAINT pending_sign_in_hash_size CHECK (octet_length(hash) = 32),
    account_id uuid NOT NULL CONSTRAINT pending_sign_in_account_exists REFERENCES account,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    expires_at timestamptz NOT NULL,
    CONSTRAINT pending_sign_in_is_short CHECK (expires_at <= made_at + interval '10 minutes')
);

CREATE INDEX pending_sign_in_end ON pending_sign_in (expires_at);

ALTER TABLE account_change
    DROP CONSTRAINT account_change_action_known,
    ADD CONSTRAINT account_change_action_known
        CHECK (action IN (
            'created', 'renamed', 'role_changed', 'disabled', 'enabled', 'link_made',
            'password_set', 'sessions_ended', 'unlocked', 'token_made', 'token_ended',
            'second_factor_on', 'second_factor_off', 'recovery_codes_made',
            'recovery_code_used'));

GRANT SELECT, INSERT, UPDATE (sealed, begun_at, confirmed_at, last_step), DELETE ON second_factor
    TO pumasi_app;
GRANT SELECT, INSERT, DELETE ON recovery_code, pending_sign_in TO pumasi_app;
GRANT SELECT (account_id, begun_at, confirmed_at) ON second_factor TO pumasi_auditor;
