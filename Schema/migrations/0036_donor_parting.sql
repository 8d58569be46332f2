-- 기부자 연결 취소: two donors were joined by mistake and are two people after all. The joining stays, and
-- this says that it does not hold any more and why; the words stand in personal. From here on each
-- donor has a cap of its own again, and may be joined once more, to whom it belongs.
CREATE TABLE donor_parting (
    entry_id bigint NOT NULL
        CONSTRAINT donor_parting_pkey PRIMARY KEY
        CONSTRAINT donor_parting_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT donor_parting_id_key UNIQUE,
    joining_id uuid NOT NULL
        CONSTRAINT donor_parted_once UNIQUE
        CONSTRAINT donor_parting_joining_exists REFERENCES donor_joining (id),
    recorded_at timestamptz NOT NULL
);

CALL make_append_only('donor_parting');

-- A donor is joined in turns: 0 the first time, 1 once that was undone, and so on. Of two who join
-- the same donor at once the key lets one.
ALTER TABLE donor_joining
    DROP CONSTRAINT donor_joined_once,
    ADD COLUMN turn smallint NOT NULL DEFAULT 0
        CONSTRAINT donor_joining_turn_from_zero CHECK (turn >= 0),
    ADD CONSTRAINT donor_joined_once UNIQUE (donor_id, turn);

-- Joinings that hold.
CREATE VIEW standing_joining AS
SELECT id, donor_id, person_id
FROM donor_joining
WHERE NOT EXISTS (
    SELECT FROM donor_parting WHERE donor_parting.joining_id = donor_joining.id
);

CREATE OR REPLACE VIEW joined_donor AS
SELECT donor_id, person_id
FROM standing_joining
UNION ALL
SELECT person.donor_id, person.id
FROM person
WHERE EXISTS (SELECT FROM standing_joining WHERE standing_joining.person_id = person.id);

-- A donor is one person's only, at any one time.
CREATE OR REPLACE FUNCTION refuse_second_person() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    SET enable_seqscan = off
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE (SELECT count(*) FROM person WHERE person.donor_id = added.donor_id)
            + (SELECT count(*) FROM standing_joining
                WHERE standing_joining.donor_id = added.donor_id)
            > 1
    ) THEN
        RAISE EXCEPTION 'donor_of_one_person: this donor is a person on record already'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'donor_of_one_person';
    END IF;
    RETURN NULL;
END $$;

GRANT SELECT, INSERT ON donor_parting TO pumasi_app;
GRANT SELECT ON standing_joining TO pumasi_app;
GRANT SELECT ON donor_parting, standing_joining TO pumasi_auditor;
