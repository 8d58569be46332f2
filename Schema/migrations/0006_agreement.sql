-- 업무협약: agreements of two or more governments, with their fields of cooperation.
CREATE TABLE agreement (
    entry_id bigint NOT NULL
        CONSTRAINT agreement_pkey PRIMARY KEY
        CONSTRAINT agreement_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT agreement_id_key UNIQUE,
    kind text NOT NULL
        CONSTRAINT agreement_kind_known
            CHECK (kind IN ('exchange', 'friendship', 'sports', 'other')),
    title_ko text,
    title_en text,
    signed_on date NOT NULL,
    signed_precision text NOT NULL
        CONSTRAINT agreement_precision_known
            CHECK (signed_precision IN ('day', 'month', 'year', 'on_or_before')),
    signed_at timestamptz,
    place_ko text,
    place_en text,
    predecessor_id uuid CONSTRAINT agreement_predecessor_exists REFERENCES agreement (id),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT agreement_not_its_own_predecessor CHECK (predecessor_id <> id)
);

CREATE INDEX agreement_predecessor ON agreement (predecessor_id);
CREATE INDEX agreement_signed_on ON agreement (signed_on, id);

CREATE TABLE agreement_party (
    agreement_id uuid NOT NULL
        CONSTRAINT agreement_party_agreement_exists REFERENCES agreement (id),
    position smallint NOT NULL
        CONSTRAINT agreement_party_position_from_zero CHECK (position >= 0),
    government_id smallint NOT NULL
        CONSTRAINT agreement_party_government_exists REFERENCES government,
    signatory_id uuid CONSTRAINT agreement_party_signatory_exists REFERENCES person (id),
    CONSTRAINT agreement_party_pkey PRIMARY KEY (agreement_id, government_id),
    CONSTRAINT agreement_party_position_key UNIQUE (agreement_id, position)
);

CREATE INDEX agreement_party_government ON agreement_party (government_id);

CREATE TABLE agreement_field (
    agreement_id uuid NOT NULL
        CONSTRAINT agreement_field_agreement_exists REFERENCES agreement (id),
    no smallint NOT NULL CONSTRAINT agreement_field_no_from_one CHECK (no >= 1),
    name_ko text NOT NULL,
    name_en text NOT NULL,
    note text,
    CONSTRAINT agreement_field_pkey PRIMARY KEY (agreement_id, no)
);

CALL make_append_only('agreement', 'agreement_party', 'agreement_field');

GRANT SELECT, INSERT ON agreement, agreement_party, agreement_field TO pumasi_app;
GRANT SELECT ON agreement, agreement_party, agreement_field TO pumasi_report, pumasi_auditor;
