-- 업무협약, whole: further places, a term, whether it renews another, documents, and what became
-- of it since.
ALTER TABLE agreement
    ADD COLUMN starts_on date,
    ADD COLUMN ends_on date,
    ADD COLUMN renewal boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT agreement_term_in_order CHECK (ends_on >= starts_on),
    ADD CONSTRAINT agreement_renews_another CHECK (NOT renewal OR predecessor_id IS NOT NULL);

COMMENT ON COLUMN agreement.ends_on IS 'the last day of the term';

-- The first stands in the agreement itself.
CREATE TABLE agreement_place (
    agreement_id uuid NOT NULL
        CONSTRAINT agreement_place_agreement_exists REFERENCES agreement (id),
    position smallint NOT NULL
        CONSTRAINT agreement_place_position_from_one CHECK (position >= 1),
    place_ko text NOT NULL,
    place_en text NOT NULL,
    CONSTRAINT agreement_place_pkey PRIMARY KEY (agreement_id, position)
);

-- 협약 자료. A text, a photograph, a notice: where it is and its hash, never its bytes.
CREATE TABLE document (
    entry_id bigint NOT NULL CONSTRAINT document_entry_exists REFERENCES entry,
    position smallint NOT NULL,
    agreement_id uuid NOT NULL CONSTRAINT document_agreement_exists REFERENCES agreement (id),
    kind text NOT NULL
        CONSTRAINT document_kind_known CHECK (kind IN ('text', 'photo', 'notice', 'other')),
    title_ko text NOT NULL,
    title_en text NOT NULL,
    link text,
    sha256 bytea CONSTRAINT document_sha256_size CHECK (octet_length(sha256) = 32),
    credit text,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT document_pkey PRIMARY KEY (entry_id, position)
);

CREATE INDEX document_agreement ON document (agreement_id);

-- 협약 현황. What somebody says became of an agreement; the last word counts.
CREATE TABLE agreement_status (
    entry_id bigint NOT NULL
        CONSTRAINT agreement_status_pkey PRIMARY KEY
        CONSTRAINT agreement_status_entry_exists REFERENCES entry,
    agreement_id uuid NOT NULL
        CONSTRAINT agreement_status_agreement_exists REFERENCES agreement (id),
    state text NOT NULL
        CONSTRAINT agreement_status_known CHECK (state IN ('in_force', 'suspended', 'ended')),
    text_ko text,
    text_en text,
    happened_on date,
    date_precision text
        CONSTRAINT agreement_status_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT agreement_status_date_has_precision
        CHECK ((happened_on IS NULL) = (date_precision IS NULL))
);

CREATE INDEX agreement_status_agreement ON agreement_status (agreement_id, entry_id);

CALL make_append_only('agreement_place', 'document', 'agreement_status');

GRANT SELECT, INSERT ON agreement_place, document, agreement_status TO pumasi_app;
GRANT SELECT ON agreement_place, document, agreement_status TO pumasi_report, pumasi_auditor;
