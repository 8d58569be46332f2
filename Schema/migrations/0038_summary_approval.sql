-- 보고의 승인: a manager approves a filed summary, or turns it down and says why; the period is then
-- made once more. Whoever had it made is the author of its run, and that is no second person.
ALTER TABLE approval
    ADD COLUMN summary_id uuid
        CONSTRAINT approval_summary_once UNIQUE
        CONSTRAINT approval_summary_exists REFERENCES summary (id),
    DROP CONSTRAINT approval_of_one,
    ADD CONSTRAINT approval_of_one
        CHECK (num_nonnulls(correction_id, reopening_id, summary_id) = 1);
