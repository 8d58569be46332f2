"""A key counts once, however often and however simultaneously it is sent, and is answered with
the same bytes each time; the same key with another content is refused."""

import json
import sys
import threading

from clerks import RECIPIENTS, Clerk, Daemon, donation, say, scaled, send_until_settled

KEYS = scaled(1_000)
COPIES = 50
# Whoever meets its own key in hand comes again after a second: so many keys are raced at a time.
LANES = 10


def main():
    program, work = sys.argv[1:]
    say(f"idempotency: {KEYS} keys, {COPIES} copies of each at once, two daemons")
    daemons = [Daemon(program, f"{work}/ledger", port) for port in (18183, 18184)]
    for daemon in daemons:
        daemon.start()
    token = daemons[0].token()
    gates = [threading.Barrier(COPIES) for _ in range(LANES)]
    answers = [set() for _ in range(KEYS)]
    errors = []

    def copy(number, lane):
        clerk = Clerk(daemons[number % 2].port, token)
        gate = gates[lane]
        try:
            for key in range(lane, KEYS, LANES):
                body = donation(f"donor-{key}", RECIPIENTS[key % 9], 10_000 + key)
                gate.wait(120)
                answer, _ = send_until_settled(clerk, f"same-{key}", body)
                answers[key].add(answer)
        except BaseException as error:
            errors.append(error)
            gate.abort()

    threads = [
        threading.Thread(target=copy, args=(number, lane))
        for number in range(COPIES) for lane in range(LANES)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    clerk = Clerk(daemons[0].port, token)
    reused = 0
    for key in range(0, KEYS, 10):
        other = donation(f"donor-{key}", RECIPIENTS[key % 9], 7)
        (status, body), _ = send_until_settled(clerk, f"same-{key}", other)
        reused += status == 422 and json.loads(body)["code"] == "idempotency-key-reused"
    rows = int(daemons[0].ask("SELECT count(*) FROM donation")[0][0])
    for daemon in reversed(daemons):
        daemon.stop()
    different = sum(len(known) != 1 for known in answers)
    print(json.dumps({
        "soak": "idempotency", "keys": KEYS, "copies": COPIES, "rows": rows,
        "answers_differ": different, "other_content_refused": reused},
        separators=(",", ":")), flush=True)
    if rows != KEYS or different or reused != len(range(0, KEYS, 10)):
        raise SystemExit(1)


main()
