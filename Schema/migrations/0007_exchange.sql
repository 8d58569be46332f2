-- 상호기부: who gave to whom in return. A leg is a statement about people and perhaps money; the
-- money itself is in donations, and a leg is never added to totals.
CREATE TABLE exchange (
    entry_id bigint NOT NULL
        CONSTRAINT exchange_pkey PRIMARY KEY
        CONSTRAINT exchange_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT exchange_id_key UNIQUE,
    occasion text NOT NULL
        CONSTRAINT exchange_occasion_known
            CHECK (occasion IN ('signing', 'yearly', 'answer', 'other')),
    happened_on date NOT NULL,
    date_precision text NOT NULL
        CONSTRAINT exchange_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    agreement_id uuid CONSTRAINT exchange_agreement_exists REFERENCES agreement (id),
    note text,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX exchange_happened_on ON exchange (happened_on, id);
CREATE INDEX exchange_agreement ON exchange (agreement_id);

CREATE TABLE leg (
    entry_id bigint NOT NULL
        CONSTRAINT leg_pkey PRIMARY KEY
        CONSTRAINT leg_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT leg_id_key UNIQUE,
    exchange_id uuid NOT NULL CONSTRAINT leg_exchange_exists REFERENCES exchange (id),
    giver_id smallint NOT NULL CONSTRAINT leg_giver_exists REFERENCES government,
    giver_department text,
    recipient_id smallint NOT NULL CONSTRAINT leg_recipient_exists REFERENCES government,
    -- NULL while the answer is awaited.
    happened_on date,
    date_precision text
        CONSTRAINT leg_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    people int CONSTRAINT leg_people_some CHECK (people > 0),
    amount bigint CONSTRAINT leg_amount_positive CHECK (amount > 0),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT leg_between_two CHECK (giver_id <> recipient_id),
    CONSTRAINT leg_date_has_precision
        CHECK ((happened_on IS NULL) = (date_precision IS NULL)),
    CONSTRAINT leg_awaited_is_empty
        CHECK (happened_on IS NOT NULL OR (people IS NULL AND amount IS NULL))
);

CREATE INDEX leg_exchange ON leg (exchange_id);
CREATE INDEX leg_pair ON leg (giver_id, recipient_id);

CALL make_append_only('exchange', 'leg');

GRANT SELECT, INSERT ON exchange, leg TO pumasi_app;
GRANT SELECT ON exchange, leg TO pumasi_report, pumasi_auditor;
