"""A report as PDF, printed by the browser from the page: every row, on numbered pages."""

import html.parser
import re
import shutil
import subprocess
import urllib.error
import urllib.request

import pytest


class Tables(html.parser.HTMLParser):
    """The cells of a page's tables, a row each."""

    def __init__(self, text: str):
        super().__init__()
        self.rows, self.isCell = [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        self.isCell = tag in ("td", "th")

    def handle_endtag(self, tag):
        self.isCell &= tag not in ("td", "th")

    def handle_data(self, data):
        if self.isCell:
            self.rows[-1][-1] += data


def fetch(daemon, path: str) -> tuple:
    token = daemon.run("token", "create", "--role", "manager", "--name", f"pdf{path[-9:]}")["token"]
    request = urllib.request.Request(
        daemon.site + "/api/v1" + path,
        headers={"Authorization": f"Bearer {token}", "Accept-Language": "ko"},
    )
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["Content-Type"], error.read()


def poppler(program: str, *arguments) -> str:
    path = shutil.which(program)
    assert path, f"{program} is not installed: poppler-utils"
    return subprocess.run([path, *arguments], capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("schedule, period", [("yearly", "2023"), ("quarterly", "2023-Q2")])
def test_a_report_prints_every_row_on_numbered_pages(daemon, artefacts, schedule, period):
    run = daemon.run("schedule", "run", schedule, "--period", period, "--reason", "PDF 시험")
    report = f"/reports/{run['report_id']}"
    status, kind, pdf = fetch(daemon, report + "?format=pdf")
    assert (status, kind) == (200, "application/pdf"), pdf[:500]
    assert pdf.startswith(b"%PDF-")
    path = artefacts / f"{schedule}-{period}.pdf"
    path.write_bytes(pdf)
    pages = int(re.search(r"Pages: +(\d+)", poppler("pdfinfo", path))[1])
    assert "595.92 x 842.88" in poppler("pdfinfo", path) or "A4" in poppler("pdfinfo", path)
    assert pages >= 2
    for page in range(1, pages + 1):
        text = poppler("pdftotext", "-layout", "-f", str(page), "-l", str(page), path, "-")
        assert re.search(rf"-\s*{page}\s*-\s*$", text), text[-200:]
    _, _, page = fetch(daemon, report + "?format=html")
    # A cell may be broken into lines, whose order in a PDF is the renderer's business.
    printed = re.sub(r"\s+", "", poppler("pdftotext", path, "-"))
    rows = Tables(page.decode()).rows
    assert len(rows) > 20
    for row in rows:
        for cell in row:
            for word in cell.split():
                assert word in printed, row


def test_a_passer_by_makes_no_browser_work(daemon):
    run = daemon.run("schedule", "run", "yearly", "--period", "2024", "--reason", "PDF 시험")
    report = f"{daemon.site}/api/v1/reports/{run['report_id']}?format=pdf"
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(report, timeout=120)
    assert refused.value.code == 401
