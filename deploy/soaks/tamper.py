"""Whatever somebody with every right of the database changes in it, `ledger verify` finds."""

import json
import os
import random
import subprocess
import sys
import time
import urllib.request

from clerks import RECIPIENTS, Clerk, Daemon, donation, say, scaled, send_until_settled

TRIALS = scaled(1000)
DONATIONS = 300

# What no entry says and no verification can know: who is called what, what was in flight, and the
# words of a summary's list; and what is folded out of the entries and can be folded anew. Personal
# rows may go, for that is how a person is erased.
TABLES_APART = {
    "author", "flow", "flow_head", "flow_mend", "idempotency", "installation", "lookup",
    "lookup_head", "run_attempt", "schedule", "schema_migration", "takings", "takings_head",
    "token",
}
COLUMNS_APART = {
    ("checkpoint", "signed_at"), ("government", "edition"), ("import", "file_id"),
    ("summary", "title_ko"), ("summary", "title_en"), ("summary_file", "media_type"),
    ("tree_head", "one"), ("tree_head", "sealed_at"), ("unsealed", "batch"),
    *(("run", name) for name in (
        "cause", "origin", "reason", "author_id", "daemon_id", "scheduled_for", "started_at",
        "filed_at")),
}
HEART = {"entry", "leaf", "tile_run", "checkpoint", "donation"}
KEPT_ROWS = {"personal", "run", "tree_head", "unsealed"}

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
}

FREE = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT conrelid::regclass AS name, conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')
            AND conrelid <> 0
        ORDER BY contype DESC
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.name, one.conname);
    END LOOP;
    FOR one IN
        SELECT oid::regclass AS name FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER ALL', one.name);
    END LOOP;
END $$
"""


class Server:
    """PostgreSQL as its superuser reaches it."""

    def __init__(self, data):
        self.data = data

    def options(self, database):
        return ["-h", f"{self.data}/run", "-U", "pumasi", "-d", database]

    def run(self, sql, database):
        """Rows of text, or None when the server refuses."""
        out = subprocess.run(
            ["psql", *self.options(database), "-AtXq", "-F", "\t", "-v", "ON_ERROR_STOP=1"],
            input=sql, capture_output=True, text=True)
        if out.returncode != 0:
            return None
        return [line.split("\t") for line in out.stdout.splitlines()]

    def copy(self, source, target):
        """By dump and restore, for whoever is connected to the source."""
        self.run(f'CREATE DATABASE "{target}"', "postgres")
        dump = subprocess.Popen(
            ["pg_dump", *self.options(source)], stdout=subprocess.PIPE)
        subprocess.run(
            ["psql", *self.options(target), "-Xq"], stdin=dump.stdout, check=True,
            capture_output=True)
        if dump.wait() != 0:
            raise SystemExit("the ledger could not be copied")


class Book:
    """The tables one may change, their columns and keys."""

    def __init__(self, server, database):
        self.columns, self.keys = {}, {}
        rows = server.run(
            """
            SELECT table_name, column_name, data_type,
                EXISTS (
                    SELECT FROM pg_index
                    JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
                    WHERE indrelid = table_name::regclass AND indisprimary
                        AND attname = column_name)
            FROM information_schema.columns
            JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                AND is_generated = 'NEVER'
            ORDER BY table_name, ordinal_position
            """, database)
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


def flip(chance, book):
    table = book.pick(chance)
    columns = book.flippable(table, keys=True)
    if not columns:
        return None
    column, kind = chance.choice(columns)
    value = FLIPS[kind].format(c=column, r=chance.randrange(10_000), bit=1 << chance.randrange(5))
    empty = f"AND {column} <> ''" if kind in ("text", "bytea") else ""
    return f"""
        UPDATE {table} SET {column} = {value}
        WHERE ctid = (
            SELECT ctid FROM {table} WHERE {column} IS NOT NULL {empty}
            ORDER BY random() LIMIT 1)
        RETURNING 1"""


def delete(chance, book):
    table = book.pick(chance, KEPT_ROWS)
    return f"""
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
    return f"""
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
    return f"""
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
    return f"""
        TRUNCATE {table};
        INSERT INTO {table} ({names}) SELECT {names} FROM old.{table} RETURNING 1"""


def prepare(program, work, server):
    """A ledger with the sample, a summary and some hundred donations; its checkpoint outside."""
    daemon = Daemon(program, f"{work}/ledger", 18183)
    os.makedirs(f"{work}/ledger", exist_ok=True)
    subprocess.run(
        [program, "sample", "load", "--data", daemon.data], check=True, capture_output=True)
    daemon.start()
    clerk = Clerk(daemon.port, daemon.token())
    for number in range(DONATIONS):
        if number == DONATIONS // 2:
            seal(daemon)
            tables = server.run(
                "SELECT relname FROM pg_class WHERE relkind = 'r' "
                "AND relnamespace = 'public'::regnamespace", "pumasi")
            script = "".join(f"CREATE TABLE old.{t} AS TABLE public.{t};" for t, in tables)
            server.run("CREATE SCHEMA old;" + script, "pumasi")
        body = donation(f"donor-{number % 40}", RECIPIENTS[number % 9], 10_000 + number)
        answer, _ = send_until_settled(clerk, f"tamper-{number}", body)
        if answer[0] != 201:
            raise SystemExit(f"unexpected answer {answer}")
    person = daemon.ask("SELECT id FROM person ORDER BY entry_id LIMIT 1")[0][0]
    subprocess.run(
        [program, "person", "join", person, "--donor-key", "donor-7", "--data", daemon.data],
        check=True, capture_output=True)
    subprocess.run(
        [program, "schedule", "run", "daily", "--reason", "soak", "--data", daemon.data],
        check=True, capture_output=True)
    seal(daemon)
    return daemon


def seal(daemon, seconds_max=60):
    """Waits until everything recorded is under a published checkpoint."""
    deadline = time.monotonic() + seconds_max
    while time.monotonic() < deadline:
        entries = int(daemon.ask("SELECT count(*) FROM entry")[0][0])
        address = f"http://127.0.0.1:{daemon.port}/log/checkpoint"
        try:
            note = urllib.request.urlopen(address, timeout=5).read().decode()
            if int(note.split("\n")[1]) == entries:
                return note
        except OSError:
            pass
        time.sleep(0.2)
    raise SystemExit("the log was not published in time")


def verify(program, work, database):
    """The status of `ledger verify`, and the code of what it found."""
    environment = dict(
        os.environ, PUMASI_SECRET_FILE=f"{work}/ledger/secret", DATABASE_URL=(
            f"host={work}/ledger/run user=pumasi dbname={database}"))
    out = subprocess.run(
        [program, "ledger", "verify", "--json", "--checkpoint", f"{work}/outside"],
        env=environment, capture_output=True, text=True)
    try:
        fault = json.loads(out.stdout)["fault"]
    except (ValueError, KeyError):
        return out.returncode, out.stderr.strip()[-200:]
    return out.returncode, fault and fault["code"]


def main():
    program, work = sys.argv[1:]
    server = Server(f"{work}/ledger")
    say(f"tamper: a ledger of {DONATIONS} donations and the sample, {TRIALS} changes")
    daemon = prepare(program, work, server)
    with open(f"{work}/outside", "w") as file:
        file.write(seal(daemon))
    server.copy("pumasi", "base")
    whole = verify(program, work, "base")
    if whole != (0, None):
        raise SystemExit(f"the untouched ledger is not accepted: {whole}")
    server.run(FREE, "base")
    book = Book(server, "base")
    seed = int(os.environ.get("SOAK_SEED", "0")) or random.randrange(1 << 32)
    chance = random.Random(seed)
    kinds = [flip, flip, flip, flip, delete, delete, insert, reorder, reorder, restore]
    trials, undetected, found = 0, [], {}
    while trials < TRIALS:
        change = chance.choice(kinds)(chance, book)
        if change is None:
            continue
        server.run("CREATE DATABASE trial TEMPLATE base", "postgres")
        # A change that the server refuses, or that meets no row, is none.
        if server.run(change, "trial"):
            trials += 1
            status, code = verify(program, work, "trial")
            found[code] = found.get(code, 0) + 1
            if status != 7:
                undetected.append((status, code, change))
                say(f"NOT FOUND ({status}, {code}): {change}")
        server.run("DROP DATABASE trial WITH (FORCE)", "postgres")
        if trials % 100 == 0:
            say(f"  {trials} changes, {len(undetected)} not found")
    daemon.stop()
    print(json.dumps({
        "soak": "tamper", "trials": trials, "undetected": len(undetected), "seed": seed,
        "also": dict(sorted(found.items(), key=lambda pair: str(pair[0])))}), flush=True)
    return 1 if undetected else 0


if __name__ == "__main__":
    sys.exit(main())
