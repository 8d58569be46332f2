"""No donor ever passes the yearly cap, however many ask at once and through whichever daemon."""

import json
import random
import sys
import threading

from clerks import RECIPIENTS, Clerk, Daemon, donation, say, scaled, send_until_settled

CAP = 20_000_000
CONNECTIONS = 64
DONORS = scaled(100)


def race(donor, clerks):
    """All at once: each sends its share of twice the cap. Returns what was acknowledged."""
    gate, sums = threading.Barrier(len(clerks)), []

    def run(number, clerk):
        chance = random.Random(f"{donor}-{number}")
        won = 0
        gate.wait()
        for turn in range(5):
            amount = chance.choice([100_000, 99_999, 133_333, 10, 62_501])
            body = donation(donor, RECIPIENTS[(number + turn) % 9], amount)
            answer, _ = send_until_settled(clerk, f"{donor}-{number}-{turn}", body)
            won += amount if answer[0] != 422 else 0
        sums.append(won)

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(clerks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(sums)


def main():
    program, work = sys.argv[1:]
    say(f"cap: {DONORS} donors, one after another, {CONNECTIONS} connections, two daemons")
    first = Daemon(program, f"{work}/ledger", 18181)
    second = Daemon(program, f"{work}/ledger", 18182)
    first.start()
    second.start()
    token = first.token()
    clerks = [Clerk((first, second)[n % 2].port, token) for n in range(CONNECTIONS)]
    acknowledged = 0
    for number in range(DONORS):
        # The cap is nearly reached before the race begins, so that most of it is refused.
        donor = f"racer-{number}"
        body = donation(donor, RECIPIENTS[0], CAP - 2_000_000)
        send_until_settled(clerks[0], f"{donor}-start", body)
        acknowledged += CAP - 2_000_000 + race(donor, clerks)
    over, total = first.ask(
        f"""SELECT count(*) FILTER (WHERE year_sum > {CAP}), sum(year_sum)
        FROM (SELECT sum(amount) AS year_sum FROM donation GROUP BY donor_id) AS donors""")[0]
    wrong = first.ask(
        """SELECT count(*) FROM donor_year AS kept
        WHERE total <> (SELECT sum(amount) FROM donation WHERE donor_id = kept.donor_id)""")[0][0]
    second.stop()
    first.stop()
    print(json.dumps({
        "soak": "cap", "donors": DONORS, "connections": CONNECTIONS, "daemons": 2,
        "over_cap": int(over), "standings_wrong": int(wrong),
        "won_acknowledged": acknowledged, "won_recorded": int(total)},
        separators=(",", ":")), flush=True)
    if int(over) or int(wrong) or acknowledged != int(total):
        raise SystemExit(1)


main()
