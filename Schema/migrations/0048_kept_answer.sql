-- 남긴 답. What a request was told that adds no entry: a schedule was made, a period run by hand, a
-- receiver added. Whoever repeats it under its id is told the same and nothing is done twice. The
-- row commits with the effect. The words are sealed under the ledger's secret: a webhook's secret
-- or somebody's address may be among them.
CREATE TABLE kept_answer (
    id uuid NOT NULL CONSTRAINT kept_answer_pkey PRIMARY KEY,
    fingerprint uuid NOT NULL,
    status smallint NOT NULL
        CONSTRAINT kept_answer_is_success CHECK (status BETWEEN 200 AND 299),
    -- AES-GCM: 12 bytes of nonce and 16 of the tag beside the words.
    sealed bytea NOT NULL
        CONSTRAINT kept_answer_size CHECK (octet_length(sealed) BETWEEN 28 AND 1048576),
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CALL make_append_only('kept_answer');

GRANT SELECT, INSERT ON kept_answer TO pumasi_app;
