"""What somebody with every right of a database may do to the tables of a ledger: the changes that
the soak `tamper` makes. Nothing here imports anything of Pumasi."""

# What no entry says and no verification can know: who is called what, who may sign in and what
# they looked at, when jobs are due, where reports go, what was in flight; and what names are looked
# up by, which is folded out of the entries and can be folded anew.
TABLES_APART = {
    "access", "account", "account_change", "author", "delivery", "delivery_attempt", "holiday",
    "idempotency", "import_mapping", "import_upload", "installation", "kept_answer", "lookup",
    "lookup_head", "pending_sign_in", "platform", "receiver", "receiver_change", "recovery_code",
    "run_attempt", "run_request", "schedule", "schedule_change", "schema_migration",
    "second_factor", "session", "sign_in_link", "sign_in_throttle", "token", "token_use",
}
# Further: how far was folded and when, words that only a list of reports shows, the province that
# is kept of an erased residence, and since when an edition of the registry said something.
COLUMNS_APART = {
    ("checkpoint", "signed_at"), ("donor_parting", "counts_from"), ("government", "edition"),
    ("government_successor", "edition"), ("government_version", "edition"), ("import", "file_id"),
    ("summary", "title_ko"), ("summary", "title_en"), ("summary_file", "media_type"),
    ("tree_head", "one"), ("tree_head", "sealed_at"), ("unsealed", "batch"),
    *((table, name) for table in ("flow_head", "takings_head")
      for name in ("one", "log_size", "folded_at")),
    ("region_kept", "entry_id"), ("region_kept", "region_id"),
    *(("run", name) for name in (
        "cause", "origin", "reason", "author_id", "daemon_id", "scheduled_for", "started_at",
        "filed_at")),
}
HEART = {"entry", "leaf", "tile_run", "checkpoint", "donation"}
# Personal rows may go, for that is how a person is erased.
KEPT_ROWS = {
    "flow_head", "personal", "region_kept", "run", "takings_head", "tree_head", "unsealed",
}

# Another value of the same type.
FLIPS = {
    "bytea": "set_byte({c}, {r} % octet_length({c}), "
             "get_byte({c}, {r} % octet_length({c})) # {bit})",
    "bigint": "{c} # {bit}::bigint",
    "integer": "{c} # {bit}",
    "smallint": "({c} # {bit})::smallint",
    "uuid": "gen_random_uuid()",
    "text": "overlay({c} placing chr(ascii(substr({c}, {r} % length({c}) + 1, 1)) # 1) "
            "from {r} % length({c}) + 1 for 1)",
    "boolean": "NOT {c}",
    "date": "{c} + {bit}",
    "timestamp with time zone": "{c} + interval '{bit} microseconds'",
    "jsonb": "jsonb_set({c}, ARRAY[(SELECT min(k) FROM jsonb_object_keys({c}) AS k)], '\"x\"')",
    "json": "json_build_object('pledge', 'x')",
    "_int2": "(ARRAY[{c}[1] # {bit}] || {c}[2:])::smallint[]",
    "_int4": "(ARRAY[{c}[1] # {bit}] || {c}[2:])::int[]",
    "_int8": "(ARRAY[{c}[1] # {bit}::bigint] || {c}[2:])::bigint[]",
}


class Book:
    """The tables one may change, their columns and keys."""

    def __init__(self, server, database):
        self.columns, self.keys = {}, {}
        rows = server.run(
            """
            SELECT table_name, column_name,
                CASE data_type WHEN 'ARRAY' THEN udt_name ELSE data_type END,
                EXISTS (
                    SELECT FROM pg_index
                    JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
                    WHERE indrelid = to_regclass(table_name::text) AND indisprimary
                        AND attname = column_name)
            FROM information_schema.columns
            JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND is_generated = 'NEVER'
                AND NOT (
                    SELECT relispartition FROM pg_class
                    WHERE oid = to_regclass(table_name::text))
            ORDER BY table_name, ordinal_position
            """, database)
        if rows is None:
            raise SystemExit(server.refusal)
        for table, column, kind, is_key in rows:
            if table in TABLES_APART:
                continue
            self.columns.setdefault(table, {})[column] = kind
            if is_key == "t":
                self.keys.setdefault(table, set()).add(column)
        # Only what holds rows can lose or change some.
        self.filled = [
            table for table in self.columns
            if server.run(f"SELECT 1 FROM {table} LIMIT 1", database)]

    def pick(self, chance, apart=frozenset()):
        """A table with rows; every other time one of those that matter most."""
        names = [table for table in self.filled if table not in apart]
        heart = [table for table in names if table in HEART]
        return chance.choice(heart if heart and chance.random() < 0.5 else names)

    def flippable(self, table, keys):
        return [
            (column, kind) for column, kind in self.columns[table].items()
            if kind in FLIPS and (table, column) not in COLUMNS_APART
            and (keys or column not in self.keys.get(table, set()))]


def flipping(table, column, kind, chance):
    """The change of one value in one row."""
    value = FLIPS[kind].format(c=column, r=chance.randrange(10_000), bit=1 << chance.randrange(5))
    held = {"text": f"AND {column} <> ''", "bytea": f"AND {column} <> ''",
            "_int2": f"AND {column} <> '{{}}'", "_int4": f"AND {column} <> '{{}}'",
            "_int8": f"AND {column} <> '{{}}'"}.get(kind, "")
    return table, f"""
        UPDATE {table} SET {column} = {value}
        WHERE ctid = (
            SELECT ctid FROM {table} WHERE {column} IS NOT NULL {held}
            ORDER BY random() LIMIT 1)
        RETURNING 1"""


def flip(chance, book):
    table = book.pick(chance)
    columns = book.flippable(table, keys=True)
    return flipping(table, *chance.choice(columns), chance) if columns else None


def delete(chance, book):
    table = book.pick(chance, KEPT_ROWS)
    return table, f"""
        DELETE FROM {table}
        WHERE ctid = (SELECT ctid FROM {table} ORDER BY random() LIMIT 1)
        RETURNING 1"""


def insert(chance, book):
    """A copy of a row under a key of its own."""
    table = book.pick(chance, KEPT_ROWS | {"government"})
    values = []
    for column, kind in book.columns[table].items():
        if column not in book.keys.get(table, set()) and column != "id":
            values.append(column)
        elif kind == "uuid":
            values.append("gen_random_uuid()")
        elif kind == "text":
            values.append(f"{column} || 'x'")
        elif column == "level":
            values.append(column)
        else:
            values.append(f"(SELECT max({column}) + 1 FROM {table})")
    names = ", ".join(book.columns[table])
    return table, f"""
        INSERT INTO {table} ({names})
        SELECT {", ".join(values)} FROM {table} ORDER BY random() LIMIT 1
        RETURNING 1"""


def reorder(chance, book):
    """Two rows change what they hold in one column."""
    table = book.pick(chance)
    columns = book.flippable(table, keys=False)
    if not columns:
        return None
    column, _ = chance.choice(columns)
    also = ", leaf_hash" if (table, column) == ("entry", "bytes") else ""
    more = ", leaf_hash = other.leaf_hash" if also else ""
    return table, f"""
        WITH one AS (
            SELECT ctid AS place, {column}{also} FROM {table}
            WHERE {column} IS NOT NULL ORDER BY random() LIMIT 1
        ), two AS (
            SELECT ctid AS place, {column}{also} FROM {table}
            WHERE {column}::text <> (SELECT {column}::text FROM one) ORDER BY random() LIMIT 1
        ), other AS (
            SELECT one.place, two.{column}{also.replace(" ", " two.")} FROM one, two
            UNION ALL
            SELECT two.place, one.{column}{also.replace(" ", " one.")} FROM one, two
        )
        UPDATE {table} SET {column} = other.{column}{more}
        FROM other WHERE {table}.ctid = other.place
        RETURNING 1"""


def restore(chance, book):
    """A table as it was some time ago."""
    table = chance.choice(["donation", "donor_year", "entry", "leaf", "tile_run", "tree_head",
                           "checkpoint"])
    names = ", ".join(book.columns[table])
    return table, f"""
        TRUNCATE {table};
        INSERT INTO {table} ({names}) SELECT {names} FROM old.{table} RETURNING 1"""


KINDS = [flip, flip, flip, flip, delete, delete, insert, reorder, reorder, restore]
