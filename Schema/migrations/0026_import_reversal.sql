-- 일괄 취소: a list that should never have been taken in is taken out as a whole. Every donation of it
-- gets a correction of its own, as if each had been reversed by hand; this row tells that they
-- belong together.
CREATE TABLE import_reversal (
    entry_id bigint NOT NULL
        CONSTRAINT import_reversal_pkey PRIMARY KEY
        CONSTRAINT import_reversal_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT import_reversal_id_key UNIQUE,
    import_id uuid NOT NULL
        CONSTRAINT import_reversal_once UNIQUE
        CONSTRAINT import_reversal_import_exists REFERENCES import (id),
    author_id uuid NOT NULL CONSTRAINT import_reversal_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    -- Donations that it reversed; others of the list were reversed before.
    reversed int NOT NULL CONSTRAINT import_reversal_reversed_something CHECK (reversed > 0),
    -- Their disclosed amounts as far as they were in the totals, in won.
    amount bigint NOT NULL CONSTRAINT import_reversal_amount_not_negative CHECK (amount >= 0)
);

CALL make_append_only('import_reversal');

GRANT SELECT, INSERT ON import_reversal TO pumasi_app;
GRANT SELECT ON import_reversal TO pumasi_report, pumasi_auditor;
