"""HWPX documents that we write, judged and read by python-hwpx."""

import contextlib
import io
import re
import subprocess
import zipfile

import pytest
from conftest import tool
from hwpx.tools import package_validator, validator

ORDER = {
    "title": "주간 현황 <1>",
    "footer": "기준 2026. 11. 16. 09:00, 원장 크기 42",
    "blocks": [
        {"kind": "title", "text": "고향사랑 상호기부·인증 챌린지 주간 현황"},
        {"kind": "box", "lines": ["문서요지: 기부 3건 300,000원", "키워드: 상호기부, 인증 챌린지"]},
        {"kind": "heading", "text": "현황"},
        {"kind": "item", "level": 1, "text": "기부 현황"},
        {"kind": "item", "level": 2, "text": "신규 3건 <300,000원> & 더"},
        {"kind": "note", "level": 2, "text": "이전 기간 정정 1건 △100,000원"},
        {"kind": "item", "level": 3, "text": "셋째 단계"},
        {"kind": "item", "level": 4, "text": "넷째 단계"},
        {"kind": "right", "text": "(단위: 원)"},
        {
            "kind": "table",
            "columns": ["주는 지자체", "받는 지자체", "금액"],
            "rows": [["서울특별시", "세종특별자치시", "100,000"], ["합계", "-", "100,000"]],
        },
        {"kind": "pageBreak"},
        {"kind": "paragraph", "text": "붙임  1. 상세 내역 1부.  끝."},
    ],
}
TEXT = """고향사랑 상호기부·인증 챌린지 주간 현황
문서요지: 기부 3건 300,000원
키워드: 상호기부, 인증 챌린지
현황
□ 기부 현황
○ 신규 3건 <300,000원> & 더
※ 이전 기간 정정 1건 △100,000원
- 셋째 단계
ㆍ 넷째 단계
(단위: 원)
주는 지자체
받는 지자체
금액
서울특별시
세종특별자치시
100,000
합계
-
100,000
붙임  1. 상세 내역 1부.  끝."""


@pytest.fixture(scope="module")
def document(files) -> bytes:
    return files.run("document", order=ORDER)


# Hancom's own files do not list version.xml either.
HARMLESS = "WARN: Contents/content.hpf: manifest does not reference a version part"


def judge(path) -> list:
    """What the two validators object to, warnings among it; nothing, if they take the file."""
    objections = []
    for validate in (package_validator.main, validator.main):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                status = validate([str(path)])
            except Exception as unreadable:
                # From the command line a traceback and status 1.
                status = 1
                print(unreadable)
        lines = said.getvalue().splitlines()
        warnings = [
            line for line in lines if line.startswith("WARN") and not line.startswith(HARMLESS)
        ]
        objections += lines if status else warnings
    return objections


def test_the_validators_take_it(document, tmp_path):
    path = tmp_path / "document.hwpx"
    path.write_bytes(document)
    assert judge(path) == []
    for name in ("hwpx-validate-package", "hwpx-validate"):
        subprocess.run([tool(name), path], check=True, capture_output=True)
    subprocess.run([tool("unzip"), "-t", path], check=True, capture_output=True)


def test_its_text_is_what_was_ordered(document, tmp_path):
    path = tmp_path / "document.hwpx"
    path.write_bytes(document)
    done = subprocess.run(
        [tool("hwpx-text-extract"), "--include-tables", path],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = done.stdout.strip().splitlines()
    assert lines.count(ORDER["footer"]) == 1
    lines.remove(ORDER["footer"])
    assert "\n".join(lines) == TEXT


def test_the_same_order_is_the_same_bytes(files, document):
    assert files.run("document", order=ORDER) == document


def test_order_method_and_date_of_the_parts(document):
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert [info.filename for info in archive.infolist()] == [
            "mimetype",
            "version.xml",
            "Contents/header.xml",
            "Contents/section0.xml",
            "Contents/content.hpf",
            "META-INF/container.xml",
            "Preview/PrvText.txt",
        ]
        assert archive.read("mimetype") == b"application/hwp+zip"
        assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())
        assert archive.read("Preview/PrvText.txt").decode().splitlines() == TEXT.splitlines()


HEADER, SECTION = "Contents/header.xml", "Contents/section0.xml"
PACKAGE, CONTAINER = "Contents/content.hpf", "META-INF/container.xml"

# What decides whether the file opens: the part, what is taken out of it, and what stands there
# instead. Each of them has to be missed by at least one validator.
DETAILS = {
    "standalone of the header": (HEADER, r' standalone="yes"', ""),
    "standalone of the section": (SECTION, r' standalone="yes"', ""),
    "Hancom's tagetApplication": ("version.xml", r' tagetApplication="[^"]*"', ""),
    "media type of the root file": (CONTAINER, r' media-type="application/hwpml[^"]*"', ""),
    "root file": (CONTAINER, r"<ocf:rootfile full-path=\"Contents/content.hpf\"[^>]*>", ""),
    "manifest": (PACKAGE, r"<opf:item [^>]*>", ""),
    "section in the manifest": (PACKAGE, r'<opf:item id="section0"[^>]*>', ""),
    "count of sections": (HEADER, r' secCnt="1"', ""),
    "reference to fonts": (HEADER, r"<hh:fontRef [^>]*/>", ""),
    "secPr in the first paragraph": (SECTION, r"<hp:secPr .*?</hp:secPr>", ""),
    "startNum of the section": (SECTION, r"<hp:startNum [^>]*/>", ""),
    "visibility of the section": (SECTION, r"<hp:visibility [^>]*/>", ""),
    "rowCnt of a table": (SECTION, r' rowCnt="3"', ""),
    "colCnt of a table": (SECTION, r' colCnt="3"', ""),
    "cells of a row": (SECTION, r"<hp:tc .*?</hp:tc>", ""),
    "rows of a table": (SECTION, r"<hp:tr>.*?</hp:tr>", ""),
    "list of a cell": (SECTION, r"(<hp:tc [^>]*>)<hp:subList.*?</hp:subList>", r"\1"),
    "paragraphs of a cell": (
        SECTION,
        r"(<hp:tc [^>]*><hp:subList [^>]*>)<hp:p .*?(</hp:subList>)",
        r"\1\2",
    ),
    "cellAddr": (SECTION, r"<hp:cellAddr [^>]*/>", ""),
    "cellSpan": (SECTION, r"<hp:cellSpan [^>]*/>", ""),
    "list of the footer": (
        SECTION,
        r"(<hp:footer [^>]*>)<hp:subList.*?</hp:subList>",
        r"\1",
    ),
}
NAMESPACES = "hp hs hc hh ha hm hhs hp10 ooxmlchart hwpunitchar hpf opf epub dc config".split()


def changed(document: bytes, part: str, change) -> bytes:
    """The same archive with one part changed; `None` leaves it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as archive, zipfile.ZipFile(out, "w") as copy:
        for info in archive.infolist():
            data = archive.read(info)
            if info.filename == part:
                data = change(data)
            if data is not None:
                copy.writestr(info.filename, data)
    return out.getvalue()


@pytest.mark.parametrize("detail", DETAILS)
def test_without_a_detail_it_is_refused(document, tmp_path, detail):
    part, pattern, instead = DETAILS[detail]

    def change(data):
        text, count = re.subn(pattern, instead, data.decode(), flags=re.DOTALL)
        assert count, "the detail is there to be taken out"
        return text.encode()

    path = tmp_path / "changed.hwpx"
    path.write_bytes(changed(document, part, change))
    assert judge(path) != []


@pytest.mark.parametrize("part", [HEADER, SECTION])
@pytest.mark.parametrize("prefix", NAMESPACES)
def test_without_a_namespace_it_is_refused(document, tmp_path, part, prefix):
    path = tmp_path / "changed.hwpx"
    pattern = rb' xmlns:%s="[^"]*"' % prefix.encode()
    path.write_bytes(changed(document, part, lambda data: re.sub(pattern, b"", data, count=1)))
    assert judge(path) != []


@pytest.mark.parametrize("part", ["mimetype", CONTAINER, PACKAGE, HEADER, SECTION])
def test_without_a_part_it_is_refused(document, tmp_path, part):
    path = tmp_path / "changed.hwpx"
    path.write_bytes(changed(document, part, lambda data: None))
    assert judge(path) != []


def test_without_the_type_it_is_refused(document, tmp_path):
    path = tmp_path / "changed.hwpx"
    path.write_bytes(changed(document, "mimetype", lambda data: b"application/zip"))
    assert judge(path) != []


def test_every_count_and_reference_holds(document):
    """What the validators do not look at."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        header = archive.read(HEADER).decode()
        section = archive.read(SECTION).decode()
    ids = {}
    for kind in ("charPr", "paraPr", "borderFill", "tabPr", "style"):
        ids[kind] = re.findall(rf'<hh:{kind} id="(\d+)"', header)
        assert len(ids[kind]) == len(set(ids[kind]))
    lists = {
        "charProperties": "charPr",
        "paraProperties": "paraPr",
        "borderFills": "borderFill",
        "tabProperties": "tabPr",
        "styles": "style",
    }
    for name, kind in lists.items():
        assert f'<hh:{name} itemCnt="{len(ids[kind])}">' in header
    assert '<hh:fontfaces itemCnt="7">' in header and header.count("<hh:fontface ") == 7
    assert header.count('type="PERCENT" value="160"') >= 1
    for kind in ids:
        for reference in re.findall(rf'{kind}IDRef="(\d+)"', header + section):
            assert reference in ids[kind], kind
    for table in re.findall(r"<hp:tbl .*?</hp:tbl>", section):
        rows, columns = re.search(r'rowCnt="(\d+)" colCnt="(\d+)"', table).groups()
        places = re.findall(r'<hp:cellAddr colAddr="(\d+)" rowAddr="(\d+)"/>', table)
        assert len(places) == len(set(places)) == int(rows) * int(columns)
        assert table.count("<hp:tr>") == int(rows)
