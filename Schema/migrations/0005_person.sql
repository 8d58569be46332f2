-- Holders of public office. Their names stand in personal, where they can be erased.
CREATE TABLE person (
    entry_id bigint NOT NULL
        CONSTRAINT person_pkey PRIMARY KEY
        CONSTRAINT person_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT person_id_key UNIQUE,
    -- One human, one cap: the donor whose yearly totals this person's donations count to.
    donor_id uuid NOT NULL CONSTRAINT person_donor_key UNIQUE,
    recorded_at timestamptz NOT NULL
);

-- An office is held for a term, or is known to have been held on a day. A member of the
-- National Assembly has a constituency and no government.
CREATE TABLE office (
    entry_id bigint NOT NULL
        CONSTRAINT office_pkey PRIMARY KEY
        CONSTRAINT office_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT office_id_key UNIQUE,
    person_id uuid NOT NULL CONSTRAINT office_person_exists REFERENCES person (id),
    title_ko text NOT NULL,
    title_en text NOT NULL,
    government_id smallint CONSTRAINT office_government_exists REFERENCES government,
    constituency_ko text,
    constituency_en text,
    party_ko text,
    party_en text,
    held_from date,
    held_to date,
    known_on date,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT office_has_some_date
        CHECK (held_from IS NOT NULL OR held_to IS NOT NULL OR known_on IS NOT NULL),
    CONSTRAINT office_term_in_order CHECK (held_to > held_from)
);

COMMENT ON COLUMN office.held_to IS 'exclusive, like the registry';
COMMENT ON COLUMN office.known_on IS 'a day on which a source says the office was held';

CREATE INDEX office_person ON office (person_id);
CREATE INDEX office_government ON office (government_id);

CALL make_append_only('person', 'office');

GRANT SELECT, INSERT ON person, office TO pumasi_app;
GRANT SELECT ON office TO pumasi_report;
GRANT SELECT ON person, office TO pumasi_auditor;
