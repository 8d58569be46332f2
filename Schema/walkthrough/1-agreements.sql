-- 두 기사 이야기 / The story of two articles
-- ==========================================
-- On 10 April 2023 Seoul signed agreements with Sejong and with Daejeon, the mayors gave to each
-- other's cities, and a relay of donations went on. Two articles told it. Four walkthroughs tell
-- how the ledger keeps it, in plain SQL: this one the governments, people and agreements, then
-- 2-exchanges, 3-relay and 4-refusals. Run them in this order on an empty ledger:
--
--     psql -a -d BOOK -f Schema/walkthrough/1-agreements.sql

\set ON_ERROR_STOP on
\set QUIET on
\pset null '·'
\pset footer off

-- As the daemon: it may add to the ledger and read it, and nothing else.

SET ROLE pumasi_app;

\set ECHO none
\ir session.sql
\set ECHO all

-- Who writes. Entries name an author by an id that says nothing about a person.

INSERT INTO author (id, kind, name) VALUES (pg_temp.id('author'), 'account', 'walkthrough');

-- 1. 지자체 / Governments as of the day
-- -------------------------------------
-- The registry is dated. An edition of it is an entry like everything a report can depend on;
-- here a few rows stand for the whole of it.

INSERT INTO government_edition (entry_id, id, sha256, units, recorded_at)
SELECT pg_temp.record(1, 'registry', pg_temp.id('registry'),
    jsonb_build_object('units', 13, 'sha256', encode(sha256('thirteen rows'), 'hex'))),
    pg_temp.id('registry'), sha256('thirteen rows'), 13, '2023-04-11 09:00:00+09';

INSERT INTO government (
    id, code, name_ko, name_en, level, parent_id, valid_from, valid_to, edition)
VALUES
    (1, '11000', '서울특별시', 'Seoul', 'metropolitan', NULL, '1988-04-23', NULL, 1),
    (2, '11110', '종로구', 'Jongno-gu', 'basic', 1, '1988-04-23', NULL, 1),
    (72, '27000', '대구광역시', 'Daegu', 'metropolitan', NULL, '1995-01-01', NULL, 1),
    (81, '27720', '군위군', 'Gunwi-gun', 'basic', 72, '2023-07-01', NULL, 1),
    (82, '28000', '인천광역시', 'Incheon', 'metropolitan', NULL, '1995-01-01', NULL, 1),
    (97, '29000', '광주광역시', 'Gwangju', 'metropolitan', NULL, '1995-01-01', NULL, 1),
    (103, '30000', '대전광역시', 'Daejeon', 'metropolitan', NULL, '1995-01-01', NULL, 1),
    (115, '36110', '세종특별자치시', 'Sejong', 'metropolitan', NULL, '2012-07-01', NULL, 1),
    (167, '43000', '충청북도', 'Chungbuk', 'metropolitan', NULL, '1988-04-23', NULL, 1),
    (179, '44000', '충청남도', 'Chungnam', 'metropolitan', NULL, '1988-04-23', NULL, 1),
    (210, '46000', '전라남도', 'Jeonnam', 'metropolitan', NULL, '1988-04-23', NULL, 1),
    (233, '47000', '경상북도', 'Gyeongbuk', 'metropolitan', NULL, '1988-04-23', NULL, 1),
    (276, '50000', '제주특별자치도', 'Jeju-do', 'metropolitan', NULL, '2006-07-01', NULL, 1);

INSERT INTO government (
    id, code, name_ko, name_en, level, parent_id, valid_from, valid_to, edition)
VALUES (244, '47720', '군위군', 'Gunwi-gun', 'basic', 233, '1988-04-23', '2023-07-01', 1);

INSERT INTO government_successor (government_id, successor_id, edition) VALUES (244, 81, 1);

-- A code is a fact with dates. Gunwi-gun belonged to Gyeongbuk on the day of the articles, and
-- three months later to Daegu.

SELECT government.code, government.name_ko, above.name_ko AS belongs_to
FROM government
JOIN government AS above ON above.id = government.parent_id
WHERE government.name_en = 'Gunwi-gun'
    AND government.valid_from <= DATE '2023-04-10'
    AND (government.valid_to > DATE '2023-04-10' OR government.valid_to IS NULL);

-- 2. 출처 / Sources
-- -----------------
-- The ledger keeps that an article exists and its hash, never its sentences.

INSERT INTO source (
    entry_id, id, outlet_ko, headline_ko, language, published_at, sha256, recorded_at)
SELECT pg_temp.record(number, 'source', pg_temp.id(outlet), jsonb_build_object(
        'headline', headline, 'language', 'ko', 'outlet', outlet, 'sha256', hash)),
    pg_temp.id(outlet), outlet, headline, 'ko', published_at, decode(hash, 'hex'),
    '2023-04-11 09:00+09'
FROM (VALUES
    (2, '영등포신문', NULL, NULL::timestamptz,
        'b0041d52995a8b4269c6530801229bc81a326cf593a57a7e58bf664ef73ad771'),
    (3, '시사저널', '[세종24시] 세종시-서울시, 상호 교류 강화 업무협약 체결',
        '2023-04-10 17:02+09',
        'c623234ab8cc2bccb4c978aa565cea2b85c553809d8616e1dac531098edc9fc3')
) AS article (number, outlet, headline, published_at, hash);

-- 3. 인물과 직위 / People and the offices they held on the day
-- -----------------------------------------------------------
-- A name is personal even here: the entry commits to it, the value stands where it can be erased.

INSERT INTO person (entry_id, id, donor_id, recorded_at)
SELECT pg_temp.record(number, 'person', pg_temp.id(name_ko), '{}',
        jsonb_build_object('name_en', name_en, 'name_ko', name_ko)),
    pg_temp.id(name_ko), pg_temp.id(name_ko), '2023-04-11 09:00+09'
FROM (VALUES
    (4, '오세훈', 'Oh Se-hoon'), (5, '최민호', 'Choi Min-ho'), (6, '이장우', 'Lee Jang-woo'),
    (7, '오영훈', 'Oh Young-hun'), (8, '유정복', 'Yoo Jeong-bok'),
    (9, '한병도', 'Han Byung-do'), (10, '이명수', 'Lee Myeong-su')
) AS fact (number, name_ko, name_en);

-- An article says that an office was held on its day, not since when. A member of the National
-- Assembly serves a constituency and no local government.

INSERT INTO office (
    entry_id, id, person_id, title_ko, title_en, government_id, constituency_ko, party_ko,
    known_on, recorded_at)
SELECT pg_temp.record(number, 'office', pg_temp.id(name || title_ko), jsonb_build_object(
        'government', pg_temp.unit(code), 'known_on', '2023-04-10',
        'person', pg_temp.id(name), 'title', pg_temp.bilingual(title_ko, title_en))),
    pg_temp.id(name || title_ko), pg_temp.id(name), title_ko, title_en,
    (SELECT id FROM government WHERE government.code = fact.code), constituency, party,
    '2023-04-10', '2023-04-11 09:00+09'
FROM (VALUES
    (11, '오세훈', '서울특별시장', 'Mayor of Seoul', '11000', NULL, NULL),
    (12, '최민호', '세종특별자치시장', 'Mayor of Sejong', '36110', NULL, NULL),
    (13, '이장우', '대전시장', 'Mayor of Daejeon', '30000', NULL, NULL),
    (14, '오영훈', '제주특별자치도지사', 'Governor of Jeju', '50000', NULL, NULL),
    (15, '유정복', '인천광역시장', 'Mayor of Incheon', '28000', NULL, NULL),
    (16, '한병도', '의원', 'Member of the National Assembly', NULL, NULL, NULL),
    (17, '이명수', '국회의원', 'Member of the National Assembly', NULL, '충남 아산시갑',
        '국민의힘')
) AS fact (number, name, title_ko, title_en, code, constituency, party);

-- 4. 업무협약 / Agreements and what they follow
-- ---------------------------------------------
-- Dates are as precise as the articles: some agreements are known by their year alone.

CREATE FUNCTION pg_temp.agree(
    number bigint, name text, kind text, day text, precision_ text, title_ko text, title_en text,
    predecessor text, parties text[], signatories text[] DEFAULT '{}',
    fields_ko text[] DEFAULT '{}', fields_en text[] DEFAULT '{}'
) RETURNS void
    LANGUAGE sql
    AS $$
        INSERT INTO agreement (
            entry_id, id, kind, title_ko, title_en, signed_on, signed_precision, predecessor_id,
            recorded_at)
        SELECT pg_temp.record(number, 'agreement', pg_temp.id(name), jsonb_build_object(
                'agreement_kind', kind, 'predecessor', pg_temp.id(predecessor),
                'signed_on', pg_temp.event(day, precision_), 'fields', (
                    SELECT jsonb_agg(
                        jsonb_build_object('name', pg_temp.bilingual(korean, english)) ORDER BY no)
                    FROM unnest(fields_ko, fields_en)
                        WITH ORDINALITY AS field (korean, english, no)),
                'parties', (
                    SELECT jsonb_agg(jsonb_build_object(
                        'government', pg_temp.unit(code), 'signatory', pg_temp.id(person))
                        ORDER BY no)
                    FROM unnest(parties, signatories) WITH ORDINALITY AS party (code, person, no)),
                'title', CASE WHEN title_ko IS NOT NULL
                    THEN pg_temp.bilingual(title_ko, title_en) END)),
            pg_temp.id(name), kind, title_ko, title_en,
            (day || CASE precision_ WHEN 'year' THEN '-01-01' WHEN 'month' THEN '-01' ELSE '' END
                )::date,
            precision_, pg_temp.id(predecessor), '2023-04-11 09:00+09';
        INSERT INTO agreement_party (agreement_id, position, government_id, signatory_id)
        SELECT pg_temp.id(name), no - 1, government.id, pg_temp.id(person)
        FROM unnest(parties, signatories) WITH ORDINALITY AS party (code, person, no)
        JOIN government ON government.code = party.code;
        INSERT INTO agreement_field (agreement_id, no, name_ko, name_en)
        SELECT pg_temp.id(name), no, korean, english
        FROM unnest(fields_ko, fields_en) WITH ORDINALITY AS field (korean, english, no)
    $$;

DO $$
BEGIN
    PERFORM pg_temp.agree(18, '전남 2004', 'sports', '2004', 'year', NULL, NULL, NULL,
        '{11000,46000}');
    PERFORM pg_temp.agree(19, '제주 2009', 'sports', '2009', 'year', NULL, NULL, NULL,
        '{11000,50000}');
    PERFORM pg_temp.agree(20, '광주 2017', 'sports', '2017', 'year', NULL, NULL, NULL,
        '{11000,29000}');
    PERFORM pg_temp.agree(21, '대전 2015', 'friendship', '2015', 'year',
        '상생발전 우호교류 협약',
        'Friendship exchange agreement for co-prosperous development', NULL, '{11000,30000}');
    PERFORM pg_temp.agree(22, '세종 2016', 'friendship', '2016-03', 'month',
        '상생공동체 형성을 위한 우호교류 협약',
        'Friendship exchange agreement for a co-prosperous community', NULL, '{11000,36110}');
    PERFORM pg_temp.agree(23, '세종 2023', 'exchange', '2023-04-10', 'day',
        '교류강화 업무협약', 'Agreement on strengthening exchange', '세종 2016',
        '{11000,36110}', '{오세훈,최민호}',
        ARRAY['고향사랑기부제 활성화', '도시 디자인정책 교류 활성화',
            '폐기물·건물·신재생에너지분야 공동협력을 통한 탄소중립 달성',
            '사이버 보안산업 육성', '정원도시박람회 개최 및 정원도시 조성',
            '한글사랑·한국문화예술 발전', '인재개발교육 교류'],
        ARRAY['Hometown-love donations', 'Urban design policy', 'Carbon neutrality',
            'Cyber-security industry', 'Garden cities', 'Hangul, culture and arts',
            'Staff training']);
    PERFORM pg_temp.agree(24, '대전 2023', 'exchange', '2023-04-10', 'day',
        '교류강화 업무협약', 'Agreement on strengthening exchange', '대전 2015',
        '{11000,30000}', '{오세훈,이장우}',
        ARRAY['고향사랑기부제 활성화', '도시 디자인정책 교류 활성화',
            '탄소중립 달성 위한 폐기물·건물·신재생에너지 공동협력',
            '마이스(MICE) 공동마케팅 교류협력', '트램건설 기술교류 활성화',
            '스포츠 교류 활성화', '서울-대전 간 품앗이 홍보 추진'],
        ARRAY['Hometown-love donations', 'Urban design policy', 'Carbon neutrality',
            'Joint MICE marketing', 'Tram construction', 'Sports', 'Pumasi publicity']);
END $$;

SELECT agreement.signed_on, agreement.signed_precision AS precision,
    string_agg(government.name_ko, ' – ' ORDER BY position) AS parties,
    (SELECT count(*) FROM agreement_field WHERE agreement_id = agreement.id) AS fields,
    extract(year FROM predecessor.signed_on) AS follows_that_of
FROM agreement
JOIN agreement_party ON agreement_party.agreement_id = agreement.id
JOIN government ON government.id = agreement_party.government_id
LEFT JOIN agreement AS predecessor ON predecessor.id = agreement.predecessor_id
GROUP BY agreement.entry_id, predecessor.entry_id
ORDER BY agreement.entry_id;

-- What the two of the day agreed on.

SELECT agreement_field.no, sejong.name_ko AS with_sejong, agreement_field.name_ko AS with_daejeon
FROM agreement_field
JOIN agreement_field AS sejong
    ON sejong.no = agreement_field.no AND sejong.agreement_id = pg_temp.id('세종 2023')
WHERE agreement_field.agreement_id = pg_temp.id('대전 2023')
ORDER BY agreement_field.no;

-- 5. 원장 항목 / What an entry is
-- -------------------------------
-- Bytes, and the hash of the leaf they make (RFC 6962, 2.1: over a zero byte and the bytes). The
-- name of the person is not in them: the entry holds a salted hash, and whoever is given salt and
-- name can see that they belong to it.

SELECT convert_from(bytes, 'UTF8') AS bytes FROM entry WHERE id = 5 \gx

SELECT encode(leaf_hash, 'hex') AS leaf_hash,
    leaf_hash = sha256('\x00'::bytea || bytes) AS follows_from_the_bytes
FROM entry WHERE id = 5 \gx

SELECT fields ->> 'name_ko' AS name_ko,
    convert_from(bytes, 'UTF8')::jsonb #>> '{commitments,name_ko}'
        = encode(pg_temp.hmac(substr(salts, 33, 32), 'name_ko\000'::bytea
            || convert_to(fields ->> 'name_ko', 'UTF8')), 'hex') AS opens_the_commitment
FROM personal JOIN entry ON entry.id = personal.entry_id
WHERE entry_id = 5;
