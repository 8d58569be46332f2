"""What no honest list is, is refused with a clear word, in bounded memory, and leaves no trace:
torn and exploding workbooks, a line of a gigabyte, an encoding that changes halfway, formulas,
columns named twice, a million bad rows. Each through the command line; what is small enough also
over HTTP, where it must not hurt the daemon."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile

from clerks import Daemon, say, scaled

MIB = 1 << 20
# What one import may take, and what the daemon may have grown to after all of them.
RSS_MIB_MAX = 256
SECONDS_MAX = 600
HTTP_BYTES_MAX = 20 * MIB

NAMES = ["접수 구분", "기부자 번호", "주소지", "확인 사항", "기탁서 번호", "받는 지자체", "금액", "기부일", "접수 경로"]
HEAD = ",".join(NAMES) + "\r\n"


def row(number, amount='"100,000"', name="세종"):
    return f"접수,{number},11710,적합 서류 2026-03-02,2026-{number},{name},{amount},2026-03-02,고향사랑e음\r\n"


class Case:
    """A file, and the words that its refusal must have."""

    def __init__(self, name, write, words):
        self.name, self.write, self.words = name, write, words


def text(*parts, encoding="utf-8"):
    def write(file):
        for part in parts:
            file.write(part if isinstance(part, bytes) else part.encode(encoding))
    return write


def long_line(file):
    """A quoted cell that never ends."""
    file.write(HEAD.encode() + b'"')
    for _ in range(scaled(1024)):
        file.write(b"x" * MIB)


def bad_rows(file):
    file.write(HEAD.encode())
    for first in range(0, scaled(1_000_000), 1000):
        file.write("".join(
            row(n, amount='"10,00"', name="송파구") for n in range(first, first + 1000)).encode())


def half_and_half(file):
    """As somebody appends one export to another."""
    file.write(HEAD.encode())
    count = scaled(50_000)
    file.write("".join(row(n) for n in range(count)).encode())
    file.write("".join(row(n) for n in range(count, 2 * count)).encode("cp949"))


def good_rows_and_a_bad_end(file):
    count = scaled(50_000)
    file.write(HEAD.encode())
    file.write("".join(row(n) for n in range(count)).encode())
    file.write('접수,"offen'.encode())


SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(sheet):
    """A workbook of one sheet, whose XML comes in pieces."""
    def write(file):
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
            book.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>')
            book.writestr("_rels/.rels", (
                f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" '
                f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'))
            book.writestr("xl/workbook.xml", (
                f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
                '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'))
            book.writestr("xl/_rels/workbook.xml.rels", (
                f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'))
            with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
                part.write(f'<worksheet xmlns="{SHEET}"><sheetData>'.encode())
                for piece in sheet():
                    part.write(piece)
                part.write(b"</sheetData></worksheet>")
    return write


def cells(number, values):
    inside = "".join(
        value if value.startswith("<c") else f'<c t="inlineStr"><is><t>{value}</t></is></c>'
        for value in values)
    return f'<row r="{number}">{inside}</row>'.encode()


def good_cells(amount="100000"):
    return ["접수", "1", "11710", "적합 서류 2026-03-02", "2026-1", "세종", amount, "2026-03-02", "고향사랑e음"]


def one_huge_cell():
    yield b'<row r="1"><c t="inlineStr"><is><t>'
    for _ in range(scaled(1900)):
        yield b"A" * MIB
    yield b"</t></is></c></row>"


def many_rows():
    """More of them than a workbook may have, and none of them any good."""
    yield cells(1, NAMES)
    for number in range(2, 200_000):
        yield b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (number, number, number)


def far_away():
    yield cells(1, NAMES)
    yield b'<row r="2"><c r="XFD2"><v>1</v></c></row>'


def deep_elements():
    yield b"<row><c>" * scaled(2_000_000)


def failed_formula():
    yield cells(1, NAMES)
    yield cells(2, good_cells('<c t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c>'))


def formula_without_value():
    yield cells(1, NAMES)
    yield cells(2, good_cells("<c><f>SUM(A1:A9)</f></c>"))


def torn_workbook(file):
    whole = file.name + ".whole"
    with open(whole, "wb") as complete:
        workbook(lambda: iter([cells(1, NAMES), cells(2, good_cells())]))(complete)
    with open(whole, "rb") as complete:
        content = complete.read()
    os.remove(whole)
    file.write(content[: len(content) * 2 // 3])


CASES = [
    Case("torn.xlsx", torn_workbook, r"end of the file is missing"),
    Case("bomb.xlsx", workbook(one_huge_cell), r"Unpacked, the file is too large"),
    Case("rows.xlsx", workbook(many_rows), r"100,?000 rows"),
    Case("far.xlsx", workbook(far_away), r"beyond column"),
    Case("deep.xlsx", workbook(deep_elements), r"cannot be read|Unpacked, the file is too large"),
    Case("failed.xlsx", workbook(failed_formula), r"Row 2, 금액.*#N/A"),
    Case("formula.xlsx", workbook(formula_without_value), r"Row 2, 금액.*formula"),
    Case("nothing.xlsx", text(b"PK\x03\x04"), r"end of the file is missing"),
    Case("line.csv", long_line, r"Row 2.*(longer|quote)"),
    Case("half.csv", half_and_half, r"Row \d{3,}.*UTF-8"),
    Case("end.csv", good_rows_and_a_bad_end, r"Row \d{3,}.*quote"),
    Case("twice.csv", text(HEAD.replace("기부일", "금액"), row(1)), r"금액|amount"),
    Case(
        "formula.csv", text(HEAD, row(1, amount="=1+1"), row(2, name="'=cmd|x")),
        r"2 rows are wrong"),
    Case("bad.csv", bad_rows, r"50000 rows are wrong"),
    Case("wide.csv", text("가," * 300 + "\r\n", row(1)), r"columns"),
    Case("zero.csv", text(HEAD, b"\x00" * 4096 + b"\r\n"), r"U\+0000"),
    Case("empty.csv", text(b""), r"empty"),
    Case("marked.csv", text(b"\xef\xbb\xbf", HEAD, row(1).encode("cp949")), r"Row 2.*UTF-8"),
    Case("lines.ndjson", text('{"amount":' + "[" * 100_000 + "\n"), r"Row 1.*object"),
    Case("stray.ndjson", text('{"nosuch":1}\n'), r"Row 1.*nosuch"),
]
TYPES = {
    ".csv": "text/csv", ".ndjson": "application/x-ndjson",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def by_command(program, data, path):
    """What it said, whether it said no of its own accord, its memory in MiB, and seconds."""
    begin = time.monotonic()
    with open(path + ".said", "w+") as said:
        process = subprocess.Popen(
            [program, "donation", "import", path, "--data", data, "--quiet", "--lang", "en",
             "--errors-file", path + ".errors"],
            stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        said.seek(0)
        words = said.read()
    return (words, os.waitstatus_to_exitcode(status) == 5, usage.ru_maxrss / 1024,
            time.monotonic() - begin)


def by_http(daemon, token, path):
    """Status and body."""
    with open(path, "rb") as file:
        request = urllib.request.Request(
            f"http://127.0.0.1:{daemon.port}/api/v1/imports", data=file.read(), method="POST",
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": os.path.basename(path),
                     "Content-Type": TYPES[os.path.splitext(path)[1]], "Accept-Language": "en"})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS_MAX) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.read()


def resident_mib(process, line):
    with open(f"/proc/{process}/status") as file:
        return int(re.search(rf"^{line}:\s+(\d+)", file.read(), re.M)[1]) / 1024


def main():
    program, work = sys.argv[1:]
    say(f"hostile: {len(CASES)} files")
    daemon = Daemon(program, f"{work}/ledger", 18185)
    daemon.start()
    token = daemon.token()
    entries = "SELECT (SELECT count(*) FROM entry) || ' ' || (SELECT count(*) FROM donation)"
    before = daemon.ask(entries)
    unclear, over, slow, traces, most, http = [], [], [], [], 0, 0
    for case in CASES:
        path = f"{work}/{case.name}"
        with open(path, "wb") as file:
            case.write(file)
        words, said_no, mib, seconds = by_command(program, f"{work}/ledger", path)
        most = max(most, mib)
        say(f"  {case.name}: {os.path.getsize(path) / MIB:.1f} MiB, {seconds:.1f} s, "
            f"{mib:.0f} MiB of memory: {words.strip().splitlines()[-1:]}")
        if not said_no or not re.search(case.words, words, re.S | re.I):
            unclear.append(case.name)
            say(f"    unclear: {words[:500]}")
        if mib > RSS_MIB_MAX:
            over.append(case.name)
        if seconds > SECONDS_MAX:
            slow.append(case.name)
        if os.path.getsize(path) <= HTTP_BYTES_MAX:
            status, body = by_http(daemon, token, path)
            http += 1
            problem = json.loads(body) if body.startswith(b"{") else {}
            if status not in (409, 413, 422) or not (problem.get("code") or "problems" in problem):
                unclear.append(f"http {case.name}")
                say(f"    over HTTP: {status} {body[:300]}")
        if daemon.ask(entries) != before:
            traces.append(case.name)
        os.remove(path)
    grown = resident_mib(daemon.process.pid, "VmHWM")
    alive = daemon.is_ready()
    daemon.stop()
    print(json.dumps({
        "soak": "hostile", "files": len(CASES), "over_http": http, "unclear": len(unclear),
        "half_imported": len(traces), "over_memory": len(over), "too_slow": len(slow),
        "import_mib_max": round(most, 1), "daemon_mib_max": round(grown, 1)},
        separators=(",", ":")), flush=True)
    if unclear or traces or over or slow or not alive or grown > RSS_MIB_MAX:
        raise SystemExit(1)


main()
