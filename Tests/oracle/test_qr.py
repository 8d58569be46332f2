"""QR codes that we draw, against python-qrcode and segno, and read by zbar."""

import re
import subprocess

import pytest
import qrcode
import segno
from conftest import tool
from hypothesis import given, settings
from hypothesis import strategies as st

CAPACITIES = [14, 26, 42, 62, 84, 106, 122, 152, 180, 213]
QUIET_ZONE = 4


def drawn(files, text):
    """Modules of our picture, the quiet zone left out after it was looked at."""
    svg = files.run("qr", text).decode()
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg).group(1))
    picture = [[False] * size for _ in range(size)]
    (path,) = re.findall(r' d="([^"]*)"', svg)
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join("M%s %sh%sv1h-%sz" % run for run in runs) == path
    for column, row, width, back in runs:
        assert width == back
        for place in range(int(width)):
            picture[int(row)][int(column) + place] = True
    inner = range(QUIET_ZONE, size - QUIET_ZONE)
    assert sum(map(sum, picture)) == sum(picture[row][column] for row in inner for column in inner)
    return [[picture[row][column] for column in inner] for row in inner]


def mask(modules):
    """The mask that the format around the first finder tells."""
    bits = "".join(str(int(dark)) for dark in modules[8][:5])
    return (int(bits, 2) ^ 0b10101) & 0b111


@given(text=st.text(st.characters(codec="ascii", min_codepoint=32), min_size=1, max_size=213))
@settings(max_examples=60)
def test_python_qrcode_draws_the_same_with_our_mask(files, text):
    data = qrcode.util.QRData(text.encode(), mode=qrcode.util.MODE_8BIT_BYTE)
    modules = drawn(files, text)
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=mask(modules))
    code.add_data(data, optimize=0)
    code.make(fit=True)
    assert modules == [[bool(module) for module in row] for row in code.modules]


@pytest.mark.parametrize("version", range(1, 11))
def test_segno_draws_the_same_with_our_mask(files, version):
    # To the last byte: a text that leaves room segno pads with a byte too many.
    text = ("https://pumasi.example/p/verify/D-2026-000123?" * 9)[: CAPACITIES[version - 1]]
    modules = drawn(files, text)
    code = segno.make(
        text, error="m", mode="byte", boost_error=False, micro=False, mask=mask(modules)
    )
    assert code.version == version
    assert modules == [[bool(module) for module in row] for row in code.matrix]


@pytest.mark.parametrize(
    "text",
    ["0", "https://pumasi.example/p/verify 품앗이", "x" * 213]
    + [("https://pumasi.example/p/verify?" * 9)[:length] for length in range(1, 214, 23)],
)
def test_zbar_reads_it(files, tmp_path, text):
    scale = 4
    modules = drawn(files, text)
    size = len(modules) + 2 * QUIET_ZONE
    rows = bytearray(b"\xff" * (size * scale) ** 2)
    for row, line in enumerate(modules, QUIET_ZONE):
        for column, dark in enumerate(line, QUIET_ZONE):
            for part in range(scale if dark else 0):
                start = ((row * scale + part) * size + column) * scale
                rows[start : start + scale] = b"\0" * scale
    picture = tmp_path / "qr.pgm"
    picture.write_bytes(b"P5 %d %d 255\n" % (size * scale, size * scale) + rows)
    done = subprocess.run(
        [tool("zbarimg"), "--quiet", "--raw", picture], capture_output=True, text=True, check=True
    )
    assert done.stdout.rstrip("\n") == text
