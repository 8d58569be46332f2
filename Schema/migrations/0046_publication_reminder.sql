-- 공개 기한 알림. Receipts and use of a year are published by the last day of the next February (Act,
-- Art. 13; Decree, Art. 9(1)). Three times in that month it is told how far that is, until it is
-- done; what was missed is told once.
ALTER TABLE schedule
    DROP CONSTRAINT schedule_job_known,
    ADD CONSTRAINT schedule_job_known
        CHECK (job IN ('summary', 'publication', 'publication_reminder', 'relay_state',
            'unanswered_exchanges', 'ledger_verification', 'takings_check', 'access_retention')),
    DROP CONSTRAINT schedule_publication_is_yearly,
    ADD CONSTRAINT schedule_publication_is_yearly
        CHECK (job NOT IN ('publication', 'publication_reminder') OR rule = 'yearly');

INSERT INTO schedule (name, job, rule, at_minute, on_month, on_day, misfire, overlap)
VALUES
    ('publication-reminder-1', 'publication_reminder', 'yearly', 540, 2, 1, 'latest', 'skip'),
    ('publication-reminder-15', 'publication_reminder', 'yearly', 540, 2, 15, 'latest', 'skip'),
    ('publication-reminder-25', 'publication_reminder', 'yearly', 540, 2, 25, 'latest', 'skip')
ON CONFLICT (name) DO NOTHING;
