"""Each role's work by keyboard alone, from the page of today to what was recorded."""

import re

import pytest
from selenium.webdriver.common.keys import Keys

from journey import choose, go, save, type_in


def relay(console) -> str:
    console.open("/relays")
    link = console.find("main tbody a").get_attribute("href")
    return re.search(r"/relays/[0-9a-f-]{36}", link)[0]


def test_a_coordinator_records_a_run_and_who_comes_next(console):
    console.sign_in("coordinator").open("/")
    go(console, "인증 챌린지")
    go(console, "고향사랑기부 인증 챌린지")
    go(console, "참여 기록")
    console.wait(lambda: console.focused.get_attribute("name") == "participated_on")
    type_in(console, "participated_on", "2023. 4. 20.")
    type_in(console, "person_name", "이명수", chosen=True)
    type_in(console, "proof.link", "https://example.org/post/7")
    type_in(console, "nominees[0].person_name", "ㅇㅅㅎ", chosen=True)
    type_in(console, "donations[0].recipient", "세종", chosen=True)
    type_in(console, "donations[0].amount", "10만")
    type_in(console, "source.outlet", "세종매일")
    console.picture("relay-record")
    save(console)
    assert "이명수 기록했습니다. 응답한 지명 1건, 다음 주자 1명, 기부 1건" in console.text("main")
    assert console.find("#f-participated_on").get_attribute("value") == "2023-04-20"
    number = re.search(r"P-\d{4}-\d{6}", console.text("main"))[0]
    go(console, number)
    assert "세종매일" in console.text("main") and "오세훈" in console.text("main")
    console.picture("relay-run")


def test_a_coordinator_says_what_became_of_a_nomination(console):
    console.sign_in("coordinator").open(relay(console) + "/record")
    type_in(console, "person_name", "한병도", chosen=True)
    type_in(console, "nominees[0].person_name", "이장우", chosen=True)
    save(console)
    go(console, re.search(r"P-\d{4}-\d{6}", console.text("main"))[0])
    go(console, "응답 기록")
    choose(console, "reply", "declined")
    type_in(console, "replied_on", "어제")
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    assert console.has("main [role=alert] a[href='#f-source-outlet']")
    type_in(console, "source.outlet", "대전시 누리집")
    console.picture("relay-reply")
    save(console)
    assert "사양" in console.text("#names")


def test_a_clerk_records_a_person_and_an_agreement(console):
    console.sign_in("clerk").open("/")
    go(console, "인물")
    go(console, "인물 등록")
    type_in(console, "name_ko", "나새롬")
    type_in(console, "name_en", "Na Sae-rom")
    type_in(console, "offices[0].title_ko", "부산광역시장")
    type_in(console, "offices[0].title_en", "Mayor of Busan")
    type_in(console, "offices[0].government", "부산광", chosen=True)
    type_in(console, "offices[0].held_from", "2022-07-01")
    console.picture("person-new")
    save(console)
    assert "부산광역시장" in console.text("main")
    go(console, "업무협약")
    go(console, "업무협약 등록")
    type_in(console, "signed_on", "2026. 3. 2.")
    type_in(console, "title_ko", "부산·대전 우호교류 협약")
    type_in(console, "title_en", "Busan and Daejeon friendship")
    type_in(console, "parties[0].government", "부산광", chosen=True)
    type_in(console, "parties[0].signatory_name", "나새롬", chosen=True)
    type_in(console, "parties[1].government", "대전광", chosen=True)
    console.picture("agreement-new")
    save(console)
    assert "나새롬" in console.text("main") and "대전광역시" in console.text("main")


def test_a_clerk_corrects_and_sees_before_what_it_brings(console):
    console.sign_in("clerk").open("/donations/new")
    type_in(console, "donor", "오세훈", chosen=True)
    type_in(console, "recipient", "세종", chosen=True)
    type_in(console, "amount", "31만")
    save(console)
    console.leave(lambda: console.find(".saved a.button").send_keys(Keys.ENTER))
    form = console.path
    type_in(console, "changes.amount", "51만")
    type_in(console, "reason", "금액을 잘못 적음")
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    confirm = console.text("#confirm")
    assert "310,000" in confirm and "510,000" in confirm and "+200,000원" in confirm, confirm
    assert "남는 금액" in confirm and "보고" in confirm
    console.picture("correction-foresight")
    console.leave(lambda: console.tab_to("button[name=confirm]").send_keys(Keys.ENTER))
    page = console.path
    assert "510,000원" in console.text("header.top")
    # Back to the preview, and the same button again; further back to the form as it was.
    console.driver.back()
    console.wait(lambda: console.path != page)
    if console.has("button[name=confirm]"):
        console.leave(lambda: console.find("button[name=confirm]").click())
        assert console.path == page
    console.open(form)
    assert "되살림" in console.text("main")
    assert not console.has("#f-action-amend") and not console.has("#f-changes-amount")
    console.picture("restoration-form")
    type_in(console, "reason", "처음 금액이 맞았음")
    console.leave(lambda: console.press(Keys.ENTER, modifier=Keys.CONTROL))
    confirm = console.text("#confirm")
    assert "(510,000원)은 취소됩니다" in confirm and "△200,000원" in confirm, confirm
    console.picture("restoration-foresight")
    console.leave(lambda: console.tab_to("button[name=confirm]").send_keys(Keys.ENTER))
    assert "310,000원" in console.text("header.top")


def test_a_manager_records_a_bar_and_reads_what_a_clerk_wrote(console):
    console.sign_in("manager").open("/governments/48000")
    go(console, "제한 등록")
    type_in(console, "valid_from", "2026-01-05")
    type_in(console, "valid_to", "2026-01-06")
    type_in(console, "reason", "모금 방법 위반")
    console.picture("bar-new")
    save(console)
    assert "모금·접수 제한" in console.text("main")
    for path in ("/donations", "/imports", "/reports", "/schedules"):
        console.open(path)
        assert not console.has("[data-problem]"), path


def test_a_clerk_exports_the_list_with_a_reason(console):
    console.sign_in("clerk").open("/donations")
    go(console, "내려받기")
    console.leave(lambda: console.find("form.entry .submit .primary").send_keys(Keys.ENTER))
    assert console.has("main [role=alert] a[href='#f-reason']")
    type_in(console, "reason", "월례 대조")
    console.picture("donations-export")
    answer = console.driver.execute_async_script(
        "const [done] = arguments; const form = document.querySelector('form.entry');"
        "fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))})"
        ".then(async (one) => done([one.status, one.headers.get('Content-Disposition'),"
        " (await one.arrayBuffer()).byteLength]));"
    )
    assert answer[0] == 200 and ".xlsx" in answer[1] and answer[2] > 2_000, answer


def test_columns_are_chosen_in_the_address(console):
    console.sign_in("auditor").open("/donations")
    console.find("#list details summary").send_keys(Keys.ENTER)
    link = next(one for one in console.all("#list details a") if one.text == "등록 보이기")
    console.leave(lambda: link.send_keys(Keys.ENTER))
    assert "recorded" in console.path
    assert "등록" in [one.text for one in console.all("thead th")]


@pytest.mark.parametrize("role, opens, closed", [
    ("auditor", ["/donations", "/imports", "/reports", "/schedules", "/people"],
     ["/donations/new", "/relays/new", "/people/new", "/donations/export"]),
    ("operator", ["/schedules", "/governments", "/reciprocity", "/map"],
     ["/donations", "/donations/new", "/imports", "/agreements/new"]),
])
def test_who_only_reads_finds_no_door_to_writing(console, role, opens, closed):
    console.sign_in(role).open("/")
    for path in opens:
        console.tab_to(f"nav.menu a[href='{path}']")
        console.leave(lambda: console.press(Keys.ENTER))
        assert console.path == path
        assert not console.has("main form.entry") and not console.has("main a[href$='/new']"), path
    for path in closed:
        console.open(path)
        assert "역할" in console.text("body"), path


def test_rows_pasted_from_a_spreadsheet_open_the_import(console):
    console.sign_in("clerk").open("/donations/new")
    console.wait(lambda: console.focused.get_attribute("name") == "donated_on")
    rows = "2026-03-02\t가나다\t세종특별자치시\t100000\n2026-03-03\t라마바\t대전광역시\t50000\n"
    console.driver.execute_script(
        "window.confirm = () => true; const data = new DataTransfer();"
        "data.setData('text/plain', arguments[0]);"
        "document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
        " {clipboardData: data, bubbles: true, cancelable: true}));", rows)
    console.wait(lambda: console.path.startswith("/imports/new/"), "the wizard")
    console.wait(lambda: "열 맞추기" in console.text("main"))
    assert "세종특별자치시" in console.text("main")
    console.picture("entry-pasted")
    console.open("/")
    assert "내가 마칠 일괄 등록" in console.text("main")
    console.picture("today-unfinished")
