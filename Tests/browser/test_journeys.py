"""What each role is there for, by keyboard alone; and what a citizen comes for."""

import re

from selenium.webdriver.common.keys import Keys

from journey import choose, go, save, type_in


def fetched(console, address: str) -> tuple:
    """Status, name and bytes of a file that a link leads to."""
    return tuple(console.driver.execute_async_script(
        "const [address, done] = arguments;"
        "fetch(address).then(async (one) => done([one.status,"
        " one.headers.get('Content-Disposition'), (await one.arrayBuffer()).byteLength]));",
        address))


def test_a_manager_approves_a_report_and_takes_it_away(console, daemon):
    daemon.run("schedule", "run", "weekly", "--reason", "승인할 보고")
    console.sign_in("manager").open("/")
    go(console, "요약 보고")
    report = console.find("main tbody tr a")
    assert "승인 대기" not in console.text("main")
    console.leave(lambda: console.tab_to(
        f"main tbody a[href='{report.get_attribute('href').removeprefix(daemon.site)}']"
    ).send_keys(Keys.ENTER))
    page = console.path
    assert "승인 대기" in console.text("header.top")
    files = [one.get_attribute("href") for one in console.all("main table a")]
    file = next(one for one in files if one.endswith(".hwpx") and ".public." not in one)
    status, name, size = fetched(console, file)
    assert status == 200 and ".hwpx" in name and size > 5_000
    go(console, "승인")
    choose(console, "verdict", "reject")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert "사유" in console.text("main [role=alert]")
    choose(console, "verdict", "approve")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert console.path == page + "?done=endorsed"
    assert "승인 대기" not in console.text("header.top")
    assert "manager 김" in console.text("#decision")
    console.picture("report-approved")
    # It is decided once; what was decided stands in the list.
    assert not any(one.text == "승인" for one in console.all("header.top a"))
    console.open("/approvals?state=approved")
    assert "요약 보고" in console.text("main table")


def test_a_report_can_be_had_as_pdf_where_a_program_makes_it(console):
    console.sign_in("auditor").open("/reports")
    console.leave(console.find("main tbody a").click)
    assert console.find("a[href$='?format=pdf']").text == "PDF로 만들어 받기"


def test_an_auditor_looks_through_the_log_and_has_it_verified(console):
    console.sign_in("auditor").open("/")
    go(console, "감사 기록")
    type_in(console, "author", "auditor")
    console.leave(lambda: console.press(Keys.ENTER))
    assert "author=auditor" in console.path and console.has("main tbody tr")
    button = "form[action='/audit/verifications'] button"
    console.leave(lambda: console.tab_to(button).send_keys(Keys.ENTER))
    assert console.path == "/audit#verification"


def test_an_operator_makes_an_account_and_a_receiver(console, daemon):
    console.sign_in("operator").open("/")
    go(console, "사용자")
    go(console, "사용자 등록")
    type_in(console, "login", "keyboard")
    type_in(console, "name", "자판 김")
    choose(console, "role", "auditor")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert re.search(r"/login/link/[0-9a-f]{64}", console.text())
    console.open("/")
    go(console, "설정")
    go(console, "수신처 더하기")
    type_in(console, "name", "keyboard")
    choose(console, "kind", "directory")
    type_in(console, "address", str(daemon.data))
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert not console.has("main [role=alert]"), console.text("main")
    assert "keyboard" in console.text()


def test_a_citizen_reads_a_relay_and_an_agreement(console):
    console.open("/p")
    go(console, "고향사랑기부 인증 챌린지")
    assert "세대" in console.text("figure") and console.has("main .qr svg")
    rows = [one.text for one in console.all("#table tbody tr")]
    boxes = console.all("#picture .participation")
    assert rows and len(rows) == len(boxes)
    console.press(Keys.HOME, modifier=Keys.CONTROL)
    go(console, "원장 확인")
    assert console.path == "/p/verify"


def test_a_stranger_verifies_a_receipt_without_the_net(console):
    """The page is loaded once; what is pasted then is worked out by the browser alone."""
    console.open("/api/v1/proofs/D-2026-000012.tlog-proof")
    proof = console.driver.execute_async_script(
        "const [done] = arguments; fetch('/p/data/donations.csv').then((one) => one.text())"
        ".then((text) => text.match(/D-\\d{4}-\\d{6}/)[0])"
        ".then((no) => fetch(`/api/v1/proofs/${no}.tlog-proof`)).then((one) => one.text())"
        ".then(done);")
    assert proof.startswith("c2sp.org/tlog-proof@v1\n"), proof
    console.open("/p/verify")
    verdict = console.find("output")
    assert not verdict.is_displayed()
    console.driver.execute_cdp_cmd("Network.enable", {})
    offline = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    console.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions", offline | {"offline": True})
    try:
        paste = (
            "const field = document.getElementById('q'); field.value = arguments[0];"
            "field.dispatchEvent(new Event('input', {bubbles: true}))")
        console.driver.execute_script(paste, proof)
        console.wait(lambda: "서명이 맞습니다" in verdict.text, "the browser's verdict")
        console.picture("verify-offline")
        lines = proof.split("\n")
        for changed in (
            proof.replace(lines[2], "index 999"),
            proof.replace(lines[1], "extra " + "A" * 43 + "="),
            proof.replace(lines[3], "A" * 43 + "="),
            proof[: proof.rindex(" ") + 12] + "AAAA" + proof[proof.rindex(" ") + 16:],
            proof.split("\n\n")[0],
        ):
            assert changed != proof
            console.driver.execute_script(paste, changed)
            console.wait(lambda: "맞지 않습니다" in verdict.text, changed)
            console.driver.execute_script(paste, proof)
            console.wait(lambda: "서명이 맞습니다" in verdict.text, "good again")
        console.driver.execute_script(paste, "D-2026-000012")
        console.wait(lambda: not verdict.is_displayed(), "a number is for the server")
    finally:
        console.driver.execute_cdp_cmd(
            "Network.emulateNetworkConditions", offline | {"offline": False})
    # The server says the same, step by step.
    field = console.find("#q")
    console.driver.execute_script("arguments[0].value = arguments[1]", field, proof)
    console.leave(lambda: console.tab_to("form.ask button").send_keys(Keys.ENTER))
    assert "그 뒤로 원장은 늘기만 했음: 맞음" in console.text("main")


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
