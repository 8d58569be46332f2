"""Workbooks that openpyxl and XlsxWriter make, read by us."""

import datetime

import openpyxl
import pytest
import xlsxwriter
from conftest import Refused
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import numbers
from openpyxl.utils.datetime import CALENDAR_MAC_1904

DAY = datetime.date(2023, 4, 10)
MOMENT = datetime.datetime(2026, 11, 16, 9, 0, 1)

# What both programs write as it is: no control characters, no half of a pair.
TEXTS = st.text(
    st.characters(
        exclude_categories=["Cs", "Cc"],
        exclude_characters="\ufffe\uffff",
        include_characters="\n\t",
    ),
    min_size=1,
    max_size=30,
)


def simple(cells):
    return {place: (cell["kind"], cell["value"]) for place, cell in cells.items()}


def test_openpyxl_values_and_types(files, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["날짜", "기부자", "금액", "확인"])
    sheet.append([DAY, "최민호", 100_000, True])
    sheet.append([MOMENT, "00123", 0.1, False])
    sheet.append([None, "=1+1", -3, None])
    sheet["B4"].data_type = "s"
    sheet["F6"] = "=SUM(C2:C4)"
    sheet["A7"] = 45026
    sheet["A7"].number_format = '[$-412]yyyy"년" m"월" d"일"'
    sheet["B7"] = 45026
    sheet["B7"].number_format = '#,##0"일"'
    sheet["C7"] = datetime.time(14, 30)
    path = tmp_path / "book.xlsx"
    book.save(path)
    cells = files.read_workbook(path)
    assert simple(cells) == {
        "A1": ("text", "날짜"),
        "B1": ("text", "기부자"),
        "C1": ("text", "금액"),
        "D1": ("text", "확인"),
        "A2": ("date", "2023-04-10"),
        "B2": ("text", "최민호"),
        "C2": ("number", "100000"),
        "D2": ("boolean", "true"),
        "A3": ("date", "2026-11-16T09:00:01"),
        "B3": ("text", "00123"),
        "C3": ("number", "0.1"),
        "D3": ("boolean", "false"),
        "B4": ("text", "=1+1"),
        "C4": ("number", "-3"),
        "F6": ("empty", ""),
        "A7": ("date", "2023-04-10"),
        "B7": ("number", "45026"),
        # A time without a day is no date.
        "C7": ("number", "0.6041666666666666"),
    }
    assert cells["F6"]["formula"] and not cells["B4"]["formula"]


@pytest.mark.parametrize("iso", [False, True])
@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_openpyxl_dates_in_both_systems(files, tmp_path, iso, epoch):
    book = openpyxl.Workbook()
    book.iso_dates = iso
    if epoch:
        book.epoch = epoch
    sheet = book.active
    days = [
        datetime.date(1904, 1, 2),
        datetime.date(1904, 2, 29),
        datetime.date(2000, 2, 29),
        datetime.date(2024, 12, 31),
        datetime.date(9999, 12, 31),
    ]
    if not epoch:
        days += [datetime.date(1900, 1, 1), datetime.date(1900, 2, 28), datetime.date(1900, 3, 1)]
    for day in days:
        sheet.append([day])
    path = tmp_path / "book.xlsx"
    book.save(path)
    cells = files.read_workbook(path)
    assert [cell["value"] for cell in cells.values()] == [day.isoformat() for day in days]


def test_openpyxl_built_in_formats(files, tmp_path):
    """Every format of openpyxl's table that it takes for a date, we do, and no other."""
    book = openpyxl.Workbook()
    sheet = book.active
    formats = {**numbers.BUILTIN_FORMATS}
    for row, code in enumerate(formats.values(), 1):
        sheet.cell(row, 1, 45026).number_format = code
    path = tmp_path / "book.xlsx"
    book.save(path)
    cells = files.read_workbook(path)
    for row, code in enumerate(formats.values(), 1):
        expected = numbers.is_date_format(code) and not numbers.is_timedelta_format(code)
        assert (cells[f"A{row}"]["kind"] == "date") == expected, code


def test_openpyxl_merged_rich_hidden(files, tmp_path):
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "숨김"
    hidden.sheet_state = "hidden"
    hidden.append(["숨은 값"])
    sheet = book.create_sheet("기부")
    sheet.append([DAY, "a", 1])
    sheet.append([None, "b", 2])
    sheet.append([None, "c", 3])
    sheet.merge_cells("A1:A3")
    sheet["E1"] = CellRichText("품앗이 ", TextBlock(InlineFont(b=True), "원장"))
    sheet.row_dimensions[2].hidden = True
    path = tmp_path / "book.xlsx"
    book.active = 1
    book.save(path)
    cells = files.read_workbook(path)
    assert [cells[f"A{row}"]["value"] for row in (1, 2, 3)] == ["2023-04-10"] * 3
    assert [cells[f"A{row}"].get("mergedFrom") for row in (1, 2, 3)] == [None, "A1", "A1"]
    assert cells["E1"]["value"] == "품앗이 원장"
    assert [cells[f"C{row}"]["hidden"] for row in (1, 2, 3)] == [False, True, False]
    assert simple(files.read_workbook(path, "숨김")) == {"A1": ("text", "숨은 값")}
    with pytest.raises(Refused) as refused:
        files.read_workbook(path, "없음")
    assert refused.value.code == "workbook_unknown_sheet"


@pytest.mark.parametrize("maker", ["openpyxl", "XlsxWriter"])
def test_hidden_columns(files, tmp_path, maker):
    path = tmp_path / "book.xlsx"
    if maker == "openpyxl":
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["가", "나", "다", "라", "마"])
        sheet.column_dimensions["A"].width = 30
        sheet.column_dimensions["B"].hidden = True
        # Grouped and folded away.
        sheet.column_dimensions.group("D", "E", hidden=True)
        book.save(path)
    else:
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["가", "나", "다", "라", "마"])
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 0)
        sheet.set_column(3, 4, None, None, {"hidden": True})
        book.close()
    cells = files.read_workbook(path)
    hidden = [place for place, cell in cells.items() if cell["columnHidden"]]
    assert hidden == ["B1", "D1", "E1"]


@pytest.mark.parametrize("constant_memory", [False, True])
@pytest.mark.parametrize("date_1904", [False, True])
def test_xlsxwriter_values_and_types(files, tmp_path, constant_memory, date_1904):
    path = tmp_path / "book.xlsx"
    options = {"constant_memory": constant_memory, "default_date_format": "yyyy-mm-dd"}
    book = xlsxwriter.Workbook(path, options | {"date_1904": date_1904})
    sheet = book.add_worksheet("기부 대장")
    korean = book.add_format({"num_format": 'yyyy"년" m"월" d"일"'})
    amount = book.add_format({"num_format": "#,##0"})
    sheet.write_row(0, 0, ["날짜", "금액"])
    sheet.write_datetime(1, 0, datetime.datetime(2023, 4, 10), korean)
    sheet.write_number(1, 1, 100_000, amount)
    sheet.write_datetime(2, 0, MOMENT)
    sheet.write_formula(2, 1, "=B2*2", amount, 200_000)
    sheet.write_formula(3, 1, '="합"&"계"', None, "합계")
    sheet.write_formula(4, 1, "=1/0", None, "#DIV/0!")
    sheet.write_boolean(5, 0, True)
    sheet.write_string(5, 1, "a\rb_x000D_\n<&>\x01")
    sheet.write_rich_string(6, 0, "품앗이 ", book.add_format({"bold": True}), "원장")
    sheet.write_blank(7, 0, None, amount)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, 6, 1)
    book.close()
    cells = files.read_workbook(path)
    assert simple(cells) == {
        "A1": ("text", "날짜"),
        "B1": ("text", "금액"),
        "A2": ("date", "2023-04-10"),
        "B2": ("number", "100000"),
        "A3": ("date", "2026-11-16T09:00:01"),
        "B3": ("number", "200000"),
        "B4": ("text", "합계"),
        "B5": ("error", "#DIV/0!"),
        "A6": ("boolean", "true"),
        "B6": ("text", "a\rb_x000D_\n<&>\x01"),
        "A7": ("text", "품앗이 원장"),
    }
    assert [place for place, cell in cells.items() if cell["formula"]] == ["B3", "B4", "B5"]


@given(texts=st.lists(TEXTS, min_size=100, max_size=100))
@settings(max_examples=50)
@pytest.mark.parametrize("maker", ["openpyxl", "XlsxWriter"])
def test_strings_come_through(files, tmp_path, maker, texts):
    path = tmp_path / "book.xlsx"
    if maker == "openpyxl":
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for text in texts:
            cell = openpyxl.cell.WriteOnlyCell(sheet, text)
            cell.data_type = "s"
            sheet.append([cell])
        book.save(path)
        # openpyxl does not escape what only looks like an escape.
        keep = [text for text in texts if "_x" not in text]
    else:
        book = xlsxwriter.Workbook(path, {"strings_to_urls": False})
        sheet = book.add_worksheet()
        for row, text in enumerate(texts):
            sheet.write_string(row, 0, text)
        book.close()
        keep = texts
    cells = files.read_workbook(path)
    read = [cells[f"A{row + 1}"]["value"] for row, text in enumerate(texts) if text in keep]
    assert read == keep


@given(
    numbers=st.lists(
        # openpyxl writes the 15 digits a spreadsheet keeps.
        st.integers(-(10**15), 10**15)
        | st.floats(-1e300, 1e300).map(lambda x: float(f"{x:.15g}")),
        min_size=50,
        max_size=50,
    )
)
@settings(max_examples=20)
def test_numbers_come_through(files, tmp_path, numbers):
    path = tmp_path / "book.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in numbers:
        sheet.append([number])
    book.save(path)
    cells = files.read_workbook(path)
    read = [cells[f"A{row + 1}"] for row in range(len(numbers))]
    assert all(cell["kind"] == "number" for cell in read)
    assert [float(cell["value"]) for cell in read] == [float(number) for number in numbers]


def test_the_row_limit_names_itself(files, tmp_path):
    path = tmp_path / "book.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    for row in range(100_001):
        sheet.write_number(row, 0, row)
    book.close()
    with pytest.raises(Refused) as refused:
        files.read_workbook(path)
    assert refused.value.code == "workbook_many_rows"


def test_a_workbook_with_a_password_is_refused(files, tmp_path):
    path = tmp_path / "locked.xlsx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4_000)
    with pytest.raises(Refused) as refused:
        files.read_workbook(path)
    assert refused.value.code == "zip_old_office"
