"""What people and machines send that no form asks for: answered, nothing lost, nothing doubled."""

import json
import re
from urllib.parse import quote

import pytest

from clerk import Clerk, fresh_key
from console import PASSWORD

SCRIPT = "<script>window.hit=1</script><img src=x onerror=\"window.hit=1\">'\"&"
#: Every page with a form, and who fills it in. `{…}` stands for the first thing of a list.
FORMS = [
    ("clerk", "/donations/new"), ("clerk", "/exchanges/new"), ("clerk", "/agreements/new"),
    ("clerk", "/people/new"), ("clerk", "/people/{people}/office"), ("clerk", "/imports/new"),
    ("clerk", "/donations/{donations}/correct"), ("clerk", "/exchanges/{exchanges}/links"),
    ("clerk", "/donations/export"), ("manager", "/governments/36110/bar"),
    ("coordinator", "/relays/new"), ("coordinator", "/relays/{relays}/record"),
    ("coordinator", "/relays/{relays}/participations/{participations}/nominate"),
    ("coordinator", "/relays/{relays}/nominations/{nominations}"),
]
#: Where things are found that have no list of their own, or only some of a list, and what leads to
#: one of them there. One that was settled has no fields to be amended.
FOUND = {
    "donations": ("/donations?status=standing", r"/donations/([0-9a-f-]{36})\""),
    "participations": ("/relays/{relays}?view=table", r"/participations/([0-9a-f-]{36})"),
    "nominations": ("/", r"nomination=([0-9a-f-]{36})"),
}
#: The same of those who keep the book and the machine.
OFFICE_FORMS = [
    ("clerk", "/tokens/new"), ("manager", "/periods/close"), ("manager", "/schedules/daily/run"),
    ("manager", "/schedules/daily/backfill"),
    ("operator", "/admin/users/new"), ("operator", "/settings/receivers/new"),
]
#: Lists that take words and days from the address, with the names of what they take.
LISTS = [
    ("clerk", "/donations", ["q", "recipient", "from", "giver", "agreement", "relay", "period",
                             "amount_min", "channel", "as_of", "columns", "cursor"]),
    ("clerk", "/search", ["q"]), ("clerk", "/agreements", ["government", "year"]),
    ("clerk", "/governments", ["q"]), ("clerk", "/reciprocity", ["from", "level", "as_of"]),
    ("clerk", "/map", ["on", "of"]), ("clerk", "/reports", ["schedule", "period"]),
    ("auditor", "/audit", ["author", "subject", "action", "from"]),
    ("clerk", "/complete/people", ["q"]),
]


def plain(value) -> str:
    return str(value).strip("/").replace("/", "_")


@pytest.fixture
def clerk(browser_of_all):
    """Somebody who needs the browser once at most, to sign in."""
    def sign_in(role: str) -> Clerk:
        if role not in browser_of_all.cookies:
            browser_of_all.sign_in(role)
        return Clerk(browser_of_all.daemon.site, browser_of_all.cookies[role]["value"])

    return sign_in


def address(someone: Clerk, path: str) -> str:
    for kind in re.findall(r"\{(\w+)\}", path):
        shown, link = FOUND.get(kind, ("/" + kind, rf"/{kind}/([0-9a-f-]{{36}})\""))
        _, _, page = someone.ask(address(someone, shown))
        path = path.replace(f"{{{kind}}}", re.search(link, page)[1])
    return path


def book(someone: Clerk) -> list:
    """How many things of each sort there are, by what the first page says."""
    counts = []
    for path in ("/donations", "/people", "/agreements", "/relays", "/exchanges"):
        _, _, page = someone.ask(path)
        counts.append(page.count("<tr>"))
    return counts


@pytest.mark.parametrize("role, path", FORMS, ids=plain)
def test_script_in_every_text_field_stays_text(console, clerk, role, path):
    someone = clerk(role)
    page = address(someone, path)
    fields = someone.text_fields(page)
    assert fields
    status, where, text = someone.send(page, **{name: SCRIPT for name in fields}, key=fresh_key())
    if path == "/imports/new":
        # A list of one line is one: its page shows the line as what stands over a column.
        assert status == 303
        _, _, text = someone.ask(where)
    else:
        assert status == 422, (status, text[:300])
    assert "<script>window" not in text and "<img src=x" not in text
    # And in the browser, which is the judge of markup.
    console.sign_in(role).open(page)
    for name in fields[:6]:
        console.driver.execute_script(
            "document.getElementsByName(arguments[0])[0].value = arguments[1]", name, SCRIPT)
    console.leave(lambda: console.find("form.entry .submit .primary").click())
    assert console.driver.execute_script("return window.hit") is None
    assert not [one for one in console.complaints() if "Content Security Policy" in one]


@pytest.mark.parametrize("role, path", FORMS, ids=plain)
@pytest.mark.parametrize("text", ["가" * 10_000, "\x01\x02\x1b[31m\x7f\u202e\ufeff"],
                         ids=["long", "control"])
def test_long_and_strange_texts_are_told_about(clerk, role, path, text):
    someone = clerk(role)
    page = address(someone, path)
    before = book(someone)
    # A form of two megabytes is refused as a whole: so many fields are long enough.
    fields = [name for name in someone.text_fields(page) if name != "list"][:6]
    status, _, answer = someone.send(page, **{name: text for name in fields}, key=fresh_key())
    assert status == 422, (status, answer[:300])
    assert 'role="alert"' in answer
    assert book(someone) == before


@pytest.mark.parametrize("role, path", FORMS, ids=plain)
@pytest.mark.parametrize("bytes_", [b"%ED%A0%80", b"%FF", b"%ZZ"],
                         ids=["surrogate", "byte", "escape"])
def test_what_is_no_text_is_refused_whole(clerk, role, path, bytes_):
    someone = clerk(role)
    page = address(someone, path)
    form = someone.form(page)
    name = someone.text_fields(page)[0]
    body = f"csrf={form['csrf']}&key={fresh_key()}&{name}=".encode() + bytes_
    status, _, answer = someone.ask(page, body)
    assert status == 400, (status, answer[:300])
    assert 'data-problem="invalid-utf8"' in answer


@pytest.mark.parametrize("role, path", OFFICE_FORMS, ids=plain)
def test_forms_of_the_office_bear_it_too(clerk, role, path):
    someone = clerk(role)
    fields = someone.text_fields(path)
    assert fields
    for text in (SCRIPT, "가" * 10_000, "\x01\x1b[31m\u202e"):
        typed = {name: text for name in fields}
        status, where, answer = someone.send(path, **typed, key=fresh_key())
        assert status == 422, (status, where, answer[:300])
        assert 'role="alert"' in answer and "<script>window" not in answer
    form = someone.form(path)
    for body in (b"%ED%A0%80", b"%ZZ"):
        sent = f"csrf={form['csrf']}&key={fresh_key()}&{fields[0]}=".encode() + body
        assert someone.ask(path, sent)[0] == 400
    assert someone.ask(path, form | {"csrf": "0" * 64})[0] == 403


@pytest.mark.parametrize("role, path, names", LISTS, ids=plain)
def test_whatever_an_address_asks_for_is_answered(clerk, role, path, names):
    someone = clerk(role)
    for name in names:
        for text in (SCRIPT, "가" * 1_000, "\x01\x1b[31m\u202e\ufeff", "' OR 1=1 --", "9" * 40):
            status, _, answer = someone.ask(f"{path}?{name}={quote(text)}")
            assert status in (200, 400, 414), (name, text[:20], status, answer[:300])
            assert "<script>window" not in answer and "<img src=x" not in answer, name
            told = "data-problem" in answer or "읽지 못한 조건" in answer
            assert status == 200 or told, (name, answer[:300])
        for raw in ("%ED%A0%80", "%ZZ", "%FF"):
            assert someone.ask(f"{path}?{name}={raw}")[0] == 400, (name, raw)


def test_a_name_of_surrogates_typed_in_the_browser_becomes_a_text(console):
    """A browser replaces lone surrogates before it sends a form; the page must bear what comes."""
    console.sign_in("clerk").open("/people/new")
    console.driver.execute_script(
        "document.getElementById('f-name_ko').value = '\\ud800가\\udfff'")
    console.leave(lambda: console.find("form.entry .submit .primary").click())
    assert console.has("main [role=alert]")
    assert "가" in console.find("#f-name_ko").get_attribute("value")


def test_a_resident_number_is_in_no_answer(clerk):
    someone = clerk("coordinator")
    page = address(someone, "/relays/{relays}/record")
    number = "900101-1" + "234568"
    status, _, answer = someone.send(page, person_name=number, comment=number, key=fresh_key())
    assert status == 422 and number not in answer
    assert "f-person_name" in answer and "f-comment" in answer


@pytest.mark.parametrize("role, path", FORMS, ids=plain)
def test_a_form_of_somebody_else_is_refused(clerk, role, path):
    someone = clerk(role)
    page = address(someone, path)
    form = someone.form(page)
    other = clerk("auditor" if role != "auditor" else "clerk")
    for changes, headers in (
        ({"csrf": "0" * 64}, {}), ({"csrf": ""}, {}),
        ({}, {"Sec_Fetch_Site": "cross-site"}),
        ({}, {"Origin": "https://evil.example", "Sec_Fetch_Site": None}),
        ({}, {"Sec_Fetch_Site": None}),
    ):
        status, _, _ = someone.ask(page, form | changes | {"key": fresh_key()}, **headers)
        assert status == 403, (changes, headers)
    status, _, _ = other.ask(page, form | {"key": fresh_key()})
    assert status == 403


def test_a_sign_in_link_that_was_used_opens_nothing(console):
    console.sign_in("clerk")
    cookie = console.cookies["clerk"]["value"]
    console.driver.delete_all_cookies()
    console.open(console.daemon.links["clerk"])
    assert not console.has("#password")
    assert not console.driver.get_cookie("pumasi") or (
        console.driver.get_cookie("pumasi")["value"] != cookie)
    status, _, _ = Clerk(console.daemon.site, "").ask(
        console.daemon.links["clerk"], {"password": PASSWORD, "repeat": PASSWORD})
    assert status in (403, 410)


@pytest.mark.parametrize("role, path, typed", [
    ("clerk", "/people/new", {"name_ko": "두번", "name_en": "Twice"}),
    ("coordinator", "/relays/new", {"name_ko": "두 번 챌린지", "name_en": "Relay sent twice"}),
    ("clerk", "/agreements/new", {
        "signed_on": "2026-03-02", "kind": "other", "parties[0].government": "부산광역시",
        "parties[1].government": "울산광역시"}),
])
def test_a_form_sent_twice_at_once_is_one_record(clerk, role, path, typed):
    from concurrent.futures import ThreadPoolExecutor

    someone = clerk(role)
    form = someone.form(path) | typed
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: someone.ask(path, form), range(4)))
    places = {where for status, where, _ in answers if status == 303}
    assert len(places) == 1, [(status, where) for status, where, _ in answers]
    # Whoever came while the first was on its way is told so, and nothing else happens.
    assert all(status in (303, 422) for status, _, _ in answers)
    assert someone.ask(path, form)[1] in places


def test_two_clerks_correct_the_same_donation(console, clerk):
    first, second = clerk("clerk"), clerk("manager")
    status, where, _ = first.send(
        "/donations/new", donor="이장우", recipient="세종특별자치시", amount="13만",
        donated_on="2026-03-04")
    assert status == 303
    donation = re.search(r"after=([0-9a-f-]{36})", where)[1]
    page = f"/donations/{donation}/correct"
    forms = [
        one.form(page) | {"action": "amend", "changes.amount": amount, "reason": "잘못"}
        for one, amount in ((first, "14만"), (second, "15만"))
    ]
    status, where, _ = second.ask(page, forms[1] | {"confirm": "1"})
    assert status == 303, where
    for extra in ({}, {"confirm": "1"}):
        status, _, text = first.ask(page, forms[0] | extra)
        assert status == 422
        assert "다른 사람이 정정" in text, text[:500]
    _, _, story = first.ask(f"/donations/{donation}")
    assert "150,000" in story or "정정" in story
    assert "140,000" not in story


def test_two_clerks_record_one_run_of_the_relay(clerk):
    first, second = clerk("coordinator"), clerk("manager")
    page = address(first, "/relays/{relays}/record")
    typed = {"person_name": "유정복", "participated_on": "2024-05-02", "answering": "true"}
    forms = [one.form(page) | typed for one in (first, second)]
    assert first.ask(page, forms[0])[0] == 303
    status, _, text = second.ask(page, forms[1])
    assert status == 422 and "f-person_name" in text


def test_a_session_that_ends_in_the_middle_of_a_run_takes_nothing(console):
    console.sign_in("coordinator")
    console.open("/relays")
    link = console.find("main tbody a").get_attribute("href").removeprefix(console.daemon.site)
    console.open(link + "/record")
    fill = "arguments[0].value = arguments[1];" \
        "arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
    for name, text in (("person_name", "오영훈"), ("comment", "긴 소감을 적는 중"),
                       ("source.outlet", "제주일보")):
        console.driver.execute_script(fill, console.driver.find_element("name", name), text)
    cookie = console.driver.get_cookie("pumasi")
    console.driver.delete_all_cookies()
    console.leave(lambda: console.find("form.entry .submit .primary").click())
    console.driver.add_cookie({"name": "pumasi", "value": cookie["value"], "path": "/"})
    console.open(link + "/record")
    for name, text in (("person_name", "오영훈"), ("comment", "긴 소감을 적는 중"),
                       ("source.outlet", "제주일보")):
        assert console.driver.find_element("name", name).get_attribute("value") == text
    drafts = console.driver.execute_script("return JSON.stringify({...sessionStorage})")
    assert json.loads(drafts) and "csrf" not in drafts
