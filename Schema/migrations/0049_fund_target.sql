-- 모금 목표액. What the government of the book means to raise in a year, as a document of the office
-- says it. A target is a government's and never a person's or a department's (Act, Art. 6).
ALTER TABLE fund_figure
    DROP CONSTRAINT fund_figure_known,
    ADD CONSTRAINT fund_figure_known
        CHECK (figure IN ('target', 'opening_balance', 'use', 'collection_cost', 'gift_cost',
            'closing_balance', 'ministry_item', 'head_item')),
    ADD CONSTRAINT fund_figure_target_some CHECK (figure <> 'target' OR amount > 0);

-- A year has one, however often it was put right.
CREATE UNIQUE INDEX fund_target_once ON fund_figure (year, revision) WHERE figure = 'target';
