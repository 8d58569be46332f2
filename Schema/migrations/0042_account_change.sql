-- 접근권한 기록, once: who made or ended a token stands beside what was done to accounts. A token
-- belongs to an account where a user made it, and to nobody who signs in where a command did.
ALTER TABLE account_change
    ALTER COLUMN account_id DROP NOT NULL,
    ADD COLUMN token_id uuid CONSTRAINT account_change_token_exists REFERENCES token,
    ADD CONSTRAINT account_change_of_something CHECK (num_nonnulls(account_id, token_id) > 0),
    ADD CONSTRAINT account_change_token_once UNIQUE (token_id, action);

-- Of a user's token both tables told. Its line in the user's history is there; this one says which
-- token it was.
INSERT INTO account_change (token_id, action, role, author_id, changed_at)
SELECT token_id, CASE action WHEN 'made' THEN 'token_made' ELSE 'token_ended' END, role,
    author_id, changed_at
FROM token_change
ORDER BY id;

DROP TABLE token_change;

-- Lines from before this migration do not say which token it was.
ALTER TABLE account_change
    ADD CONSTRAINT account_change_names_token
        CHECK ((token_id IS NOT NULL) = (action IN ('token_made', 'token_ended'))) NOT VALID;
