"""Whatever somebody with every right of the database changes in it, `ledger verify` finds: every
column of every table once, and beyond that changes by chance. Each is undone from a copy of the
table that it touched, so that no trial begins with a copy of the whole ledger."""

import concurrent.futures
import json
import os
import random
import subprocess
import sys
import threading
import time
import urllib.request

from clerks import RECIPIENTS, Clerk, Daemon, donation, say, scaled, send_until_settled
from everything import record_everything
from tampering import KINDS, Book, flipping

TRIALS = scaled(1000)
DONATIONS = 300
WORKERS = os.cpu_count() or 1
# After so many changes a worker sees whether its copy is whole again.
CHECKED_EVERY = 50

FREE = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT conrelid::regclass AS name, conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f')
            AND conrelid <> 0 AND coninhcount = 0
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
        # What it said when it refused something last.
        self.refusal = ""

    def options(self, database):
        return ["-h", f"{self.data}/run", "-U", "pumasi", "-d", database]

    def run(self, sql, database):
        """Rows of text, or None when the server refuses."""
        out = subprocess.run(
            ["psql", *self.options(database), "-AtXq", "-F", "\t", "-v", "ON_ERROR_STOP=1"],
            input=sql, capture_output=True, text=True)
        if out.returncode != 0:
            self.refusal = out.stderr
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


def prepare(program, work, server):
    """A ledger with the sample, a summary and some hundred donations; its checkpoint outside."""
    daemon = Daemon(program, f"{work}/ledger", 18186)
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
    record_everything(program, daemon)
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
    """The status of `ledger verify`, and what it found: code, place and text."""
    environment = dict(
        os.environ, PUMASI_SECRET_FILE=f"{work}/ledger/secret", DATABASE_URL=(
            f"host={work}/ledger/run user=pumasi dbname={database}"))
    out = subprocess.run(
        [program, "ledger", "verify", "--json", "--checkpoint", f"{work}/outside"],
        env=environment, capture_output=True, text=True)
    try:
        return out.returncode, json.loads(out.stdout)["fault"]
    except (ValueError, KeyError):
        return out.returncode, out.stderr.strip()[-200:]


class Changes:
    """Every column once, then by chance, until there were enough. Several workers take from it."""

    def __init__(self, book, chance):
        self.book, self.chance = book, chance
        self.lock = threading.Lock()
        self.waiting = [
            flipping(table, column, kind, chance)
            for table in book.filled for column, kind in book.flippable(table, keys=True)]
        self.columns = len(self.waiting)
        self.made = 0

    def next(self):
        with self.lock:
            if self.waiting:
                return self.waiting.pop()
            while self.made < TRIALS:
                change = self.chance.choice(KINDS)(self.chance, self.book)
                if change is not None:
                    return change
            return None

    def count(self):
        """A change that the server refuses, or that meets no row, is none."""
        with self.lock:
            self.made += 1
            return self.made


class Worker:
    """A copy of the ledger, in which one change after another is made, looked for and undone."""

    def __init__(self, program, work, server, number):
        self.program, self.work, self.server = program, work, server
        self.database = f"trial_{number}"
        self.undetected, self.found, self.trials = [], {}, 0
        server.run(f"CREATE DATABASE {self.database} TEMPLATE base", "postgres")

    def run(self, changes):
        while True:
            change = changes.next()
            if change is None:
                break
            self.try_out(changes, *change)
        self.see_whole()

    def try_out(self, changes, table, sql):
        if self.server.run(sql, self.database):
            self.trials += 1
            status, fault = verify(self.program, self.work, self.database)
            code = fault["code"] if isinstance(fault, dict) else fault
            self.found[code] = self.found.get(code, 0) + 1
            if status != 7:
                self.undetected.append((status, fault, sql))
                say(f"NOT FOUND ({status}, {fault}): {sql}")
            made = changes.count()
            if made % 100 == 0:
                say(f"  {made} changes")
        names = ", ".join(changes.book.columns[table])
        undone = self.server.run(
            f"TRUNCATE {table}; INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE "
            f"SELECT {names} FROM kept.{table}", self.database)
        if undone is None:
            raise SystemExit(f"{table} could not be set back: {self.server.refusal}")
        if self.trials % CHECKED_EVERY == 0:
            self.see_whole()

    def see_whole(self):
        whole = verify(self.program, self.work, self.database)
        if whole != (0, None):
            raise SystemExit(f"a change was not undone: {whole}")


def main():
    program, work = sys.argv[1:]
    server = Server(f"{work}/ledger")
    say(f"tamper: a ledger with every kind of entry, {DONATIONS} donations more, {TRIALS} changes")
    daemon = prepare(program, work, server)
    with open(f"{work}/outside", "w") as file:
        file.write(seal(daemon))
    server.copy("pumasi", "base")
    whole = verify(program, work, "base")
    if whole != (0, None):
        raise SystemExit(f"the untouched ledger is not accepted: {whole}")
    if server.run(FREE, "base") is None:
        raise SystemExit(f"the tables could not be freed: {server.refusal}")
    book = Book(server, "base")
    # A sealed ledger leaves the sealer nothing, and so small a one is not folded yet.
    bare = sorted(
        set(book.columns) - set(book.filled) - {"flow", "flow_mend", "takings", "unsealed"})
    if bare:
        raise SystemExit(f"nothing stands in {', '.join(bare)}: what is to be changed there?")
    kept = "".join(f"CREATE TABLE kept.{t} AS TABLE public.{t};" for t in book.filled)
    if server.run("CREATE SCHEMA kept;" + kept, "base") is None:
        raise SystemExit(f"the tables could not be kept: {server.refusal}")
    seed = int(os.environ.get("SOAK_SEED", "0")) or random.randrange(1 << 32)
    changes = Changes(book, random.Random(seed))
    begin = time.monotonic()
    workers = [Worker(program, work, server, number) for number in range(WORKERS)]
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        for done in [pool.submit(worker.run, changes) for worker in workers]:
            done.result()
    undetected = [one for worker in workers for one in worker.undetected]
    found = {}
    for worker in workers:
        for code, count in worker.found.items():
            found[code] = found.get(code, 0) + count
    daemon.stop()
    print(json.dumps({
        "soak": "tamper", "trials": changes.made, "undetected": len(undetected), "seed": seed,
        "tables": len(book.filled), "columns": changes.columns,
        "seconds": round(time.monotonic() - begin),
        "also": dict(sorted(found.items(), key=lambda pair: str(pair[0])))}), flush=True)
    return 1 if undetected else 0


if __name__ == "__main__":
    sys.exit(main())
