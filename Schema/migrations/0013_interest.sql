-- 이해관계: what ties a donor to a government by declaration (Act, Art. 5(2)): employment, a
-- contract, a disposition. The ledger cannot find such ties by itself.
CREATE TABLE interest (
    entry_id bigint NOT NULL
        CONSTRAINT interest_pkey PRIMARY KEY
        CONSTRAINT interest_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT interest_id_key UNIQUE,
    donor_id uuid NOT NULL,
    government_id smallint NOT NULL CONSTRAINT interest_government_exists REFERENCES government,
    relation text NOT NULL
        CONSTRAINT interest_relation_known
            CHECK (relation IN ('employment', 'contract', 'disposition', 'other')),
    valid_from date,
    valid_to date,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT interest_for_a_while CHECK (valid_to > valid_from)
);

COMMENT ON COLUMN interest.valid_to IS 'exclusive, like the registry; NULL while it lasts';

-- Asked of every donation under its donor.
CREATE INDEX interest_donor ON interest (donor_id);

-- An interest that ended. The earliest end holds.
CREATE TABLE interest_ending (
    entry_id bigint NOT NULL
        CONSTRAINT interest_ending_pkey PRIMARY KEY
        CONSTRAINT interest_ending_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT interest_ending_id_key UNIQUE,
    interest_id uuid NOT NULL
        CONSTRAINT interest_ending_interest_exists REFERENCES interest (id),
    ends_on date NOT NULL,
    reason text NOT NULL
        CONSTRAINT interest_ending_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    recorded_at timestamptz NOT NULL
);

CREATE INDEX interest_ending_interest ON interest_ending (interest_id);

CALL make_append_only('interest', 'interest_ending');

GRANT SELECT, INSERT ON interest, interest_ending TO pumasi_app;
GRANT SELECT ON interest, interest_ending TO pumasi_auditor;
