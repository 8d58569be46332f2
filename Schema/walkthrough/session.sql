-- What the walkthroughs share: functions of this session, by which plain SQL makes entries as the
-- daemon does. Nothing here is part of the schema.

SET client_min_messages = warning;
SET TimeZone = 'Asia/Seoul';
SET DateStyle = 'ISO';

-- Canonical JSON: keys sorted, no white space, absent members left out.
CREATE FUNCTION pg_temp.canonical(value jsonb) RETURNS text
    LANGUAGE plpgsql IMMUTABLE
    AS $$
BEGIN
    RETURN CASE jsonb_typeof(value)
        WHEN 'object' THEN (
            SELECT '{' || coalesce(string_agg(
                to_json(key)::text || ':' || pg_temp.canonical(member), ',' ORDER BY key
                COLLATE "C"), '') || '}'
            FROM jsonb_each(value) AS members (key, member))
        WHEN 'array' THEN (
            SELECT '[' || coalesce(string_agg(pg_temp.canonical(item), ',' ORDER BY no), '') || ']'
            FROM jsonb_array_elements(value) WITH ORDINALITY AS items (item, no))
        ELSE value::text
        END;
END $$;

-- HMAC-SHA-256 (RFC 2104) of a key of at most 64 bytes.
CREATE FUNCTION pg_temp.hmac(key bytea, message bytea) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE
    AS $$
DECLARE
    inner_pad bytea := key || decode(repeat('00', 64 - octet_length(key)), 'hex');
    outer_pad bytea := inner_pad;
BEGIN
    FOR i IN 0..63 LOOP
        outer_pad := set_byte(outer_pad, i, get_byte(inner_pad, i) # 92);
        inner_pad := set_byte(inner_pad, i, get_byte(inner_pad, i) # 54);
    END LOOP;
    RETURN sha256(outer_pad || sha256(inner_pad || message));
END $$;

-- A ledger draws ids and salts at random; the walkthroughs make them from names, so that they
-- can tell of things by name and print the same every time.
CREATE FUNCTION pg_temp.id(name text) RETURNS uuid
    LANGUAGE sql IMMUTABLE
    RETURN ('01876d9c-b800-7000-8000-' || left(md5(name), 12))::uuid;

-- A government in an entry: its lasting id and its code on the day.
CREATE FUNCTION pg_temp.unit(code text) RETURNS jsonb
    LANGUAGE sql STABLE
    AS $$
        SELECT jsonb_build_object('code', government.code, 'unit', government.id)
        FROM government
        WHERE government.code = unit.code
    $$;

CREATE FUNCTION pg_temp.event(day text, precision_ text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    RETURN jsonb_build_object('date', day, 'precision', precision_);

CREATE FUNCTION pg_temp.bilingual(korean text, english text) RETURNS jsonb
    LANGUAGE sql IMMUTABLE
    RETURN jsonb_build_object('ko', korean, 'en', english);

-- Writes one entry: what is public as canonical bytes, what is personal as commitments whose
-- openings (values and salts) stand in a row of their own, which can be erased.
CREATE FUNCTION pg_temp.record(
    number bigint, kind text, thing uuid, members jsonb, personal jsonb DEFAULT '{}'
) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    recorded_at constant timestamptz := '2023-04-11 09:00:00+09';
    commitments jsonb;
    all_salts bytea;
    bytes bytea;
BEGIN
    SELECT jsonb_object_agg(
            key, encode(pg_temp.hmac(
                salt, convert_to(key, 'UTF8') || '\x00' || convert_to(value, 'UTF8')), 'hex')),
        string_agg(salt, ''::bytea ORDER BY key COLLATE "C")
    INTO commitments, all_salts
    FROM jsonb_each_text(personal)
    CROSS JOIN LATERAL (SELECT sha256(convert_to(number || key, 'UTF8')) AS salt) AS drawn;
    bytes := convert_to(pg_temp.canonical(jsonb_strip_nulls(members || jsonb_build_object(
        'author', pg_temp.id('author'), 'commitments', commitments, 'id', thing, 'kind', kind,
        'recorded_at', '2023-04-11T00:00:00.000000Z', 'v', 1))), 'UTF8');
    INSERT INTO entry (id, kind, recorded_at, bytes, leaf_hash)
    VALUES (number, kind, recorded_at, bytes, sha256('\x00'::bytea || bytes));
    IF commitments IS NOT NULL THEN
        INSERT INTO personal (entry_id, fields, salts) VALUES (number, personal, all_salts);
    END IF;
    RETURN number;
END $$;
