-- The ledger: one append-only sequence of entries. The bytes are the entry (canonical JSON,
-- version 1) and are never encoded again; typed tables beside it are what SQL reads.
CREATE SEQUENCE entry_id AS bigint;

CREATE TABLE entry (
    id bigint NOT NULL CONSTRAINT entry_pkey PRIMARY KEY,
    kind text NOT NULL,
    recorded_at timestamptz NOT NULL,
    bytes bytea NOT NULL
        CONSTRAINT entry_bytes_size CHECK (octet_length(bytes) BETWEEN 2 AND 60000),
    -- RFC 6962, 2.1: the hash of a leaf is taken over 0x00 and the entry.
    leaf_hash bytea NOT NULL
        CONSTRAINT entry_leaf_hash_matches CHECK (leaf_hash = sha256('\x00'::bytea || bytes))
);

-- The values and salts of the fields that an entry only commits to. Erasing a person deletes
-- rows here; entries, hashes and proofs stay as they are.
CREATE TABLE personal (
    entry_id bigint NOT NULL CONSTRAINT personal_pkey PRIMARY KEY,
    fields jsonb NOT NULL
        CONSTRAINT personal_fields_is_object CHECK (jsonb_typeof(fields) = 'object'),
    -- 32 bytes for each field, in the order of the fields' names by byte.
    salts bytea NOT NULL
        CONSTRAINT personal_salts_size
            CHECK (octet_length(salts) > 0 AND octet_length(salts) % 32 = 0)
);

-- The caller's id of a request, for ever: the hash of owner and key, the keyed hash of what was
-- asked, and the entry that answered it. The row commits together with its effect.
CREATE TABLE idempotency (
    id uuid NOT NULL CONSTRAINT idempotency_pkey PRIMARY KEY,
    fingerprint uuid NOT NULL,
    entry_id bigint NOT NULL
);

-- Work of the sealer, one row a transaction. It is found by presence, never by an order of
-- numbers: a number is drawn early and may commit late.
CREATE TABLE unsealed (
    batch bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT unsealed_pkey PRIMARY KEY,
    entry_ids bigint[] NOT NULL
        CONSTRAINT unsealed_entry_ids_not_empty CHECK (cardinality(entry_ids) > 0)
);

CREATE TABLE leaf (
    log_index bigint NOT NULL
        CONSTRAINT leaf_pkey PRIMARY KEY
        CONSTRAINT leaf_log_index_from_zero CHECK (log_index >= 0),
    entry_id bigint NOT NULL CONSTRAINT leaf_entry_key UNIQUE
);

-- A foreign key would lock and so rewrite each entry that is sealed. Entries are never removed:
-- it is enough to look. Here and below a subquery that yields one value looks each row up by key,
-- whatever the planner believes of a table that grows.
CREATE FUNCTION refuse_leaf_of_nothing() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE (SELECT entry.id FROM entry WHERE entry.id = added.entry_id) IS NULL
    ) THEN
        RAISE EXCEPTION '%: a leaf is the place of an entry', TG_NAME
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER leaf_entry_exists
    AFTER INSERT ON leaf
    REFERENCING NEW TABLE AS added
    EXECUTE FUNCTION refuse_leaf_of_nothing();

-- The one head of the tree: its size, and the hashes of its complete subtrees from left to
-- right (RFC 6962), 32 bytes each, from which the root follows.
CREATE TABLE tree_head (
    one boolean NOT NULL DEFAULT true
        CONSTRAINT tree_head_pkey PRIMARY KEY
        CONSTRAINT tree_head_is_one CHECK (one),
    size bigint NOT NULL CONSTRAINT tree_head_size_not_negative CHECK (size >= 0),
    frontier bytea NOT NULL
        CONSTRAINT tree_head_frontier_size
            CHECK (octet_length(frontier)
                = 32 * length(replace(size::bit(64)::text, '0', ''))),
    sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

INSERT INTO tree_head (size, frontier) VALUES (0, '');

CALL make_append_only('entry', 'leaf');

CREATE TRIGGER personal_unchanged
    BEFORE UPDATE OR TRUNCATE ON personal
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER idempotency_unchanged
    BEFORE UPDATE OR TRUNCATE ON idempotency
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER unsealed_unchanged
    BEFORE UPDATE OR TRUNCATE ON unsealed
    EXECUTE FUNCTION refuse_change();

CREATE TRIGGER tree_head_kept
    BEFORE DELETE OR TRUNCATE ON tree_head
    EXECUTE FUNCTION refuse_change();

ALTER TABLE personal ENABLE ALWAYS TRIGGER personal_unchanged;
ALTER TABLE idempotency ENABLE ALWAYS TRIGGER idempotency_unchanged;
ALTER TABLE unsealed ENABLE ALWAYS TRIGGER unsealed_unchanged;
ALTER TABLE tree_head ENABLE ALWAYS TRIGGER tree_head_kept;

-- The id of a refused request is withdrawn before its transaction ends. An id that was answered
-- stays, else its request would be recorded a second time.
CREATE FUNCTION refuse_forgetting() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM gone
        WHERE (SELECT entry.id FROM entry WHERE entry.id = gone.entry_id) IS NOT NULL
    ) THEN
        RAISE EXCEPTION '%: the id of a request that was answered is kept for ever', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER idempotency_answered
    AFTER DELETE ON idempotency
    REFERENCING OLD TABLE AS gone
    EXECUTE FUNCTION refuse_forgetting();

-- Work is taken from the sealer's list only with a transaction that gives every entry its place.
CREATE FUNCTION refuse_loss() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF EXISTS (
        SELECT FROM unnest(OLD.entry_ids) AS taken (id)
        WHERE (SELECT leaf.entry_id FROM leaf WHERE leaf.entry_id = taken.id) IS NULL
    ) THEN
        RAISE EXCEPTION '%: an entry was taken to be sealed and has no place', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER unsealed_gets_sealed
    AFTER DELETE ON unsealed
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW
    EXECUTE FUNCTION refuse_loss();

-- The tree only grows, and by exactly the leaves that were added, without a gap.
CREATE FUNCTION refuse_wrong_head() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    IF NEW.size < OLD.size
        OR (SELECT coalesce(max(log_index), -1) FROM leaf) <> NEW.size - 1
        OR (SELECT count(*) FROM leaf WHERE log_index >= OLD.size) <> NEW.size - OLD.size
    THEN
        RAISE EXCEPTION '%: the head of the tree is not that of its leaves', TG_NAME
            USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER tree_head_follows_leaves
    BEFORE UPDATE ON tree_head
    FOR EACH ROW
    EXECUTE FUNCTION refuse_wrong_head();

GRANT USAGE ON SEQUENCE entry_id TO pumasi_app;
GRANT SELECT, INSERT ON entry, leaf TO pumasi_app;
GRANT SELECT, INSERT, DELETE ON personal, idempotency TO pumasi_app;
GRANT SELECT, INSERT, DELETE ON unsealed TO pumasi_app;
GRANT SELECT, UPDATE (size, frontier, sealed_at) ON tree_head TO pumasi_app;
GRANT SELECT ON entry, leaf, tree_head TO pumasi_auditor;
