-- 접근권한 기록. Who made or ended a token stands beside what was done to accounts, with the token's
-- role; kept for three years at least. A token belongs to an account where a user made it, and to
-- nobody who signs in where a command did. What is known of tokens made before stands in token.
ALTER TABLE account_change
    ALTER COLUMN account_id DROP NOT NULL,
    ADD COLUMN token_id uuid CONSTRAINT account_change_token_exists REFERENCES token,
    ADD CONSTRAINT account_change_of_something CHECK (num_nonnulls(account_id, token_id) > 0),
    ADD CONSTRAINT account_change_token_once UNIQUE (token_id, action);

-- Lines from before this migration do not say which token it was.
ALTER TABLE account_change
    ADD CONSTRAINT account_change_names_token
        CHECK ((token_id IS NOT NULL) = (action IN ('token_made', 'token_ended'))) NOT VALID;

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
