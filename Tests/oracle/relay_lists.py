"""Edge lists of relays with their figures, computed here and nowhere else.

    python3 Tests/oracle/relay_lists.py > Tests/oracle/relay-lists.txt

A list begins with a line `# {…}` that holds its figures; its rows follow as CSV. The lists are
random and the same on every run. They are read as docc/FiguresOfARelay says: a participation is a
person in a calendar year; a nomination is answered by its nominee's participation of the same year,
else of the next. Nothing of this shares a thought with the Swift code: longest ways and chains are
found by trying every one.
"""

import csv
import datetime
import io
import json
import random
from functools import lru_cache

COLUMNS = ["from_person", "from_office", "to_person", "to_office", "date_or_month", "source_url"]
OFFICES = [
    "서울특별시장", "부산광역시장", "경기도지사", "고흥군수", "송파구청장", "국회의원", "의원(전남)",
]
FAMILIES, GIVEN = "김이박최정", "가나다라마바사"


def span(text):
    """First and last possible day of a date written as day, month or year."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        day = datetime.date(*parts)
        return day, day
    if len(parts) == 2:
        following = (parts[0] + parts[1] // 12, parts[1] % 12 + 1)
        return datetime.date(*parts, 1), datetime.date(*following, 1) - datetime.timedelta(1)
    return datetime.date(parts[0], 1, 1), datetime.date(parts[0], 12, 31)


def link(rows):
    """Each row with the participation it comes from and the one that answers it."""
    runs = {(row[0], int(row[4][:4])) for row in rows}
    edges = []
    for row in rows:
        year = int(row[4][:4])
        answers = [(row[2], y) for y in (year, year + 1) if (row[2], y) in runs]
        edges.append(((row[0], year), answers[0] if answers else None, span(row[4]), row))
    return runs, edges


def has_loop(rows):
    runs, edges = link(rows)
    after = {run: [to for start, to, _, _ in edges if start == run and to] for run in runs}
    state = {}

    def visit(run):
        if state.get(run) == 1:
            return True
        if state.get(run) == 2:
            return False
        state[run] = 1
        found = any(visit(following) for following in after[run])
        state[run] = 2
        return found

    return any(visit(run) for run in sorted(runs))


def figures(rows):
    runs, edges = link(rows)
    into = {run: [e for e in edges if e[1] == run] for run in runs}
    out = {run: [e for e in edges if e[0] == run] for run in runs}

    @lru_cache(None)
    def depth(run):
        return max((1 + depth(e[0]) for e in into[run]), default=0)

    @lru_cache(None)
    def chain(place):
        start, answer, (first, _), _ = edges[place]
        best = 0
        for other, edge in enumerate(edges):
            if answer is not None and edge[0] == answer and not edge[2][1] < first:
                best = max(best, chain(other))
        return 1 + best

    years = {}
    for person, year in runs:
        years.setdefault(person, set()).add(year)
    answered = sum(1 for e in edges if e[1])
    return {
        "participations": len(runs),
        "people": len({row[0] for row in rows} | {row[2] for row in rows}),
        "runners": len(years),
        "nominations": len(edges),
        "open": len(edges) - answered,
        "answered": answered,
        "origins": sum(1 for run in runs if not into[run]),
        "multi_nominator": sum(1 for run in runs if len(into[run]) > 1),
        "repeat_people": sum(1 for found in years.values() if len(found) > 1),
        "depth": max(depth(run) for run in runs),
        "longest_chain": max(chain(place) for place in range(len(edges))),
        "fan_out_mean": len(edges) / len(runs),
        "ends": sum(1 for run in runs if not out[run]),
    }


def make(random, count, people):
    names = [f"{random.choice(FAMILIES)}{random.choice(GIVEN)}{n}" for n in range(people)]
    office = {name: random.choice(OFFICES) for name in names}
    rows = []
    while len(rows) < count:
        here, there = random.sample(names, 2)
        year = random.choice([2023, 2024, 2025])
        month, day = random.randint(1, 12), random.randint(1, 28)
        kind = random.random()
        date = f"{year}"
        if kind < 0.9:
            date += f"-{month:02}"
        if kind < 0.3:
            date += f"-{day:02}"
        source = f"https://news.example.org/{random.randint(1, count)}" if kind < 0.8 else ""
        row = [here, office[here], there, office[there], date, source]
        if any(r[0] == here and r[2] == there and r[4][:4] == date[:4] for r in rows):
            continue
        if not has_loop(rows + [row]):
            rows.append(row)
    return sorted(rows, key=lambda row: row[4])


def main():
    source = random.Random(20230410)
    for number in range(40):
        count = 110 if number == 0 else source.randint(1, 45)
        rows = make(source, count, max(4, int(count * source.uniform(0.4, 1.2))))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
        print("#", json.dumps(figures(rows), sort_keys=True))
        print(text.getvalue(), end="")


if __name__ == "__main__":
    main()
