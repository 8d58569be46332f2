"""The command line at a terminal, which is the operating system's and not ours: what it asks there
before it acts, how its tables stand, by the widths that Python knows of characters, and what bash
completes."""

import itertools
import json
import os
import re
import select
import signal
import socket
import subprocess
import termios
import time
import unicodedata

import pytest
from serving import SECONDS_MAX, Daemon, built, surroundings


# A line as bash hands it to whoever completes it, with the cursor at its end.
TABULATOR = """
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
_pumasi "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


class Screen:
    """A command whose input and errors, or all three streams, are one terminal."""

    def __init__(
        self, *arguments, answer="", stops=False, shows=False, width=0, environment=None
    ):
        ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (24, width))
        process = subprocess.Popen(
            [built("pumasi"), *map(str, arguments)], stdin=theirs, stderr=theirs,
            stdout=theirs if shows else subprocess.PIPE, env=environment or surroundings(),
        )
        os.close(theirs)
        said = b""
        while chunk := self.read(ours):
            said += chunk
            if answer and said.endswith(b"[y/N] "):
                os.write(ours, answer.encode())
                answer = ""
            if stops and said.endswith(b"[y/N] "):
                # What Ctrl-C is to a process of the terminal.
                process.send_signal(signal.SIGINT)
                stops = False
        os.close(ours)
        self.said = said.decode().replace("\r\n", "\n")
        self.output = "" if shows else process.stdout.read().decode()
        self.status = process.wait(timeout=SECONDS_MAX)

    @staticmethod
    def read(terminal) -> bytes:
        ready, _, _ = select.select([terminal], [], [], SECONDS_MAX)
        assert ready, "nothing is said, and the command does not end"
        try:
            return os.read(terminal, 4096)
        except OSError:
            # Linux says so (EIO) once nobody holds the other end.
            return b""

    def lines(self) -> list:
        return self.said.splitlines()


def columns(text: str, ambiguous: int) -> int:
    widths = {"W": 2, "F": 2, "A": ambiguous}
    return sum(widths.get(unicodedata.east_asian_width(character), 1) for character in text)


@pytest.fixture(scope="module")
def daemon():
    with Daemon("--lang", "en") as daemon:
        yield daemon


NUMBERS = itertools.count(1)


def token(daemon, name):
    made = daemon.run("token", "create", "--role", "clerk", "--name", f"{name}{next(NUMBERS)}")
    return made["id"]


def is_ended(daemon, id) -> bool:
    found = [item for item in daemon.run("token", "list")["items"] if item["id"] == id]
    return found[0]["revoked_at"] is not None


@pytest.mark.parametrize(
    "language, answer, is_done",
    [
        ("en", "y\n", True), ("ko", "ㅛ\n", True), ("ko", "네\n", True), ("en", "n\n", False),
        ("en", "\n", False), ("ko", "아니요\n", False), ("en", "\x04", False),
    ],
)
def test_what_shuts_somebody_out_is_asked_first(daemon, language, answer, is_done):
    id = token(daemon, "asked")
    screen = Screen(
        "token", "revoke", id, "--data", daemon.data, "--lang", language, answer=answer)
    question = {"en": f"The token {id} ends", "ko": f"토큰 {id}("}[language]
    assert screen.said.startswith(question)
    assert "asked" in screen.said
    assert screen.said.count({"en": "Go on? [y/N] ", "ko": "계속할까요? [y/N] "}[language]) == 1
    assert screen.status == (0 if is_done else 130)
    assert screen.output == (f"{id}\n" if is_done else "")
    assert ("nothing was done" in screen.said or "바뀐 것이 없습니다" in screen.said) != is_done
    assert is_ended(daemon, id) == is_done


def test_ctrl_c_ends_a_command_that_asks(daemon):
    id = token(daemon, "stopped")
    screen = Screen("token", "revoke", id, "--data", daemon.data, "--lang", "en", stops=True)
    assert screen.said.endswith("[y/N] ")
    assert screen.status == -signal.SIGINT
    assert not is_ended(daemon, id)


def test_nobody_is_asked_about_what_is_not_there(daemon):
    screen = Screen("user", "disable", "nobody", "--data", daemon.data, "--lang", "en")
    assert (screen.status, screen.output) == (3, "")
    assert "There is no user nobody" in screen.said
    assert "[y/N]" not in screen.said


def test_an_answer_given_before_is_not_asked_for(daemon):
    id = token(daemon, "told")
    forbidden = Screen("token", "revoke", id, "--data", daemon.data, "--no-input", "--lang", "en")
    assert forbidden.status == 2
    assert "[y/N]" not in forbidden.said and "--yes" in forbidden.said
    assert not is_ended(daemon, id)
    told = Screen("token", "revoke", id, "--data", daemon.data, "--yes", "--lang", "en")
    assert (told.status, told.output) == (0, f"{id}\n")
    assert "[y/N]" not in told.said
    assert is_ended(daemon, id)


@pytest.mark.parametrize(
    "language, heads", [("ko", ["코드", "이름", "단계"]), ("en", ["CODE", "NAME", "LEVEL"])])
def test_a_table_on_a_terminal_stands_in_columns(language, heads):
    table = Screen("government", "list", "--lang", language, shows=True).lines()
    assert re.split(r" +", table[0]) == heads
    assert len(table) > 200
    starts = {columns(line[:line.rindex(" ") + 1], ambiguous=1) for line in table}
    assert len(starts) == 1
    plain = Screen("government", "list", "--lang", language, "--plain", shows=True).lines()
    assert len(plain) == len(table) - 1
    assert all(line.count("\t") == 2 for line in plain)


@pytest.mark.parametrize(
    "options, settings, ambiguous",
    [
        ((), {}, 1), (("--ambiguous-wide",), {}, 2),
        ((), {"PUMASI_TERMINAL_AMBIGUOUS_WIDE": "true"}, 2),
    ],
)
def test_what_is_ambiguous_is_as_wide_as_it_is_told(daemon, options, settings, ambiguous):
    token(daemon, "□○※①")
    token(daemon, "세종")
    screen = Screen(
        "token", "list", "--data", daemon.data, *options, shows=True,
        environment=daemon.surroundings | settings)
    assert screen.status == 0, screen.said
    named = [line for line in screen.lines() if "□○※①" in line or "세종" in line]
    assert len(named) >= 2
    # The column behind the name.
    starts = {
        columns(line[:[word.start() for word in re.finditer(r"\S+", line)][3]], ambiguous)
        for line in named
    }
    assert len(starts) == 1


@pytest.fixture(scope="module")
def sampled():
    """A ledger with the sample and a little of all that an office has besides."""
    with Daemon("--lang", "en", "--sample") as daemon:
        daemon.run("token", "create", "--role", "coordinator", "--name", "표")
        daemon.run("user", "add", "jimin", "--name", "지민", "--role", "clerk")
        daemon.run("receiver", "add", "share", "--directory", "/srv/reports")
        daemon.run("schedule", "run", "daily", "--reason", "점검")
        daemon.run("period", "close", "2024-01", "--reason", "점검")
        yield daemon


def cells(lines, head) -> list:
    """What stands below a head, up to the gap behind it."""
    place = re.search(rf"(^|  ){head}($|  )", lines[0])
    start = columns(lines[0][:place.start()] + place[1], ambiguous=1)
    found = []
    for line in lines[1:]:
        behind = next(i for i in range(len(line)) if columns(line[:i], ambiguous=1) >= start)
        found.append(line[behind:].split("  ")[0])
    return found


@pytest.mark.parametrize(
    "command, heads",
    [
        ("audit list", ["무엇"]), ("db status", ["상태"]), ("delivery list", ["상태"]),
        ("donation list", ["상태"]), ("exchange list", ["상태"]), ("exchange matrix", ["답례함"]),
        ("government list", ["단계"]), ("period list", ["상태"]),
        ("receiver list", ["종류", "켬"]), ("schedule list", ["하는 일", "켬"]),
        ("schedule runs daily", ["상태", "구분"]), ("token history", ["한 일", "역할"]),
        ("token list", ["역할"]), ("user list", ["역할", "비밀번호"]),
    ],
)
def test_a_table_says_words_where_programs_read_codes(sampled, command, heads):
    arguments = [*command.split(" "), "--data", sampled.data, "--lang", "ko"]
    screen = Screen(*arguments, shows=True)
    assert screen.status == 0, screen.said
    plain = sampled.say(*command.split(" "), "--lang", "ko").splitlines()
    # A command that is looked at is itself written down.
    assert plain and len(screen.lines()) > 1
    for head in heads:
        told = cells(screen.lines(), head)
        assert all(re.search("[가-힣]", cell) or cell == "-" for cell in told), told
        place = re.split(r" {2,}", screen.lines()[0]).index(head)
        codes = [line.split("\t")[place] for line in plain]
        assert all(re.fullmatch("[a-z_]+|-", code) for code in codes), codes


def test_one_thing_is_told_in_words_too(sampled):
    found = sampled.run("donation", "list")["items"]
    no = next(item["no"] for item in found if item["status"] == "standing")
    lines = Screen("donation", "show", no, "--data", sampled.data, "--lang", "ko", shows=True)
    told = dict(re.split(r" {2,}", line, maxsplit=1) for line in lines.lines())
    assert (told["status"], told["origin"]) == ("유효", "공표")
    plain = sampled.say("donation", "show", no, "--lang", "ko")
    assert "status\tstanding\n" in plain and "origin\treported\n" in plain


def test_what_the_disk_did_not_take_is_no_success():
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [built("pumasi"), "government", "list", "--lang", "en"], stdout=full,
            stderr=subprocess.PIPE, text=True, timeout=60, env=surroundings())
    assert done.returncode == 1
    assert "Standard output did not take all of it" in done.stderr


def test_whoever_has_seen_enough_ends_a_command_quietly():
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        [built("pumasi"), "government", "list"], stdout=theirs, stderr=subprocess.PIPE,
        timeout=60, env=surroundings())
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.fixture(scope="module")
def script(tmp_path_factory):
    path = tmp_path_factory.mktemp("completion") / "pumasi.bash"
    made = subprocess.run(
        [built("pumasi"), "--generate-completion-script", "bash"], check=True,
        capture_output=True, env=surroundings())
    path.write_bytes(made.stdout)
    return path


def completed(script, line, **settings) -> list:
    """What bash offers at the end of the line."""
    done = subprocess.run(
        ["bash", "-c", TABULATOR, "bash", script, built("pumasi"), *line.split(" ")],
        check=True, capture_output=True, text=True, timeout=60, env=surroundings() | settings)
    return done.stdout.removesuffix("\n").split("\n")


@pytest.mark.parametrize(
    "line, offered",
    [
        ("gov", ["government"]),
        ("donation ret", ["return"]),
        ("government show 송파", ["송파구"]),
        ("donation list --recipient 세종", ["세종특별자치시"]),
        ("exchange add --from 3611", ["36110"]),
        ("agreement list --government Songpa", ["Songpa-gu"]),
        ("bar list --cs", ["--csv"]),
        ("bar show --cs", [""]),
    ],
)
def test_bash_completes_what_a_command_takes(script, line, offered):
    assert completed(script, line) == offered


def test_bash_completes_what_the_ledger_of_the_line_has(script, daemon):
    line = f"schedule run --data {daemon.data} dai"
    # A machine that has much to do may not answer in time; then the key is pressed again.
    answers = (completed(script, line) for _ in range(50))
    assert next(found for found in answers if found != [""]) == ["daily"]
    assert completed(script, f"schedule run --data {daemon.data} nothing-like-it") == [""]


def test_bash_runs_nothing_that_a_name_of_the_ledger_says(script, daemon, tmp_path):
    made, relay = tmp_path / "made", tmp_path / "relay.json"
    for name in (f"악의 $(touch {made})", f"악의 `touch {made}`", "악의 챌린지(2기)"):
        relay.write_text(json.dumps({"name_ko": name, "name_en": "Bad"}))
        daemon.run("relay", "add", "--file", relay)
    line = f"relay show --data {daemon.data} 악의"
    answers = (completed(script, line) for _ in range(50))
    assert next(found for found in answers if found != [""]) == ["악의 챌린지(2기)"]
    assert not made.exists()


def test_a_server_that_does_not_answer_is_not_waited_for(script):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgres://127.0.0.1:{silent.getsockname()[1]}/pumasi?sslmode=disable"
        spent = []
        for _ in range(3):
            begun = time.monotonic()
            assert completed(script, "relay show R", DATABASE_URL=address) == [""]
            spent.append(time.monotonic() - begun)
        # Whoever connects otherwise waits for three seconds.
        assert min(spent) < 2


def test_a_table_is_as_wide_as_the_terminal():
    arguments = ["government", "list", "--lang", "ko"]
    whole = Screen(*arguments, shows=True).lines()
    width = max(columns(line, ambiguous=1) for line in whole)
    assert Screen(*arguments, shows=True, width=width).lines() == whole
    narrow = Screen(*arguments, shows=True, width=width - 10).lines()
    assert max(columns(line, ambiguous=1) for line in narrow) == width - 10
    assert any("…" in line for line in narrow)
    # Neither the first word nor the last is what was cut.
    ends = [(line.split()[0], line.split()[-1]) for line in whole]
    assert [(line.split()[0], line.split()[-1]) for line in narrow] == ends
