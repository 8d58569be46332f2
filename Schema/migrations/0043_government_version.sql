-- 등록부의 판. What each edition of the registry said of a unit, as far as it may change with the law: a
-- row where it said something else than the edition before. A summary made again at the size of log
-- that it was filed with is told by the edition of that log, and a donation's residence belongs to
-- the province that the edition knew when the donation was sealed, whatever later ones say.
CREATE TABLE government_version (
    government_id smallint NOT NULL
        CONSTRAINT government_version_of_exists REFERENCES government,
    edition bigint NOT NULL
        CONSTRAINT government_version_edition_exists REFERENCES government_edition,
    name_en text NOT NULL,
    valid_to date,
    iso3166_2 text,
    CONSTRAINT government_version_pkey PRIMARY KEY (government_id, edition)
);

COMMENT ON COLUMN government_version.valid_to IS 'exclusive; NULL while in force';

-- What was loaded so far is known as it stands.
INSERT INTO government_version (government_id, edition, name_en, valid_to, iso3166_2)
SELECT id, (SELECT min(entry_id) FROM government_edition), name_en, valid_to, iso3166_2
FROM government;

ALTER TABLE government_successor
    ADD COLUMN edition bigint
        CONSTRAINT government_successor_edition_exists REFERENCES government_edition;
UPDATE government_successor SET edition = (SELECT min(entry_id) FROM government_edition);
ALTER TABLE government_successor ALTER COLUMN edition SET NOT NULL;

COMMENT ON COLUMN government_successor.edition IS 'the first that said so';

CALL make_append_only('government_version');

-- 그날의 시·도. A unit followed to whoever stood on the day on the same ground, and up, by what an
-- edition said; the unit's own where that is not one.
CREATE FUNCTION metropolitan_on(unit smallint, day date, said bigint) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = public, pg_temp
    AS $$
        WITH RECURSIVE line (id, is_later) AS (
            SELECT government.id, government.valid_from <= day
            FROM government
            WHERE government.id = unit
            UNION
            SELECT CASE WHEN line.is_later THEN step.successor_id ELSE step.government_id END,
                line.is_later
            FROM line
            JOIN government ON government.id = line.id
            JOIN government_successor AS step
                ON line.id = CASE WHEN line.is_later THEN step.government_id
                    ELSE step.successor_id END
            WHERE step.edition <= said
                AND CASE WHEN line.is_later THEN
                    (SELECT version.valid_to
                        FROM government_version AS version
                        WHERE version.government_id = line.id AND version.edition <= said
                        ORDER BY version.edition DESC
                        LIMIT 1) <= day
                    ELSE day < government.valid_from END
        )
        SELECT CASE WHEN min(coalesce(stood.parent_id, stood.id))
                = max(coalesce(stood.parent_id, stood.id))
            THEN min(coalesce(stood.parent_id, stood.id))
            ELSE (SELECT coalesce(own.parent_id, own.id) FROM government AS own
                WHERE own.id = unit)
            END
        FROM line
        JOIN government AS stood ON stood.id = line.id
        WHERE stood.valid_from <= day
            AND (day < (
                SELECT version.valid_to
                FROM government_version AS version
                WHERE version.government_id = stood.id AND version.edition <= said
                ORDER BY version.edition DESC
                LIMIT 1)) IS NOT FALSE
    $$;

-- 그때의 판. The newest edition that the log knew before an entry got its place in it; the first where
-- the log knew none. What is not sealed yet goes by what came before it.
CREATE FUNCTION edition_before(entry bigint) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    SET search_path = public, pg_temp
    AS $$
        SELECT coalesce(
            max(known.entry_id) FILTER (WHERE CASE WHEN own.log_index IS NULL
                THEN known.entry_id < entry ELSE said.log_index < own.log_index END),
            min(known.entry_id))
        FROM government_edition AS known
        LEFT JOIN leaf AS said ON said.entry_id = known.entry_id
        LEFT JOIN leaf AS own ON own.entry_id = entry
    $$;

CREATE OR REPLACE FUNCTION keep_region() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    INSERT INTO region_kept (entry_id, region_id)
    SELECT gone.entry_id, coalesce(
        (SELECT metropolitan_on(
                government.id, donation.donated_on, edition_before(gone.entry_id))
            FROM government
            JOIN donation ON donation.entry_id = gone.entry_id
            WHERE government.code = gone.fields ->> 'residence'),
        region_of(gone.fields ->> 'residence'))
    FROM gone
    WHERE gone.fields ? 'residence';
    RETURN NULL;
END $$;

DROP FUNCTION metropolitan_on(smallint, date);

GRANT SELECT, INSERT ON government_version TO pumasi_app;
GRANT SELECT ON government_version TO pumasi_report, pumasi_auditor;
