-- 기금 수치: what became of the money (Decree, Art. 9(1)2 to 5), typed in from a document that
-- says so: balances, use, costs, and free items of the Ministry and of the head. Receipts are not
-- typed in: they are the donations themselves.
CREATE TABLE fund_figure (
    entry_id bigint NOT NULL
        CONSTRAINT fund_figure_pkey PRIMARY KEY
        CONSTRAINT fund_figure_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT fund_figure_id_key UNIQUE,
    year smallint NOT NULL CONSTRAINT fund_figure_year_of_the_scheme CHECK (year >= 2023),
    figure text NOT NULL
        CONSTRAINT fund_figure_known
            CHECK (figure IN ('opening_balance', 'use', 'collection_cost', 'gift_cost',
                'closing_balance', 'ministry_item', 'head_item')),
    purpose smallint CONSTRAINT fund_figure_purpose_known CHECK (purpose BETWEEN 1 AND 4),
    project_id uuid CONSTRAINT fund_figure_project_exists REFERENCES project (id),
    title text CONSTRAINT fund_figure_title_length CHECK (length(title) BETWEEN 1 AND 200),
    amount bigint
        CONSTRAINT fund_figure_amount_some CHECK (amount BETWEEN 0 AND 9007199254740991),
    note text CONSTRAINT fund_figure_note_length CHECK (length(note) BETWEEN 1 AND 1000),
    -- Which document says so, and where in it.
    document text NOT NULL
        CONSTRAINT fund_figure_document_given CHECK (length(document) BETWEEN 1 AND 200),
    -- The figure whose place it takes, and how many there were before it in that place.
    replaces_id uuid CONSTRAINT fund_figure_replaced UNIQUE,
    revision int NOT NULL CONSTRAINT fund_figure_revision_from_zero CHECK (revision >= 0),
    author_id uuid NOT NULL CONSTRAINT fund_figure_author_exists REFERENCES author,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT fund_figure_kind_key UNIQUE (id, year, figure),
    CONSTRAINT fund_figure_replaces_the_same
        FOREIGN KEY (replaces_id, year, figure) REFERENCES fund_figure (id, year, figure),
    CONSTRAINT fund_figure_revises CHECK ((revision = 0) = (replaces_id IS NULL)),
    CONSTRAINT fund_figure_use_has_purpose CHECK ((figure = 'use') = (purpose IS NOT NULL)),
    CONSTRAINT fund_figure_project_is_used CHECK (project_id IS NULL OR figure = 'use'),
    CONSTRAINT fund_figure_item_has_title
        CHECK ((figure IN ('ministry_item', 'head_item')) = (title IS NOT NULL)),
    CONSTRAINT fund_figure_has_amount
        CHECK (amount IS NOT NULL OR figure IN ('ministry_item', 'head_item') AND note IS NOT NULL)
);

-- A year opens and closes with one balance each, however often it was put right.
CREATE UNIQUE INDEX fund_balance_once ON fund_figure (year, figure, revision)
    WHERE figure IN ('opening_balance', 'closing_balance');
CREATE INDEX fund_figure_year ON fund_figure (year, entry_id);

CALL make_append_only('fund_figure');

GRANT SELECT, INSERT ON fund_figure TO pumasi_app;
GRANT SELECT ON fund_figure TO pumasi_report, pumasi_auditor;
