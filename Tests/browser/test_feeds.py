"""Feeds and calendars, read by readers that are not ours, from the running daemon."""

import urllib.request
import xml.etree.ElementTree as xml

import icalendar
import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def fetch(daemon, path: str) -> bytes:
    with urllib.request.urlopen(daemon.site + path, timeout=30) as answer:
        return answer.read()


@pytest.mark.parametrize("language", ["", "/en"])
def test_calendars_are_read_and_lead_to_pages(daemon, language):
    for name in ("agreements", "relays"):
        calendar = icalendar.Calendar.from_ical(fetch(daemon, f"{language}/feeds/{name}.ics"))
        events = calendar.walk("VEVENT")
        # The sample tells no run to the day, and a calendar has no other days.
        assert bool(events) == (name == "agreements")
        ids = [str(event["UID"]) for event in events]
        assert len(ids) == len(set(ids))
        for event in events:
            assert event.decoded("DTSTART").year >= 2023
            assert not hasattr(event.decoded("DTSTART"), "hour")
            page = str(event["URL"]).removeprefix(daemon.site)
            assert page.startswith(f"{language}/p/")
            assert b"<h1>" in fetch(daemon, page)


def test_the_calendar_says_in_hangul_what_the_page_says(daemon):
    calendar = icalendar.Calendar.from_ical(fetch(daemon, "/feeds/agreements.ics"))
    parties = {str(event["DESCRIPTION"]) for event in calendar.walk("VEVENT")}
    assert any("세종특별자치시" in text for text in parties), parties


def test_feeds_are_atom_and_their_entries_lead_to_pages(daemon):
    daemon.run("schedule", "run", "daily", "--reason", "소식 시험")
    for name in ("reports", "agreements"):
        feed = xml.fromstring(fetch(daemon, f"/feeds/{name}.atom"))
        assert feed.tag == ATOM + "feed"
        assert feed.find(ATOM + "updated").text.endswith("Z")
        entries = feed.findall(ATOM + "entry")
        assert entries
        for entry in entries:
            assert entry.find(ATOM + "id").text.startswith("urn:uuid:")
            link = entry.find(ATOM + "link").attrib["href"]
            assert b"<h1>" in fetch(daemon, link.removeprefix(daemon.site))
