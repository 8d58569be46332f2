#!/usr/bin/env python3
"""What becomes of every period of simulated schedules, worked out apart from the daemon's code.

    schedule_runs.py SEED YEARS > runs.tsv

Draws schedules (cadence, day, hour, zone, policies, days off), lives in which the daemon is up or
away for a minute to 400 days, and pauses; then says which row each period must end with. Zones are
those of Python's zoneinfo. Lines: `S` a schedule, `O` an outage, `P` a pause, `R` a row.
Instants are seconds since 1970. `schedule-runs.tsv` beside this file is recorded from it; the tests
of the Timetable room live the same lives with the code of the daemon and compare.

A life: a pass is made when the daemon comes up, whenever something is due, and when a pass is
over; a pass decides about all that is due by its beginning and runs it in order. A run takes its
time, and one that an outage meets leaves nothing behind.
"""

import random
import sys
from bisect import bisect_right
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

ZONES = ["Asia/Seoul", "America/New_York", "Australia/Lord_Howe", "Europe/London", "Pacific/Apia"]
DAY = 86_400
LATE_MAX = 60
UTC = timezone.utc


class Local:
    """Local days of a zone, by its changes."""

    def __init__(self, name):
        self.zone = ZoneInfo(name)
        self.cache = {}

    def offset(self, instant):
        utc = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=instant)
        return int(utc.astimezone(self.zone).utcoffset().total_seconds())

    def instant(self, day, minute):
        key = (day, minute)
        if key not in self.cache:
            naive = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
            local = int(naive.replace(tzinfo=UTC).timestamp())
            offsets = {self.offset(local + h * 3600) for h in (-36, -24, -12, 0, 12, 24, 36)}
            exact = [local - o for o in offsets if self.offset(local - o) == o]
            self.cache[key] = min(exact) if exact else self.after_gap(local)
        return self.cache[key]

    def after_gap(self, local):
        low, high = local - 36 * 3600, local + 36 * 3600
        before = self.offset(low)
        while high - low > 1:
            middle = (low + high) // 2
            if self.offset(middle) == before:
                low = middle
            else:
                high = middle
        return high

    def exists(self, day):
        return self.instant(day, 0) < self.instant(day + timedelta(days=1), 0)


def month_day(year, month, day):
    """The day of a month, or its last where it is too short; 0 is the last."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month, last if day == 0 else min(day, last))


def periods(rule, weekday, month, day, first, last):
    """Keys with the day on which each comes due, for due days from first to last and around."""
    if rule == "daily":
        one = first - timedelta(days=3)
        while one <= last:
            yield one.isoformat(), one + timedelta(days=1)
            one += timedelta(days=1)
    elif rule == "weekly":
        one = first - timedelta(days=first.weekday() + 14)
        while one <= last:
            year, week, _ = one.isocalendar()
            yield f"{year:04}-W{week:02}", one + timedelta(days=7 + weekday - 1)
            one += timedelta(days=7)
    else:
        for year in range(first.year - 2, last.year + 1):
            if rule == "monthly":
                for m in range(1, 13):
                    yield f"{year:04}-{m:02}", month_day(year, m + 1, day)
            elif rule == "quarterly":
                for q in range(1, 5):
                    yield f"{year:04}-Q{q}", month_day(year, q * 3 + month, day)
            else:
                yield f"{year:04}", month_day(year + 1, month, day)


def draw(rng, index):
    rule = rng.choice(["daily", "daily", "daily", "weekly", "monthly", "quarterly", "yearly"])
    day = rng.choice([0, 1, 1, 15, 28, 29, 30, 31])
    month = rng.randint(1, 12 if rule == "yearly" else 3)
    if rule == "yearly":
        day = min(day, {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31))
    start = datetime(rng.randint(1985, 2028), rng.randint(1, 12), rng.randint(1, 28), tzinfo=UTC)
    return {
        "index": index, "rule": rule, "weekday": rng.randint(1, 7), "month": month, "day": day,
        "minute": rng.choice([0, 30, 120, 150, 180, 540, 540, 1080, 1439]),
        "zone": rng.choice(ZONES), "since": int(start.timestamp()) + rng.randrange(DAY),
        "misfire": rng.choice(["all", "latest", "none"]),
        "overlap": rng.choice(["skip", "buffer_one", "allow"]),
        "window": rng.choice([10, 3600, 3 * DAY, 40 * DAY, 400 * DAY, 400 * DAY]),
        "shifts": rng.random() < 0.3, "taking": rng.choice([0, 1, 50, 40_000, 200_000, 400_000]),
    }


def draw_life(rng, since, years):
    """Outages from a minute to 400 days, and pauses, in order; the life ends with the daemon up."""
    outages, pauses, now = [], [], since
    end = since + int(years * 365.25 * DAY)
    while True:
        now += int(rng.expovariate(1 / (45 * DAY))) + 60
        length = int(60 * (400 * 1440) ** rng.random())
        if now + length >= end:
            break
        if rng.random() < 0.15:
            pauses.append((now, now + length, rng.random() < 0.5))
        else:
            outages.append((now, now + length))
        now += length
    return outages, pauses, end


def holidays_of(rng, first, last):
    days = set()
    for year in range(first.year, last.year + 2):
        days.add(date(year, 1, 1))
        start = date(year, rng.randint(1, 12), rng.randint(1, 28))
        days.update(start + timedelta(days=n) for n in range(rng.randint(1, 6)))
    return days


def due_times(s, zone, end, holidays):
    first = datetime.fromtimestamp(s["since"], UTC).date() - timedelta(days=40)
    last = datetime.fromtimestamp(end, UTC).date() + timedelta(days=2)
    found = []
    for key, day in periods(s["rule"], s["weekday"], s["month"], s["day"], first, last):
        if s["rule"] == "daily" and not zone.exists(date.fromisoformat(key)):
            continue
        while s["shifts"] and (day.weekday() >= 5 or day in holidays):
            day += timedelta(days=1)
        at = zone.instant(day, s["minute"])
        if s["since"] < at <= end:
            found.append((at, key))
    # Periods of one instant stay in their own order, which is that of the keys' days.
    found.sort(key=lambda pair: pair[0])
    return found


def duration(s, key):
    return sum(key.encode()) * 7919 % 97 * s["taking"] // 97


def up_from(outages, now):
    for start, end in outages:
        if start <= now < end:
            return end
    return now


def next_outage(outages, now):
    return min((start for start, _ in outages if start > now), default=None)


def live(s, dues, outages, pauses, end):
    """The rows: key, due, state, begin, in the order in which they came to be."""
    rows, done = [], set()
    spans = []  # When runs were going on.
    now = s["since"]
    marks = sorted({s["since"], *(e for _, e in outages), *(e for _, e, _ in pauses)})
    times = sorted({at for at, _ in dues} | set(marks))
    keys_at = [at for at, _ in dues]
    position = 0  # Whatever stands before it in dues has its row.
    resumed = set()
    while now <= end:
        now = up_from(outages, now)
        if now > end:
            break
        for pause in pauses:
            begin, stop, catches = pause
            if stop <= now and pause not in resumed:
                resumed.add(pause)
                if not catches:
                    for at, key in dues:
                        if begin < at <= stop and key not in done:
                            done.add(key)
                            rows.append((key, at, "paused", stop))
        is_paused = any(begin <= now < stop for begin, stop, _ in pauses)
        while position < len(dues) and dues[position][1] in done:
            position += 1
        reached = bisect_right(keys_at, now)
        todo = [] if is_paused else [d for d in dues[position:reached] if d[1] not in done]
        ran = False
        began = now
        clock = now
        cut = next_outage(outages, now)
        if todo:
            spans = [one for one in spans if one[1] >= todo[0][0]]
        decided = decide(s, todo, now, spans)
        died = False
        for (at, key), verdict in decided:
            if verdict != "run":
                rows.append((key, at, verdict, began))
                done.add(key)
        for (at, key), verdict in decided:
            if verdict != "run":
                continue
            finish = clock + duration(s, key)
            if cut is not None and finish >= cut:
                now, died = up_from(outages, cut), True
                break
            rows.append((key, at, "filed", clock))
            done.add(key)
            if finish > clock:
                spans.append((clock, finish))
            clock, ran = finish, True
        if died:
            continue
        if ran and clock > began:
            now = clock
            continue
        later = bisect_right(times, now)
        if later == len(times):
            break
        now = times[later]
    return rows


def decide(s, todo, now, spans):
    """Each due period with what becomes of it."""
    decided = []
    for index, (at, key) in enumerate(todo):
        late = now - at
        span = next((one for one in spans if one[0] < at <= one[1]), None)
        if late > s["window"]:
            verdict = "window"
        elif s["misfire"] == "latest" and index < len(todo) - 1:
            verdict = "superseded"
        elif s["overlap"] != "allow" and span:
            newer = any(span[0] < other <= span[1] for other, _ in todo[index + 1:])
            verdict = "run" if s["overlap"] == "buffer_one" and not newer else "overlap"
        elif s["misfire"] == "none" and late > LATE_MAX:
            verdict = "misfire"
        else:
            verdict = "run"
        decided.append(((at, key), verdict))
    return decided


def main():
    seed, years = int(sys.argv[1]), float(sys.argv[2])
    rng = random.Random(seed)
    zones = {name: Local(name) for name in ZONES}
    lived, index = 0.0, 0
    while lived < years:
        s = draw(rng, index)
        span = min(rng.choice([1, 2, 4, 8]), max(years - lived, 0.5))
        outages, pauses, end = draw_life(rng, s["since"], span)
        first = datetime.fromtimestamp(s["since"], UTC).date()
        last = datetime.fromtimestamp(end, UTC).date()
        holidays = holidays_of(rng, first, last) if s["shifts"] else set()
        dues = due_times(s, zones[s["zone"]], end, holidays)
        print("S", s["index"], s["rule"], s["weekday"], s["month"], s["day"], s["minute"],
              s["zone"], s["since"], s["misfire"], s["overlap"], s["window"],
              int(s["shifts"]), s["taking"], end, span,
              ",".join(d.isoformat() for d in sorted(holidays)) or "-", sep="\t")
        for outage in outages:
            print("O", *outage, sep="\t")
        for start, stop, catches in pauses:
            print("P", start, stop, int(catches), sep="\t")
        for row in live(s, dues, outages, pauses, end):
            print("R", *row, sep="\t")
        lived += span
        index += 1


if __name__ == "__main__":
    main()
