-- 인증 챌린지: a relay of participations. A participation, not a person, is a node: people run
-- again in later years. Nominations are edges; several lead in, several lead out.
CREATE TABLE relay (
    entry_id bigint NOT NULL
        CONSTRAINT relay_pkey PRIMARY KEY
        CONSTRAINT relay_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT relay_id_key UNIQUE,
    name_ko text NOT NULL,
    name_en text NOT NULL,
    started_by uuid CONSTRAINT relay_starter_exists REFERENCES person (id),
    nominations_per_participation smallint
        CONSTRAINT relay_nominations_some CHECK (nominations_per_participation > 0),
    ends_on date,
    goal int CONSTRAINT relay_goal_some CHECK (goal > 0),
    recorded_at timestamptz NOT NULL
);

CREATE TABLE participation (
    entry_id bigint NOT NULL
        CONSTRAINT participation_pkey PRIMARY KEY
        CONSTRAINT participation_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT participation_id_key UNIQUE,
    relay_id uuid NOT NULL CONSTRAINT participation_relay_exists REFERENCES relay (id),
    person_id uuid NOT NULL CONSTRAINT participation_person_exists REFERENCES person (id),
    happened_on date,
    date_precision text
        CONSTRAINT participation_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    -- Nobody said so, but it follows: whoever nominates has run.
    implied boolean NOT NULL,
    origin boolean NOT NULL,
    proof_link text,
    proof_sha256 bytea CONSTRAINT participation_proof_size CHECK (octet_length(proof_sha256) = 32),
    proof_captured_on date,
    recorded_at timestamptz NOT NULL,
    -- A participation is (relay, person, calendar year); without a date there is one at most.
    year smallint GENERATED ALWAYS AS (extract(year FROM happened_on)::smallint) STORED,
    CONSTRAINT participation_once_a_year UNIQUE NULLS NOT DISTINCT (relay_id, person_id, year),
    CONSTRAINT participation_relay_key UNIQUE (relay_id, id),
    CONSTRAINT participation_date_has_precision
        CHECK ((happened_on IS NULL) = (date_precision IS NULL)),
    -- "By tomorrow" may be said of a day that has passed.
    CONSTRAINT participation_in_future
        CHECK (date_precision = 'on_or_before'
            OR happened_on <= (recorded_at AT TIME ZONE 'Asia/Seoul')::date)
);

CREATE INDEX participation_person ON participation (person_id);

CREATE TABLE nomination (
    entry_id bigint NOT NULL
        CONSTRAINT nomination_pkey PRIMARY KEY
        CONSTRAINT nomination_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT nomination_id_key UNIQUE,
    relay_id uuid NOT NULL,
    participation_id uuid NOT NULL,
    nominee_id uuid NOT NULL CONSTRAINT nomination_nominee_exists REFERENCES person (id),
    happened_on date,
    date_precision text
        CONSTRAINT nomination_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT nomination_relay_key UNIQUE (relay_id, id),
    CONSTRAINT nomination_participation_exists
        FOREIGN KEY (relay_id, participation_id) REFERENCES participation (relay_id, id),
    CONSTRAINT nomination_duplicate UNIQUE (participation_id, nominee_id),
    CONSTRAINT nomination_date_has_precision
        CHECK ((happened_on IS NULL) = (date_precision IS NULL))
);

CREATE INDEX nomination_nominee ON nomination (nominee_id);

-- A nomination is answered by one participation at most; a participation answers any number.
CREATE TABLE nomination_answer (
    nomination_id uuid NOT NULL
        CONSTRAINT nomination_answer_pkey PRIMARY KEY,
    relay_id uuid NOT NULL,
    participation_id uuid NOT NULL,
    entry_id bigint NOT NULL CONSTRAINT nomination_answer_entry_exists REFERENCES entry,
    CONSTRAINT nomination_answer_nomination_exists
        FOREIGN KEY (relay_id, nomination_id) REFERENCES nomination (relay_id, id),
    CONSTRAINT nomination_answer_participation_exists
        FOREIGN KEY (relay_id, participation_id) REFERENCES participation (relay_id, id)
);

CREATE INDEX nomination_answer_participation ON nomination_answer (participation_id);

CREATE FUNCTION refuse_nomination_to_self() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN participation ON participation.id = added.participation_id
        WHERE participation.person_id = added.nominee_id
    ) THEN
        RAISE EXCEPTION '%: nobody nominates himself or herself', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER nomination_to_self
    AFTER INSERT ON nomination
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_nomination_to_self();

-- Only whom a nomination names can answer it.
CREATE FUNCTION refuse_answer_of_another() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN nomination ON nomination.id = added.nomination_id
        JOIN participation ON participation.id = added.participation_id
        WHERE participation.person_id <> nomination.nominee_id
    ) THEN
        RAISE EXCEPTION '%: a nomination is answered by whom it names', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER nomination_answered_by_nominee
    AFTER INSERT ON nomination_answer
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_answer_of_another();

-- R32: following answers from any new answer must never lead back to it. Two writers cannot
-- close a loop together: each waits here until the other's relay is settled, and each of the
-- statements below sees what was committed before it began.
CREATE FUNCTION refuse_nomination_cycle() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(relays.id::text, 0))
    FROM (SELECT DISTINCT relay_id AS id FROM added ORDER BY id) AS relays;
    IF EXISTS (
        WITH RECURSIVE later (start, participation_id) AS (
            SELECT nomination.participation_id, added.participation_id
            FROM added JOIN nomination ON nomination.id = added.nomination_id
            UNION
            SELECT later.start, nomination_answer.participation_id
            FROM later
            JOIN nomination ON nomination.participation_id = later.participation_id
            JOIN nomination_answer ON nomination_answer.nomination_id = nomination.id
        )
        SELECT FROM later WHERE start = participation_id
    ) THEN
        RAISE EXCEPTION '%: these nominations would form a loop', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER nomination_cycle
    AFTER INSERT ON nomination_answer
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_nomination_cycle();

CALL make_append_only('relay', 'participation', 'nomination', 'nomination_answer');

GRANT SELECT, INSERT ON relay, participation, nomination, nomination_answer TO pumasi_app;
GRANT SELECT ON relay, participation, nomination, nomination_answer
    TO pumasi_report, pumasi_auditor;
