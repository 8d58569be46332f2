"""ZIP files, against Python's zipfile and Info-ZIP's unzip."""

import base64
import io
import subprocess
import zipfile

import pytest
from conftest import Refused, tool
from hypothesis import given, settings
from hypothesis import strategies as st


def unpack(files, path):
    return {
        part["name"]: base64.b64decode(part["bytes"]) for part in files.lines("unzip", path)
    }


def test_unzip_and_python_read_what_we_write(files, tmp_path):
    parts = [["mimetype", "application/hwp+zip"], ["Contents/본문.xml", "<p>가</p>"], ["빈", ""]]
    path = tmp_path / "ours.zip"
    path.write_bytes(files.run("zip", order={"parts": parts}))
    subprocess.run([tool("unzip"), "-t", path], check=True, capture_output=True)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        read = [[info.filename, archive.read(info).decode()] for info in archive.infolist()]
        assert read == parts
        assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())
        assert all(info.date_time == (1980, 1, 1, 0, 0, 0) for info in archive.infolist())
        assert all(info.extra == b"" for info in archive.infolist())


@given(
    parts=st.dictionaries(
        st.text("abcdefg가나다_-.", min_size=1, max_size=8).filter(lambda n: n.strip(".")),
        st.binary(max_size=2_000) | st.integers(0, 300_000).map(lambda n: b"Pumasi " * n),
        max_size=5,
    ),
    level=st.integers(0, 9),
    comment=st.binary(max_size=20).filter(lambda c: b"PK" not in c),
)
@settings(max_examples=60)
def test_we_read_what_python_writes(files, tmp_path, parts, level, comment):
    path = tmp_path / "theirs.zip"
    method = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
    with zipfile.ZipFile(path, "w", method, compresslevel=level or None) as archive:
        archive.comment = comment
        for name, data in parts.items():
            archive.writestr(name, data)
    try:
        assert unpack(files, path) == parts
    except Refused as refused:
        # Text that repeats itself packs better than anything honest.
        assert refused.code == "zip_bomb"
        assert any(len(data) > 1 << 20 for data in parts.values())


def test_a_bomb_is_refused_before_it_is_unpacked(files, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("a", b"\0" * (30 << 20))
    with pytest.raises(Refused) as refused:
        unpack(files, path)
    assert refused.value.code == "zip_bomb"


def test_many_parts_together_are_a_bomb_too(files, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for index in range(250):
            archive.writestr(str(index), b"\0" * (1 << 20))
    with pytest.raises(Refused) as refused:
        unpack(files, path)
    assert refused.value.code == "zip_bomb"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_methods_are_refused(files, tmp_path, method):
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("a", b"abc" * 100)
    with pytest.raises(Refused) as refused:
        unpack(files, path)
    assert refused.value.code == "zip_method"


def test_a_streamed_archive_with_descriptors_is_read(files, tmp_path):
    class Pipe(io.RawIOBase):
        """Cannot seek, so that sizes follow the data."""

        def __init__(self):
            self.data = b""

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"abc" * 100)
        archive.writestr("b", b"def" * 100)
    path = tmp_path / "stream.zip"
    path.write_bytes(pipe.data)
    assert unpack(files, path) == {"a": b"abc" * 100, "b": b"def" * 100}
