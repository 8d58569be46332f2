"""Entering by hand: keys counted, without scripts, twice at once, and with what goes wrong."""

import re

from selenium.webdriver.common.keys import Keys

def fill(console, donor, recipient, amount):
    """One donation by keyboard, the day being the one that stands there."""
    console.press(Keys.ENTER)
    console.write(donor)
    console.press(Keys.ENTER)
    console.wait(lambda: console.focused.get_attribute("name") == "recipient", "recipient")
    console.write(recipient)
    console.press(Keys.ENTER)
    console.wait(lambda: console.focused.get_attribute("name") == "amount", "amount")
    console.write(amount)
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))


def saved(console) -> str:
    return console.wait(lambda: re.search(r"D-\d{4}-\d{6}", console.text(".saved")))[0]


def test_ten_donations_take_eight_keys_each(console):
    console.sign_in("clerk").open("/donations/new")
    people = [
        "ㅊㅁㅎ", "오세훈", "이장우", "민호", "유정복", "choi", "한병도", "ㅇㅅㅎ", "오영훈", "이명수",
    ]
    recipients = ["대전", "세종", "경기도", "충청북", "부산", "대구", "울산", "경상남", "강원", "충청남"]
    numbers = set()
    for index, (donor, recipient) in enumerate(zip(people, recipients)):
        console.wait(
            lambda: console.focused.get_attribute("name") == "donated_on", "the first field"
        )
        before = console.keys
        fill(console, donor, recipient, f"{index + 1}만")
        assert console.keys - before <= 8, console.keys - before
        numbers.add(saved(console))
    assert len(numbers) == 10
    console.picture("entry-ten")


def test_names_open_beneath_the_field_that_is_typed_in(console):
    console.sign_in("clerk")
    for width in (1280, 390):
        console.resize(width)
        for path, name in [("/donations/new", "recipient"), ("/exchanges/new", "legs[0].from")]:
            field = console.open(path).find(f"[name='{name}']")
            # A draft may have been restored.
            field.clear()
            field.send_keys("세종")
            console.wait(lambda: console.has(".completion:not([hidden]) li"), "the list")
            gap = console.driver.execute_script(
                "return document.querySelector('.completion:not([hidden])')"
                ".getBoundingClientRect().top - arguments[0].getBoundingClientRect().bottom", field)
            assert -1 <= gap <= 8, (path, width, gap)


def test_hints_say_what_the_ledger_makes_of_it(console):
    console.sign_in("clerk").open("/donations/new")
    console.wait(lambda: console.focused.get_attribute("name") == "donated_on")
    console.press("a", modifier=Keys.CONTROL)
    console.write("2023. 4. 10.")
    console.press(Keys.ENTER)
    console.write("ㅊㅁㅎ")
    console.press(Keys.ENTER)
    console.wait(lambda: console.focused.get_attribute("name") == "recipient")
    console.write("서울특")
    console.press(Keys.ENTER)
    console.wait(lambda: console.focused.get_attribute("name") == "amount")
    console.write("10만")
    console.wait(lambda: "일십만 원" in console.text("[data-hint=amount]"))
    assert "(월)" in console.text("[data-hint=donated_on]")
    console.wait(
        lambda: "세종특별자치시 → 서울특별시" in console.text("[data-hint=donor]"), "the route"
    )
    assert "상한까지" in console.text("[data-hint=amount]")
    console.picture("entry-hints")


def test_chords_jump_and_repeat(console):
    console.sign_in("clerk").open("/donations/new")
    for key, name in (("k", "donor"), ("g", "recipient"), ("a", "amount"), ("n", "donated_on")):
        console.press(key, modifier=Keys.ALT)
        assert console.focused.get_attribute("name") == name
    fill(console, "오세훈", "세종", "3만")
    saved(console)
    console.press("a", modifier=Keys.ALT)
    console.press(Keys.ARROW_UP, modifier=Keys.ALT)
    assert console.find("#f-amount").get_attribute("value") == "30000"


def test_a_wrong_form_keeps_what_was_typed_and_says_where(console):
    console.sign_in("clerk").open("/donations/new")
    console.write("2023-02-29")
    fill(console, "없는사람", "중구", "100,00")
    assert console.find("main [role=alert]").text
    for field in ("donated_on", "donor", "amount"):
        control = console.find(f"#f-{field}")
        assert control.get_attribute("aria-invalid") == "true", field
        assert control.get_attribute("value"), field
        assert console.has(f"main [role=alert] a[href='#f-{field}']"), field
    console.picture("entry-errors")


def test_undo_takes_the_last_one_back(console):
    console.sign_in("clerk").open("/donations/new")
    fill(console, "오세훈", "세종", "7만")
    number = saved(console)
    console.leave(lambda: console.find("form[data-undo] button").click())
    row = [one.text for one in console.all("#recent tbody tr") if number in one.text]
    assert row and "취소됨" in row[0], row


def test_the_same_form_sent_twice_records_once(console):
    """A double press on a slow line: the same hidden id twice."""
    console.sign_in("clerk").open("/donations/new")
    for field, value in (("donor", "이장우"), ("recipient", "세종특별자치시"), ("amount", "8만")):
        console.find(f"#f-{field}").send_keys(value)
        console.press(Keys.TAB)
    answers = console.driver.execute_async_script(
        "const [done] = arguments; const form = document.querySelector('form.entry');"
        "const body = new URLSearchParams(new FormData(form));"
        "const send = () => fetch(form.action, {method: 'POST', body}).then((one) => one.url);"
        "send().then((first) => send().then((second) => done([first, second])));"
    )
    assert "after=" in answers[0] and answers[0] == answers[1], answers


def test_without_scripts(console):
    console.sign_in("clerk")
    console.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    console.open("/donations/new")
    for field, value in (("donor", "오세훈"), ("recipient", "세종"), ("amount", "9만")):
        console.find(f"#f-{field}").send_keys(value)
    console.find("form.entry .submit .primary").click()
    console.wait(lambda: console.has(".saved"), "saved without scripts")
    assert "90,000원" in console.text(".saved")
    console.open("/donations/new")
    console.find("#f-amount").send_keys("10.5")
    console.find("form.entry .submit .primary").click()
    console.wait(lambda: console.has("main [role=alert]"))
    assert console.find("#f-amount").get_attribute("value") == "10.5"


def test_a_session_that_ends_in_the_middle_takes_nothing(console):
    console.sign_in("clerk").open("/donations/new")
    console.press(Keys.ENTER)
    console.write("오세훈")
    console.press(Keys.ENTER)
    console.wait(lambda: console.focused.get_attribute("name") == "recipient")
    console.write("세종")
    console.press(Keys.ENTER)
    console.wait(lambda: console.focused.get_attribute("name") == "amount")
    console.write("12만")
    cookie = console.driver.get_cookie("pumasi")
    console.driver.delete_all_cookies()
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    assert not console.has(".saved")
    console.driver.add_cookie({"name": "pumasi", "value": cookie["value"], "path": "/"})
    console.open("/donations/new")
    assert console.find("#f-amount").get_attribute("value") == "12만"
    assert console.find("#f-donor").get_attribute("value") == "오세훈"
    console.leave(lambda: console.find("form.entry .submit .primary").click())
    assert "120,000원" in console.text(".saved")


def test_an_exchange_with_both_sides(console):
    console.sign_in("clerk").open("/exchanges/new")
    values = {
        "legs-0--from": "세종특별자치시", "legs-0--to": "대전광역시", "legs-0--people": "10",
        "legs-0--amount_each": "10만", "legs-0--on": "2026-03-02",
    }
    for field, value in values.items():
        console.find(f"#f-{field}").send_keys(value)
        console.press(Keys.TAB)
    console.leave(lambda: console.find("button[name=mirror]").click())
    assert console.find("#f-legs-1--from").get_attribute("value") == "대전광역시"
    console.leave(lambda: console.find("form.entry .submit .primary").click())
    assert re.search(r"E-\d{4}-\d{6}", console.text("main")), console.text("main")
    console.picture("exchange-saved")


def test_requests_stay_here_and_the_first_page_is_light(console):
    console.open("/p")
    seen = console.requests()
    assert all(url.startswith((console.daemon.site, "data:", "about:")) for url, _ in seen), seen
    pages = [(url, size) for url, size in seen if url.startswith("http")]
    assert len(pages) <= 12 and sum(size for _, size in pages) <= 100_000, pages
    assert not console.complaints()
