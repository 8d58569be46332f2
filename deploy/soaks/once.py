"""Eight daemons settle the same thousand missed days while they are killed at random: every period
has exactly one committed run, with exactly one summary."""

import json
import os
import random
import sys
import time

from clerks import Daemon, say, scaled

PERIODS = scaled(1_000)
DAEMONS = 8
SECONDS_MAX = 900
# Beside it other schedules may come due.
DAILY = "(SELECT id FROM schedule WHERE name = 'daily')"


def main():
    program, work = sys.argv[1:]
    seed = int(os.environ.get("SOAK_SEED", time.time()))
    rng = random.Random(seed)
    say(f"once: {DAEMONS} daemons, {PERIODS} periods, seed {seed}")
    daemons = [Daemon(program, f"{work}/ledger", 18191 + number) for number in range(DAEMONS)]
    daemons[0].start()
    daemons[0].ask(
        "UPDATE schedule SET settled_through = NULL, catch_up_seconds = 36525 * 86400::bigint,"
        " known_since = date_trunc('day', clock_timestamp() AT TIME ZONE zone) AT TIME ZONE zone"
        f" + interval '8 hours' - interval '{PERIODS} days' WHERE name = 'daily'")
    for daemon in daemons[1:]:
        daemon.start(120)
    due = int(daemons[0].ask(
        "SELECT count(*) FROM (SELECT * FROM schedule WHERE name = 'daily') AS schedule,"
        " generate_series(known_since AT TIME ZONE zone + interval '1 hour',"
        " clock_timestamp() AT TIME ZONE zone, interval '1 day')")[0][0])
    kills = 0
    deadline = time.monotonic() + SECONDS_MAX
    while time.monotonic() < deadline:
        time.sleep(rng.uniform(1, 5))
        try:
            filed = int(daemons[0].ask(
                f"SELECT count(*) FROM run WHERE state = 'filed' AND schedule_id = {DAILY}")[0][0])
        except Exception:  # The server itself was on its way up.
            continue
        if filed >= due:
            break
        victim = rng.choice(daemons)
        victim.kill()
        kills += 1
        victim.start(120)
    rows = daemons[0].ask(
        "SELECT count(*), count(DISTINCT period_key), count(summary.id),"
        " count(*) FILTER (WHERE state <> 'filed') FROM run"
        f" LEFT JOIN summary ON summary.run_id = run.id WHERE schedule_id = {DAILY}")[0]
    runs, periods, summaries, other = map(int, rows)
    for daemon in reversed(daemons):
        daemon.stop()
    lost = due - periods
    doubled = (runs - periods) + (summaries - periods)
    print(json.dumps({
        "soak": "once", "daemons": DAEMONS, "kills": kills, "periods": periods, "lost": lost,
        "doubled": doubled, "not_filed": other}, separators=(",", ":")), flush=True)
    if lost or doubled or other:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
