"""Nothing acknowledged is lost, nothing is doubled, nothing refused is there, whatever is killed.

Every donation has an amount of its own, so that the ledger's rows can be told apart without
knowing anything of its inside. A tenth is refused for good (above the cap)."""

import collections
import json
import os
import random
import signal
import sys
import threading
import time

from clerks import RECIPIENTS, Clerk, Daemon, donation, is_settled, say, scaled, send_until_settled

CAP = 20_000_000
WRITERS = 32
DAEMON_KILLS = scaled(100)
POSTGRES_STOPS = scaled(50)


class History:
    """What the writers were told, by amount."""

    def __init__(self):
        self.lock = threading.Lock()
        self.number = 0
        self.acknowledged, self.refused = {}, set()
        self.unknown = 0

    def next_number(self):
        with self.lock:
            self.number += 1
            return self.number

    def note(self, amount, answer, was_unknown):
        with self.lock:
            self.unknown += was_unknown
            if answer[0] == 422:
                self.refused.add(amount)
            else:
                self.acknowledged[amount] = json.loads(answer[1])["id"]


def write(daemon, token, history, over, errors):
    clerk = Clerk(daemon.port, token)
    try:
        while not over.is_set():
            number = history.next_number()
            amount = CAP + number if number % 10 == 0 else number
            # So many donors that no honest gift meets the cap.
            body = donation(f"donor-{number % 50_000}", RECIPIENTS[number % 9], amount)
            answer = clerk.send(f"kill-{number}", body)
            was_unknown = not is_settled(answer)
            if was_unknown:
                answer, _ = send_until_settled(clerk, f"kill-{number}", body)
            history.note(amount, answer, was_unknown)
    except BaseException as error:
        errors.append(error)
        over.set()


def disturb(daemon, history, over):
    """Kills by turns: now the daemon, now PostgreSQL, by its own immediate stop or by force."""
    acts = ["daemon"] * DAEMON_KILLS + ["immediate"] * (POSTGRES_STOPS // 2)
    acts += ["force"] * (POSTGRES_STOPS - POSTGRES_STOPS // 2)
    random.Random(20230410).shuffle(acts)
    for count, act in enumerate(acts, 1):
        time.sleep(random.uniform(0.1, 0.8))
        if over.is_set():
            return
        if act == "daemon":
            daemon.kill()
            daemon.start()
        else:
            process = daemon.postmaster()
            if process is not None:
                try:
                    os.kill(process, signal.SIGQUIT if act == "immediate" else signal.SIGKILL)
                except ProcessLookupError:
                    pass
            deadline = time.monotonic() + 120
            while not daemon.is_ready():
                if daemon.process.poll() is not None:
                    daemon.start()
                if time.monotonic() > deadline:
                    raise SystemExit("the daemon did not come back after PostgreSQL was stopped")
                time.sleep(0.05)
        if count % 10 == 0:
            say(f"  {count} of {len(acts)} disturbances, {len(history.acknowledged)} acknowledged")


def main():
    program, work = sys.argv[1:]
    say(f"kill: {DAEMON_KILLS} kills of the daemon, {POSTGRES_STOPS} hard stops of PostgreSQL, "
        f"{WRITERS} writers")
    daemon = Daemon(program, f"{work}/ledger", 18180)
    daemon.start()
    token = daemon.token()
    history, over, errors = History(), threading.Event(), []
    writers = [threading.Thread(target=write, args=(daemon, token, history, over, errors))
               for _ in range(WRITERS)]
    for writer in writers:
        writer.start()
    try:
        disturb(daemon, history, over)
    finally:
        over.set()
        for writer in writers:
            writer.join()
    if errors:
        raise errors[0]
    found = collections.Counter()
    ids = {}
    for amount, identifier in daemon.ask("SELECT amount, id FROM donation"):
        found[int(amount)] += 1
        ids[int(amount)] = identifier
    entries = int(daemon.ask("SELECT count(*) FROM entry WHERE kind = 'donation'")[0][0])
    daemon.stop()
    lost = [a for a, i in history.acknowledged.items() if ids.get(a) != i]
    doubled = [a for a, n in found.items() if n > 1]
    phantom = [a for a in found if a not in history.acknowledged]
    print(json.dumps({
        "soak": "kill", "acknowledged": len(history.acknowledged), "lost": len(lost),
        "duplicated": len(doubled), "phantom": len(phantom), "refused": len(history.refused),
        "refused_but_present": len(history.refused & set(found)),
        "unknown_settled": history.unknown, "daemon_kills": DAEMON_KILLS,
        "postgres_stops": POSTGRES_STOPS, "entries": entries}, separators=(",", ":")), flush=True)
    if lost or doubled or phantom or entries != len(history.acknowledged):
        raise SystemExit(1)


main()
