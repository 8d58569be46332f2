-- 타일과 체크포인트: the log as anybody may fetch it (C2SP tlog-tiles, tlog-checkpoint).

-- The hashes of all tiles, each once. A tile that is not full grows with every seal; no row
-- changes for it. Each seal adds a run of hashes, and a tile of any width is the beginning of its
-- runs laid end to end. So the tiles of every size that was ever published are there for good.
CREATE TABLE tile_run (
    level smallint NOT NULL
        CONSTRAINT tile_run_level_of_a_tree CHECK (level BETWEEN 0 AND 7),
    -- The place of the first hash within its level.
    first bigint NOT NULL,
    hashes bytea NOT NULL
        CONSTRAINT tile_run_of_whole_hashes
            CHECK (octet_length(hashes) > 0 AND octet_length(hashes) % 32 = 0),
    CONSTRAINT tile_run_pkey PRIMARY KEY (level, first),
    CONSTRAINT tile_run_within_a_tile
        CHECK (first >= 0 AND first % 256 + octet_length(hashes) / 32 <= 256)
);

-- Hashes do not compress; a slice of a row that lies apart is read by itself.
ALTER TABLE tile_run ALTER COLUMN hashes SET STORAGE EXTERNAL;

COMMENT ON TABLE tile_run IS
    'level l holds the nodes of the tree''s level 8 * l, which is 0 for its leaves';

-- Trees that were sealed before there were tiles get theirs: leaf hashes tile by tile, and above
-- them the roots of full tiles, each pair joined under 0x01 (RFC 6962, 2.1).
DO $$
DECLARE
    tile_level smallint := 0;
BEGIN
    CREATE TEMP TABLE node (place bigint PRIMARY KEY, hash bytea NOT NULL) ON COMMIT DROP;
    CREATE TEMP TABLE parent (place bigint PRIMARY KEY, hash bytea NOT NULL) ON COMMIT DROP;
    INSERT INTO node
    SELECT leaf.log_index, entry.leaf_hash
    FROM leaf
    JOIN entry ON entry.id = leaf.entry_id;
    WHILE EXISTS (SELECT FROM node) LOOP
        INSERT INTO tile_run (level, first, hashes)
        SELECT tile_level, min(place), string_agg(hash, ''::bytea ORDER BY place)
        FROM node
        GROUP BY place / 256;
        FOR height IN 1..8 LOOP
            INSERT INTO parent
            SELECT a.place / 2, sha256('\x01'::bytea || a.hash || b.hash)
            FROM node AS a
            JOIN node AS b ON b.place = a.place + 1
            WHERE a.place % 2 = 0;
            TRUNCATE node;
            INSERT INTO node SELECT place, hash FROM parent;
            TRUNCATE parent;
        END LOOP;
        tile_level := tile_level + 1;
    END LOOP;
    DROP TABLE node, parent;
END $$;

-- The head of the tree moves only together with its tiles.
CREATE FUNCTION refuse_head_without_tiles() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM generate_series(0, 7) AS tile (level)
        WHERE coalesce(
            (SELECT first + octet_length(hashes) / 32
                FROM tile_run
                WHERE tile_run.level = tile.level
                ORDER BY first DESC
                LIMIT 1), 0) <> NEW.size >> (8 * tile.level)
    ) THEN
        RAISE EXCEPTION '%: the head of the tree is not that of its tiles', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tree_head_follows_tiles
    BEFORE UPDATE ON tree_head
    FOR EACH ROW
    EXECUTE FUNCTION refuse_head_without_tiles();

-- What was signed and published, in order and without a gap, so that one that is taken away
-- leaves a hole. The note is what was published, byte for byte; size and root stand in it, too.
CREATE TABLE checkpoint (
    no bigint NOT NULL CONSTRAINT checkpoint_pkey PRIMARY KEY,
    size bigint NOT NULL CONSTRAINT checkpoint_size_not_negative CHECK (size >= 0),
    root bytea NOT NULL CONSTRAINT checkpoint_root_size CHECK (octet_length(root) = 32),
    note text NOT NULL CONSTRAINT checkpoint_note_length CHECK (length(note) BETWEEN 1 AND 65536),
    signed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX checkpoint_size ON checkpoint (size);

-- One history: a checkpoint is of the tree there is, and never smaller than the one before it.
CREATE FUNCTION refuse_second_history() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
DECLARE
    last checkpoint%ROWTYPE;
BEGIN
    SELECT * INTO last FROM checkpoint ORDER BY no DESC LIMIT 1;
    IF NEW.no <> coalesce(last.no, 0) + 1
        OR NEW.size < last.size
        OR (NEW.size = last.size AND NEW.root <> last.root)
        OR NEW.size > (SELECT size FROM tree_head)
    THEN
        RAISE EXCEPTION '%: this checkpoint does not follow the one before it', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER checkpoint_follows
    BEFORE INSERT ON checkpoint
    FOR EACH ROW
    EXECUTE FUNCTION refuse_second_history();

CALL make_append_only('tile_run', 'checkpoint');

GRANT SELECT, INSERT ON tile_run, checkpoint TO pumasi_app;
GRANT SELECT ON tile_run, checkpoint TO pumasi_auditor;
