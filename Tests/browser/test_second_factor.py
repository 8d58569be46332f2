"""A second factor in a browser: turned on with an app, asked for at sign-in, turned off again."""

import base64
import hmac
import re
import struct
import time

from selenium.webdriver.common.keys import Keys

from console import PASSWORD


def shown(secret: str, later: int = 0) -> str:
    """The six digits that an app shows now (RFC 6238), or so many half minutes later."""
    step = int(time.time()) // 30 + later
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">q", step), "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place:place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def send(console, **fields):
    """Fills in the fields of the page and sends them from the last."""
    for name, text in fields.items():
        field = console.find(f"main [name={name}]")
        field.clear()
        field.send_keys(text)
    console.leave(lambda: field.send_keys(Keys.ENTER))


def sign_out(console):
    console.leave(lambda: console.find("form[action='/logout'] button").click())


def test_it_is_turned_on_asked_for_and_turned_off_without_scripts(console, daemon):
    console.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    console.open(daemon.add_user("guarded", "clerk"))
    send(console, password=PASSWORD, repeat=PASSWORD)
    console.open("/me")
    console.leave(lambda: console.find("main a[href='/me/second-factor']").click())
    send(console, current=PASSWORD)
    assert console.path == "/me/second-factor/app"
    picture = console.find("main figure.qr svg")
    assert picture.size["width"] > 100 and picture.size["width"] == picture.size["height"]
    assert not [one for one in console.complaints() if "Content Security Policy" in one]
    console.picture("second-factor-app")
    secret = console.text("main pre").replace(" ", "")
    assert re.fullmatch("[A-Z2-7]{32}", secret)
    send(console, code="12345")
    assert "인증 코드가 맞지 않거나" in console.text()
    assert console.text("main pre").replace(" ", "") == secret
    send(console, code=shown(secret))
    codes = console.text("main pre").split()
    assert len(set(codes)) == 10
    assert all(re.fullmatch("([A-Z2-7]{4}-){5}[A-Z2-7]{4}", code) for code in codes)
    console.picture("recovery-codes")
    console.open("/me")
    assert "남은 복구 코드" in console.text("#second-factor")

    sign_out(console)
    console.open("/donations")
    send(console, login="guarded", password=PASSWORD)
    assert console.path == "/login/code?next=/donations"
    console.picture("login-code")
    send(console, code="12345")
    assert "인증 코드가 맞지 않거나" in console.text()
    assert not console.driver.get_cookie("pumasi")
    send(console, code=shown(secret, later=1))
    assert console.path == "/donations"

    sign_out(console)
    for code, place in ((codes[0], "/"), (codes[0], "/login/code")):
        console.driver.delete_all_cookies()
        console.open("/login")
        send(console, login="guarded", password=PASSWORD)
        send(console, code=code.lower())
        assert console.path == place
    send(console, code=codes[1])
    console.open("/me/second-factor/off")
    send(console, current=PASSWORD, code=codes[2])
    assert "두 번째 인증 수단을 끄고" in console.text()
    sign_out(console)
    console.open("/login")
    send(console, login="guarded", password=PASSWORD)
    assert console.path == "/"


def test_the_browser_keeps_no_draft_of_a_code(console):
    console.sign_in("coordinator").open("/me/second-factor/off")
    console.find("main [name=code]").send_keys("ABCD-EFGH")
    kept = console.driver.execute_script("return JSON.stringify({...sessionStorage})")
    assert "ABCD" not in kept and "second-factor" not in kept
    console.open("/me/second-factor/off")
    assert console.find("main [name=code]").get_attribute("value") == ""


def test_an_operator_takes_a_lost_one_off(console, daemon):
    console.open(daemon.add_user("loser", "clerk"))
    send(console, password=PASSWORD, repeat=PASSWORD)
    console.open("/me/second-factor")
    send(console, current=PASSWORD)
    send(console, code=shown(console.text("main pre").replace(" ", "")))
    listed = {one["login"]: one for one in daemon.run("user", "list")["items"]}
    assert listed["loser"]["has_second_factor"]
    answer = daemon.run("user", "second-factor-reset", "loser")
    assert answer["has_second_factor"] is False
    console.wait(
        lambda: console.open("/donations").path.startswith("/login"), "the session went on")
    send(console, login="loser", password=PASSWORD)
    assert console.path == "/donations"
