"""Filed summaries, as readers that are not ours see them: the golden files of every form."""

import contextlib
import csv
import html.parser
import io
import pathlib
import re
import subprocess

import openpyxl
import pytest
from conftest import tool
from hwpx.tools import package_validator, validator
from serving import ROOT

GOLDEN = ROOT / "Tests" / "golden"
EDITIONS = ["everything", "everything.public", "publication", "publication.public"]
DUE = {"everything": "2023-04-11T09:00:00", "publication": "2026-01-15T09:00:00"}


def golden(edition: str, ending: str) -> pathlib.Path:
    return GOLDEN / f"summary-{edition}.ko.{ending}"


class Page(html.parser.HTMLParser):
    """The words of a page and the cells of its tables; pictures have their twins in the tables."""

    def __init__(self, text: str):
        super().__init__()
        self.words, self.tables, self.skipped, self.isBody = [], [], 0, False
        # What comes next may be set apart to the eye and not by a space.
        self.continues, self.endsInSpace = False, True
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.isBody |= tag == "body"
        self.continues = ("class", "when") in attributes
        if tag == "svg":
            self.skipped += 1
        if tag == "table":
            self.tables.append([])
        if tag == "tr":
            self.tables[-1].append([])
        if tag in ("td", "th"):
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        self.skipped -= tag == "svg"

    def handle_data(self, data):
        if not self.isBody or self.skipped or not data.strip():
            return
        words = data.split()
        if self.continues and not self.endsInSpace:
            words[0] = self.words.pop() + words[0]
        self.words += words
        self.continues, self.endsInSpace = False, data[-1].isspace()
        if self.tables and self.tables[-1] and self.get_starttag_text().startswith(("<td", "<th")):
            self.tables[-1][-1][-1] += data.strip()


@pytest.fixture(params=EDITIONS)
def edition(request) -> str:
    return request.param


@pytest.fixture
def page(edition) -> Page:
    return Page(golden(edition, "html").read_text("utf-8"))


def test_the_document_is_valid_and_says_what_the_page_says(edition, page):
    document = golden(edition, "hwpx")
    for check in (package_validator, validator):
        with contextlib.redirect_stdout(io.StringIO()) as told:
            assert check.main([str(document)]) == 0, told.getvalue()
    text = subprocess.run(
        [tool("hwpx-text-extract"), "--include-tables", document],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert text.split() == page.words


def test_the_workbook_has_the_numbers_of_the_page(edition, page):
    book = openpyxl.load_workbook(golden(edition, "xlsx"))
    assert len(book.sheetnames) == len(page.tables)
    assert book.properties.created.isoformat() == DUE[edition.split(".")[0]]
    for sheet, table in zip(book.worksheets, page.tables):
        rows = list(sheet.iter_rows(min_row=4))
        assert [cell.value for cell in rows[0]] == table[0]
        for cells, texts in zip(rows[1:], table[1:], strict=True):
            for cell, text in zip(cells, texts, strict=True):
                number = re.fullmatch(r"([▲△]?)([0-9,]+)", text)
                if number and cell.data_type == "n" and cell.value is not None:
                    value = int(number[2].replace(",", ""))
                    assert cell.value == (-value if number[1] == "△" else value)
                    assert cell.number_format == "#,##0"
                elif text.endswith("%"):
                    assert cell.value == pytest.approx(float(text[:-1].replace(",", "")))
                elif re.fullmatch(r"[0-9,]+\.[0-9]+", text) and cell.data_type == "n":
                    assert cell.value == pytest.approx(float(text.replace(",", "")))
                else:
                    assert (cell.value or "") == text


def test_the_list_has_every_figure_of_the_page(edition, page):
    raw = golden(edition, "csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["표", "행", "열", "값", "단위"]
    assert all(len(row) == 5 for row in rows)
    # One apostrophe before what a spreadsheet would take for a formula.
    told = {row[3].removeprefix("'") for row in rows[1:]}
    for table in page.tables:
        for texts in table[1:]:
            for text in texts[2:]:
                if re.fullmatch(r"[▲△]?[0-9,.]+%?", text):
                    plain = re.sub(r"^△", "-", text.replace(",", "")).strip("▲%")
                    assert plain in told


def test_what_is_covered_is_in_no_form_of_the_public_edition(edition):
    shown = golden(edition, "csv").read_text("utf-8-sig")
    assert ("비공개" in shown) == edition.endswith("public")
