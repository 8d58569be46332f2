-- 거부 / What the ledger refuses
-- ==============================
-- After 3-relay.sql, on the same ledger. Each rule that a constraint can hold is held twice: by
-- the daemon, with a reason for people, and here, by a name, against the daemon's own mistakes.
-- Every statement below fails, and the name of what refused it is in the message.

\set ON_ERROR_STOP off
\set VERBOSITY terse
\set QUIET on
\pset null '·'
\pset footer off
SET ROLE pumasi_app;
\set ECHO none
\ir session.sql
\set ECHO all

-- A donation that staff took in, written as the daemon would write it.

CREATE FUNCTION pg_temp.give(
    to_code text, residence text, amount bigint DEFAULT 10000, day date DEFAULT '2023-04-10',
    from_code text DEFAULT NULL, disputed text DEFAULT NULL,
    checked jsonb DEFAULT '{"all": {"basis": "document_submitted", "on": "2023-04-10",
        "result": "passed"}, "pledge": "기탁서 1"}'
) RETURNS text
    LANGUAGE sql
    AS $$
        INSERT INTO donation (
            entry_id, id, donor_id, amount, recorded_at, donated_on, recipient_id, giver_id,
            cap_year, natural_person, own_name, date_precision, origin, disputed, channel, checks)
        SELECT pg_temp.record(100, 'donation', pg_temp.id('새 기부'), jsonb_build_object(
                'amount', amount, 'date_precision', 'day', 'donated_on', day::text,
                'origin', CASE WHEN disputed IS NULL THEN 'intake' ELSE 'reported' END,
                'channel', 'bank_counter', 'checks', checked,
                'recipient', pg_temp.unit(to_code), 'disputed', disputed, 'own_name', true),
                jsonb_strip_nulls(
                    jsonb_build_object('donor', pg_temp.id('누군가'), 'residence', residence))),
            pg_temp.id('새 기부'), pg_temp.id('누군가'), amount, '2023-04-11 09:00+09', day,
            (SELECT id FROM government WHERE code = to_code),
            (SELECT id FROM government WHERE code = from_code), extract(year FROM day), true,
            true, 'day', CASE WHEN disputed IS NULL THEN 'intake' ELSE 'reported' END, disputed,
            'bank_counter', checked::json
        RETURNING 'recorded'
    $$;

-- Each attempt is undone, the lawful one too.

\set AUTOCOMMIT off
\pset tuples_only on
SELECT pg_temp.give('36110', '11110'); ROLLBACK;

-- 1. 법 / The law
-- ---------------
-- Residents cannot donate to their own government, nor to the province or city above it.

SELECT pg_temp.give('11110', '11110'); ROLLBACK;
SELECT pg_temp.give('11000', '11110'); ROLLBACK;

-- What was taken in must say where the donor lives.

SELECT pg_temp.give('36110', NULL); ROLLBACK;

-- And staff must have checked whatever the law has them check.

SELECT pg_temp.give('36110', '11110', checked => '{"pledge": "기탁서 1"}'); ROLLBACK;

-- Nobody gives to the government that employs them.

SELECT pg_temp.give('36110', '11110', from_code => '36110'); ROLLBACK;

-- The scheme began with the year 2023, and tomorrow has not been.

SELECT pg_temp.give('36110', '11110', day => '2022-12-31'); ROLLBACK;
SELECT pg_temp.give('36110', '11110', day => '2023-04-12'); ROLLBACK;

-- On this day there was no Gunwi-gun in Daegu yet.

SELECT pg_temp.give('27720', '11110'); ROLLBACK;

-- An amount is a whole number of won, one at least.

SELECT pg_temp.give('36110', '11110', amount => 0); ROLLBACK;

-- Five million won a year until 2024, over all governments together; twenty from 2025.

INSERT INTO donor_year VALUES (pg_temp.id('누군가'), 2023, 5000001, 0); ROLLBACK;
INSERT INTO donor_year VALUES (pg_temp.id('누군가'), 2025, 5000001, 0) RETURNING 'recorded';
ROLLBACK;

-- What the world reports against a rule is a fact all the same: kept as disputed, by the name of
-- the rule, outside every total.

SELECT pg_temp.give('11110', '11110', disputed => 'donor_resides_in_recipient'); ROLLBACK;

-- 2. 릴레이 / The relay
-- ---------------------
-- Nobody names themselves, nobody the same runner twice, and the baton never comes back to where
-- it has been.

CREATE FUNCTION pg_temp.nominate(runner text, nominee text) RETURNS void
    LANGUAGE sql
    AS $$
        INSERT INTO nomination (
            entry_id, id, relay_id, participation_id, nominee_id, recorded_at)
        SELECT pg_temp.record(101, 'nomination', pg_temp.id('새 지명'), jsonb_build_object(
                'nominee', pg_temp.id(nominee), 'participation', pg_temp.id('참여 ' || runner),
                'relay', pg_temp.id('챌린지'))),
            pg_temp.id('새 지명'), pg_temp.id('챌린지'), pg_temp.id('참여 ' || runner),
            pg_temp.id(nominee), '2023-04-11 09:00+09'
    $$;
COMMIT;

SELECT pg_temp.nominate('최민호', '최민호'); ROLLBACK;
SELECT pg_temp.nominate('최민호', '이명수'); ROLLBACK;

SELECT pg_temp.nominate('최민호', '오영훈');
INSERT INTO nomination_answer
VALUES (pg_temp.id('새 지명'), pg_temp.id('챌린지'), pg_temp.id('참여 오영훈'), 101);
ROLLBACK;

-- A nomination is answered once, and by whom it names.

INSERT INTO nomination_answer
VALUES (pg_temp.id('오영훈→최민호'), pg_temp.id('챌린지'), pg_temp.id('참여 최민호'), 43);
ROLLBACK;
INSERT INTO nomination_answer
VALUES (pg_temp.id('최민호→이명수'), pg_temp.id('챌린지'), pg_temp.id('참여 오영훈'), 39);
ROLLBACK;

-- 3. 고칠 수 없음 / Nothing is edited
-- -----------------------------------
-- The daemon has no right to change an entry, and the owner, who has every right, has a trigger in
-- the way. What was wrong is corrected by adding.

UPDATE entry SET kind = 'other' WHERE id = 31; ROLLBACK;
DELETE FROM donation; ROLLBACK;
TRUNCATE entry; ROLLBACK;

RESET ROLE; COMMIT;
UPDATE entry SET kind = 'other' WHERE id = 31; ROLLBACK;
DELETE FROM donation; ROLLBACK;
TRUNCATE leaf; ROLLBACK;

-- Bytes that do not hash to their leaf are no entry.

INSERT INTO entry VALUES (102, 'donation', '2023-04-11 09:00+09', '{}', sha256('{}')); ROLLBACK;

-- 4. 남은 것 / What is left
-- -------------------------
-- Nothing refused leaves a trace.

SELECT count(*) || ' entries, ' || (SELECT count(*) FROM donation) || ' donations' FROM entry;
COMMIT;
