"""Pages on paper: every row, and the number of each page at its foot."""

import base64
import re
import subprocess
import urllib.request

import pytest

from clerk import Clerk, fresh_key


def paper(console, artefacts, name: str) -> list:
    """The text of each printed page."""
    printed = console.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    path = artefacts / f"{name}.pdf"
    path.write_bytes(base64.b64decode(printed["data"]))
    text = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=60
    ).stdout.decode()
    return text.split("\f")[:-1]


def numbered(pages: list):
    for number, page in enumerate(pages, 1):
        assert re.search(rf"-\s*{number}\s*-\s*$", page), page[-200:]


@pytest.fixture
def many(console):
    """Enough donations for several sheets."""
    console.sign_in("clerk")
    someone = Clerk(console.daemon.site, console.cookies["clerk"]["value"])
    form = someone.form("/donations/new")
    for number in range(45):
        status, _, _ = someone.ask("/donations/new", form | {
            "key": fresh_key(), "donor": "이장우", "recipient": "세종특별자치시",
            "amount": f"{1000 + number}", "donated_on": "2026-02-03"})
        assert status == 303
    return 45


def test_the_list_of_donations(console, artefacts, many):
    console.sign_in("auditor").open("/donations")
    numbers = re.findall(r"D-\d{4}-\d{6}", console.text("main"))
    assert len(numbers) >= many
    pages = paper(console, artefacts, "donations")
    whole = "\n".join(pages)
    assert len(pages) > 1
    numbered(pages)
    # A path is no help on paper, and as wide as the column that it stands in.
    assert "(/" not in whole
    missing = [number for number in numbers if number not in whole]
    assert not missing, missing
    # The head of the table stands on every sheet that has rows of it.
    for page in pages:
        if re.search(r"D-\d{4}-\d{6}", page):
            assert "기부자" in page, page[:300]


def test_the_relay_on_wide_paper(console, artefacts):
    console.sign_in("auditor").open("/relays")
    console.leave(lambda: console.find("main tbody a").click())
    names = ["오영훈", "유정복", "최민호", "이명수", "한병도"]
    pages = paper(console, artefacts, "relay")
    numbered(pages)
    whole = "\n".join(pages)
    for name in names:
        assert name in whole, name
    # Head and picture share a sheet: paper of two sizes would begin a new one for each.
    assert all(name in pages[0] for name in names[:2]), pages[0][:300]
    # What is folded away, and what is said of screens, is not for paper.
    assert "표로 보기" not in whole and "원장 확인하기" not in whole


def test_a_summary(console, artefacts):
    done = console.daemon.run("schedule", "run", "daily", "--reason", "인쇄 시험")
    console.sign_in("auditor").open("/reports")
    console.leave(lambda: console.find("main tbody a, main .rows a").click())
    rows = [one.text for one in console.all("main dt")]
    pages = paper(console, artefacts, "summary")
    numbered(pages)
    whole = "\n".join(pages)
    assert all(row in whole for row in rows), (done, rows)


def styled(console) -> bool:
    """Whether the page looks as its own stylesheet says, and the browser complained of nothing."""
    border = console.driver.execute_script(
        "return getComputedStyle(document.querySelector('.gist')).borderTopStyle")
    refused = [line["message"] for line in console.driver.get_log("browser")
               if "Content Security Policy" in line["message"]]
    assert not refused, refused
    return border == "solid"


def test_a_report_looks_the_same_here_and_from_a_disk(console, artefacts):
    run = console.daemon.run("schedule", "run", "weekly", "--reason", "양식 시험")
    address = f"/api/v1/reports/{run['report_id']}?format=html"
    console.driver.get_log("browser")
    assert styled(console.open(address))
    served = console.text("body")
    path = artefacts / "weekly.html"
    language = console.driver.execute_script("return navigator.language")
    request = urllib.request.Request(
        console.daemon.site + address, headers={"Accept-Language": language})
    path.write_bytes(urllib.request.urlopen(request, timeout=60).read())
    console.driver.get(f"file://{path.resolve()}")
    assert styled(console)
    assert console.text("body") == served
    numbered(paper(console, artefacts, "weekly"))
