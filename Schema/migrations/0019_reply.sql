-- 응답과 채택: what became of a nomination as a source says, and which of several claims is followed.
-- A relay is read as its entries are followed; nothing that was recorded first is changed by that.
CREATE TABLE nomination_reply (
    entry_id bigint NOT NULL
        CONSTRAINT nomination_reply_pkey PRIMARY KEY
        CONSTRAINT nomination_reply_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT nomination_reply_id_key UNIQUE,
    relay_id uuid NOT NULL,
    nomination_id uuid NOT NULL,
    -- 'open' takes an earlier reply back.
    reply text NOT NULL
        CONSTRAINT nomination_reply_known
            CHECK (reply IN ('open', 'accepted', 'declined', 'lapsed')),
    happened_on date,
    date_precision text
        CONSTRAINT nomination_reply_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT nomination_reply_nomination_exists
        FOREIGN KEY (relay_id, nomination_id) REFERENCES nomination (relay_id, id),
    CONSTRAINT nomination_reply_date_has_precision
        CHECK ((happened_on IS NULL) = (date_precision IS NULL))
);

CREATE INDEX nomination_reply_nomination ON nomination_reply (nomination_id, entry_id);

-- The last choice about an attribute of a thing counts. Without a claim, what was recorded first
-- is followed again.
CREATE TABLE claim_choice (
    entry_id bigint NOT NULL
        CONSTRAINT claim_choice_pkey PRIMARY KEY
        CONSTRAINT claim_choice_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT claim_choice_id_key UNIQUE,
    subject_id uuid NOT NULL,
    attribute text NOT NULL,
    claim_entry_id bigint,
    claim_position smallint,
    reason text NOT NULL CONSTRAINT claim_choice_has_reason CHECK (reason <> ''),
    author_id uuid NOT NULL CONSTRAINT claim_choice_author_exists REFERENCES author,
    -- What the claim says, where it is about who or when.
    person_id uuid CONSTRAINT claim_choice_person_exists REFERENCES person (id),
    happened_on date,
    date_precision text
        CONSTRAINT claim_choice_precision_known
            CHECK (date_precision IN ('day', 'month', 'year', 'on_or_before')),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT claim_choice_claim_exists
        FOREIGN KEY (claim_entry_id, claim_position) REFERENCES claim (entry_id, position),
    CONSTRAINT claim_choice_claim_whole
        CHECK ((claim_entry_id IS NULL) = (claim_position IS NULL)),
    CONSTRAINT claim_choice_date_has_precision
        CHECK ((happened_on IS NULL) = (date_precision IS NULL)),
    CONSTRAINT claim_choice_of_oneself CHECK (person_id <> subject_id)
);

CREATE INDEX claim_choice_subject ON claim_choice (subject_id, attribute, entry_id);

CALL make_append_only('nomination_reply', 'claim_choice');

-- Choices are few beside what they are about: this is read whole.
CREATE VIEW followed_choice AS
SELECT DISTINCT ON (subject_id, attribute)
    entry_id, subject_id, attribute, claim_entry_id, claim_position, person_id, happened_on,
    date_precision
FROM claim_choice
ORDER BY subject_id, attribute, entry_id DESC;

-- Participations with the person and the date that are followed.
CREATE VIEW followed_participation AS
SELECT participation.entry_id, participation.id, participation.relay_id,
    coalesce(same.person_id, runner.person_id, participation.person_id) AS person_id,
    CASE WHEN dated.claim_entry_id IS NULL THEN participation.happened_on
        ELSE dated.happened_on END AS happened_on,
    CASE WHEN dated.claim_entry_id IS NULL THEN participation.date_precision
        ELSE dated.date_precision END AS date_precision,
    participation.implied, participation.origin, participation.proof_link,
    participation.proof_sha256, participation.proof_captured_on, participation.recorded_at
FROM participation
LEFT JOIN followed_choice AS runner
    ON runner.subject_id = participation.id AND runner.attribute = 'person'
LEFT JOIN followed_choice AS same
    ON same.subject_id = coalesce(runner.person_id, participation.person_id)
        AND same.attribute = 'same_as'
LEFT JOIN followed_choice AS dated
    ON dated.subject_id = participation.id AND dated.attribute = 'on';

-- Nominations with the nominee and the date that are followed. A participation of somebody else
-- than the nominee who is followed answers nothing.
CREATE VIEW followed_nomination AS
SELECT nomination.entry_id, nomination.id, nomination.relay_id, nomination.participation_id,
    coalesce(same.person_id, named.person_id, nomination.nominee_id) AS nominee_id,
    CASE WHEN dated.claim_entry_id IS NULL THEN nomination.happened_on
        ELSE dated.happened_on END AS happened_on,
    CASE WHEN dated.claim_entry_id IS NULL THEN nomination.date_precision
        ELSE dated.date_precision END AS date_precision,
    CASE WHEN coalesce(alike.person_id, answerer.person_id, answering.person_id)
            = coalesce(same.person_id, named.person_id, nomination.nominee_id)
        THEN nomination_answer.participation_id END AS answered_by,
    replied.reply, nomination.recorded_at
FROM nomination
LEFT JOIN followed_choice AS named
    ON named.subject_id = nomination.id AND named.attribute = 'nominee'
LEFT JOIN followed_choice AS same
    ON same.subject_id = coalesce(named.person_id, nomination.nominee_id)
        AND same.attribute = 'same_as'
LEFT JOIN followed_choice AS dated
    ON dated.subject_id = nomination.id AND dated.attribute = 'on'
LEFT JOIN nomination_answer ON nomination_answer.nomination_id = nomination.id
LEFT JOIN participation AS answering ON answering.id = nomination_answer.participation_id
LEFT JOIN followed_choice AS answerer
    ON answerer.subject_id = answering.id AND answerer.attribute = 'person'
LEFT JOIN followed_choice AS alike
    ON alike.subject_id = coalesce(answerer.person_id, answering.person_id)
        AND alike.attribute = 'same_as'
LEFT JOIN LATERAL (
    SELECT nullif(nomination_reply.reply, 'open') AS reply
    FROM nomination_reply
    WHERE nomination_reply.nomination_id = nomination.id
    ORDER BY nomination_reply.entry_id DESC
    LIMIT 1
) AS replied ON true;

-- Only whom a nomination names can answer it, by what is followed of both now: of two that were
-- recorded for one human, either answers for the other.
CREATE OR REPLACE FUNCTION refuse_answer_of_another() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        JOIN followed_nomination AS nomination ON nomination.id = added.nomination_id
        JOIN followed_participation AS participation
            ON participation.id = added.participation_id
        WHERE participation.person_id <> nomination.nominee_id
    ) THEN
        RAISE EXCEPTION '%: a nomination is answered by whom it names', TG_NAME
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

GRANT SELECT, INSERT ON nomination_reply, claim_choice TO pumasi_app;
GRANT SELECT ON nomination_reply TO pumasi_report;
GRANT SELECT ON nomination_reply, claim_choice TO pumasi_auditor;
GRANT SELECT ON followed_choice, followed_participation, followed_nomination TO pumasi_app;
GRANT SELECT ON followed_choice, followed_participation, followed_nomination
    TO pumasi_report, pumasi_auditor;
