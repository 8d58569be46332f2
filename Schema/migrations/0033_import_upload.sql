-- 일괄 등록 대기. A list that somebody sent and has not recorded yet. It waits here while its
-- columns are matched and its preview is looked at, for whichever daemon is asked next. It is no
-- entry of the book: it holds names of others before anybody judged them, so only the daemon reads
-- it, and what it holds goes as soon as it is recorded or dropped, and a day after it came anyway.
CREATE TABLE import_upload (
    id uuid NOT NULL CONSTRAINT import_upload_pkey PRIMARY KEY,
    author_id uuid NOT NULL CONSTRAINT import_upload_author_exists REFERENCES author,
    sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    file_name text CONSTRAINT import_upload_file_name_length CHECK (length(file_name) <= 255),
    bytes bytea
        CONSTRAINT import_upload_bytes_size CHECK (octet_length(bytes) BETWEEN 1 AND 20971520),
    reading bytea NOT NULL
        CONSTRAINT import_upload_reading_size CHECK (octet_length(reading) <= 1048576),
    begun_at timestamptz,
    import_id uuid,
    CONSTRAINT import_upload_emptied CHECK (
        (import_id IS NULL) = (bytes IS NOT NULL) AND (import_id IS NULL OR file_name IS NULL))
);

COMMENT ON COLUMN import_upload.reading IS
    'how the list is to be read: canonical JSON of format, sheet, encoding, defaults and columns';
COMMENT ON COLUMN import_upload.begun_at IS
    'when somebody said that it is to be recorded: whichever daemon is asked next finishes it';
COMMENT ON COLUMN import_upload.import_id IS
    'the import that it became; from then on nothing of the list is kept';

CREATE INDEX import_upload_author ON import_upload (author_id, sent_at);
CREATE INDEX import_upload_sent ON import_upload (sent_at);

GRANT SELECT, INSERT, DELETE, UPDATE (file_name, bytes, reading, begun_at, import_id)
    ON import_upload TO pumasi_app;
