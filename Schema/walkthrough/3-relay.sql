-- 인증 챌린지 / The relay: several in, several out
-- ================================================
-- After 2-exchanges.sql, on the same ledger. A participation is a node, a nomination an edge. Who
-- nominates has run, even if nobody says when; who is named has not, until somebody says so.

\set ON_ERROR_STOP on
\set QUIET on
\pset null '·'
\pset footer off
SET ROLE pumasi_app;
\set ECHO none
\ir session.sql
\set ECHO all

-- 1. 주자와 지명 / Runs and nominations
-- -------------------------------------

INSERT INTO relay (entry_id, id, name_ko, name_en, started_by, recorded_at)
SELECT pg_temp.record(38, 'relay', pg_temp.id('챌린지'), jsonb_build_object(
        'name', pg_temp.bilingual('고향사랑기부 인증 챌린지', 'Certification challenge'),
        'started_by', pg_temp.id('한병도'))),
    pg_temp.id('챌린지'), '고향사랑기부 인증 챌린지', 'Certification challenge',
    pg_temp.id('한병도'), '2023-04-11 09:00+09';

CREATE FUNCTION pg_temp.run(
    number bigint, name text, day date DEFAULT NULL, day_precision text DEFAULT NULL,
    answers text[] DEFAULT '{}'
) RETURNS void
    LANGUAGE sql
    AS $$
        INSERT INTO participation (
            entry_id, id, relay_id, person_id, happened_on, date_precision, implied, origin,
            recorded_at)
        SELECT pg_temp.record(number, 'participation', pg_temp.id('참여 ' || name),
                jsonb_build_object('person', pg_temp.id(name), 'relay', pg_temp.id('챌린지'),
                    'implied', CASE WHEN day IS NULL THEN true END,
                    'on', CASE WHEN day IS NOT NULL
                        THEN pg_temp.event(day::text, day_precision) END,
                    'answers', (
                        SELECT jsonb_agg(pg_temp.id(answer)) FROM unnest(answers) AS answer))),
            pg_temp.id('참여 ' || name), pg_temp.id('챌린지'), pg_temp.id(name), day,
            day_precision, day IS NULL, false, '2023-04-11 09:00+09';
        INSERT INTO nomination_answer (nomination_id, relay_id, participation_id, entry_id)
        SELECT pg_temp.id(answer), pg_temp.id('챌린지'), pg_temp.id('참여 ' || name), number
        FROM unnest(answers) AS answer
    $$;

CREATE FUNCTION pg_temp.nominate(
    number bigint, name text, runner text, nominee text, day text, day_precision text
) RETURNS void
    LANGUAGE sql
    AS $$
        INSERT INTO nomination (
            entry_id, id, relay_id, participation_id, nominee_id, happened_on, date_precision,
            recorded_at)
        SELECT pg_temp.record(number, 'nomination', pg_temp.id(name), jsonb_build_object(
                'nominee', pg_temp.id(nominee), 'on', pg_temp.event(day, day_precision),
                'participation', pg_temp.id('참여 ' || runner), 'relay', pg_temp.id('챌린지'))),
            pg_temp.id(name), pg_temp.id('챌린지'), pg_temp.id('참여 ' || runner),
            pg_temp.id(nominee), rpad(day, 10, '-01')::date, day_precision,
            '2023-04-11 09:00+09'
    $$;

DO $$
BEGIN
    PERFORM pg_temp.run(39, '오영훈');
    PERFORM pg_temp.run(40, '유정복');
    PERFORM pg_temp.nominate(41, '오영훈→최민호', '오영훈', '최민호', '2023-03', 'month');
    PERFORM pg_temp.nominate(42, '유정복→최민호', '유정복', '최민호', '2023-03', 'month');
    PERFORM pg_temp.run(43, '최민호', '2023-04-10', 'on_or_before',
        '{오영훈→최민호,유정복→최민호}');
    PERFORM pg_temp.nominate(44, '최민호→이명수', '최민호', '이명수', '2023-04-10',
        'on_or_before');
END $$;

-- The donations that certify the run: recorded already, linked now, counted once.

INSERT INTO participation_donation (participation_id, donation_id, entry_id)
SELECT pg_temp.id('참여 최민호'), id, entry_id
FROM donation
WHERE donor_id = pg_temp.id('최민호');

-- 2. 배턴은 어디에 / Where the baton is
-- -------------------------------------

SELECT runner.fields ->> 'name_ko' AS runner, nominee.fields ->> 'name_ko' AS nominee,
    nomination.happened_on AS nominated_on, nomination.date_precision AS precision,
    CASE WHEN answer.nomination_id IS NULL THEN 'open' ELSE 'answered' END AS state
FROM nomination
JOIN participation ON participation.id = nomination.participation_id
JOIN person AS runs ON runs.id = participation.person_id
JOIN personal AS runner ON runner.entry_id = runs.entry_id
JOIN person AS named ON named.id = nomination.nominee_id
JOIN personal AS nominee ON nominee.entry_id = named.entry_id
LEFT JOIN nomination_answer AS answer ON answer.nomination_id = nomination.id
ORDER BY nomination.entry_id;

SELECT count(DISTINCT participation.id) AS runs,
    count(DISTINCT participation_donation.donation_id) AS donations,
    (SELECT count(*) FROM nomination) AS nominations,
    (SELECT count(*) FROM nomination_answer) AS answered
FROM participation
LEFT JOIN participation_donation ON participation_donation.participation_id = participation.id;

-- 3. 봉인 / Work for the sealer
-- -----------------------------
-- The last thing a transaction leaves is its list of entries. The sealer takes the list, gives
-- each entry its place in the tree, and only then is the list gone.

INSERT INTO unsealed (entry_ids) SELECT array_agg(id ORDER BY id) FROM entry;

SELECT cardinality(entry_ids) AS entries_that_wait, size AS leaves FROM unsealed, tree_head;
