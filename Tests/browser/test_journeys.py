"""What each role is there for, by keyboard alone; and what a citizen comes for."""

import re

from selenium.webdriver.common.keys import Keys

from console import PASSWORD
from journey import choose, go, save, type_in

#: Beyond names and digits, of one donation.
KEYS_MAX = 8
#: The same of an exchange: the fields of one side, and what fills in the other.
EXCHANGE_KEYS_MAX = 16


def sign_in(console, login: str):
    """Through the door, as on every morning."""
    console.sign_in(login)
    console.driver.delete_all_cookies()
    console.open("/login")
    type_in(console, "login", login)
    type_in(console, "password", PASSWORD)
    console.leave(lambda: console.press(Keys.ENTER))
    assert console.path == "/" and "오늘" in console.text("main h1")


def test_a_clerk_s_morning(console):
    """Signs in, records two donations, corrects one and finds both again."""
    sign_in(console, "clerk")
    console.leave(lambda: console.press("n"))
    assert console.path == "/donations/new"
    for donor, recipient, amount in (("ㅇㅅㅎ", "세종", "23만"), ("이장우", "세종", "24만")):
        console.wait(lambda: console.focused.get_attribute("name") == "donated_on", "the day")
        before = console.keys
        console.press(Keys.ENTER)
        for name, text in (("donor", donor), ("recipient", recipient)):
            console.wait(lambda: console.focused.get_attribute("name") == name, name)
            console.write(text)
            console.press(Keys.ENTER)
        console.wait(lambda: console.focused.get_attribute("name") == "amount", "amount")
        console.write(amount)
        console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
        assert console.keys - before <= KEYS_MAX
        assert "등록했습니다" in console.text(".saved")
    number = re.search(r"D-\d{4}-\d{6}", console.text(".saved"))[0]
    go(console, "정정")
    type_in(console, "changes.amount", "25만")
    type_in(console, "reason", "금액을 잘못 적음")
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    assert "240,000원" in console.text("#confirm") and "250,000원" in console.text("#confirm")
    console.leave(lambda: console.tab_to("button[name=confirm]").send_keys(Keys.ENTER))
    assert "정정했습니다" in console.text("main .notice.success")
    assert "250,000원" in console.text("header.top") and number not in console.text("header.top")
    assert "금액을 잘못 적음" in console.text("main"), "why it took the other's place"
    go(console, number)
    assert "정정됨" in console.text("header.top") and number in console.text("header.top")
    go(console, "기부 대장")
    console.tab_to(".filter summary").send_keys(Keys.ENTER)
    type_in(console, "amount_min", "24만")
    type_in(console, "amount_max", "25만")
    console.leave(lambda: console.press(Keys.ENTER))
    assert console.has(".filter details[open]")
    assert "최소 금액 240,000원" in console.text(".held")
    rows = {one.text.split()[0]: one.text for one in console.all("main tbody tr")}
    assert "정정됨" in rows[number] and any("250,000" in row for row in rows.values()), rows
    console.picture("donations-filtered")
    least = ".held a[href*='amount_max']:not([href*='amount_min'])"
    console.leave(lambda: console.tab_to(least).send_keys(Keys.ENTER))
    assert "최소 금액" not in console.text(".held") and "최대 금액" in console.text(".held")


def test_a_clerk_enters_both_sides_of_an_exchange(console):
    console.sign_in("clerk").open("/exchanges/new")
    console.tab_to("[name='legs[0].from']")
    before = console.keys
    type_in(console, "legs[0].from", "세종", chosen=True)
    type_in(console, "legs[0].to", "대전광", chosen=True)
    type_in(console, "legs[0].on", "2026. 3. 5.")
    type_in(console, "legs[0].people", "12")
    type_in(console, "legs[0].amount_each", "10만")
    console.press("m", modifier=Keys.ALT)
    assert console.focused.get_attribute("name") == "mirror"
    console.leave(lambda: console.press(Keys.ENTER))
    assert console.find("[name='legs[1].from']").get_attribute("value") == "대전광역시"
    save(console)
    assert console.keys - before <= EXCHANGE_KEYS_MAX, console.keys - before
    assert re.search(r"E-\d{4}-\d{6}", console.text("main")), console.text("main")
    assert "등록했습니다. 모두 서로 기부했습니다." in console.text("main")


def test_a_clerk_mends_a_list(console):
    """A pasted list with a bad row: shown, mended in the form and recorded whole."""
    console.sign_in("clerk").open("/imports/new")
    rows = ["구분\t기부자 번호\t받는 지자체\t금액\t기부일", "공표\t셋-1\t세종특별자치시\t3만원\t2026-03-06",
            "공표\t셋-2\t세종특별자치시\t4만원\t2026-02-30"]

    def send(lines):
        # A tab that is typed leaves the field; a list is pasted.
        console.driver.execute_script(
            "arguments[0].value = arguments[1]", console.tab_to("#f-list"), "\n".join(lines))
        for _ in range(2):
            console.leave(
                lambda: console.tab_to("form.entry .submit .primary").send_keys(Keys.ENTER))

    send(rows)
    assert "정상 1건만 등록" in console.text("main")
    told = console.find("main tbody td[data-label='기부일'] .error")
    assert "달력에 없는 날짜입니다" in told.text, console.text("main")
    console.open("/imports/new")
    send([*rows[:2], rows[2].replace("02-30", "02-28")])
    assert "70,000원" in console.text("main"), console.text("main")
    console.leave(lambda: console.tab_to("form.entry .submit .primary").send_keys(Keys.ENTER))
    console.wait(lambda: "new" not in console.path, "the import's own page")
    go(console, "기부 보기")
    assert "일괄 등록 I-" in console.text(".held")
    assert len(console.all("main tbody tr")) == 2


def test_a_manager_closes_a_month_and_files_a_report(console):
    console.sign_in("manager").open("/")
    go(console, "마감")
    go(console, "마감하기")
    type_in(console, "period", "2024-02")
    type_in(console, "reason", "대조를 마침")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert "마감했습니다" in console.text("main .notice.success")
    go(console, "예약 작업")
    go(console, "일일 요약 보고")
    go(console, "지금 실행")
    type_in(console, "period", "2024-02-29")
    type_in(console, "reason", "마감한 달을 다시 봄")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert console.path.startswith("/runs/") and "2024. 2. 29." in console.text("main")
    assert "HWPX" in console.text("#files") or "한글" in console.text("#files")


def fetched(console, address: str) -> tuple:
    """Status and bytes of a file that a link leads to."""
    return tuple(console.driver.execute_async_script(
        "const [address, done] = arguments;"
        "fetch(address).then(async (one) =>"
        " done([one.status, (await one.arrayBuffer()).byteLength]));", address))


def test_a_manager_approves_a_report_and_takes_it_away(console, daemon):
    daemon.run("schedule", "run", "monthly", "--reason", "승인할 보고")
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
    status, size = fetched(console, file)
    assert status == 200 and size > 5_000
    go(console, "승인 또는 반려")
    choose(console, "verdict", "reject")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert "사유" in console.text("main [role=alert]")
    choose(console, "verdict", "approve")
    console.leave(lambda: console.tab_to("main .primary").send_keys(Keys.ENTER))
    assert console.path == page + "?done=endorsed"
    assert "승인 대기" not in console.text("header.top")
    assert "승인" in console.text("#decision") and "manager" in console.text("#decision")
    console.picture("report-approved")
    # It is decided once; what was decided stands in the list.
    assert "승인 또는 반려" not in console.text("header.top")
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
