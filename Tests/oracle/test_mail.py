"""Messages of summaries, read by Python's own mail reader."""

import base64
import email
import email.policy
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

FILES = [
    ("weekly-2026-W46.ko.html", "text/html; charset=utf-8", "<p>주간 현황</p>".encode()),
    ("weekly-2026-W46.en.html", "text/html; charset=utf-8", b"<p>Week</p>"),
    ("weekly-2026-W46.ko.hwpx", "application/hwp+zip", bytes(range(256)) * 300),
    ("weekly-2026-W46.csv", "text/csv; charset=utf-8", "일자,금액\r\n".encode()),
]
TITLE = "고향사랑 상호기부·인증 챌린지 주간 현황 (2026. 11. 9.∼11. 15.)"


def message(files, korean=TITLE, english="Weekly", attached=FILES):
    raw = files.run(
        "mail",
        order={
            "from": "pumasi@office.go.kr",
            "to": ["kim@office.go.kr", "lee@office.go.kr"],
            "korean": korean,
            "english": english,
            "filedAt": "2026-11-16T00:00:00Z",
            "files": [
                {"name": name, "type": kind, "base64": base64.b64encode(data).decode()}
                for name, kind, data in attached
            ],
        },
    )
    assert max(map(len, raw.split(b"\n"))) <= 998
    return raw, email.message_from_bytes(raw, policy=email.policy.default)


def test_headers_say_who_what_and_when(files):
    raw, read = message(files)
    assert not read.defects
    assert read["Subject"] == TITLE
    assert [str(address) for address in read["To"].addresses] == [
        "kim@office.go.kr",
        "lee@office.go.kr",
    ]
    assert read["Date"].datetime == datetime(2026, 11, 16, 9, tzinfo=timezone(timedelta(hours=9)))
    assert read["Date"].startswith("Mon, 16 Nov 2026 09:00:00 +0900")
    assert read["Auto-Submitted"] == "auto-generated"
    assert read["Message-ID"].endswith("@office.go.kr>")
    assert raw == message(files)[0]


def test_the_page_is_shown_and_the_files_are_attached(files):
    _, read = message(files)
    body = read.get_body(preferencelist=("html",))
    assert body.get_content() == "<p>주간 현황</p>"
    plain = read.get_body(preferencelist=("plain",)).get_content()
    assert TITLE in plain and "weekly-2026-W46.csv" in plain
    attached = {
        part.get_filename(): part.get_payload(decode=True) for part in read.iter_attachments()
    }
    assert attached == {
        "Weekly.html": FILES[1][2],
        TITLE + ".hwpx": FILES[2][2],
        "weekly-2026-W46.csv": FILES[3][2],
    }


def test_the_two_editions_have_two_names(files):
    name, kind, data = FILES[2]
    public = (name.replace(".ko.", ".public.ko."), kind, data + b"public")
    _, read = message(files, attached=[FILES[2], public])
    assert [part.get_filename() for part in read.iter_attachments()] == [
        TITLE + ".hwpx",
        TITLE + ", 공개용.hwpx",
    ]


@pytest.mark.parametrize("title", ["a\r\nBcc: evil@x.kr", "한" * 300, "=?UTF-8?B?x?=", "../../x"])
def test_a_title_is_a_subject_and_nothing_more(files, title):
    _, read = message(files, korean=title)
    assert read["Bcc"] is None
    assert set(read.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
        "Content-Type",
    }
    for part in read.iter_attachments():
        assert "/" not in part.get_filename()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_any_title_comes_back(files, title):
    _, read = message(files, korean=title, attached=[])
    assert read["Subject"].replace("\n", "") == title.rstrip() or read["Subject"] == title
