"""The days around every change of a zone's offset, against Python's zoneinfo."""

import sys

from clerks import say
from rehearsal import oracle, rehearse


def main():
    _, work = sys.argv[1:]
    say("zones: every change of Asia/Seoul since 1908, America/New_York, Australia/Lord_Howe …")
    rehearse(work, "ZoneTests", "SOAK_ZONES", oracle(work, "zone_days.py", "--wide"))


if __name__ == "__main__":
    main()
