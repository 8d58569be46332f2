#!/usr/bin/env python3
"""What Python's zoneinfo says of the days around every change of a zone's offset.

Prints one line a day: zone, date, the first instant that bears the date, and the instants of
02:30 and 09:00 by the rules of schedules (in a gap: the first instant after it; a doubled time:
the earlier one). Instants are seconds since 1970. With `--wide` it is a fortnight on each side
of every change instead of two days. `zone-days.tsv` beside this
file is recorded from it; the tests of the Timetable room read that.
"""

import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

ZONES = {
    "Asia/Seoul": (1908, 2026),
    "America/New_York": (2020, 2030),
    "Australia/Lord_Howe": (2008, 2030),
    "Pacific/Apia": (2011, 2012),
    "America/Sao_Paulo": (2015, 2019),
}


def offset(zone: ZoneInfo, instant: int) -> int:
    utc = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=instant)
    return int(utc.astimezone(zone).utcoffset().total_seconds())


def changes(zone: ZoneInfo, first: int, last: int):
    """Instants at which the offset changes, found by halving days."""
    low = int(datetime(first, 1, 1, tzinfo=timezone.utc).timestamp())
    end = int(datetime(last, 12, 31, tzinfo=timezone.utc).timestamp())
    while low < end:
        high = low + 86_400
        if offset(zone, low) != offset(zone, high):
            start, stop = low, high
            while stop - start > 1:
                middle = (start + stop) // 2
                if offset(zone, middle) == offset(zone, low):
                    start = middle
                else:
                    stop = middle
            yield stop
        low = high


def resolve(zone: ZoneInfo, day: date, hour: int, minute: int, turns: list[int]) -> int:
    local = int(
        datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone.utc).timestamp()
    )
    offsets = {offset(zone, local + hours * 3600) for hours in range(-30, 31)}
    exact = [local - o for o in offsets if offset(zone, local - o) == o]
    if exact:
        return min(exact)
    # A gap: the change whose lost local times contain this one.
    for turn in turns:
        if turn + offset(zone, turn - 1) <= local < turn + offset(zone, turn):
            return turn
    raise ValueError(f"{day} {hour}:{minute}")


def main() -> None:
    around = 14 if "--wide" in sys.argv else 2
    for name, (first, last) in ZONES.items():
        zone = ZoneInfo(name)
        turns = list(changes(zone, first, last))
        days = set()
        for turn in turns:
            local = datetime(1970, 1, 1) + timedelta(seconds=turn + offset(zone, turn - 1))
            days.update(local.date() + timedelta(days=n) for n in range(-around, around + 1))
        for day in sorted(days):
            times = [resolve(zone, day, h, m, turns) for h, m in ((0, 0), (2, 30), (9, 0))]
            print(name, day, *times, sep="\t")


if __name__ == "__main__":
    main()
