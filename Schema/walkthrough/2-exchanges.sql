-- 상호기부 / Exchanges: who gave to whom in return
-- ================================================
-- After 1-agreements.sql, on the same ledger. An exchange has legs. A leg is a statement about
-- people and perhaps money; the money itself is a donation, and is counted once.

\set ON_ERROR_STOP on
\set QUIET on
\pset null '·'
\pset footer off
SET ROLE pumasi_app;
\set ECHO none
\ir session.sql
\set ECHO all

-- 1. 교류와 방향 / Two exchanges, four directions
-- -----------------------------------------------

INSERT INTO exchange (
    entry_id, id, occasion, happened_on, date_precision, agreement_id, recorded_at)
SELECT pg_temp.record(number, 'exchange', pg_temp.id(name), jsonb_build_object(
        'agreement', pg_temp.id(agreement), 'occasion', 'signing',
        'on', pg_temp.event('2023-04-10', 'day'))),
    pg_temp.id(name), 'signing', '2023-04-10', 'day', pg_temp.id(agreement),
    '2023-04-11 09:00+09'
FROM (VALUES (25, '서울-세종', '세종 2023'), (26, '서울-대전', '대전 2023'))
    AS fact (number, name, agreement);

INSERT INTO leg (
    entry_id, id, exchange_id, giver_id, recipient_id, happened_on, date_precision, people,
    recorded_at)
SELECT pg_temp.record(number, 'leg', pg_temp.id(name), jsonb_build_object(
        'exchange', pg_temp.id(exchange), 'from', pg_temp.unit(giver.code),
        'on', pg_temp.event('2023-04-10', 'day'), 'people', 1,
        'to', pg_temp.unit(recipient.code))),
    pg_temp.id(name), pg_temp.id(exchange), giver.id, recipient.id, '2023-04-10', 'day', 1,
    '2023-04-11 09:00+09'
FROM (VALUES
    (27, '서울→세종', '서울-세종', '11000', '36110'),
    (28, '세종→서울', '서울-세종', '36110', '11000'),
    (29, '서울→대전', '서울-대전', '11000', '30000'),
    (30, '대전→서울', '서울-대전', '30000', '11000')
) AS fact (number, name, exchange, from_code, to_code)
JOIN government AS giver ON giver.code = from_code
JOIN government AS recipient ON recipient.code = to_code;

-- 2. 기부 / The donations
-- -----------------------
-- Reported, not receipted: no article says how much, so the amount is unknown, which is not zero.
-- On that day the three mayors gave; by that day the mayor of Sejong had given to three provinces
-- and cities around his own. What no article answers is left open in the entry, by number of the
-- rule: whose name it was given in, where the donor lives, how much of the year's limit it takes.

INSERT INTO donation (
    entry_id, id, donor_id, amount, recorded_at, donated_on, recipient_id, giver_id, cap_year,
    natural_person, date_precision, origin)
SELECT pg_temp.record(number, 'donation', pg_temp.id(name), jsonb_build_object(
        'date_precision', day_precision, 'donated_on', '2023-04-10',
        'exchange', pg_temp.id(exchange), 'giver', pg_temp.unit(giver.code),
        'leg', pg_temp.id(leg), 'origin', 'reported',
        'recipient', pg_temp.unit(recipient.code),
        'undetermined', '[6, 10, 11, 12, 13, 16]'::jsonb),
        jsonb_build_object('donor', person.donor_id)),
    pg_temp.id(name), person.donor_id, NULL, '2023-04-11 09:00+09', '2023-04-10', recipient.id,
    giver.id, 2023, true, day_precision, 'reported'
FROM (VALUES
    (31, '오세훈 세종', '오세훈', '36110', 'day', '서울-세종', '서울→세종'),
    (32, '최민호 서울', '최민호', '11000', 'day', '서울-세종', '세종→서울'),
    (33, '오세훈 대전', '오세훈', '30000', 'day', '서울-대전', '서울→대전'),
    (34, '이장우 서울', '이장우', '11000', 'day', '서울-대전', '대전→서울'),
    (35, '최민호 대전', '최민호', '30000', 'on_or_before', NULL, NULL),
    (36, '최민호 충남', '최민호', '44000', 'on_or_before', NULL, NULL),
    (37, '최민호 충북', '최민호', '43000', 'on_or_before', NULL, NULL)
) AS fact (number, name, donor, to_code, day_precision, exchange, leg)
JOIN person ON person.id = pg_temp.id(donor)
JOIN office ON office.person_id = person.id
JOIN government AS giver ON giver.id = office.government_id
JOIN government AS recipient ON recipient.code = to_code;

INSERT INTO leg_donation (leg_id, donation_id, entry_id)
VALUES
    (pg_temp.id('서울→세종'), pg_temp.id('오세훈 세종'), 31),
    (pg_temp.id('세종→서울'), pg_temp.id('최민호 서울'), 32),
    (pg_temp.id('서울→대전'), pg_temp.id('오세훈 대전'), 33),
    (pg_temp.id('대전→서울'), pg_temp.id('이장우 서울'), 34);

-- A donor's year: undisclosed gifts count as gifts and never as money.

INSERT INTO donor_year (donor_id, year, total, undisclosed)
SELECT donor_id, cap_year, coalesce(sum(amount), 0), count(*) FILTER (WHERE amount IS NULL)
FROM donation
GROUP BY donor_id, cap_year;

-- 3. 돌아온 기부 / Has the gift been answered?
-- -------------------------------------------

SELECT giver.name_ko AS "from", recipient.name_ko AS "to", leg.people, leg.amount,
    count(leg_donation.donation_id) AS donations,
    EXISTS (
        SELECT FROM leg AS answer
        WHERE answer.exchange_id = leg.exchange_id AND answer.giver_id = leg.recipient_id
            AND answer.recipient_id = leg.giver_id AND answer.happened_on IS NOT NULL
    ) AS answered
FROM leg
JOIN government AS giver ON giver.id = leg.giver_id
JOIN government AS recipient ON recipient.id = leg.recipient_id
LEFT JOIN leg_donation ON leg_donation.leg_id = leg.id
GROUP BY leg.entry_id, giver.name_ko, recipient.name_ko
ORDER BY leg.entry_id;

-- The amounts are not known, so neither is whether they balance. What each of the three gave:

SELECT personal.fields ->> 'name_ko' AS donor, office.title_ko AS office,
    string_agg(government.name_ko, ', ' ORDER BY donation.entry_id) AS gave_to,
    donor_year.total, donor_year.undisclosed,
    annual_cap(donor_year.year) AS limit_of_the_year
FROM donation
JOIN person ON person.donor_id = donation.donor_id
JOIN personal ON personal.entry_id = person.entry_id
JOIN office ON office.person_id = person.id
JOIN government ON government.id = donation.recipient_id
JOIN donor_year ON donor_year.donor_id = donation.donor_id
GROUP BY person.entry_id, personal.fields, office.title_ko, donor_year.total,
    donor_year.undisclosed, donor_year.year
ORDER BY person.entry_id;
