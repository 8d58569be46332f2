"""A list from the file to the book: a bad row is shown, mended and brought back."""

import csv
import io

import openpyxl
import pytest
from selenium.webdriver.common.by import By

HEADER = ["구분", "기부자 번호", "받는 지자체", "금액", "기부일"]


@pytest.fixture
def workbook(tmp_path):
    def write(rows):
        book = openpyxl.Workbook()
        for row in [HEADER, *rows]:
            book.active.append(row)
        path = tmp_path / f"목록{len(rows)}.xlsx"
        book.save(path)
        return path

    return write


def press(console):
    console.leave(lambda: console.find("form.entry .submit .primary").click())


def shown_rows(console) -> dict:
    """The rows that the preview shows, by their numbers in the file."""
    return {row.find_element(By.CSS_SELECTOR, "th").text: row
            for row in console.all("main tbody tr")}


def test_a_bad_workbook_is_shown_and_the_good_rows_recorded(console, workbook):
    path = workbook([
        ["공표", "가-1", "세종특별자치시", 100000, "2026-03-02"],
        ["공표", "가-2", "중구", 50000, "2026-03-02"],
        ["공표", "가-3", "세종특별자치시", "100,00", "2026-03-02"],
        ["공표", "가-4", "대전광역시", "5만원", "2026-02-30"],
    ])
    console.sign_in("clerk").open("/imports/new")
    console.find("input[type=file]").send_keys(str(path))
    press(console)
    assert console.path.startswith("/imports/new/"), console.text()
    press(console)
    assert "모의 심사" in console.text("main")
    shown = shown_rows(console)
    assert list(shown) == ["3", "4", "5"], console.text("main")
    for number, word, value in (
            ("3", "받는 지자체", "중구"), ("4", "금액", "100,00"), ("5", "기부일", "2026-02-30")):
        cell = shown[number].find_element(By.CSS_SELECTOR, f"td[data-label='{word}']")
        told = cell.find_element(By.CSS_SELECTOR, "p.error")
        assert told.get_attribute("id") in cell.get_attribute("aria-describedby").split()
        # What is wrong, and below it what stands there.
        assert cell.text.startswith(told.text) and cell.text.endswith(value), cell.text
    assert "달력에 없는 날짜입니다" in shown["5"].text
    console.picture("import-preview")
    console.leave(lambda: next(
        one for one in console.all("main .tabs a") if one.text == "모든 행").click())
    shown = shown_rows(console)
    assert list(shown) == ["2", "3", "4", "5"], console.text("main")
    assert "정상" in shown["2"].text and "오류" in shown["3"].text
    console.picture("import-preview-all")
    press(console)
    console.wait(lambda: console.path.startswith("/imports/") and "new" not in console.path,
                 "the import's own page")
    assert "I-20" in console.text("main")


def test_what_the_workbook_hides_is_told_before_and_after_it_is_recorded(console, workbook):
    path = workbook([
        ["공표", f"숨김-{number}", "세종특별자치시", 41000 + number, "2026-03-09"]
        for number in range(5)])
    book = openpyxl.load_workbook(path)
    for row in (3, 5):
        book.active.row_dimensions[row].hidden = True
    book.active.column_dimensions["D"].hidden = True
    book.save(path)
    console.sign_in("clerk").open("/imports/new")
    console.find("input[type=file]").send_keys(str(path))
    press(console)
    press(console)
    assert "정상 행 2개가 시트에서 숨겨져 있습니다(행 번호 3, 5)" in console.text("main")
    assert "읽는 열 1개가 시트에서 숨겨져 있습니다(D열 금액)" in console.text("main")
    console.picture("import-hidden")
    press(console)
    console.wait(lambda: "new" not in console.path, "the import's own page")
    assert "정상 행 2개가 시트에서 숨겨져 있습니다(행 번호 3, 5)" in console.text("main")
    assert "이 일괄 등록을 되돌리고" in console.text("main")
    console.picture("import-hidden-recorded")


def test_a_list_is_undone_whole_by_whoever_writes_its_number(console, workbook):
    path = workbook([
        ["공표", "라-1", "세종특별자치시", 61000, "2026-03-07"],
        ["공표", "라-2", "대전광역시", 62000, "2026-03-07"],
    ])
    console.sign_in("clerk").open("/imports/new")
    console.find("input[type=file]").send_keys(str(path))
    press(console)
    press(console)
    press(console)
    console.wait(lambda: "new" not in console.path, "the import's own page")
    page = console.path.split("?")[0]
    console.leave(lambda: console.find("a[href$='/undo']").click())
    assert "2건 123,000원" in console.text("main .notice")
    console.picture("import-undo")
    console.find("#f-confirm").send_keys("I-1")
    console.find("#f-reason").send_keys("다른 달의 목록")
    press(console)
    assert console.find("#f-confirm").get_attribute("aria-invalid") == "true"
    number = console.text("header.top .kind")
    console.find("#f-confirm").clear()
    console.find("#f-confirm").send_keys(number)
    press(console)
    assert console.path == page + "?done=undone"
    assert "되돌렸습니다" in console.text("main .notice.success")
    assert "되돌림" in console.text("header.top") and not console.has("a[href$='/undo']")
    console.open(f"/donations?import={number}")
    assert all("취소" in one.text for one in console.all("main tbody tr"))


def test_what_is_no_list_is_said_at_its_field(console, tmp_path):
    path = tmp_path / "그림.png"
    path.write_bytes(b"\x89PNG")
    console.sign_in("clerk").open("/imports/new")
    press(console)
    assert console.find("#f-file").get_attribute("aria-invalid") == "true"
    console.find("input[type=file]").send_keys(str(path))
    press(console)
    assert "XLSX" in console.text("main [role=alert]")


def test_a_pasted_list_is_as_good_as_a_file(console):
    console.sign_in("clerk").open("/imports/new")
    text = "구분\t기부자 번호\t받는 지자체\t금액\t기부일\n공표\t나-1\t세종특별자치시\t3만원\t2026-03-03"
    fill = "arguments[0].value = arguments[1]"
    console.driver.execute_script(fill, console.find("#f-list"), text)
    press(console)
    press(console)
    assert "30,000원" in console.text("main")
    press(console)
    assert "I-20" in console.text("main")


def test_the_bad_rows_come_as_a_file_that_is_mended_and_brought_back(console, workbook, tmp_path):
    path = workbook([
        ["공표", "다-1", "세종특별자치시", 70000, "2026-03-05"],
        ["공표", "다-2", "중구", 80000, "2026-03-05"],
        ["공표", "다-3", "대전광역시", 90000, "2026-02-30"],
    ])
    console.sign_in("clerk").open("/imports/new")
    console.find("input[type=file]").send_keys(str(path))
    press(console)
    press(console)
    address = console.find("a[href$='errors.csv']").get_attribute("href")
    text = console.driver.execute_async_script(
        "const [address, done] = arguments;"
        "fetch(address).then((one) => one.text()).then(done);", address)
    press(console)
    console.wait(lambda: "new" not in console.path, "the import's own page")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["기부자 번호"] for row in rows] == ["다-2", "다-3"], text
    assert all(row["오류"] for row in rows)
    rows[0]["받는 지자체"] = "대전광역시 중구"
    rows[1]["기부일"] = "2026-02-28"
    mended = tmp_path / "고친 행.csv"
    with open(mended, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    console.open("/imports/new")
    console.find("input[type=file]").send_keys(str(mended))
    press(console)
    press(console)
    assert "170,000원" in console.text("main"), console.text("main")
    press(console)
    console.wait(lambda: "new" not in console.path, "the mended rows' own page")
    assert "I-20" in console.text("main")


def test_columns_matched_by_hand_are_matched_so_for_the_next_list(console):
    console.sign_in("clerk")
    choices = {1: "기부자 번호", 2: "받는 지자체", 3: "금액", 4: "기부일"}
    for turn in ("first", "second"):
        console.open("/imports/new")
        rows = ["구분\t낸 사람\t낸 곳\t낸 돈\t낸 날",
                f"공표\t마-{turn}\t세종특별자치시\t3만원\t2026-03-04"]
        console.driver.execute_script(
            "arguments[0].value = arguments[1]", console.find("#f-list"), "\n".join(rows))
        press(console)
        told = "지난번과 같은 열 제목이라 그때의 선택을 씁니다" in console.text("main")
        assert told == (turn == "second"), console.text("main")
        if not told:
            for index, text in choices.items():
                console.find(f"[name='column[{index}]']").send_keys(text)
        console.picture(f"import-columns-{turn}")
        chosen = {index: console.text(f"[name='column[{index}]'] option:checked")
                  for index in choices}
        assert chosen == choices
        press(console)
        assert "30,000원" in console.text("main"), console.text("main")
