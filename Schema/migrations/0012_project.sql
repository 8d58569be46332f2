-- 지정기부 사업: what a donor may name beside the recipient, and whose money may be used for nothing
-- else (Act, Art. 8-2).
CREATE TABLE project (
    entry_id bigint NOT NULL
        CONSTRAINT project_pkey PRIMARY KEY
        CONSTRAINT project_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT project_id_key UNIQUE,
    government_id smallint NOT NULL CONSTRAINT project_government_exists REFERENCES government,
    name_ko text NOT NULL
        CONSTRAINT project_name_ko_length CHECK (length(name_ko) BETWEEN 1 AND 200),
    name_en text NOT NULL
        CONSTRAINT project_name_en_length CHECK (length(name_en) BETWEEN 1 AND 200),
    purpose smallint NOT NULL CONSTRAINT project_purpose_known CHECK (purpose BETWEEN 1 AND 4),
    open_from date NOT NULL
        CONSTRAINT project_open_since_the_act CHECK (open_from >= DATE '2024-02-20'),
    open_to date,
    goal bigint CONSTRAINT project_goal_some CHECK (goal BETWEEN 1 AND 9007199254740991),
    recorded_at timestamptz NOT NULL,
    CONSTRAINT project_open_for_a_while CHECK (open_to > open_from)
);

COMMENT ON COLUMN project.open_to IS 'exclusive, like the registry; NULL while no end is set';

CREATE INDEX project_government ON project (government_id, open_from);

-- A project that ends before its time, or at all. The earliest end holds.
CREATE TABLE project_ending (
    entry_id bigint NOT NULL
        CONSTRAINT project_ending_pkey PRIMARY KEY
        CONSTRAINT project_ending_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT project_ending_id_key UNIQUE,
    project_id uuid NOT NULL CONSTRAINT project_ending_project_exists REFERENCES project (id),
    ends_on date NOT NULL,
    reason text NOT NULL
        CONSTRAINT project_ending_reason_given CHECK (length(reason) BETWEEN 1 AND 1000),
    recorded_at timestamptz NOT NULL
);

COMMENT ON COLUMN project_ending.ends_on IS 'the first day on which it is closed';

CREATE INDEX project_ending_project ON project_ending (project_id);

-- 제한 공표: when a bar was made public (Act, Art. 16; Decree, Art. 10), if later than recorded.
CREATE TABLE bar_publication (
    entry_id bigint NOT NULL
        CONSTRAINT bar_publication_pkey PRIMARY KEY
        CONSTRAINT bar_publication_entry_exists REFERENCES entry,
    id uuid NOT NULL CONSTRAINT bar_publication_id_key UNIQUE,
    bar_id uuid NOT NULL
        CONSTRAINT bar_publication_once UNIQUE
        CONSTRAINT bar_publication_bar_exists REFERENCES bar (id),
    published_on date NOT NULL,
    recorded_at timestamptz NOT NULL
);

CALL make_append_only('project', 'project_ending', 'bar_publication');

GRANT SELECT, INSERT ON project, project_ending, bar_publication TO pumasi_app;
GRANT SELECT ON project, project_ending, bar_publication TO pumasi_report, pumasi_auditor;
