"""The ways of somebody who uses no mouse: by Tab, the arrow keys, Space and Enter."""

from selenium.webdriver.common.keys import Keys


def go(console, text: str):
    """Follows the link of that text by Tab and Enter."""
    target = console.wait(
        lambda: next((one for one in console.all("a") if one.text.strip() == text), None), text
    )
    for _ in range(250):
        if console.focused == target:
            break
        console.press(Keys.TAB)
    else:
        raise AssertionError(f"{text} cannot be reached by Tab")
    console.leave(lambda: console.press(Keys.ENTER))


def type_in(console, name: str, text: str, chosen: bool = False):
    """Goes on by Tab to the field and types; `chosen` takes the first completion."""
    for _ in range(120):
        if console.focused.get_attribute("name") == name:
            break
        console.press(Keys.TAB)
    else:
        raise AssertionError(f"{name} cannot be reached by Tab")
    console.press("a", modifier=Keys.CONTROL)
    console.write(text)
    if chosen:
        console.wait(lambda: console.has(".completion:not([hidden]) [role=option]"), name)
        console.press(Keys.ENTER)


def choose(console, name: str, value: str):
    """Goes to a group of radios by Tab and on to one of them by the arrow keys."""
    for _ in range(120):
        if console.focused.get_attribute("name") == name:
            break
        console.press(Keys.TAB)
    for _ in range(10):
        focused = console.focused
        if focused.get_attribute("value") == value:
            if not focused.is_selected():
                console.press(Keys.SPACE)
            return
        console.press(Keys.ARROW_DOWN)
    raise AssertionError(f"{name} has no {value}")


def save(console):
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    assert not console.has("main [role=alert]"), console.text("main [role=alert]")
