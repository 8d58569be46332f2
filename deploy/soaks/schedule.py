"""Lives of schedules, a thousand years of them, against an oracle that shares no code with us."""

import os
import sys
import time

from clerks import say, scaled
from rehearsal import oracle, rehearse

YEARS = scaled(1_000)


def main():
    _, work = sys.argv[1:]
    seed = os.environ.get("SOAK_SEED", str(int(time.time())))
    say(f"schedule: {YEARS} schedule-years, seed {seed}")
    path = oracle(work, "schedule_runs.py", seed, str(YEARS))
    rehearse(work, "OracleTests", "SOAK_SCHEDULE", path)


if __name__ == "__main__":
    main()
