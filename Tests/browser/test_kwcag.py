"""KWCAG 2.2 where axe sees nothing: targets, focus, titles, the way past the menu, single keys."""

import re

import pytest
from selenium.webdriver.common.keys import Keys

PAGES = [
    ("clerk", "/"), ("clerk", "/donations"), ("clerk", "/donations/new"),
    ("clerk", "/donations/export"), ("clerk", "/exchanges/new"), ("clerk", "/imports/new"),
    ("clerk", "/agreements/new"), ("clerk", "/people/new"), ("clerk", "/people"),
    ("coordinator", "/relays"), ("coordinator", "/relays/new"), ("manager", "/schedules"),
    ("manager", "/reports"), ("manager", "/governments/36110/bar"), ("auditor", "/imports"),
    ("operator", "/map"), ("operator", "/reciprocity"),
]
IDS = {"ids": lambda value: str(value).strip("/").replace("/", "_")}
#: Everything that is pressed, and stands by itself and not within a sentence or a cell of text.
CONTROLS = "button, select, input:not([type=hidden]), nav a, .actions a, .submit a, summary"

SMALL = """
return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()
  && !one.closest('.skip, svg')).flatMap((one) => {
  const label = one.matches('[type=radio], [type=checkbox]') && one.labels[0];
  const boxes = [one, label].filter(Boolean).map((part) => part.getBoundingClientRect());
  const height = Math.max(...boxes.map((box) => box.height));
  const width = boxes.reduce((sum, box) => sum + box.width, 0);
  return height < 31.5 || width < 31.5
    ? [`${one.outerHTML.slice(0, 120)} ${Math.round(width)}x${Math.round(height)}`] : [];
});
"""


@pytest.mark.parametrize("role, path", PAGES, **IDS)
@pytest.mark.parametrize("width", [1440, 360])
def test_targets_are_large_enough(console, role, path, width):
    console.sign_in(role).resize(width)
    console.open(path)
    small = console.driver.execute_script(SMALL, CONTROLS)
    assert not small, "\n".join(small)


@pytest.mark.parametrize("role, path", PAGES, **IDS)
def test_the_focus_is_seen_and_the_menu_can_be_skipped(console, role, path):
    console.sign_in(role).open(path)
    console.driver.execute_script("document.activeElement.blur()")
    console.driver.execute_script("document.body.focus()")
    skip = console.find(".skip")
    if not console.has("[autofocus]"):
        console.press(Keys.TAB)
        assert console.focused == skip
        console.press(Keys.ENTER)
        assert console.focused.get_attribute("id") == "content"
    for _ in range(12):
        console.press(Keys.TAB)
        ring = console.driver.execute_script(
            "const one = document.activeElement; if (one === document.body) return null;"
            "const style = getComputedStyle(one);"
            "return [style.outlineStyle, parseFloat(style.outlineWidth),"
            " one.outerHTML.slice(0, 90)];")
        assert ring is None or (ring[0] != "none" and ring[1] >= 2), ring


def test_the_menu_begins_where_the_reader_is(console):
    console.sign_in("manager").resize(390)
    for path in ("/", "/agreements", "/schedules", "/tokens"):
        console.open(path)
        here = console.find(".menu [aria-current]")
        console.wait(lambda: 0 <= place(console, here)[0] and place(console, here)[1] <= 390, path)


def place(console, element) -> list:
    return console.driver.execute_script(
        "const box = arguments[0].getBoundingClientRect(); return [box.left, box.right]", element)


def test_every_page_has_a_title_of_its_own(console):
    seen = {}
    for role, path in PAGES:
        console.sign_in(role).open(path)
        title = console.driver.title
        assert re.fullmatch(r".+ - .+", title), title
        assert seen.setdefault(title, path) == path, (title, path, seen[title])


@pytest.mark.parametrize("role, path", [one for one in PAGES if one[1].endswith("/new")], **IDS)
def test_single_keys_do_nothing_while_somebody_types(console, role, path):
    console.sign_in(role).open(path)
    for field in console.all("form.entry input[type=text], form.entry textarea")[:8]:
        if not field.is_displayed():
            continue
        console.driver.execute_script("arguments[0].value = ''; arguments[0].focus()", field)
        console.write("n/?gd")
        assert console.path == path
        assert console.focused == field
        assert field.get_attribute("value") == "n/?gd"
