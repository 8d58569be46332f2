"""The pages of those who keep the book: sessions, keys, closing, schedules and accounts."""

import re

from selenium.webdriver.common.keys import Keys

LEFT = """
const kept = window.fetch;
window.fetch = async () => new Response(JSON.stringify({seconds_left: 100}),
  {headers: {"Content-Type": "application/json"}});
document.dispatchEvent(new Event("visibilitychange"));
setTimeout(() => { window.fetch = kept; }, 0);
"""


def test_a_session_warns_before_it_ends_and_one_key_holds_it(console):
    console.sign_in("clerk").open("/donations/new")
    notice = console.find("#session")
    assert not notice.is_displayed()
    # The clock of the server cannot be moved; only what it answers is.
    console.driver.execute_script(LEFT)
    console.wait(notice.is_displayed, "the warning never came")
    assert "2분 안에 로그아웃" in notice.text
    console.press("l", modifier=Keys.ALT)
    console.wait(lambda: not notice.is_displayed(), "the key did not hold the session")


def test_a_session_that_ended_elsewhere_says_so_and_keeps_what_was_typed(console, daemon):
    login = "leaver"
    link = daemon.add_user(login, "clerk")
    console.open(link)
    for field in ("#password", "#repeat"):
        console.find(field).send_keys("correct horse battery staple")
    console.leave(lambda: console.find("#repeat").send_keys(Keys.ENTER))
    console.open("/donations/new")
    console.find("[name=amount]").send_keys("10만")
    daemon.run("user", "change", login, "--role", "coordinator")
    notice = console.find("#session")

    def told():
        # The daemon remembers a session for some seconds; the tab asks whenever it is looked at.
        console.driver.execute_script('document.dispatchEvent(new Event("visibilitychange"))')
        return notice.is_displayed()

    console.wait(told, "nothing was said")
    assert "로그아웃되었습니다" in notice.text
    assert console.find("[name=amount]").get_attribute("value") == "10만"


def test_single_keys_can_be_switched_off(console):
    console.sign_in("coordinator").open("/people")
    console.press("/")
    assert console.focused.get_attribute("id") == "find"
    console.open("/me")
    console.find("[name=shortcuts]").click()
    console.leave(lambda: console.find("form[action='/me'] .primary").click())
    assert "저장했습니다" in console.text()
    console.open("/people")
    console.press("/")
    assert console.focused.get_attribute("id") != "find"


def test_the_chosen_text_size_holds_and_no_page_grows_wider_than_a_phone(console):
    console.sign_in("auditor").open("/me")
    console.find("#f-size-largest").click()
    console.leave(lambda: console.find("form[action='/me'] .primary").click())
    assert console.find("html").get_attribute("data-size") == "largest"
    console.resize(360)
    for path in ("/me", "/periods", "/schedules", "/reports", "/approvals"):
        console.open(path)
        wide = console.driver.execute_script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 0, f"{path} is {wide} px wider than the window"


def test_a_month_is_closed_by_keyboard_and_without_scripts(console):
    console.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    console.sign_in("manager").open("/periods")
    console.leave(lambda: console.tab_to("a[href='/periods/close']").send_keys(Keys.ENTER))
    period = console.tab_to("[name=period]")
    period.clear()
    period.send_keys("2024-06")
    console.leave(lambda: period.send_keys(Keys.ENTER))
    assert "1곳을 확인" in console.text()
    assert console.find("[name=period]").get_attribute("value") == "2024-06"
    console.tab_to("[name=reason]").send_keys("확인함")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert "마감했습니다" in console.text()
    assert "2024-06" in console.text()


def test_an_operator_makes_an_account_with_a_link_that_works(console):
    console.sign_in("operator").open("/admin/users/new")
    console.find("[name=login]").send_keys("newcomer")
    console.find("[name=name]").send_keys("새 사람")
    console.find("#f-role-clerk").click()
    console.leave(lambda: console.find("main .primary").click())
    link = re.search(r"/login/link/[0-9a-f]{64}", console.text())
    assert link
    console.driver.delete_all_cookies()
    console.open(link[0])
    assert "새 사람" in console.text()


def test_a_schedule_is_run_by_hand_and_compared(console):
    console.sign_in("manager").open("/schedules/daily/run")
    console.find("[name=period]").clear()
    console.find("[name=period]").send_keys("2026-03-02")
    console.find("[name=reason]").send_keys("확인")
    console.leave(lambda: console.find("main .primary").click())
    assert re.fullmatch(r"/runs/[0-9a-f-]{36}", console.path)
    console.leave(lambda: console.find("header.top a.button").click())
    console.find("[name=reason]").send_keys("같은지 보려고")
    console.leave(lambda: console.find("main .primary").click())
    assert "바이트까지 같습니다" in console.text()


def test_a_clerk_records_into_a_closed_month_with_a_manager_s_leave(console, daemon):
    daemon.run("period", "close", "2024-05", "--reason", "확인함")
    leave = daemon.run("period", "allow", "2024-05", "--reason", "늦게 온 영수증")["id"]
    console.sign_in("clerk").open("/donations/new")
    assert not console.has("[name=late_approval]")

    def send(**fields):
        for name, text in fields.items():
            field = console.find(f"[name={name}]")
            field.clear()
            field.send_keys(text)
        console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))

    send(donor="최민호", recipient="부산", amount="10만", donated_on="2024. 5. 3.")
    assert "마감된 기간" in console.text()
    assert "늦은 등록 승인" in console.text()
    send(late_approval=leave)
    assert re.search(r"D-\d{4}-\d{6}", console.text(".saved"))
