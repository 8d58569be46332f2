-- 토큰 사용. When a token last worked, to the minute: whoever owns it sees which one nobody needs any
-- more, and which one works that should not. No part of the book, so it is kept up to date.
CREATE TABLE token_use (
    token_id uuid CONSTRAINT token_use_pkey PRIMARY KEY
        CONSTRAINT token_use_token_exists REFERENCES token,
    used_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE (used_at) ON token_use TO pumasi_app;
GRANT SELECT ON token_use TO pumasi_auditor;
