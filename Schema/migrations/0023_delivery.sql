-- 수신처와 발송: whom filed summaries are handed to, and the outbox. A row of the outbox commits with
-- the summary it is about; what is sent, and how often it was tried, is told afterwards.
CREATE TABLE receiver (
    id smallint GENERATED ALWAYS AS IDENTITY CONSTRAINT receiver_pkey PRIMARY KEY,
    name text NOT NULL
        CONSTRAINT receiver_name_key UNIQUE
        CONSTRAINT receiver_name_plain CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    kind text NOT NULL
        CONSTRAINT receiver_kind_known CHECK (kind IN ('directory', 'webhook', 'mail')),
    address text NOT NULL
        CONSTRAINT receiver_address_some CHECK (length(address) BETWEEN 1 AND 2000),
    schedules text[] NOT NULL DEFAULT '{}',
    formats text[] NOT NULL DEFAULT '{}',
    is_on boolean NOT NULL DEFAULT true,
    secret_no int NOT NULL DEFAULT 1
);

COMMENT ON COLUMN receiver.schedules IS 'names; empty for all';
COMMENT ON COLUMN receiver.formats IS 'file name extensions; empty for all';
COMMENT ON COLUMN receiver.secret_no IS
    'which of the secrets derived for it is in use; the secret itself is not in the database';

CREATE TABLE receiver_change (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT receiver_change_pkey PRIMARY KEY,
    receiver_id smallint NOT NULL CONSTRAINT receiver_change_receiver_exists REFERENCES receiver,
    action text NOT NULL
        CONSTRAINT receiver_change_action_known
            CHECK (action IN ('added', 'switched_on', 'switched_off', 'secret_renewed')),
    note text,
    author_id uuid NOT NULL CONSTRAINT receiver_change_author_exists REFERENCES author,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX receiver_change_receiver ON receiver_change (receiver_id, id);

CREATE TABLE delivery (
    number bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT delivery_pkey PRIMARY KEY,
    -- By it a receiver knows what came twice.
    id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT delivery_id_key UNIQUE,
    summary_id uuid NOT NULL CONSTRAINT delivery_summary_exists REFERENCES summary (id),
    receiver_id smallint NOT NULL CONSTRAINT delivery_receiver_exists REFERENCES receiver,
    state text NOT NULL DEFAULT 'waiting'
        CONSTRAINT delivery_state_known CHECK (state IN ('waiting', 'sent', 'given_up')),
    attempts int NOT NULL DEFAULT 0,
    attempts_before int NOT NULL DEFAULT 0,
    due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    settled_at timestamptz,
    CONSTRAINT delivery_once UNIQUE (summary_id, receiver_id),
    CONSTRAINT delivery_settled CHECK ((state = 'waiting') = (settled_at IS NULL))
);

COMMENT ON COLUMN delivery.attempts_before IS
    'how many there had been when somebody last asked for it to be sent again';
COMMENT ON COLUMN delivery.due_at IS
    'not before; while somebody is at it, when others may take it up';

CREATE INDEX delivery_waiting ON delivery (receiver_id, due_at) WHERE state = 'waiting';
CREATE INDEX delivery_given_up ON delivery (number) WHERE state = 'given_up';

CREATE TABLE delivery_attempt (
    delivery_number bigint NOT NULL
        CONSTRAINT delivery_attempt_delivery_exists REFERENCES delivery,
    attempt int NOT NULL,
    daemon_id uuid NOT NULL,
    ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    succeeded boolean NOT NULL,
    text_ko text NOT NULL,
    text_en text NOT NULL,
    CONSTRAINT delivery_attempt_pkey PRIMARY KEY (delivery_number, attempt)
);

-- A daemon that waits hears of work at once.
CREATE FUNCTION tell_delivery() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
BEGIN
    PERFORM pg_notify('delivery', '');
    RETURN NULL;
END $$;

CREATE TRIGGER delivery_told
    AFTER INSERT OR UPDATE OF attempts_before ON delivery
    EXECUTE FUNCTION tell_delivery();

CALL make_append_only('receiver_change', 'delivery_attempt');

GRANT SELECT, INSERT, UPDATE ON receiver, delivery TO pumasi_app;
GRANT SELECT, INSERT ON receiver_change, delivery_attempt TO pumasi_app;
GRANT SELECT ON receiver, receiver_change, delivery, delivery_attempt
    TO pumasi_report, pumasi_auditor;
