"""Looking for things: filters in the address, words in the box, and what cannot be read."""

import re

from selenium.webdriver.common.keys import Keys

from clerk import Clerk


def test_a_filter_that_cannot_be_read_keeps_the_list_and_what_was_typed(console):
    console.sign_in("auditor").open("/donations?from=2020-13-45&recipient=세종")
    assert "읽지 못한 조건" in console.text("main .notice.warning")
    assert "2020-13-45" in console.text("main .notice.warning")
    assert console.find("#filter-from").get_attribute("value") == "2020-13-45"
    assert console.has("main tbody tr")
    assert "세종특별자치시" in console.text(".held")
    # The view goes on without it.
    links = [one.get_attribute("href") for one in console.all("main a[href*='columns=']")]
    assert links and not any("2020-13-45" in link for link in links)
    someone = Clerk(console.daemon.site, console.cookies["auditor"]["value"])
    assert someone.ask("/donations?from=2020-13-45")[0] == 400
    status, _, page = someone.ask("/donations?nonsense=%3Cscript%3E1")
    assert status == 400 and "nonsense" in page and "<script>1" not in page


def test_words_in_the_box_find_people_and_donations(console):
    console.sign_in("auditor").open("/")
    console.press("/")
    assert console.focused.get_attribute("id") == "find"
    console.write("ㅊㅁㅎ")
    console.leave(lambda: console.press(Keys.ENTER))
    assert "최민호" in console.text("#people") and console.has("#donations tbody tr")
    console.picture("search")
    console.open("/search?q=세종")
    assert "세종특별자치시" in console.text("#governments")
    assert console.has("#agreements") and console.has("#exchanges")
    console.open("/search?q=amount:많이")
    assert "읽지 못했습니다" in console.text("main .notice.warning")
    console.open("/search?q=아무도아닌이름")
    assert "찾은 것이 없습니다" in console.text("main")
    number = re.search(r"D-\d{4}-\d{6}", console.open("/donations").text("main"))[0]
    console.open(f"/search?q={number}")
    assert console.text("#exact a") == number


def test_the_list_takes_the_words_of_the_box_and_sums_what_fits(console):
    console.sign_in("clerk").open("/donations?q=최민호&status=standing")
    rows = console.all("main tbody tr")
    assert rows and all("최민호" in row.text for row in rows)
    assert f"조건에 맞는 기부 {len(rows)}건" in console.text("main")
    chips = console.text(".held")
    assert "최민호" in chips and "유효" in chips
    export = console.find("a[href^='/donations/export']").get_attribute("href")
    assert "q=" in export and "status=standing" in export
    console.driver.get(export)
    assert console.find("#f-q").get_attribute("value") == "최민호"


def test_every_row_and_page_of_a_donation_leads_to_its_correction(console):
    console.sign_in("clerk").open("/donations")
    rows = console.all("main tbody tr")
    links = console.all("main tbody a[href$='/correct']")
    assert len(links) == len(rows) > 0
    console.leave(console.find("main tbody th a").click)
    assert console.has("header.top a[href$='/correct']")
    console.sign_in("auditor").open("/donations")
    assert not console.has("a[href$='/correct']")
    console.leave(console.find("main tbody th a").click)
    assert not console.has("a[href$='/correct']")
