-- 출처와 주장: who says so. A source is an article or a notice; a claim is what it says about one
-- attribute of one thing. Claims that differ are all kept; following one is a decision of its own.
CREATE TABLE source (
    entry_id bigint NOT NULL
        CONSTRAINT source_pkey PRIMARY KEY
        CONSTRAINT source_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT source_id_key UNIQUE,
    outlet_ko text NOT NULL,
    headline_ko text,
    language text NOT NULL CONSTRAINT source_language_known CHECK (language IN ('ko', 'en')),
    published_at timestamptz,
    link text,
    sha256 bytea CONSTRAINT source_sha256_size CHECK (octet_length(sha256) = 32),
    recorded_at timestamptz NOT NULL
);

CREATE TABLE claim (
    entry_id bigint NOT NULL CONSTRAINT claim_entry_exists REFERENCES entry,
    position smallint NOT NULL,
    source_id uuid NOT NULL CONSTRAINT claim_source_exists REFERENCES source (id),
    -- The thing the claim is about: a donation, an agreement, a nomination, …
    subject_id uuid NOT NULL,
    attribute text,
    value text,
    CONSTRAINT claim_pkey PRIMARY KEY (entry_id, position),
    CONSTRAINT claim_value_has_attribute CHECK (value IS NULL OR attribute IS NOT NULL)
);

COMMENT ON COLUMN claim.attribute IS 'NULL: the claim supports what was recorded as a whole';

CREATE INDEX claim_subject ON claim (subject_id);

CALL make_append_only('source', 'claim');

GRANT SELECT, INSERT ON source, claim TO pumasi_app;
GRANT SELECT ON source, claim TO pumasi_report, pumasi_auditor;
