"""Workbooks that we write, read by openpyxl."""

import datetime
import io
import subprocess

import openpyxl
from conftest import tool
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape


def column(title, kind="text", width=14.0, choices=(), only=True):
    return {
        "title": title,
        "kind": kind,
        "width": width,
        "choices": list(choices),
        "takesOnlyChoices": only,
    }


def order(rows, columns, preface=(), totals=0, name="기부 대장"):
    sheet = {"name": name, "preface": list(preface), "columns": columns, "rows": rows}
    return {
        "title": "기부 <대장>",
        "creator": "Pumasi",
        "created": ["date", "2026-11-16T00:00:00"],
        "sheets": [sheet | {"totals": totals}],
    }


COLUMNS = [
    column("번호", width=18.5),
    column("날짜", "date", 12.0),
    column("지자체", width=20.0, choices=["세종특별자치시", "광주시, 경기"]),
    column("금액", "amount"),
    column("기록", "dateTime", 20.0),
]
ROWS = [
    [
        ["text", "D-2026-000123"],
        ["date", "2023-04-10"],
        ["text", "세종특별자치시"],
        ["number", "100000"],
        ["date", "2026-11-16T09:00:01"],
    ],
    [["text", "00123"], ["date", "1900-01-31"], ["text", "=1+1"], ["number", "0.5"], ["empty"]],
    [["text", "합계"], ["empty"], ["empty"], ["number", "100000"], ["boolean", "true"]],
]
PREFACE = [[["text", "고향사랑 기부 대장"]], [["text", "(단위: 원)"]]]


def opened(files, plan):
    return openpyxl.load_workbook(io.BytesIO(files.run("workbook", order=plan)))


def test_values_types_and_formats(files):
    sheet = opened(files, order(ROWS, COLUMNS, PREFACE, totals=1)).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert values == [
        ["번호", "날짜", "지자체", "금액", "기록"],
        [
            "D-2026-000123",
            datetime.datetime(2023, 4, 10),
            "세종특별자치시",
            100_000,
            datetime.datetime(2026, 11, 16, 9, 0, 1),
        ],
        ["00123", datetime.datetime(1900, 1, 31), "=1+1", 0.5, None],
        ["합계", None, None, 100_000, True],
    ]
    assert [cell.data_type for cell in sheet[4]] == ["s", "d", "s", "n", "d"]
    assert sheet["C5"].data_type == "s", "text that looks like a formula is text"
    assert sheet["A4"].number_format == "@"
    assert sheet["D4"].number_format == "#,##0"
    assert sheet["B4"].number_format == "yyyy\\-mm\\-dd"
    assert sheet["A3"].font.bold and sheet["D6"].font.bold and not sheet["D4"].font.bold
    assert isinstance(sheet["D4"].value, int)


def test_what_stands_around_the_rows(files):
    book = opened(files, order(ROWS, COLUMNS, PREFACE, totals=1))
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:E5", "without the total"
    assert sheet.print_area == "'기부 대장'!$A$1:$E$6"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.column_dimensions["A"].width == 18.5
    assert sheet.page_setup.paperSize == 9 or sheet.page_setup.paperSize == "9"
    validation = sheet.data_validations.dataValidation[0]
    assert (validation.type, str(validation.sqref)) == ("list", "C4:C1048576")
    name, cells = validation.formula1.split("!")
    hidden = book[name.strip("'")]
    assert hidden.sheet_state == "hidden"
    listed = [row[0].value for row in hidden[cells.replace("$", "")]]
    assert listed == ["세종특별자치시", "광주시, 경기"]
    assert book.properties.created == datetime.datetime(2026, 11, 16)
    assert (book.properties.title, book.properties.creator) == ("기부 <대장>", "Pumasi")


def test_the_same_order_is_the_same_bytes_and_a_sound_archive(files, tmp_path):
    plan = order(ROWS, COLUMNS, PREFACE, totals=1)
    data = files.run("workbook", order=plan)
    assert files.run("workbook", order=plan) == data
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    subprocess.run([tool("unzip"), "-t", path], check=True, capture_output=True)


# Every character but halves of a pair, which are no text.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(texts=st.lists(TEXTS, min_size=200, max_size=200))
@settings(max_examples=50)
def test_ten_thousand_strings_come_through(files, tmp_path, texts):
    plan = order([[["text", text]] for text in texts], [column("글")])
    data = files.run("workbook", order=plan)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    # openpyxl leaves the escapes of control characters to its reader.
    read = [unescape(row[0].value) for row in sheet.iter_rows(min_row=2)]
    assert read == texts
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    cells = files.read_workbook(path)
    assert [cells[f"A{row + 2}"]["value"] for row in range(len(texts))] == texts


@given(
    dates=st.lists(
        st.datetimes(datetime.datetime(1900, 3, 1), datetime.datetime(9999, 12, 31, 23, 59, 59)),
        min_size=50,
        max_size=50,
    )
)
@settings(max_examples=20)
def test_dates_come_through(files, dates):
    dates = [date.replace(microsecond=0) for date in dates]
    rows = [[["date", date.isoformat(timespec="seconds")]] for date in dates]
    sheet = opened(files, order(rows, [column("기록", "dateTime")])).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == dates
