"""The matrix of who gave to whom, gone through by keyboard."""

from selenium.webdriver.common.keys import Keys

#: Where the focus is: row, column, and whether the cell is seen whole with a ring around it.
PLACE = """
const one = document.activeElement;
const [box, style] = [one.getBoundingClientRect(), getComputedStyle(one)];
const corners = [[box.left + 3, box.top + 3], [box.right - 3, box.bottom - 3]];
return [one.parentNode.rowIndex, one.cellIndex,
  one.matches('.matrix td') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
  && corners.every(([x, y]) => one.contains(document.elementFromPoint(x, y)))];
"""


def place(console) -> tuple:
    row, column, is_seen = console.driver.execute_script(PLACE)
    assert is_seen, f"row {row}, column {column}: {console.focused.text}"
    return row, column


def test_arrow_keys_go_from_cell_to_cell(console):
    console.sign_in("auditor").open("/reciprocity")
    assert console.find(".matrix").get_attribute("role") == "grid"
    lines = len(console.all(".matrix tbody tr"))
    assert lines > 3
    console.tab_to(".matrix td[tabindex='0']")
    row, column = place(console)
    # Tab comes to a cell that says something, by itself.
    assert "에서" in console.focused.get_attribute("textContent")
    console.press(*[Keys.ARROW_UP] * lines, *[Keys.ARROW_LEFT] * lines)
    assert place(console) == (1, 1)
    console.press(Keys.ARROW_DOWN)
    assert place(console) == (2, 1)
    console.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert place(console) == (2, 3)
    console.press(Keys.ARROW_UP, Keys.ARROW_LEFT)
    assert place(console) == (1, 2)
    console.picture("matrix-keys")
    # With a modifier the keys are the browser's own, and so are all others.
    console.press(Keys.ARROW_DOWN, modifier=Keys.CONTROL)
    console.press("x")
    assert place(console) == (1, 2)
    here = console.focused
    console.press(Keys.TAB)
    assert not console.driver.execute_script(
        "return document.activeElement.matches('.matrix td')")
    console.press(Keys.TAB, modifier=Keys.SHIFT)
    assert console.focused == here
    assert len(console.all(".matrix [tabindex='0']")) == 1


def test_the_focus_stands_clear_of_the_heads_that_stay_in_sight(console):
    console.sign_in("auditor").resize(360)
    console.open("/reciprocity")
    lines = len(console.all(".matrix tbody tr"))
    console.tab_to(".matrix td[tabindex='0']")
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_DOWN, Keys.ARROW_LEFT, Keys.ARROW_UP):
        for _ in range(lines):
            console.press(key)
            place(console)
    assert place(console) == (1, 1)


def test_without_scripts_it_is_a_table_and_nothing_more(console):
    console.sign_in("auditor")
    console.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    console.open("/reciprocity")
    assert console.has(".matrix td") and not console.has(".matrix [tabindex]")
    assert not console.find(".matrix").get_attribute("role")
