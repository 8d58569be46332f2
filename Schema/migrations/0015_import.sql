-- 일괄 등록: a list of donations that was taken in as a whole, in one transaction. Its rows are
-- ordinary donations; which ones they are stands in import_range.
CREATE TABLE import (
    entry_id bigint NOT NULL
        CONSTRAINT import_pkey PRIMARY KEY
        CONSTRAINT import_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT import_id_key UNIQUE,
    -- A keyed hash of the file's SHA-256 and the sheet: a plain one of a short list could be
    -- guessed. SHA-256 and name of the file stand in personal.
    file_id uuid NOT NULL,
    recorded_at timestamptz NOT NULL,
    author_id uuid NOT NULL CONSTRAINT import_author_exists REFERENCES author,
    -- Rows that hold anything; each is recorded, refused or known already.
    rows int NOT NULL,
    recorded int NOT NULL CONSTRAINT import_recorded_something CHECK (recorded > 0),
    refused int NOT NULL,
    known int NOT NULL,
    -- Of those recorded: disputed ones, and ones like another donation.
    disputed int NOT NULL,
    duplicates int NOT NULL,
    -- Disclosed amounts of the rows recorded, in won.
    amount bigint NOT NULL,
    valid_rows_only boolean NOT NULL,
    forced_because text,
    -- SHA-256 over the leaf hashes of its rows, in their order.
    rows_hash bytea NOT NULL CONSTRAINT import_rows_hash_size CHECK (octet_length(rows_hash) = 32),
    CONSTRAINT import_rows_add_up CHECK (
        recorded + refused + known = rows AND refused >= 0 AND known >= 0
        AND disputed BETWEEN 0 AND recorded AND duplicates BETWEEN 0 AND recorded),
    CONSTRAINT import_whole_or_valid_only CHECK (valid_rows_only OR refused = 0),
    CONSTRAINT import_forced_with_reason CHECK (length(forced_because) BETWEEN 1 AND 500)
);

-- 같은 파일은 한 번만. Unless somebody says why it must be taken in again.
CREATE UNIQUE INDEX import_file_once ON import (file_id) WHERE forced_because IS NULL;

-- The entries of an import's rows. Numbers are drawn some thousands at a time, so that a range or
-- a few hold all of them, whatever else is recorded meanwhile.
CREATE TABLE import_range (
    import_entry bigint NOT NULL
        CONSTRAINT import_range_import_exists REFERENCES import (entry_id),
    first_entry bigint NOT NULL,
    last_entry bigint NOT NULL,
    CONSTRAINT import_range_pkey PRIMARY KEY (import_entry, first_entry),
    CONSTRAINT import_range_ascends CHECK (first_entry <= last_entry)
);

-- Whose list a donation came in by: the last range that begins at or before its entry.
CREATE INDEX import_range_first ON import_range (first_entry);

CALL make_append_only('import', 'import_range');

GRANT SELECT, INSERT ON import, import_range TO pumasi_app;
GRANT SELECT ON import, import_range TO pumasi_auditor;
GRANT SELECT (entry_id, id, recorded_at, rows, recorded, refused, known, disputed, duplicates,
    amount, valid_rows_only) ON import TO pumasi_report;
