-- Money that was taken although a check failed is recorded as it was found, so that it can go back:
-- the ground is the one that the failed check shows (Act 14(1)1 and 3).
ALTER TABLE donation
    DROP CONSTRAINT checks_incomplete,
    ADD CONSTRAINT checks_incomplete
        CHECK (origin = 'reported'
            OR (checks ->> 'pledge' IS NOT NULL
                AND (checks #>> '{all,result}' = 'passed'
                    OR (checks #>> '{annual_total,result}' = 'passed'
                        AND checks #>> '{gift_wish,result}' = 'passed'
                        AND (checks #>> '{resident,result}' = 'passed'
                                AND checks #>> '{person,result}' = 'passed'
                            OR checks #>> '{resident,result}' IN ('passed', 'failed')
                                AND checks #>> '{person,result}' IN ('passed', 'failed')
                                AND (unlawful_ground = 1
                                        AND checks #>> '{resident,result}' = 'failed'
                                    OR unlawful_ground = 3
                                        AND checks #>> '{person,result}' = 'failed')))))
                IS TRUE) NOT VALID;
