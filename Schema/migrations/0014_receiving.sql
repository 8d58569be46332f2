-- What a donation says of its purpose, of what was given in return and of what staff checked
-- (Act, Art. 5, 8 to 9; Decree, Art. 4, 5). Each rule has its name here a second time. What was
-- recorded before is not looked at again: NOT VALID holds from now on.
ALTER TABLE donation
    ADD COLUMN interest boolean,
    ADD COLUMN purpose smallint CONSTRAINT donation_purpose_known CHECK (purpose BETWEEN 1 AND 4),
    ADD COLUMN project_id uuid,
    ADD COLUMN gift_kind text
        CONSTRAINT donation_gift_kind_known
            CHECK (gift_kind IN ('local_product', 'local_voucher', 'by_ordinance', 'cash',
                'precious_metal', 'outside_voucher', 'other_forbidden')),
    ADD COLUMN gift_value bigint
        CONSTRAINT donation_gift_value_not_negative CHECK (gift_value >= 0),
    ADD COLUMN gift_wanted boolean,
    -- As the entry has them, byte for byte.
    ADD COLUMN checks json,
    ADD COLUMN official_receipt_no text
        CONSTRAINT donation_official_receipt_no_length
            CHECK (length(official_receipt_no) BETWEEN 1 AND 200),
    ADD CONSTRAINT donor_has_interest_in_recipient
        CHECK (interest IS NOT TRUE OR disputed IS NOT NULL) NOT VALID,
    ADD CONSTRAINT place_not_public
        CHECK (disputed IS NOT NULL OR origin = 'reported'
            OR (channel IS NOT NULL
                AND (channel <> 'public_place' OR channel_name IS NOT NULL))) NOT VALID,
    -- Where the date leaves several days open, the last of them decides.
    ADD CONSTRAINT earmark_not_available
        CHECK (disputed IS NOT NULL OR (purpose IS NULL AND project_id IS NULL)
            OR donated_on >= CASE date_precision
                WHEN 'month' THEN DATE '2024-02-01'
                WHEN 'year' THEN DATE '2024-01-01'
                ELSE DATE '2024-02-20'
                END) NOT VALID,
    ADD CONSTRAINT gift_forbidden_kind
        CHECK (disputed IS NOT NULL
            OR gift_kind IN ('local_product', 'local_voucher', 'by_ordinance')) NOT VALID,
    ADD CONSTRAINT gift_over_limit
        CHECK (disputed IS NOT NULL OR gift_value <= amount * 3 / 10) NOT VALID,
    ADD CONSTRAINT gift_not_wanted
        CHECK (disputed IS NOT NULL OR gift_wanted IS NOT FALSE
            OR (gift_kind IS NULL AND coalesce(gift_value, 0) = 0)) NOT VALID,
    ADD CONSTRAINT checks_incomplete
        CHECK (origin = 'reported'
            OR (checks ->> 'pledge' IS NOT NULL
                AND (checks #>> '{all,result}' = 'passed'
                    OR (checks #>> '{resident,result}' = 'passed'
                        AND checks #>> '{person,result}' = 'passed'
                        AND checks #>> '{annual_total,result}' = 'passed'
                        AND checks #>> '{gift_wish,result}' = 'passed'))) IS TRUE) NOT VALID,
    -- A text within the JSON has its quotation marks escaped and cannot look like a basis.
    ADD CONSTRAINT consent_missing
        CHECK (disputed IS NOT NULL
            OR (checks::text LIKE '%"basis":"shared_administrative_information"%') IS NOT TRUE
            OR coalesce((checks ->> 'consent')::boolean, origin = 'reported')) NOT VALID;

GRANT SELECT (purpose, project_id, gift_kind, gift_value, gift_wanted) ON donation
    TO pumasi_report;

CREATE INDEX donation_project ON donation (project_id) WHERE project_id IS NOT NULL;

-- Few donations name a project: looked at one by one, and only those. The database knows less than
-- the domain of what became of a government that is no more.
CREATE FUNCTION refuse_closed_project() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = public, pg_temp
    AS $$
DECLARE
    broken text;
BEGIN
    SELECT CASE
            WHEN NEW.disputed IS NOT NULL THEN NULL
            WHEN project.government_id <> NEW.recipient_id
                AND (government.valid_to > NEW.donated_on) IS NOT FALSE
                THEN 'project_not_open'
            WHEN NEW.purpose <> project.purpose THEN 'project_not_open'
            WHEN project.open_from > CASE NEW.date_precision
                    WHEN 'month' THEN (NEW.donated_on + interval '1 month - 1 day')::date
                    WHEN 'year' THEN (NEW.donated_on + interval '1 year - 1 day')::date
                    ELSE NEW.donated_on
                    END
                THEN 'project_not_open'
            WHEN NEW.date_precision <> 'on_or_before' AND least(project.open_to, ended.ends_on)
                    <= NEW.donated_on
                THEN 'project_not_open'
            END
    INTO broken
    FROM project
    JOIN government ON government.id = project.government_id
    CROSS JOIN LATERAL (
        SELECT min(ends_on) AS ends_on
        FROM project_ending
        WHERE project_ending.project_id = project.id
    ) AS ended
    WHERE project.id = NEW.project_id;
    IF NOT FOUND THEN
        broken := 'donation_project_exists';
    END IF;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION '%: this donation is refused', broken
            USING ERRCODE = 'check_violation', CONSTRAINT = broken;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER donation_project_is_open
    AFTER INSERT ON donation
    FOR EACH ROW
    WHEN (NEW.project_id IS NOT NULL)
    EXECUTE FUNCTION refuse_closed_project();

-- 영수증: the receipt the law asks for (Act, Art. 8(2)), when it follows after the donation, and its
-- recall when the donation is returned (Act, Art. 14(1)).
CREATE TABLE official_receipt (
    entry_id bigint NOT NULL
        CONSTRAINT official_receipt_pkey PRIMARY KEY
        CONSTRAINT official_receipt_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT official_receipt_id_key UNIQUE,
    donation_id uuid NOT NULL
        CONSTRAINT official_receipt_donation_exists REFERENCES donation (id),
    no text NOT NULL CONSTRAINT official_receipt_no_length CHECK (length(no) BETWEEN 1 AND 200),
    issued_on date NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX official_receipt_donation ON official_receipt (donation_id);

CREATE TABLE official_receipt_recall (
    entry_id bigint NOT NULL
        CONSTRAINT official_receipt_recall_pkey PRIMARY KEY
        CONSTRAINT official_receipt_recall_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT official_receipt_recall_id_key UNIQUE,
    donation_id uuid NOT NULL
        CONSTRAINT official_receipt_recall_once UNIQUE
        CONSTRAINT official_receipt_recall_donation_exists REFERENCES donation (id),
    recalled_on date NOT NULL,
    reason text NOT NULL
        CONSTRAINT official_receipt_recall_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    recorded_at timestamptz NOT NULL
);

CALL make_append_only('official_receipt', 'official_receipt_recall');

GRANT SELECT, INSERT ON official_receipt, official_receipt_recall TO pumasi_app;
GRANT SELECT ON official_receipt, official_receipt_recall TO pumasi_auditor;
