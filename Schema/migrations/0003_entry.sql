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

CREATE TRIGGER entry_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    EXECUTE FUNCTION refuse_change();

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
    entry_id bigint NOT NULL
        CONSTRAINT leaf_entry_key UNIQUE
        CONSTRAINT leaf_entry_exists REFERENCES entry
);

CREATE TRIGGER leaf_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON leaf
    EXECUTE FUNCTION refuse_change();

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

GRANT USAGE ON SEQUENCE entry_id TO pumasi_app;
GRANT SELECT, INSERT ON entry, leaf TO pumasi_app;
GRANT SELECT, INSERT, DELETE ON personal, idempotency TO pumasi_app;
GRANT SELECT, INSERT, DELETE ON unsealed TO pumasi_app;
GRANT SELECT, UPDATE (size, frontier, sealed_at) ON tree_head TO pumasi_app;
GRANT SELECT ON entry, leaf, tree_head TO pumasi_auditor;
