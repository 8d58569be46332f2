-- 내 토큰. A token that somebody made at the console is its owner's: it writes under the owner's own
-- name, so that it cannot be a second person, and is told from others by a label.
ALTER TABLE token
    ADD COLUMN label text CONSTRAINT token_label_length CHECK (length(label) BETWEEN 1 AND 100);

COMMENT ON COLUMN token.label IS 'what for, of a token that somebody made for themselves';

GRANT SELECT (label) ON token TO pumasi_auditor;

-- Ending somebody's sessions, and letting in again whoever mistyped too often, is kept, too.
ALTER TABLE account_change
    DROP CONSTRAINT account_change_action_known,
    ADD CONSTRAINT account_change_action_known
        CHECK (action IN (
            'created', 'renamed', 'role_changed', 'disabled', 'enabled', 'link_made',
            'password_set', 'sessions_ended', 'unlocked', 'token_made', 'token_ended'));
