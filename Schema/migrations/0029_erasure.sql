-- 파기: that the personal fields of one human were deleted, and why. What was deleted stands nowhere;
-- which entries it was deleted from does, so that nobody can take fields away and say nothing.
CREATE TABLE erasure (
    entry_id bigint NOT NULL
        CONSTRAINT erasure_pkey PRIMARY KEY
        CONSTRAINT erasure_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT erasure_id_key UNIQUE,
    -- The person, or the donation whose donor it was.
    subject_id uuid NOT NULL,
    reason text NOT NULL CONSTRAINT erasure_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    recorded_at timestamptz NOT NULL
);

CREATE TABLE erased_entry (
    erasure_entry bigint NOT NULL CONSTRAINT erased_entry_erasure_exists REFERENCES erasure,
    erased_entry bigint NOT NULL
        CONSTRAINT erased_entry_pkey PRIMARY KEY
        CONSTRAINT erased_entry_exists REFERENCES entry
);

CALL make_append_only('erasure', 'erased_entry');

GRANT SELECT, INSERT ON erasure, erased_entry TO pumasi_app;
GRANT SELECT ON erasure, erased_entry TO pumasi_report, pumasi_auditor;
