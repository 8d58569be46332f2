"""No human ever passes the yearly cap, however many ask at once, through whichever daemon and,
where a public person is joined to a donor's key, under whichever of the two."""

import json
import random
import sys
import threading

from clerks import RECIPIENTS, Clerk, Daemon, donation, say, scaled, send_until_settled

CAP = 20_000_000
CONNECTIONS = 64
DONORS = scaled(100)


def joined_person(donor, clerk):
    """A public person who is the donor under this key, too."""
    body = json.dumps({"name_ko": donor, "name_en": donor})
    answer, _ = send_until_settled(clerk, f"{donor}-person", body, "people")
    person = json.loads(answer[1])["id"]
    body = json.dumps({"donor_key": donor})
    answer, _ = send_until_settled(clerk, f"{donor}-joined", body, f"people/{person}/donors")
    if answer[0] != 201:
        raise SystemExit(f"the donor was not joined: {answer}")
    return person


def race(donor, person, clerks):
    """All at once: each sends its share of twice the cap, every third for the person if there is
    one. Returns what was acknowledged."""
    gate, sums = threading.Barrier(len(clerks)), []

    def run(number, clerk):
        chance = random.Random(f"{donor}-{number}")
        won = 0
        gate.wait()
        for turn in range(5):
            amount = chance.choice([100_000, 99_999, 133_333, 10, 62_501])
            body = donation(
                donor, RECIPIENTS[(number + turn) % 9], amount, person if number % 3 == 0 else None)
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
    say(f"cap: {DONORS} donors, one after another, every other one of them a public person too, "
        f"{CONNECTIONS} connections, two daemons")
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
        person = joined_person(donor, clerks[0]) if number % 2 else None
        acknowledged += CAP - 2_000_000 + race(donor, person, clerks)
    over, total = first.ask(
        f"""SELECT count(*) FILTER (WHERE year_sum > {CAP}), sum(year_sum)
        FROM (
            SELECT sum(amount) AS year_sum
            FROM donation
            LEFT JOIN joined_donor ON joined_donor.donor_id = donation.donor_id
            GROUP BY coalesce(joined_donor.person_id, donation.donor_id)
        ) AS humans""")[0]
    wrong = first.ask(
        """SELECT count(*) FROM donor_year AS kept
        WHERE total <> (
            SELECT coalesce(sum(amount), 0) FROM donation
            WHERE donor_id = kept.donor_id AND cap_year = kept.year)""")[0][0]
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
