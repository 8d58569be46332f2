"""Ten times as many callers as bring the most: what is accepted is accepted within a second, but
for one of a hundred at most, the rest is told when to come again and leaves no trace, hardly less
is recorded than before, and as soon as the crowd has gone all is as it was.

A sync of the log takes a twentieth of a second (commit_delay of PostgreSQL), as on a slow disk: so
what is too much does not depend on how quick the machine is, nor on how quick these callers are."""

import array
import collections
import heapq
import itertools
import json
import random
import re
import resource
import selectors
import socket
import statistics
import sys
import time

from clerks import RECIPIENTS, Daemon, donation, say, scaled

# Two batches of 256 are on their way at most.
CALLERS = 512
TIMES = 10
# No token may have more than half of the places, so that several are needed to fill them.
TOKENS = 4
SYNC_MICROSECONDS = 50_000
PEAK_SECONDS = max(15, scaled(60))
CROWD_SECONDS = max(15, scaled(600))
# For answers that are still on their way when nobody sends any more.
END_SECONDS_MAX = 30

ACCEPTED_SECONDS_MAX = 1.0
GOODPUT_MIN = 0.9
RECOVERY_SECONDS_MAX = 5.0

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
AGAIN = re.compile(rb"\r\nretry-after: *(\d+)", re.IGNORECASE)
DONOR = "0000000"
BODIES = [donation(DONOR, code, 10_000).split(DONOR) for code in RECIPIENTS]
numbers = itertools.count(1)
chance = random.Random(20230410)


class Caller:
    """One connection with one request at a time, each under a key of its own."""

    def __init__(self, port, token):
        before, after = BODIES[0]
        self.head = (
            f"POST /api/v1/donations HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            f"Authorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len((before + DONOR + after).encode())}\r\nIdempotency-Key: crowd-")
        self.connection = socket.create_connection(("127.0.0.1", port))
        self.connection.setblocking(False)
        self.since, self.bytes = 0.0, b""

    def send(self):
        number = next(numbers)
        before, after = BODIES[number % len(BODIES)]
        donor = f"{chance.randrange(1_000_000):07}"
        self.since = time.monotonic()
        # Nothing else is on its way, so that a kilobyte finds room.
        self.connection.sendall(f"{self.head}{number}\r\n\r\n{before}{donor}{after}".encode())

    def read(self):
        """The answer's head and body, or None while it is not whole."""
        part = self.connection.recv(65_536)
        if not part:
            raise SystemExit("a connection was closed without an answer")
        self.bytes += part
        head, end, body = self.bytes.partition(b"\r\n\r\n")
        if not end:
            return None
        length = LENGTH.search(head)
        if length is None:
            raise SystemExit(f"an answer without its length: {head!r}")
        if len(body) < int(length[1]):
            return None
        self.bytes = b""
        return head, body


class Tally:
    """What callers were told."""

    def __init__(self):
        self.waits = array.array("d")
        self.by_second, self.shed, self.other = (collections.Counter() for _ in range(3))
        self.begin = self.end = 0.0

    def note(self, head, body, since, now):
        """Seconds until the caller may come again."""
        status = int(head[9:12])
        if status == 201:
            self.waits.append(now - since)
            self.by_second[int(now - self.begin)] += 1
            return 0
        code = json.loads(body).get("code")
        again = AGAIN.search(head)
        if again is None or (status, code) not in {
                (503, "overloaded"), (429, "too-many-requests")}:
            self.other[f"{status} {code}"] += 1
            return 1
        self.shed[code] += 1
        return int(again[1])

    def rate(self):
        """How many are recorded in a second, as a median. Answers after the end do not count."""
        return statistics.median(self.by_second[n] for n in range(int(self.end - self.begin)))

    def slowest_hundredth(self):
        return sorted(self.waits)[int(len(self.waits) * 0.99)] if self.waits else float("inf")


def crowd(port, tokens, count, seconds):
    """So many callers for so long. Each comes again at once, or when it was told to."""
    tally, resting, order = Tally(), [], itertools.count()
    callers = [Caller(port, tokens[number % len(tokens)]) for number in range(count)]
    with selectors.DefaultSelector() as selector:
        for caller in callers:
            selector.register(caller.connection, selectors.EVENT_READ, caller)
        tally.begin = time.monotonic()
        tally.end = tally.begin + seconds
        for caller in callers:
            caller.send()
        waiting = count
        while True:
            now = time.monotonic()
            if now >= tally.end:
                resting = []
                if not waiting:
                    break
                if now > tally.end + END_SECONDS_MAX:
                    raise SystemExit(f"{waiting} callers were never answered")
            while resting and resting[0][0] <= now:
                heapq.heappop(resting)[2].send()
                waiting += 1
            pause = resting[0][0] - now if resting else 0.1
            for event, _ in selector.select(min(pause, 0.1)):
                caller = event.data
                answer = caller.read()
                if answer is None:
                    continue
                now = time.monotonic()
                waiting -= 1
                again = tally.note(*answer, caller.since, now)
                if now >= tally.end:
                    continue
                if again:
                    heapq.heappush(resting, (now + again, next(order), caller))
                else:
                    caller.send()
                    waiting += 1
    for caller in callers:
        caller.connection.close()
    return tally


def allow_descriptors():
    """For these callers, and for the daemon that inherits it."""
    needed = CALLERS * TIMES + 1_000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < needed:
        raise SystemExit(f"overload needs {needed} open files, and {hard} are allowed: ulimit -Hn")
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))


def main():
    program, work = sys.argv[1:]
    say(f"overload: {CALLERS} callers for {PEAK_SECONDS} s, {CALLERS * TIMES} for "
        f"{CROWD_SECONDS} s, {CALLERS} again")
    allow_descriptors()
    daemon = Daemon(program, f"{work}/ledger", 18186, "--set", "http.connectionsMax=65536")
    daemon.start()
    tokens = [daemon.token(name=f"crowd-{number}") for number in range(TOKENS)]
    for setting in (f"commit_delay = {SYNC_MICROSECONDS}", "commit_siblings = 0"):
        daemon.ask(f"ALTER SYSTEM SET {setting}")
    daemon.ask("SELECT pg_reload_conf()")
    before = crowd(daemon.port, tokens, CALLERS, PEAK_SECONDS)
    say(f"  before: {before.rate():.0f} a second, p99 {before.slowest_hundredth():.3f} s")
    during = crowd(daemon.port, tokens, CALLERS * TIMES, CROWD_SECONDS)
    say(f"  crowd: {during.rate():.0f} a second, p99 {during.slowest_hundredth():.3f} s, "
        f"{dict(during.shed)} were to come again")
    after = crowd(daemon.port, tokens, CALLERS, PEAK_SECONDS)
    say(f"  after: {after.rate():.0f} a second, p99 {after.slowest_hundredth():.3f} s")
    rows = int(daemon.ask("SELECT count(*) FROM donation")[0][0])
    is_ready = daemon.is_ready()
    daemon.stop()
    # The book has grown meanwhile, which slows everybody a little.
    peak = (before.rate() + after.rate()) / 2
    goodput = during.rate() / peak
    enough = GOODPUT_MIN * peak
    recovered = [n + 1 for n in range(PEAK_SECONDS) if after.by_second[n] >= enough]
    recovery = after.begin - during.end + recovered[0] if recovered else float("inf")
    accepted = sum(len(tally.waits) for tally in (before, during, after))
    unexpected = before.other + during.other + after.other
    late = during.slowest_hundredth()
    print(json.dumps({
        "soak": "overload", "callers": CALLERS * TIMES, "accepted": accepted, "rows": rows,
        "shed": sum(during.shed.values()), "unexpected": sum(unexpected.values()),
        "peak_per_second": round(peak), "goodput": round(goodput, 3),
        "accepted_p99_s": round(late, 3), "recovery_s": round(recovery, 1)},
        separators=(",", ":")), flush=True)
    if unexpected:
        say(f"  unexpected: {dict(unexpected)}")
    if (rows != accepted or unexpected or not during.shed or not is_ready
            or late > ACCEPTED_SECONDS_MAX or goodput < GOODPUT_MIN
            or recovery > RECOVERY_SECONDS_MAX):
        raise SystemExit(1)


main()
