-- 민간플랫폼. What private platforms are called, by the number under which the roll-up counts them: it
-- follows from the name, so that every fold and every reader finds the same. Written by the fold;
-- whoever reads beyond it finds the names with the donations.
CREATE FUNCTION platform_number(name text) RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ('x' || encode(substr(sha256(convert_to(name, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint;

CREATE TABLE platform (
    number bigint NOT NULL CONSTRAINT platform_pkey PRIMARY KEY,
    name text NOT NULL CONSTRAINT platform_name_some CHECK (length(name) > 0)
);

GRANT SELECT, INSERT ON platform TO pumasi_app;
GRANT SELECT ON platform TO pumasi_report, pumasi_auditor;

-- 갈라진 뒤. Whoever was joined to a person by mistake counts as his own human again from the parting
-- on. Reports did not say so until now: what was parted before is so in logs of more than this
-- size, and a report of an earlier one, made again, stays what it was.
ALTER TABLE donor_parting ADD COLUMN counts_from bigint
    CONSTRAINT donor_parting_counts_from_some CHECK (counts_from >= 0);
ALTER TABLE donor_parting DISABLE TRIGGER donor_parting_append_only;
UPDATE donor_parting SET counts_from = (SELECT size FROM tree_head);
ALTER TABLE donor_parting ENABLE ALWAYS TRIGGER donor_parting_append_only;

CREATE INDEX donor_parting_counts_from ON donor_parting (counts_from)
    WHERE counts_from IS NOT NULL;

COMMENT ON COLUMN donor_parting.counts_from IS
    'logs of this size and smaller do not know it; NULL where its own place in the log says enough';

COMMENT ON COLUMN takings.facets IS
    '0 all, 1 channel, 2 purpose, 3 project, 4 size band, 5 residence, 6 giving government,'
    ' 7 return gift, 8 donors, 9 dates less precise than a day, 10 private platform; a government'
    ' by itself has 0, 6 and 8';

-- The roll-up begins again; the timer folds it anew, and until then whoever reads adds it up.
DELETE FROM takings;
UPDATE takings_head SET log_size = 0, folded_at = clock_timestamp();
