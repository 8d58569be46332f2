-- 모금 실적. What came in on one day, in one week, month, quarter, year, for one government and for
-- all of them together: a row of arrays, an element a figure. A summary reads a few such rows and
-- never the donations. Nobody who records waits for these rows: a timer folds what the log has
-- sealed since, and whoever reads adds or takes away what lies between the fold and the size of
-- the log that is asked for.
CREATE TABLE takings (
    span text COLLATE "C" NOT NULL
        CONSTRAINT takings_span_known
            CHECK (span IN ('day', 'week', 'month', 'quarter', 'year')),
    starts_on date NOT NULL,
    -- 0 stands for all governments together.
    recipient_id smallint NOT NULL,
    facets smallint[] NOT NULL,
    members bigint[] NOT NULL,
    gifts int[] NOT NULL CONSTRAINT takings_gifts_some CHECK (0 < ALL (gifts)),
    amounts bigint[] NOT NULL CONSTRAINT takings_amounts_not_negative CHECK (0 <= ALL (amounts)),
    undisclosed int[] NOT NULL
        CONSTRAINT takings_undisclosed_not_negative CHECK (0 <= ALL (undisclosed)),
    CONSTRAINT takings_pkey PRIMARY KEY (span, starts_on, recipient_id),
    CONSTRAINT takings_elements_belong_together
        CHECK (cardinality(members) = cardinality(facets)
            AND cardinality(gifts) = cardinality(facets)
            AND cardinality(amounts) = cardinality(facets)
            AND cardinality(undisclosed) = cardinality(facets))
) WITH (fillfactor = 70);

COMMENT ON COLUMN takings.facets IS
    '0 all, 1 channel, 2 purpose, 3 project, 4 size band, 5 residence, 6 giving government,'
    ' 7 return gift, 8 donors; a government by itself has 0, 6 and 8';

-- How much of the log is folded.
CREATE TABLE takings_head (
    one boolean NOT NULL DEFAULT true
        CONSTRAINT takings_head_pkey PRIMARY KEY
        CONSTRAINT takings_head_is_one CHECK (one),
    log_size bigint NOT NULL CONSTRAINT takings_head_size_not_negative CHECK (log_size >= 0),
    folded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO takings_head (log_size) VALUES (0);

-- 주소지의 시·도. The metropolitan government of a residence: 0 where none is recorded, -1 where
-- there is none in Korea. A code is a government's own over all time.
CREATE FUNCTION region_of(residence text) RETURNS smallint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE
        WHEN residence = 'none' THEN -1::smallint
        ELSE coalesce(
            (SELECT coalesce(parent_id, id) FROM government WHERE code = residence), 0::smallint)
        END;

-- Erasing a donor takes the residence away and leaves the province, which is nobody's secret: a
-- figure that was published stays what it was.
CREATE TABLE region_kept (
    entry_id bigint NOT NULL CONSTRAINT region_kept_pkey PRIMARY KEY,
    region_id smallint NOT NULL
);

CREATE FUNCTION keep_region() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    INSERT INTO region_kept (entry_id, region_id)
    SELECT gone.entry_id, region_of(gone.fields ->> 'residence')
    FROM gone
    WHERE gone.fields ? 'residence';
    RETURN NULL;
END $$;

CREATE TRIGGER personal_leaves_region
    AFTER DELETE ON personal
    REFERENCING OLD TABLE AS gone
    EXECUTE FUNCTION keep_region();

CALL make_append_only('region_kept');

GRANT SELECT, INSERT, UPDATE (facets, members, gifts, amounts, undisclosed) ON takings
    TO pumasi_app;
GRANT SELECT, UPDATE (log_size, folded_at) ON takings_head TO pumasi_app;
GRANT SELECT, INSERT ON region_kept TO pumasi_app;
GRANT SELECT ON takings, takings_head TO pumasi_report, pumasi_auditor;
GRANT SELECT ON region_kept TO pumasi_auditor;
