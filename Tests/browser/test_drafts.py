"""What was typed outlives the session: corrections, reasons and matched columns come back."""

from selenium.webdriver.common.keys import Keys

from journey import save, type_in


def expire(console, act):
    """The session is gone when the form comes; it is there again afterwards."""
    page, cookie = console.path, console.driver.get_cookie("pumasi")
    console.driver.delete_all_cookies()
    console.leave(act)
    console.driver.add_cookie({"name": "pumasi", "value": cookie["value"], "path": "/"})
    console.open(page)


def test_a_correction_outlives_its_session(console):
    console.sign_in("clerk").open("/donations/new")
    type_in(console, "donor", "오세훈", chosen=True)
    type_in(console, "recipient", "세종", chosen=True)
    type_in(console, "amount", "17만")
    save(console)
    console.leave(lambda: console.find(".saved a.button").send_keys(Keys.ENTER))
    page = console.path
    type_in(console, "changes.amount", "19만")
    type_in(console, "reason", "금액을 잘못 적음")
    expire(console, lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    assert console.find("#f-changes-amount").get_attribute("value") == "19만"
    assert console.find("#f-reason").get_attribute("value") == "금액을 잘못 적음"
    assert console.find("[data-draft-note]").is_displayed()
    save(console)
    expire(console, lambda: console.tab_to("button[name=confirm]").send_keys(Keys.ENTER))
    # The confirmation went out with the session; the form is as it was.
    console.open(page)
    assert console.find("#f-changes-amount").get_attribute("value") == "19만"
    save(console)
    console.leave(lambda: console.tab_to("button[name=confirm]").send_keys(Keys.ENTER))
    assert "190,000" in console.text("main")
    # Recorded, it is no draft any more.
    console.open(page)
    assert not console.find("[data-draft-note]").is_displayed()


def test_a_reason_outlives_its_session(console):
    console.sign_in("manager").open("/schedules/daily/pause")
    type_in(console, "note", "점검하는 동안 쉼")
    expire(console, lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert console.find("[name=note]").get_attribute("value") == "점검하는 동안 쉼"
    console.tab_to("[data-draft-drop]").send_keys(Keys.ENTER)
    assert console.find("[name=note]").get_attribute("value") == ""
    console.open("/schedules/daily/pause")
    assert console.find("[name=note]").get_attribute("value") == ""


def test_matched_columns_outlive_their_session(console):
    console.sign_in("clerk").open("/imports/new")
    rows = "구분\t누구\t어디\t얼마\t언제\n공표\t둘-1\t세종특별자치시\t3만원\t2026-03-03"
    console.driver.execute_script(
        "arguments[0].value = arguments[1]", console.find("#f-list"), rows)
    console.leave(lambda: console.tab_to("form.entry .submit .primary").send_keys(Keys.ENTER))
    choices = {1: "기부자 번호", 2: "받는 지자체", 3: "금액", 4: "기부일"}
    for index, text in choices.items():
        console.tab_to(f"[name='column[{index}]']").send_keys(text)
    kept = [one.get_attribute("value") for one in console.all("form.entry select")]
    assert len(set(kept)) == len(kept), kept
    expire(console, lambda: console.tab_to(
        "form.entry .submit .primary").send_keys(Keys.ENTER))
    assert [one.get_attribute("value") for one in console.all("form.entry select")] == kept
    console.leave(lambda: console.tab_to("form.entry .submit .primary").send_keys(Keys.ENTER))
    assert "30,000원" in console.text("main")
