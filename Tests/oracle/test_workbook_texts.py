"""What workbooks of openpyxl say outside their cells, found by us."""

import io
import zipfile

import openpyxl
import pytest
from conftest import Refused
from openpyxl.comments import Comment

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@pytest.fixture
def book(tmp_path):
    """A list with a comment, and the same with a further part, deflated."""

    def write(name=None, data=b"", damaged=False):
        path = tmp_path / "book.xlsx"
        book = openpyxl.Workbook()
        book.active.append(["금액"])
        book.active["A1"].comment = Comment("메모", "김")
        book.save(path)
        if name is None:
            return path
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
        if damaged:
            data = bytearray(path.read_bytes())
            begin = data.index(name.encode()) + len(name.encode())
            # No block of DEFLATE is of the kind 3.
            data[begin] = 0xFF
            path.write_bytes(data)
        return path

    return write


@pytest.mark.parametrize("name", ["xl/media/image1.png", "xl/media/image2.jpeg"])
def test_a_damaged_picture_is_no_reason_to_refuse(files, book, name):
    path = book(name, PICTURE, damaged=True)
    with zipfile.ZipFile(path) as archive, pytest.raises(Exception):
        archive.read(name)
    assert ("comment", "메모") in files.texts(path)


def test_damaged_markup_is_one(files, book):
    with pytest.raises(Refused) as refused:
        files.texts(book("xl/drawings/drawing1.xml", b"<wsDr>" + b"x" * 500, damaged=True))
    assert refused.value.code == "zip_damaged"


def test_a_workbook_within_a_workbook_is_looked_into(files, book):
    inner = openpyxl.Workbook()
    inner.active.title = "안쪽 시트"
    inner.active.append(["안쪽 글", 9001011234])
    inner.active["A1"].comment = Comment("안쪽 메모", "박")
    data = io.BytesIO()
    inner.save(data)
    found = files.texts(book("xl/embeddings/Microsoft_Excel_Worksheet.xlsx", data.getvalue()))
    within = {text for place, text in found if place == "embedded"}
    assert {"안쪽 시트", "안쪽 글", "9001011234", "안쪽 메모", "박"} <= within
    assert ("comment", "메모") in found and ("comment", "안쪽 메모") not in found
