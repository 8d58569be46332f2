-- 기부자 잇기: somebody found out that a public person and the donor under some key are one human. The
-- donations stay under the donors they were recorded for, so that nothing that was given in
-- private comes to bear a name; the cap is that of the human.
CREATE TABLE donor_joining (
    entry_id bigint NOT NULL
        CONSTRAINT donor_joining_pkey PRIMARY KEY
        CONSTRAINT donor_joining_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT donor_joining_id_key UNIQUE,
    person_id uuid NOT NULL CONSTRAINT donor_joining_person_exists REFERENCES person (id),
    donor_id uuid NOT NULL CONSTRAINT donor_joined_once UNIQUE,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX donor_joining_person ON donor_joining (person_id);

CALL make_append_only('donor_joining');

-- Every donor of a human who is several: the person's own, and those that were joined to it.
CREATE VIEW joined_donor AS
SELECT donor_id, person_id
FROM donor_joining
UNION ALL
SELECT person.donor_id, person.id
FROM person
WHERE EXISTS (SELECT FROM donor_joining WHERE donor_joining.person_id = person.id);

-- A donor is one person's only. Whoever adds a row of either table holds the donor's lock.
CREATE FUNCTION refuse_second_person() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    SET enable_seqscan = off
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE (SELECT count(*) FROM person WHERE person.donor_id = added.donor_id)
            + (SELECT count(*) FROM donor_joining WHERE donor_joining.donor_id = added.donor_id)
            > 1
    ) THEN
        RAISE EXCEPTION 'donor_of_one_person: this donor is a person on record already'
            USING ERRCODE = 'unique_violation', CONSTRAINT = 'donor_of_one_person';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER donor_joining_of_one_person
    AFTER INSERT ON donor_joining
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_second_person();

CREATE TRIGGER person_of_one_donor
    AFTER INSERT ON person
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_second_person();

-- 한 사람, 하나의 상한. What the donors of one human have in a year does not grow past the cap. The
-- check of the table holds for each donor alone; two transactions that add to two donors of one
-- human meet here, where the second waits for the first and then sees what it added. What was
-- joined above the cap had happened: it may stay and may shrink.
CREATE FUNCTION refuse_over_cap_together() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    SET enable_seqscan = off
    AS $$
DECLARE
    human uuid;
    grown donor_year[];
BEGIN
    IF NOT EXISTS (SELECT FROM donor_joining) THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        grown := ARRAY(
            SELECT added FROM added
            WHERE total > 0 AND donor_id IN (SELECT donor_id FROM joined_donor));
    ELSE
        grown := ARRAY(
            SELECT added FROM added
            JOIN was USING (donor_id, year)
            WHERE added.total > was.total
                AND donor_id IN (SELECT donor_id FROM joined_donor));
    END IF;
    FOR human IN
        SELECT DISTINCT person_id
        FROM unnest(grown) AS one
        JOIN joined_donor ON joined_donor.donor_id = one.donor_id
        ORDER BY person_id
    LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended(human::text, 0));
        IF EXISTS (
            SELECT FROM unnest(grown) AS one
            JOIN joined_donor AS own ON own.donor_id = one.donor_id
            WHERE own.person_id = human
                AND (SELECT sum(donor_year.total)
                    FROM joined_donor
                    JOIN donor_year ON donor_year.donor_id = joined_donor.donor_id
                    WHERE joined_donor.person_id = human AND donor_year.year = one.year)
                    > annual_cap(one.year)
        ) THEN
            RAISE EXCEPTION 'over_annual_cap: the donors of one human pass the cap together'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'over_annual_cap';
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE TRIGGER donor_year_added_together
    AFTER INSERT ON donor_year
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_over_cap_together();

CREATE TRIGGER donor_year_grown_together
    AFTER UPDATE ON donor_year
    REFERENCING OLD TABLE AS was NEW TABLE AS added
    EXECUTE FUNCTION refuse_over_cap_together();

GRANT SELECT, INSERT ON donor_joining TO pumasi_app;
GRANT SELECT ON joined_donor TO pumasi_app, pumasi_auditor;
GRANT SELECT ON donor_joining TO pumasi_auditor;
