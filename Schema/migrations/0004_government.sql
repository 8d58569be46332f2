-- Local governments, dated. The id is ours and stays; codes and names change with the law.
CREATE TABLE government (
    id smallint NOT NULL CONSTRAINT government_pkey PRIMARY KEY,
    code text NOT NULL
        CONSTRAINT government_code_key UNIQUE
        CONSTRAINT government_code_form CHECK (code ~ '^[1-9][0-9]{4}$'),
    name_ko text NOT NULL,
    name_en text NOT NULL,
    level text NOT NULL
        CONSTRAINT government_level_known CHECK (level IN ('metropolitan', 'basic')),
    parent_id smallint
        CONSTRAINT government_parent_exists REFERENCES government,
    valid_from date NOT NULL,
    valid_to date,
    iso3166_2 text,
    edition bigint NOT NULL CONSTRAINT government_edition_exists REFERENCES entry,
    CONSTRAINT government_level_has_parent CHECK ((level = 'basic') = (parent_id IS NOT NULL)),
    CONSTRAINT government_in_force_for_a_while CHECK (valid_to > valid_from)
);

COMMENT ON COLUMN government.valid_to IS 'exclusive; NULL while in force';
COMMENT ON COLUMN government.edition IS 'the entry of the registry edition that said so last';

CREATE INDEX government_parent ON government (parent_id);

CREATE TABLE government_successor (
    government_id smallint NOT NULL
        CONSTRAINT government_successor_of_exists REFERENCES government,
    successor_id smallint NOT NULL
        CONSTRAINT government_successor_exists REFERENCES government,
    CONSTRAINT government_successor_pkey PRIMARY KEY (government_id, successor_id),
    CONSTRAINT government_succeeds_another CHECK (government_id <> successor_id)
);

-- Editions of the registry, newest last.
CREATE TABLE government_edition (
    entry_id bigint NOT NULL
        CONSTRAINT government_edition_pkey PRIMARY KEY
        CONSTRAINT government_edition_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT government_edition_id_key UNIQUE,
    sha256 bytea NOT NULL
        CONSTRAINT government_edition_sha256_key UNIQUE
        CONSTRAINT government_edition_sha256_size CHECK (octet_length(sha256) = 32),
    units int NOT NULL CONSTRAINT government_edition_units_some CHECK (units > 0),
    recorded_at timestamptz NOT NULL
);

-- 모금·접수 제한: periods in which a government must not receive (Act, Art. 4(2)(3), 16).
CREATE TABLE bar (
    entry_id bigint NOT NULL
        CONSTRAINT bar_pkey PRIMARY KEY
        CONSTRAINT bar_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT bar_id_key UNIQUE,
    government_id smallint NOT NULL CONSTRAINT bar_government_exists REFERENCES government,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    reason text NOT NULL CONSTRAINT bar_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    published_on date,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT bar_a_year_at_most
        CHECK (valid_to > valid_from AND valid_to <= valid_from + interval '1 year')
);

COMMENT ON COLUMN bar.valid_to IS 'exclusive, like the registry';

CREATE INDEX bar_government ON bar (government_id, valid_from);

CALL make_append_only('government_edition', 'bar');

-- Units are added and retired, never removed.
CREATE TRIGGER government_kept
    BEFORE DELETE OR TRUNCATE ON government
    EXECUTE FUNCTION refuse_change();

ALTER TABLE government ENABLE ALWAYS TRIGGER government_kept;

GRANT SELECT, INSERT, UPDATE (name_en, valid_to, iso3166_2, edition) ON government TO pumasi_app;
GRANT SELECT, INSERT ON government_successor, government_edition, bar TO pumasi_app;
GRANT SELECT ON government, government_successor, government_edition, bar
    TO pumasi_report, pumasi_auditor;
