"""What is recorded while a page is open: it says so, moves nothing, and rests in a pause."""

import json
import time
import urllib.error
import urllib.request

import pytest

from console import Console, Daemon

PILL = ".live"
NEWS = ".live [aria-live] button"


def record(console, number):
    """Records a donation from elsewhere."""
    if not hasattr(console.daemon, "token"):
        made = console.daemon.run("token", "create", "--role", "clerk", "--name", "live")
        console.daemon.token = made["token"]
    body = {
        "origin": "reported", "donor": {"key": f"live-{number}", "kind": "person"},
        "residence": "11710", "recipient": "36110", "donated_on": "2023-05-01",
        "amount": 10_000 + number,
    }
    request = urllib.request.Request(
        console.daemon.site + "/api/v1/donations", json.dumps(body).encode(),
        {
            "Authorization": f"Bearer {console.daemon.token}",
            "Content-Type": "application/json", "Idempotency-Key": f"live-{number}",
        })
    return json.loads(urllib.request.urlopen(request, timeout=30).read())["no"]


def sealed(console, number):
    """Waits until the log has the record: from then on an open page could know."""
    def is_proven():
        try:
            return urllib.request.urlopen(
                f"{console.daemon.site}/api/v1/proofs/{number}", timeout=30)
        except urllib.error.HTTPError:
            return None

    console.wait(is_proven, f"{number} is in the log")


def asked(console) -> list:
    return [address for address, _ in console.requests() if "/events" in address]


def test_a_new_record_is_announced_and_moves_nothing(console):
    console.sign_in("manager").open("/donations")
    console.wait(lambda: console.find(PILL).is_displayed(), "the pill")
    before = console.text("main table")
    console.driver.execute_script("scrollTo(0, 200)")
    place = console.driver.execute_script("return [scrollY, document.body.scrollHeight]")
    number = record(console, 1)
    console.wait(lambda: "새 기록 1건" in console.text(NEWS), "the news")
    assert console.text("main table") == before
    after = console.driver.execute_script("return [scrollY, document.body.scrollHeight]")
    assert after == place
    record(console, 2)
    console.wait(lambda: "새 기록 2건" in console.text(NEWS), "more news")
    console.picture("live-news")
    console.leave(lambda: console.find(NEWS).click())
    assert number in console.text("main table")


def test_a_pause_asks_for_nothing_and_loses_nothing(console):
    console.sign_in("manager").open("/donations")
    console.wait(lambda: console.find(PILL).is_displayed(), "the pill")
    toggle = console.find(PILL + " > button")
    assert toggle.text == "실시간 멈춤"
    console.wait(lambda: asked(console), "it listens")
    toggle.click()
    assert toggle.text == "실시간 계속"
    sealed(console, record(console, 3))
    assert not asked(console)
    assert not console.has(NEWS)
    toggle.click()
    console.wait(lambda: "새 기록 1건" in console.text(NEWS), "what came in the pause")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_pill_covers_nothing(console, width):
    console.resize(width)
    for path in ("/", "/donations", "/relays"):
        console.sign_in("manager").open(path)
        console.wait(lambda: console.find(PILL).is_displayed(), "the pill")
        covered = console.driver.execute_script(
            "const pill = document.querySelector('.live > button').getBoundingClientRect();"
            "return [...document.querySelectorAll('main :is(a, button, input, select, h1, p)')]"
            ".filter((one) => !one.closest('.live') && one.checkVisibility())"
            ".map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])"
            ".filter(([box]) => box.left < pill.right && pill.left < box.right"
            " && box.top < pill.bottom && pill.top < box.bottom).map(([, text]) => text)")
        assert not covered, covered


def test_a_page_that_nobody_looks_at_asks_for_nothing(console):
    console.sign_in("manager").open("/donations")
    console.wait(lambda: asked(console), "it listens")
    console.driver.execute_script("dispatchEvent(new Event('blur'))")
    sealed(console, record(console, 4))
    assert not asked(console)
    assert not console.has(NEWS)
    console.driver.execute_script("dispatchEvent(new Event('focus'))")
    console.wait(lambda: "새 기록 1건" in console.text(NEWS), "what came meanwhile")


def test_a_past_period_is_never_live_and_an_address_can_say_no(console):
    console.sign_in("manager")
    for path in ("/donations?to=2023-12-31", "/donations?live=0", "/relays?live=0"):
        console.open(path)
        assert not console.has(PILL), path
        assert not asked(console), path
    for path in ("/", "/relays", "/en/donations"):
        console.open(path)
        console.wait(lambda: console.find(PILL).is_displayed(), path)


def test_without_scripts_a_link_loads_the_page_anew(console):
    console.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    console.sign_in("manager").open("/donations")
    assert not console.find(PILL).is_displayed()
    assert any(link.text == "새로고침" for link in console.all("main a"))


def test_a_daemon_that_stops_does_not_wait_for_open_pages(artefacts):
    with Daemon() as daemon, Console(daemon, artefacts) as console:
        console.begin()
        console.sign_in("manager").open("/donations")
        console.wait(lambda: asked(console), "it listens")
        began = time.monotonic()
        daemon.process.terminate()
        assert daemon.process.wait(timeout=60) == 0
        # The drain may take 20 s for answers under way; a page that listens is told good-bye.
        assert time.monotonic() - began < 10
