-- 토큰 권한 기록. Who made or ended a token, when, and in which role it was; kept for three years at
-- least, as account_change is. What is known of tokens made before stands in token.
CREATE TABLE token_change (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT token_change_pkey PRIMARY KEY,
    token_id uuid NOT NULL CONSTRAINT token_change_token_exists REFERENCES token,
    action text NOT NULL
        CONSTRAINT token_change_action_known CHECK (action IN ('made', 'revoked')),
    role text NOT NULL,
    author_id uuid NOT NULL CONSTRAINT token_change_author_exists REFERENCES author,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT token_change_once UNIQUE (token_id, action)
);

CALL make_append_only('token_change');

GRANT SELECT, INSERT ON token_change TO pumasi_app;
GRANT SELECT ON token_change TO pumasi_auditor;

-- Reports need neither the addresses that parcels go to nor what a mail system said of them, nor
-- the office's edition of a report, which names people.
REVOKE SELECT ON receiver, receiver_change, delivery, delivery_attempt, summary_file
    FROM pumasi_report;

-- What keeps the log whole holds in a session that calls itself a replica, too.
ALTER TABLE token ENABLE ALWAYS TRIGGER token_revoked_for_good;
ALTER TABLE sign_in_link ENABLE ALWAYS TRIGGER sign_in_link_used_once;
ALTER TABLE leaf ENABLE ALWAYS TRIGGER leaf_entry_exists;
ALTER TABLE idempotency ENABLE ALWAYS TRIGGER idempotency_answered;
ALTER TABLE unsealed ENABLE ALWAYS TRIGGER unsealed_gets_sealed;
ALTER TABLE tree_head ENABLE ALWAYS TRIGGER tree_head_follows_leaves;
ALTER TABLE tree_head ENABLE ALWAYS TRIGGER tree_head_follows_tiles;
ALTER TABLE checkpoint ENABLE ALWAYS TRIGGER checkpoint_follows;
