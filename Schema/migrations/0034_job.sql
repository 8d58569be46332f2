-- The jobs beside the summary: the yearly publication of Article 13, drafted in January and made
-- again when the year is closed; the relay's state of a week; exchanges that wait for an answer;
-- and what looks after the ledger at night.
ALTER TABLE schedule
    DROP CONSTRAINT schedule_job_known,
    ADD CONSTRAINT schedule_job_known
        CHECK (job IN ('summary', 'publication', 'relay_state', 'unanswered_exchanges',
            'ledger_verification', 'takings_check', 'access_retention')),
    ADD CONSTRAINT schedule_publication_is_yearly
        CHECK (job <> 'publication' OR rule = 'yearly');

-- A revision that cannot be made is given up like any other run, and a check that is made once
-- more may find something wrong. Only the first row of a period can be skipped.
ALTER TABLE run
    DROP CONSTRAINT run_revision_is_filed,
    ADD CONSTRAINT run_revision_is_made CHECK (revision = 0 OR state <> 'skipped');

-- A check that was missed is made once: it looks at the ledger as it is.
INSERT INTO schedule (
    name, job, rule, at_minute, on_weekday, on_month, on_day, misfire, overlap)
VALUES
    ('publication', 'publication', 'yearly', 540, NULL, 1, 15, 'all', 'allow'),
    ('relay-state', 'relay_state', 'weekly', 540, 1, NULL, NULL, 'all', 'allow'),
    ('unanswered', 'unanswered_exchanges', 'weekly', 540, 1, NULL, NULL, 'all', 'allow'),
    ('roll-up', 'takings_check', 'daily', 120, NULL, NULL, NULL, 'latest', 'skip'),
    ('verify', 'ledger_verification', 'daily', 150, NULL, NULL, NULL, 'latest', 'skip'),
    ('access-retention', 'access_retention', 'monthly', 540, NULL, NULL, 2, 'latest', 'skip')
ON CONFLICT (name) DO NOTHING;
