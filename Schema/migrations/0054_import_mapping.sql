-- 열 맞추기 기억. What somebody said by hand that the columns of a list hold, for the next list under
-- the same words. The words are not kept: where a list has no header they are somebody's name. No
-- part of the book, so it is kept up to date.
CREATE TABLE import_mapping (
    signature bytea NOT NULL
        CONSTRAINT import_mapping_pkey PRIMARY KEY
        CONSTRAINT import_mapping_signature_size CHECK (octet_length(signature) = 32),
    -- A sheet has no more columns than that.
    fields text[] NOT NULL
        CONSTRAINT import_mapping_fields_count CHECK (cardinality(fields) BETWEEN 1 AND 16384)
        CONSTRAINT import_mapping_fields_are_names
            CHECK (array_to_string(fields, ',') ~ '^[a-z_,]*$'),
    author_id uuid NOT NULL CONSTRAINT import_mapping_author_exists REFERENCES author,
    remembered_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

COMMENT ON COLUMN import_mapping.signature IS
    'keyed hash of the words over the columns, in their order';
COMMENT ON COLUMN import_mapping.fields IS
    'what each column holds, by the API''s names; NULL for one that is not read';

GRANT SELECT, INSERT, UPDATE (fields, author_id, remembered_at) ON import_mapping TO pumasi_app;
